/** `katalogvakt convert IN OUT` */
import { FIELDS, isField } from '../catalogue/field.ts';
import { OUTPUT_FORMATS, type OutputFormat } from '../catalogue/output-formats.ts';
import type { Language, Text } from '../catalogue/text.ts';
import type { Converted } from '../pipeline/convert.ts';
import type { LeftOut } from '../writers/catalogue-content.ts';
import { command } from './command.ts';
import { AS_OF, checkedDay } from './days.ts';
import { READING_OPTIONS, type ReadingOptions, readingOf } from './reading-options.ts';
import { withInputs } from './standard-input.ts';

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
  done: { nb: 'linjer skrevet til', en: 'lines written to' },
  leftOut: { nb: 'Dette har formatet ikke plass til:', en: 'The format has no room for:' },
  uncertain: { nb: 'Ikke bekreftet i profilen:', en: 'Not confirmed in the profile:' },
} as const satisfies Record<string, Text>;

export default command<ConvertOptions>({
  name: 'convert',
  usage: 'convert <in> <out>',
  namesInNorwegian: { in: 'inn', out: 'ut' },
  describe: { nb: 'gjør en fil om til et annet format', en: 'convert a file to another format' },
  positionals: {
    in: { type: 'string', demandOption: true, describe: { nb: 'filen som leses', en: 'the file to read' } },
    out: { type: 'string', demandOption: true, describe: { nb: 'filen som skrives', en: 'the file to write' } },
  },
  options: {
    to: {
      choices: OUTPUT_FORMATS,
      describe: {
        nb: 'formatet, hvis filnavnet ikke viser det',
        en: 'the format, if the file name does not tell',
      },
    },
    profile: {
      type: 'string',
      describe: {
        nb: 'mottakersystemet: en profil (visma-ehandel, unit4, basware, eorder, generic-csv, et format) eller en fil',
        en: 'the receiving system: a profile (visma-ehandel, unit4, basware, eorder, generic-csv, a format) or a file',
      },
      conflicts: 'to',
    },
    previous: {
      type: 'string',
      describe: {
        nb: 'katalogen mottakeren har nå: bare endringene skrives',
        en: 'the catalogue the receiver has now: only the changes are written',
      },
    },
    agreement: {
      type: 'string',
      describe: {
        nb: 'avtalen, som sier hvem leverandør og kjøper er (ellers agreement.yaml over filen)',
        en: 'the agreement, which names supplier and buyer (default: agreement.yaml above the file)',
      },
    },
    header: {
      type: 'string',
      array: true,
      nargs: 1,
      describe: {
        nb: 'en verdi i dokumentets hode, kan gjentas: id=2026-11, version=7, buyer.endpoint=0192:974760673',
        en: 'a value in the document header, can be repeated: id=2026-11, version=7, buyer.endpoint=0192:974760673',
      },
    },
    'as-of': AS_OF,
    force: {
      type: 'boolean',
      default: false,
      describe: { nb: 'skriv over en fil som finnes', en: 'overwrite a file that exists' },
    },
    ...READING_OPTIONS,
  },
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
