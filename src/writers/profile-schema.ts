/** The form of `rules/profiles/*.yaml`: what an ordering system takes. */
import { FIELD_NAMES, FIELDS, type Field } from '../catalogue/field.ts';
import { OUTPUT_FORMATS, type OutputFormat } from '../catalogue/output-formats.ts';
import { LANGUAGES, type Language, type Text } from '../catalogue/text.ts';
import { DRAFT, described, type JsonSchema, object, type SchemaWords, text, WORDS } from '../engine/schema-words.ts';
import { DECIMAL_SIGNS, ENCODINGS, type Encoding } from '../readers/reader.ts';

/** What stands in the file; all but version, title and facts are settings. */
export interface ProfileFile {
  readonly version: 1;
  readonly title?: Text;
  readonly extends?: string;
  readonly format?: OutputFormat;
  readonly response?: boolean;
  readonly delivery?: 'whole' | 'delta';
  readonly fileName?: string;
  readonly language?: Language;
  readonly columns?: readonly ProfileColumn[];
  readonly required?: readonly Field[];
  readonly limits?: { readonly [F in Field]?: number };
  readonly encoding?: Encoding;
  readonly bom?: boolean;
  readonly delimiter?: string;
  readonly lineEnd?: 'crlf' | 'lf';
  readonly decimalSign?: 'comma' | 'point';
  readonly dateForm?: (typeof DATE_FORMS)[number];
  readonly units?: (typeof UNIT_FORMS)[number];
  readonly facts?: Readonly<Record<string, ProfileFact>>;
}

export interface ProfileColumn {
  readonly field: Field;
  /** Absent: as the field is called. */
  readonly heading?: string;
}

/** Where a setting is known from; one that nobody has confirmed says why. */
export interface ProfileFact {
  readonly source?: string;
  readonly uncertain?: true;
  readonly why?: Text;
}

const UNIT_FORMS = ['word', 'code'] as const;
export const DATE_FORMS = ['YYYY-MM-DD', 'DD.MM.YYYY', 'YYYYMMDD', 'DD/MM/YYYY', 'DD-MM-YYYY'] as const;

const bilingual = object(
  { nb: described('På bokmål.', 'In Norwegian.', text()), en: described('På engelsk.', 'In English.', text()) },
  ['nb', 'en'],
);

const field: JsonSchema = { type: 'string', enum: FIELD_NAMES };

const words = (nb: string, en: string): { readonly [WORDS]: SchemaWords } => ({ [WORDS]: { allowed: { nb, en } } });

const properties = {
  version: described('Formatets versjon.', 'Version of the format.', { const: 1 }),
  title: described('Hva systemet heter.', 'What the system is called.', bilingual),
  extends: described(
    'Profilen denne bygger på: en fil, eller katalogvakt:NAVN for en innebygd.',
    'The profile this one builds on: a file, or katalogvakt:NAME for a built-in one.',
    text('katalogvakt:generic-csv'),
  ),
  format: described('Formatet katalogen skrives i.', 'The format the catalogue is written in.', {
    type: 'string',
    enum: OUTPUT_FORMATS,
  }),
  response: described(
    'Om mottakeren skal svare med en Catalogue Response (Peppol). Uten: nei.',
    'Whether the receiver is to answer with a Catalogue Response (Peppol). Without: no.',
    { type: 'boolean' },
  ),
  delivery: described(
    'Hele katalogen hver gang (whole), eller endringene siden sist (delta). Uten: whole.',
    'The whole catalogue each time, or the changes since the last one (delta). Without: whole.',
    { type: 'string', enum: ['whole', 'delta'] },
  ),
  fileName: described(
    'Hva filen heter. {agreement}, {version}, {day} og {extension} fylles ut. Uten: {agreement}-{version}.{extension}.',
    'What the file is called. {agreement}, {version}, {day} and {extension} are filled in. Without: {agreement}-{version}.{extension}.',
    {
      type: 'string',
      pattern: '^[^./\\\\<>:"|?*\\u0000-\\u001f][^/\\\\<>:"|?*\\u0000-\\u001f]{0,120}$',
      examples: ['{agreement}_{day}.{extension}'],
      ...words('et filnavn, uten mapper', 'a file name, without folders'),
    },
  ),
  language: described(
    'Språket på overskrifter og ord som «ja» og «utgått». Uten: nb.',
    'The language of headings and of words such as "yes" and "discontinued". Without: nb.',
    { type: 'string', enum: LANGUAGES },
  ),
  columns: described(
    'Kolonnene i CSV og Excel, i rekkefølge. Uten: alle felt katalogen har.',
    'The columns of CSV and Excel, in order. Without: every field the catalogue has.',
    {
      type: 'array',
      minItems: 1,
      items: object(
        {
          field: described('Feltet.', 'The field.', field),
          heading: described(
            'Overskriften. Uten: det feltet heter.',
            'The heading. Without: as the field is called.',
            text('Varenr'),
          ),
        },
        ['field'],
      ),
      examples: [[{ field: 'itemNumber', heading: 'Varenr' }, { field: 'name' }]],
    },
  ),
  required: described('Felt hver linje må ha.', 'Fields that every line must have.', {
    type: 'array',
    items: field,
    uniqueItems: true,
    examples: [['itemNumber', 'name', 'price']],
  }),
  limits: described(
    'Hvor mange tegn et felt kan ha. Det som er lengre, blir aldri kuttet: det er en feil som nevner linjene.',
    'How many characters a field may have. What is longer is never cut: it is an error that names the lines.',
    {
      ...object(
        Object.fromEntries(
          FIELD_NAMES.map((name) => [
            name,
            described(FIELDS[name].title.nb, FIELDS[name].title.en, { type: 'integer', minimum: 1 }),
          ]),
        ),
      ),
      examples: [{ name: 60 }],
      [WORDS]: {
        unknownKey: { nb: 'det finnes ikke noe felt `{key}`.', en: 'there is no field `{key}`.' },
      } satisfies SchemaWords,
    },
  ),
  encoding: described('Tegnsettet i CSV. Uten: utf-8.', 'The encoding of CSV. Without: utf-8.', {
    type: 'string',
    enum: ENCODINGS,
  }),
  bom: described(
    'Om CSV i utf-8 begynner med et merke (BOM), slik Excel vil ha det. Uten: ja.',
    'Whether CSV in utf-8 begins with a byte order mark, as Excel wants it. Without: yes.',
    { type: 'boolean' },
  ),
  delimiter: described('Skilletegnet i CSV. Uten: semikolon.', 'The delimiter of CSV. Without: a semicolon.', {
    type: 'string',
    enum: [';', ',', '|', '\t', 'tab'],
    ...words('`;`, `,`, `|` eller `tab`', '`;`, `,`, `|` or `tab`'),
  }),
  lineEnd: described('Linjeslutt i CSV. Uten: crlf.', 'The line end of CSV. Without: crlf.', {
    type: 'string',
    enum: ['crlf', 'lf'],
  }),
  decimalSign: described('Desimaltegnet i CSV. Uten: comma.', 'The decimal sign of CSV. Without: comma.', {
    type: 'string',
    enum: DECIMAL_SIGNS,
  }),
  dateForm: described(
    'Hvordan datoer skrives i CSV. Uten: DD.MM.YYYY.',
    'How days are written in CSV. Without: DD.MM.YYYY.',
    {
      type: 'string',
      enum: DATE_FORMS,
    },
  ),
  units: described(
    'Enheter i CSV og Excel: code er UN/ECE-koder, word er ord der de leses som samme kode igjen. Uten: code.',
    'Units in CSV and Excel: code is UN/ECE codes, word is words where they are read as the same code again. Without: code.',
    { type: 'string', enum: UNIT_FORMS },
  ),
  facts: described(
    'Hvor innstillingene er kjent fra, og hvilke som er usikre. Nøkkelen er innstillingen.',
    'Where the settings are known from, and which are uncertain. The key is the setting.',
    {
      type: 'object',
      additionalProperties: object({
        source: described('Kilden.', 'The source.', text('https://example.no/import')),
        uncertain: described('true: ikke bekreftet.', 'true: not confirmed.', { const: true }),
        why: described('Hvorfor den er usikker.', 'Why it is uncertain.', bilingual),
      }),
    },
  ),
} satisfies Record<keyof ProfileFile, JsonSchema>;

/** Draft-07 schema of a profile. */
export const profileSchema: JsonSchema = {
  $schema: DRAFT,
  title: 'katalogvakt: mottakerprofil / receiver profile',
  ...described('Hva et bestillingssystem tar imot.', 'What an ordering system takes.', object(properties, ['version'])),
};
