/** `katalogvakt convert IN OUT` */
import type { Text } from '../catalogue/text.ts';
import { command } from './command.ts';
import { type ReadingOptions, readingOf, readingOptions } from './reading-options.ts';
import { withInputs } from './standard-input.ts';

interface ConvertOptions extends ReadingOptions {
  readonly in: string;
  readonly out: string;
  readonly force: boolean;
}

const WORDS = {
  in: { nb: 'filen som leses', en: 'the file to read' },
  out: { nb: 'filen som skrives: .csv eller .xlsx', en: 'the file to write: .csv or .xlsx' },
  force: { nb: 'skriv over en fil som finnes', en: 'overwrite a file that exists' },
  done: { nb: 'linjer skrevet til', en: 'lines written to' },
} as const satisfies Record<string, Text>;

export default command<ConvertOptions>({
  name: 'convert',
  usage: 'convert <in> <out>',
  namesInNorwegian: { in: 'inn', out: 'ut' },
  describe: { nb: 'gjør en fil om til et annet format', en: 'turn a file into another format' },
  options: (yargs, language) =>
    readingOptions(
      yargs
        .positional('in', { type: 'string', demandOption: true, describe: WORDS.in[language] })
        .positional('out', { type: 'string', demandOption: true, describe: WORDS.out[language] })
        .option('force', { type: 'boolean', default: false, describe: WORDS.force[language] }),
      language,
    ) as never,
  async run(options, context) {
    const { convertFile } = await import('../pipeline/convert.ts');
    const language = context.language ?? context.locale;
    const { in: from, out: to, force } = options;
    const how = { reading: readingOf(options), language, force };
    const lines = await withInputs([from], context.signal, ([file = from]) => convertFile(file, to, how, context));
    context.terminal.out(`${lines} ${WORDS.done[language]} ${to}\n`);
    return 0;
  },
});
