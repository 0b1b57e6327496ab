/** `mapping.yaml`: how a supplier's file is to be understood, where it is not recognised by itself. */
import { FIELD_NAMES, FIELDS, type Field } from '../catalogue/field.ts';
import type { Text } from '../catalogue/text.ts';
import { isUnitCode } from '../code-lists/units.ts';
import type { ConfigProblem } from '../engine/schema-problems.ts';
import { DRAFT, described, type JsonSchema, object, type SchemaWords, text, WORDS } from '../engine/schema-words.ts';
import { loadYaml, problemsError } from '../engine/yaml-file.ts';
import { DATE_ORDERS, DECIMAL_SIGNS, ENCODINGS, type Encoding } from '../readers/reader.ts';
import type { OwnValues } from './mapping.ts';
import { isReadableAs, VALUE_FIELDS } from './own-values.ts';
import type { StyleWords } from './said-style.ts';

export interface MappingFile extends StyleWords {
  readonly sheet?: string;
  /** From 1. */
  readonly headingRow?: number;
  readonly delimiter?: string;
  readonly encoding?: Encoding;
  /** Field to heading as it stands in the file, or to column letter. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** The supplier's unit words to UNECE Rec 20/21 codes. */
  readonly units: Readonly<Record<string, string>>;
  /** The supplier's own words for statuses and the like to words that are understood. */
  readonly values: OwnValues;
}

export interface LoadedMapping {
  readonly mapping: MappingFile;
  /** As it was asked for. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const WHAT: Text = { nb: 'kolonneoppsettet', en: 'the column mapping' };
/** A tab cannot be seen, so it has a word too. */
const DELIMITERS = [';', ',', '|', '\t', 'tab'] as const;

const properties = {
  version: described('Formatets versjon.', 'Version of the format.', { const: 1 }),
  sheet: described('Arket i en arbeidsbok.', 'The sheet of a workbook.', text('Priser')),
  headingRow: described('Raden overskriftene står i, fra 1.', 'The row the headings stand in, from 1.', {
    type: 'integer',
    minimum: 1,
    maximum: 1048576,
  }),
  delimiter: described(
    'Skilletegnet mellom kolonnene i en CSV-fil.',
    'What stands between the columns of a CSV file.',
    {
      type: 'string',
      enum: DELIMITERS,
      [WORDS]: {
        allowed: { nb: '`;`, `,`, `|` eller `tab`', en: '`;`, `,`, `|` or `tab`' },
      } satisfies SchemaWords,
    },
  ),
  encoding: described('Tegnsettet i en CSV-fil.', 'The encoding of a CSV file.', { type: 'string', enum: ENCODINGS }),
  decimalSign: described(
    'Desimaltegnet i tall som kan leses på to måter, slik som 1.234: comma (komma) eller point (punktum).',
    'The decimal sign of numbers that can be read in two ways, such as 1.234.',
    { type: 'string', enum: DECIMAL_SIGNS },
  ),
  dateOrder: described(
    'Hva som står først i datoer som kan leses på to måter, slik som 03/04/2026: day (dag) eller month (måned).',
    'What comes first in dates that can be read in two ways, such as 03/04/2026.',
    { type: 'string', enum: DATE_ORDERS },
  ),
  columns: described(
    'Felt til kolonne: overskriften slik den står i filen, eller kolonnens bokstav.',
    'Field to column: the heading as it is in the file, or the letter of the column.',
    {
      ...object(
        Object.fromEntries(
          FIELD_NAMES.map((field) => [field, described(FIELDS[field].title.nb, FIELDS[field].title.en, text())]),
        ),
      ),
      [WORDS]: {
        unknownKey: { nb: 'det finnes ikke noe felt `{key}`.', en: 'there is no field `{key}`.' },
      } satisfies SchemaWords,
    },
  ),
  units: described(
    'Leverandørens ord for enheter til koder i UNECE Rec 20/21.',
    'The supplier\u2019s unit words to codes of UNECE Rec 20/21.',
    {
      type: 'object',
      additionalProperties: {
        type: 'string',
        pattern: '^[A-Z0-9]{2,3}$',
        examples: ['EA', 'XPK'],
        [WORDS]: {
          allowed: {
            nb: 'en enhetskode på to eller tre tegn, slik som EA eller XPK',
            en: 'a unit code of two or three characters, such as EA or XPK',
          },
        } satisfies SchemaWords,
      },
    },
  ),
  values: described(
    'Leverandørens egne ord, felt for felt, til ord som forstås: `{ status: { "Utg.": discontinued } }`.',
    'The supplier\u2019s own words, field by field, to words that are understood: `{ status: { "Utg.": discontinued } }`.',
    object(
      Object.fromEntries(
        VALUE_FIELDS.map((field) => [
          field,
          described(FIELDS[field].title.nb, FIELDS[field].title.en, {
            type: 'object',
            additionalProperties: text(),
          }),
        ]),
      ),
    ),
  ),
} satisfies Record<keyof MappingFile | 'version', JsonSchema>;

/** Draft-07 schema of `mapping.yaml`. */
export const mappingSchema: JsonSchema = {
  $schema: DRAFT,
  title: 'katalogvakt: kolonneoppsett / column mapping',
  ...described(
    'Hvordan leverandørens fil skal leses, der den ikke gjenkjennes av seg selv.',
    'How the supplier\u2019s file is to be read, where it is not recognised by itself.',
    object(properties, ['version']),
  ),
};

/**
 * @param path as messages will show it
 * @throws OperationalError that lists what is wrong, by file and line
 */
export async function loadMappingFile(path: string): Promise<LoadedMapping> {
  const file = await loadYaml<Partial<MappingFile>>(path, mappingSchema, WHAT);
  const { sheet, headingRow, delimiter, encoding, decimalSign, dateOrder } = file.value;
  const { columns = {}, units = {}, values = {} } = file.value;
  const problems = [...columnsTakenTwice(columns), ...unknownUnits(units), ...unknownValues(values)];
  if (problems.length > 0) throw problemsError(file, problems);
  return {
    mapping: {
      ...(sheet === undefined ? {} : { sheet }),
      ...(headingRow === undefined ? {} : { headingRow }),
      ...(delimiter === undefined ? {} : { delimiter: delimiter === 'tab' ? '\t' : delimiter }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(decimalSign === undefined ? {} : { decimalSign }),
      ...(dateOrder === undefined ? {} : { dateOrder }),
      columns,
      units,
      values,
    },
    path,
    bytes: file.bytes,
  };
}

function unknownUnits(units: Readonly<Record<string, string>>): readonly ConfigProblem[] {
  return Object.entries(units)
    .filter(([, code]) => !isUnitCode(code))
    .map(([word, code]) => ({
      keys: ['units', word],
      text: {
        nb: `\`units.${word}\` er \`${code}\`, som ikke er en enhetskode i UNECE Rec 20/21. Stykk er \`EA\`, pakke er \`XPK\`.`,
        en: `\`units.${word}\` is \`${code}\`, which is not a UNECE Rec 20/21 unit code. A piece is \`EA\`, a pack \`XPK\`.`,
      },
    }));
}

function unknownValues(values: OwnValues): readonly ConfigProblem[] {
  return VALUE_FIELDS.flatMap((field) =>
    Object.entries(values[field] ?? {})
      .filter(([, meant]) => !isReadableAs(field, meant))
      .map(([word, meant]): ConfigProblem => {
        const examples = VALUE_EXAMPLES[field];
        return {
          keys: ['values', field, word],
          text: {
            nb: `\`values.${field}.${word}\` er \`${meant}\`, som ikke forstås. Skriv for eksempel ${examples}.`,
            en: `\`values.${field}.${word}\` is \`${meant}\`, which is not understood. Write ${examples}, for example.`,
          },
        };
      }),
  );
}

const VALUE_EXAMPLES = {
  status: '`active`, `discontinued`, `temporarilyUnavailable`, `new`',
  orderable: '`yes`, `no`',
  currency: '`NOK`, `EUR`',
  ecoLabel: '`Svanemerket`, `EU Ecolabel`',
} as const satisfies Record<(typeof VALUE_FIELDS)[number], string>;

/** A column is one field; of two, one would silently be without. */
function columnsTakenTwice(columns: MappingFile['columns']): readonly ConfigProblem[] {
  const taken = new Map<string, string>();
  const problems: ConfigProblem[] = [];
  for (const [field, heading] of Object.entries(columns)) {
    const column = heading.trim().toLowerCase();
    const other = taken.get(column);
    if (other === undefined) taken.set(column, field);
    else {
      problems.push({
        keys: ['columns', field],
        text: {
          nb: `\`columns.${field}\` er \`${heading}\`, men den kolonnen er allerede \`${other}\`. Ta bort den ene.`,
          en: `\`columns.${field}\` is \`${heading}\`, but that column is \`${other}\` already. Remove one.`,
        },
      });
    }
  }
  return problems;
}
