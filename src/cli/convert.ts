/** `katalogvakt convert IN OUT` */
import { FIELDS, isField } from '../catalogue/field.ts';
import { OUTPUT_FORMATS, type OutputFormat } from '../catalogue/output-formats.ts';
import type { Language, Text } from '../catalogue/text.ts';
import type { Converted } from '../pipeline/convert.ts';
import type { LeftOut } from '../writers/catalogue-content.ts';
import { command } from './command.ts';
import { type ReadingOptions, readingOf, readingOptions } from './reading-options.ts';
import { withInputs } from './standard-input.ts';
import { checkedDay } from './surroundings.ts';

interface ConvertOptions extends ReadingOptions {
  readonly in: string;
  readonly out: string;
  readonly force: boolean;
  readonly to: OutputFormat | undefined;
  readonly profile: string | undefined;
  readonly previous: string | undefined;
  readonly agreement: string | undefined;
  readonly header: readonly string[] | undefined;
  readonly asOf: string | undefined;
}

const WORDS = {
  in: { nb: 'filen som leses', en: 'the file to read' },
  out: { nb: 'filen som skrives', en: 'the file to write' },
  force: { nb: 'skriv over en fil som finnes', en: 'overwrite a file that exists' },
  to: {
    nb: 'formatet, der navnet ikke sier det',
    en: 'the format, where the name does not say it',
  },
  profile: {
    nb: 'det mottakersystemet tar: et navn (visma-ehandel, unit4, basware, eorder, generic-csv, et format) eller en fil',
    en: 'what the receiving system takes: a name (visma-ehandel, unit4, basware, eorder, generic-csv, a format) or a file',
  },
  previous: {
    nb: 'katalogen mottakeren har: bare endringene siden den skrives',
    en: 'the catalogue the receiver has: only the changes since are written',
  },
  agreement: {
    nb: 'avtalen, som sier hvem leverandør og kjøper er (ellers agreement.yaml over filen)',
    en: 'the agreement, which says who supplies and buys (else agreement.yaml above the file)',
  },
  header: {
    nb: 'noe som står én gang i dokumentet, kan gjentas: id=2026-11, version=7, buyer.endpoint=0192:974760673',
    en: 'what stands once in the document, may be repeated: id=2026-11, version=7, buyer.endpoint=0192:974760673',
  },
  asOf: { nb: 'dagen den skrives for, 2026-12-31', en: 'the day it is written for, 2026-12-31' },
  done: { nb: 'linjer skrevet til', en: 'lines written to' },
  leftOut: { nb: 'Dette har formatet ikke plass til:', en: 'The format has no room for:' },
  uncertain: { nb: 'Ikke bekreftet i profilen:', en: 'Not confirmed in the profile:' },
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
        .option('to', { choices: OUTPUT_FORMATS, describe: WORDS.to[language] })
        .option('profile', { type: 'string', describe: WORDS.profile[language], conflicts: 'to' })
        .option('previous', { type: 'string', describe: WORDS.previous[language] })
        .option('agreement', { type: 'string', describe: WORDS.agreement[language] })
        .option('header', { type: 'string', array: true, nargs: 1, describe: WORDS.header[language] })
        .option('as-of', { type: 'string', describe: WORDS.asOf[language] })
        .option('force', { type: 'boolean', default: false, describe: WORDS.force[language] }),
      language,
    ) as never,
  async run(options, context) {
    const { convertFile } = await import('../pipeline/convert.ts');
    const language = context.language ?? context.locale;
    const { in: from, out, force, to, profile, previous, agreement, header = [] } = options;
    const asOf = options.asOf === undefined ? undefined : checkedDay(options.asOf);
    const how = { reading: readingOf(options), language, force, to, profile, previous, agreement, header, asOf };
    const files = previous === undefined ? [from] : [from, previous];
    const converted = await withInputs(files, context.signal, ([file = from, before]) =>
      convertFile(file, out, { ...how, previous: before }, context),
    );
    context.terminal.out(`${converted.lines} ${WORDS.done[language]} ${out}\n${toldOf(converted, language)}`);
    return 0;
  },
});

function toldOf({ made }: Converted, language: Language): string {
  if (made === undefined) return '';
  const { counts, leftOut, profile } = made;
  const settings = profile.uncertain.map(({ setting, why }) => `  ${setting}: ${why[language]}\n`);
  return [
    ...(counts === undefined ? [] : [countsInWords(counts, language)]),
    ...(leftOut.length === 0
      ? []
      : [`${WORDS.leftOut[language]}\n`, ...leftOut.map((one) => leftOutInWords(one, language))]),
    ...(settings.length === 0 ? [] : [`${WORDS.uncertain[language]}\n`, ...settings]),
  ].join('');
}

type Counts = NonNullable<NonNullable<Converted['made']>['counts']>;

function countsInWords({ added, updated, deleted }: Counts, language: Language): string {
  return language === 'nb'
    ? `Endringer: ${added} nye, ${updated} endrede, ${deleted} slettede\n`
    : `Changes: ${added} new, ${updated} changed, ${deleted} deleted\n`;
}

function leftOutInWords({ what, lines, first }: LeftOut, language: Language): string {
  const name = isField(what) ? FIELDS[what].title[language] : what;
  return language === 'nb'
    ? `  ${name}: ${lines} ${lines === 1 ? 'linje' : 'linjer'}, den første er ${first}\n`
    : `  ${name}: ${lines} ${lines === 1 ? 'line' : 'lines'}, the first is ${first}\n`;
}
