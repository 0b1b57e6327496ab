/** How a check was asked for, as far as that was not the usual way: with it a run can be made again. */
import { LIMIT_NAMES, type Limits } from '../catalogue/limits.ts';
import { described, type JsonSchema, object } from '../engine/schema-words.ts';
import type { StyleWords } from '../mapping/said-style.ts';
import { DATE_ORDERS, DECIMAL_SIGNS, ENCODINGS, type ReadOptions } from '../readers/reader.ts';

/** What a person said about how the catalogue is to be read. */
export interface AskedReading extends Omit<ReadOptions, 'asOf'>, StyleWords {
  readonly headingRow?: number;
  /** `field=column`, each. */
  readonly map?: readonly string[];
}

/** Files are named as in the rest of the result: relative to the workspace. */
export interface Asked {
  readonly reading?: AskedReading;
  readonly previous?: string;
  readonly rules?: string;
  readonly volumes?: string;
  readonly labelRegister?: string;
  readonly fix?: boolean;
  readonly checkLinks?: 'public' | 'anywhere';
}

const word: JsonSchema = { type: 'string' };

export const readingSchema: JsonSchema = object({
  format: described('Formatet.', 'The format.', word),
  sheet: described('Arket i arbeidsboken.', 'The sheet of the workbook.', word),
  headingRow: described('Raden overskriftene står i, fra 1.', 'The row the headings stand in, from 1.', {
    type: 'integer',
    minimum: 1,
  }),
  delimiter: described('Skilletegnet i CSV.', 'The delimiter of the CSV.', word),
  encoding: described('Tegnsettet i CSV.', 'The encoding of the CSV.', { type: 'string', enum: ENCODINGS }),
  map: described('Felt=kolonne, hver for seg.', 'Field=column, each.', { type: 'array', items: word }),
  decimalSign: described('Desimaltegnet.', 'The decimal sign.', { type: 'string', enum: DECIMAL_SIGNS }),
  dateOrder: described('Hva som står først i datoer.', 'What comes first in dates.', {
    type: 'string',
    enum: DATE_ORDERS,
  }),
  limits: described(
    'Grenser som er flyttet.',
    'Limits that were moved.',
    object(
      Object.fromEntries(
        LIMIT_NAMES.map((name) => [
          name,
          described('Grensen som ble satt.', 'The limit that was set.', { type: 'integer', minimum: 1 }),
        ]),
      ) satisfies Partial<Record<keyof Limits, JsonSchema>>,
    ),
  ),
} satisfies Record<keyof AskedReading, JsonSchema>);

export const askedSchema: JsonSchema = object({
  reading: described('Hvordan filen skulle leses.', 'How the file was to be read.', readingSchema),
  previous: described('Forrige versjon.', 'The previous version.', word),
  rules: described('Regelsettet.', 'The rule set.', word),
  volumes: described('Mengdene som kjøpes i året.', 'How much is bought in a year.', word),
  labelRegister: described('Registeret over lisenser.', 'The register of licences.', word),
  fix: described('Om filen ble rettet først.', 'Whether the file was corrected first.', { type: 'boolean' }),
  checkLinks: described('Hvilke lenker som ble åpnet.', 'Which links were opened.', {
    type: 'string',
    enum: ['public', 'anywhere'],
  }),
} satisfies Record<keyof Asked, JsonSchema>);
