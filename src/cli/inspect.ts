/** `katalogvakt inspect FILE` */
import { command } from './command.ts';
import { type ReadingOptions, readingOf, readingOptions } from './reading-options.ts';

interface InspectOptions extends ReadingOptions {
  readonly file: string;
}

export default command<InspectOptions>({
  name: 'inspect',
  usage: 'inspect <file>',
  namesInNorwegian: { file: 'fil' },
  describe: {
    nb: 'vis hvordan filen ble forstått, kolonne for kolonne',
    en: 'show how the file was understood, column by column',
  },
  options: (yargs, language) =>
    readingOptions(yargs.positional('file', { type: 'string', demandOption: true }), language) as never,
  async run(options, context) {
    const { inspectFile } = await import('../pipeline/inspect.ts');
    const { describeUnderstanding } = await import('../reporters/understanding.ts');
    const understanding = await inspectFile(options.file, readingOf(options), context);
    context.terminal.out(describeUnderstanding(understanding, context.language ?? context.locale));
    return 0;
  },
});
