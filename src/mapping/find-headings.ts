/** Finding the heading row among the first rows of a file, and which column is which field. */
import type { Column } from '../catalogue/catalogue.ts';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { columnIndex, columnLetter } from '../catalogue/column-letter.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { Field } from '../catalogue/field.ts';
import { FIELD_NAMES, isField } from '../catalogue/field.ts';
import { nearest } from '../engine/nearest.ts';
import type { RawRow } from '../readers/reader.ts';
import type { RecognisedHeading } from './headings.ts';
import { headingKey, recogniseHeading } from './headings.ts';

/** What a person says of a file that is not understood by itself. */
export interface HeadingOverrides {
  /** From 1. */
  readonly headingRow?: number;
  /** `field=column` each: the column by heading, letter or number from 1. */
  readonly map?: readonly string[];
}

export interface FoundHeadings {
  readonly headingRow: number;
  readonly columns: readonly Column[];
}

/** Titles, addresses and notes may stand above the headings, but not a whole catalogue. */
const SEARCHED_ROWS = 200;
/** Without one of these a file is no catalogue. */
const IDENTIFYING: ReadonlySet<Field> = new Set(['itemNumber', 'gtin', 'name']);

/**
 * @param rows the first rows of the file
 * @throws UnusableFile `noHeadings` when fewer than two fields, or none that identifies an article, are recognised
 * @throws OperationalError when an override names a field, column or row that is not there
 */
export function findHeadings(rows: readonly RawRow[], overrides: HeadingOverrides): FoundHeadings {
  const said = (overrides.map ?? []).map(parseSaid);
  rejectTwice(said);
  const row = overrides.headingRow === undefined ? bestRow(rows, said) : rowAt(rows, overrides.headingRow);
  if (row === undefined) throw new UnusableFile('noHeadings');
  const columns = assignFields(row, said);
  if (!isCatalogue(columns)) throw new UnusableFile('noHeadings', { row: row.row });
  return { headingRow: row.row, columns };
}

function isCatalogue(columns: readonly Column[]): boolean {
  const fields = columns.flatMap(({ field }) => field ?? []);
  return fields.length >= 2 && fields.some((field) => IDENTIFYING.has(field));
}

function rowAt(rows: readonly RawRow[], number: number): RawRow {
  const row = rows.find(({ row }) => row === number);
  if (row !== undefined) return row;
  throw new OperationalError({
    nb: `Rad ${number} (--heading-row) er tom eller finnes ikke blant de første radene i filen. Oppgi raden overskriftene står i, regnet fra 1.`,
    en: `Row ${number} (--heading-row) is empty or not among the first rows of the file. Give the row the headings stand in, counted from 1.`,
  });
}

/** The row with most to say as headings; of equals the first. */
function bestRow(rows: readonly RawRow[], said: readonly Said[]): RawRow | undefined {
  let best: RawRow | undefined;
  let bestScore = 0;
  for (const row of rows) {
    if (row.row > SEARCHED_ROWS) break;
    const score = headingScore(row, said);
    if (score > bestScore) {
      best = row;
      bestScore = score;
    }
  }
  return best;
}

const NUMBERLIKE = /^[-+]?(?:kr\.? ?)?\d[\d\s.,:/%-]*(?:kr|%|,-)?$/i;
/** Headings are words: a row with more numbers than this is data, however much its words look like headings. */
const MOST_NUMBERS = 0.3;

function headingScore(row: RawRow, said: readonly Said[]): number {
  const cells = row.cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [{ cell, kind: row.kinds?.[index] }]));
  const numbers = cells.filter(({ cell, kind }) => (kind ?? 'text') !== 'text' || NUMBERLIKE.test(cell.trim()));
  if (cells.length < 2 || numbers.length > cells.length * MOST_NUMBERS) return 0;
  const saidHere = new Set(said.map(({ column }) => headingKey(column)));
  const scores = new Map<Field, number>();
  let score = 0;
  for (const { cell } of cells) {
    if (saidHere.has(headingKey(cell))) score += 1;
    const found = recogniseHeading(cell);
    if (found !== undefined) scores.set(found.field, Math.max(found.confidence, scores.get(found.field) ?? 0));
  }
  const fields = [...scores.keys()];
  const enough = fields.length >= 2 && fields.some((field) => IDENTIFYING.has(field));
  if (!enough && score === 0) return 0;
  for (const confidence of scores.values()) score += confidence;
  return score;
}

/** Each field once: the surest heading has it, of equals the leftmost; what a person said goes before all. */
function assignFields(row: RawRow, said: readonly Said[]): readonly Column[] {
  const headings = withoutEmptyTail(row.cells);
  const taken = new Map<Field, number>();
  const recognised = new Map<number, RecognisedHeading>();
  for (const one of said) {
    const index = columnOf(one, headings);
    if (recognised.has(index)) throw takenTwice(one);
    recognised.set(index, { field: one.field, confidence: 1, reason: 'saidByOperator' });
    taken.set(one.field, index);
  }
  const guesses = headings
    .flatMap((heading, index) => {
      const found = recognised.has(index) ? undefined : recogniseHeading(heading);
      return found === undefined ? [] : [{ index, found }];
    })
    .sort((a, b) => b.found.confidence - a.found.confidence || a.index - b.index);
  for (const { index, found } of guesses) {
    if (taken.has(found.field)) continue;
    taken.set(found.field, index);
    recognised.set(index, found);
  }
  nameFromDescription(recognised, taken);
  return headings.map((heading, index) => columnFor(index, heading, recognised.get(index)));
}

/** Where the only text is headed `Beskrivelse`, it is what the article is called. */
function nameFromDescription(recognised: Map<number, RecognisedHeading>, taken: Map<Field, number>): void {
  const index = taken.get('description');
  if (taken.has('name') || index === undefined || recognised.get(index)?.reason === 'saidByOperator') return;
  recognised.set(index, { field: 'name', confidence: 0.6, reason: 'onlyCandidate' });
}

function columnFor(index: number, heading: string, found: RecognisedHeading | undefined): Column {
  return found === undefined
    ? { index, heading }
    : { index, heading, field: found.field, confidence: found.confidence, reason: found.reason };
}

function withoutEmptyTail(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

/** One `field=column`. */
interface Said {
  readonly field: Field;
  readonly column: string;
  /** As it was typed. */
  readonly typed: string;
}

function parseSaid(typed: string): Said {
  const at = typed.indexOf('=');
  const field = typed.slice(0, Math.max(at, 0)).trim();
  const column = typed.slice(at + 1).trim();
  if (at < 0 || field === '' || column === '') {
    throw new OperationalError({
      nb: `--map ${typed} kan ikke leses. Skriv felt=kolonne, for eksempel --map "price=Ny pris" eller --map price=F.`,
      en: `--map ${typed} cannot be read. Write field=column, such as --map "price=New price" or --map price=F.`,
    });
  }
  if (isField(field)) return { field, column, typed };
  const meant = recogniseHeading(field)?.field ?? nearest(field, FIELD_NAMES)[0];
  throw new OperationalError({
    nb: `Det finnes ikke noe felt «${field}» (--map ${typed}). ${meant === undefined ? `Feltene er: ${FIELD_NAMES.join(', ')}.` : `Mente du ${meant}?`}`,
    en: `There is no field “${field}” (--map ${typed}). ${meant === undefined ? `The fields are: ${FIELD_NAMES.join(', ')}.` : `Did you mean ${meant}?`}`,
  });
}

function rejectTwice(said: readonly Said[]): void {
  const fields = new Set<Field>();
  for (const { field } of said) {
    if (fields.has(field)) {
      throw new OperationalError({
        nb: `Feltet ${field} er oppgitt to ganger med --map. Behold bare det ene.`,
        en: `The field ${field} is given twice with --map. Keep only one.`,
      });
    }
    fields.add(field);
  }
}

/** By heading, else by number or letter. */
function columnOf(said: Said, headings: readonly string[]): number {
  const { column } = said;
  const exact = sole(headings, said, (heading) => heading.trim() === column);
  const found = exact ?? sole(headings, said, (heading) => headingKey(heading) === headingKey(column));
  if (found !== undefined) return found;
  const index = /^\d+$/.test(column) ? Number(column) - 1 : columnIndex(column);
  if (index !== undefined && index >= 0 && index < headings.length) return index;
  throw notThere(said, headings);
}

function sole(headings: readonly string[], said: Said, is: (heading: string) => boolean): number | undefined {
  if (headingKey(said.column) === '') return undefined;
  const found = headings.flatMap((heading, index) => (is(heading) ? [index] : []));
  if (found.length < 2) return found[0];
  const letters = found.map(columnLetter);
  throw new OperationalError({
    nb: `Flere kolonner heter «${said.column}» (--map ${said.typed}): ${letters.join(', ')}. Oppgi kolonnens bokstav.`,
    en: `Several columns are called “${said.column}” (--map ${said.typed}): ${letters.join(', ')}. Give the letter of the column.`,
  });
}

function notThere({ column, typed }: Said, headings: readonly string[]): OperationalError {
  const words = headings.map((heading) => heading.trim()).filter((heading) => heading !== '');
  const meant = nearest(column, words)[0];
  const last = columnLetter(headings.length - 1);
  return new OperationalError({
    nb: `Finner ikke kolonnen «${column}» (--map ${typed}). ${meant === undefined ? `Kolonnene er A til ${last}: ${words.join(', ')}.` : `Mente du «${meant}»?`}`,
    en: `Cannot find the column “${column}” (--map ${typed}). ${meant === undefined ? `The columns are A to ${last}: ${words.join(', ')}.` : `Did you mean “${meant}”?`}`,
  });
}

function takenTwice({ column, typed }: Said): OperationalError {
  return new OperationalError({
    nb: `Kolonnen «${column}» er brukt to ganger med --map (${typed}). En kolonne kan bare være ett felt.`,
    en: `The column “${column}” is used twice with --map (${typed}). A column can be one field only.`,
  });
}
