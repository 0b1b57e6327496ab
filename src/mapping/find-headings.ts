/** Finding the heading row among the first rows of a file, and which column is which field. */
import type { AmbiguousField, Column } from '../catalogue/catalogue.ts';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { columnIndex, columnLetter } from '../catalogue/column-letter.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { Field } from '../catalogue/field.ts';
import { FIELD_NAMES, isField } from '../catalogue/field.ts';
import { nearest } from '../engine/nearest.ts';
import type { GivenColumn, RawRow } from '../readers/reader.ts';
import { goesOn, joinedRows } from './heading-rows.ts';
import type { RecognisedHeading } from './headings.ts';
import { headingKey, recogniseHeading } from './headings.ts';
import { saysNone } from './values.ts';

/** What a person says of a file that is not understood by itself. */
export interface HeadingOverrides {
  /** From 1. */
  readonly headingRow?: number;
  /** `field=column` each: the column by heading, letter or number from 1. */
  readonly map?: readonly string[];
}

const NONE_HIDDEN: ReadonlySet<number> = new Set();

export interface FoundHeadings {
  readonly headingRow: number;
  readonly columns: readonly Column[];
  readonly ambiguous: readonly AmbiguousField[];
}

/** Titles, addresses and notes may stand above the headings, but not a whole catalogue. */
const SEARCHED_ROWS = 200;
/** Without one of these a file is no catalogue. */
const IDENTIFYING: ReadonlySet<Field> = new Set(['itemNumber', 'gtin', 'name']);

/**
 * @param rows the first rows of the file
 * @param hidden columns nobody sees: they are a field only where no other is
 * @throws UnusableFile `noHeadings` when fewer than two fields, or none that identifies an article, are recognised
 * @throws OperationalError when an override names a field, column or row that is not there
 */
export function findHeadings(
  rows: readonly RawRow[],
  overrides: HeadingOverrides,
  hidden: ReadonlySet<number> = NONE_HIDDEN,
): FoundHeadings {
  const said = (overrides.map ?? []).map(parseSaid);
  rejectTwice(said);
  const row = overrides.headingRow === undefined ? bestRow(rows, said) : rowAt(rows, overrides.headingRow, said);
  if (row === undefined) throw withoutHeadings(rows);
  const guesses = guessFields(row, rows, hidden);
  const columns = assignFields(row, said, guesses).map((column) =>
    hidden.has(column.index) ? { ...column, hidden: true as const } : column,
  );
  const ambiguous = ambiguousFields(columns, guesses);
  if (!isCatalogue(columns)) throw new UnusableFile('noHeadings', { row: row.row });
  return { headingRow: row.row, columns: withSecondChoices(columns, guesses, ambiguous), ambiguous };
}

/**
 * The columns of a format that names its own fields, with what a person said otherwise.
 * @throws OperationalError when an override names a field or column that is not there
 */
export function givenColumns(given: readonly GivenColumn[], overrides: HeadingOverrides): readonly Column[] {
  const said = (overrides.map ?? []).map(parseSaid);
  rejectTwice(said);
  const headings = given.map(({ heading }) => heading);
  const saidFields = new Map(said.map((one) => [columnOf(one, headings), one.field]));
  const moved = new Set(said.map(({ field }) => field));
  return given.map(({ heading, field, shared }, index): Column => {
    const saidField = saidFields.get(index);
    if (saidField !== undefined) return { index, heading, field: saidField, confidence: 1, reason: 'saidByOperator' };
    if (field === undefined || moved.has(field)) return { index, heading };
    return { index, heading, field, confidence: 1, reason: 'givenByFormat', ...(shared === true ? { shared } : {}) };
  });
}

function isCatalogue(columns: readonly Column[]): boolean {
  const fields = columns.flatMap(({ field }) => field ?? []);
  return fields.length >= 2 && fields.some((field) => IDENTIFYING.has(field));
}

/** The row named, with the one above or below it where the headings stand in two. */
function rowAt(rows: readonly RawRow[], number: number, said: readonly Said[]): RawRow {
  const at = rows.findIndex(({ row }) => row === number);
  const row = rows[at];
  if (row !== undefined) {
    const above = rows[at - 1];
    const found = above === undefined ? undefined : secondRow(above, row, said);
    return found ?? secondRow(row, rows[at + 1], said) ?? row;
  }
  throw new OperationalError({
    nb: `Rad ${number} (--heading-row) er tom eller finnes ikke blant de første radene i filen. Oppgi raden overskriftene står i, regnet fra 1.`,
    en: `Row ${number} (--heading-row) is empty or not among the first rows of the file. Give the row the headings stand in, counted from 1.`,
  });
}

const MOST_TOLD = 160;

/** With the row that comes closest, as it stands: whoever made the file sees what was taken for no heading. */
function withoutHeadings(rows: readonly RawRow[]): UnusableFile {
  // Of equals the first that is neither data nor a title.
  const known = (row: RawRow): number =>
    new Set(row.cells.flatMap((cell) => recogniseHeading(cell)?.field ?? [])).size + (isData(row) ? 0 : 0.5);
  const filled = rows.filter((row) => row.row <= SEARCHED_ROWS && row.cells.some((cell) => cell.trim() !== ''));
  const closest = filled.reduce<RawRow | undefined>(
    (best, row) => (best === undefined || known(row) > known(best) ? row : best),
    undefined,
  );
  if (closest === undefined) return new UnusableFile('noHeadings');
  const told = closest.cells.map((cell) => cell.trim().replace(/\s+/g, ' ')).filter((cell) => cell !== '');
  const detail = told.join(' | ');
  return new UnusableFile('noHeadings', {
    row: closest.row,
    detail: detail.length > MOST_TOLD ? `${detail.slice(0, MOST_TOLD)}…` : detail,
  });
}

/** The row with most to say as headings, or two that say more together; of equals the first. */
function bestRow(rows: readonly RawRow[], said: readonly Said[]): RawRow | undefined {
  let best: RawRow | undefined;
  let bestScore = 0;
  for (const [at, row] of rows.entries()) {
    if (row.row > SEARCHED_ROWS) break;
    for (const candidate of [row, secondRow(row, rows[at + 1], said)]) {
      const score = candidate === undefined ? 0 : headingScore(candidate, said);
      if (candidate === undefined || score + (candidate === row ? 0 : NO_LESS) <= bestScore) continue;
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** Two rows must say this much more than one of them: half a field. */
const MORE = 0.5;
/** Notes in a second row take a little of what is sure about the first. */
const NO_LESS = 0.3;

/** Both rows as one, where the headings stand in two. */
function secondRow(upper: RawRow, lower: RawRow | undefined, said: readonly Said[]): RawRow | undefined {
  // First, since most rows are data and joining takes time.
  if (lower === undefined || holdsNumbers(lower)) return undefined;
  const together = joinedRows(upper, lower);
  if (together === undefined) return undefined;
  const score = headingScore(together, said);
  if (score === 0) return undefined;
  const first = headingScore(upper, said);
  if (score >= Math.max(first, headingScore(lower, said)) + MORE) return together;
  return first > 0 && score >= first - NO_LESS && goesOn(upper, lower, together, namingColumns(upper))
    ? together
    : undefined;
}

function holdsNumbers({ cells, kinds }: RawRow): boolean {
  return cells.some(
    (cell, index) => cell.trim() !== '' && ((kinds?.[index] ?? 'text') !== 'text' || NUMBERLIKE.test(cell.trim())),
  );
}

function namingColumns({ cells }: RawRow): ReadonlySet<number> {
  return new Set(
    cells.flatMap((cell, index) => (IDENTIFYING.has(recogniseHeading(cell)?.field ?? 'price') ? [index] : [])),
  );
}

const NUMBERLIKE = /^[-+]?(?:kr\.? ?)?\d[\d\s.,:/%-]*(?:kr|%|,-)?$/i;
/** Headings are words: a row with more numbers than this is data, however much its words look like headings. */
const MOST_NUMBERS = 0.3;

function isData({ cells, kinds }: RawRow): boolean {
  let filled = 0;
  let numbers = 0;
  for (const [index, cell] of cells.entries()) {
    const text = cell.trim();
    if (text === '') continue;
    filled++;
    if ((kinds?.[index] ?? 'text') !== 'text' || NUMBERLIKE.test(text)) numbers++;
  }
  return filled < 2 || numbers > filled * MOST_NUMBERS;
}

function headingScore(row: RawRow, said: readonly Said[]): number {
  if (isData(row)) return 0;
  const cells = row.cells.filter((cell) => cell.trim() !== '');
  const saidHere = new Set(said.map(({ column }) => headingKey(column)));
  const scores = new Map<Field, number>();
  let score = 0;
  for (const cell of cells) {
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

/** What a heading may be, by itself. */
interface Guess {
  readonly index: number;
  readonly heading: string;
  readonly found: RecognisedHeading;
  /** No row of the sample has anything in the column, or nobody sees it. */
  readonly empty: boolean;
}

/** The surest first, of equals the leftmost; columns nobody sees or with nothing in them after all others. */
function guessFields(headings: RawRow, rows: readonly RawRow[], hidden: ReadonlySet<number>): readonly Guess[] {
  return withoutEmptyTail(headings.cells)
    .flatMap((heading, index): Guess[] => {
      const found = recogniseHeading(heading);
      if (found === undefined) return [];
      const empty =
        hidden.has(index) || !rows.some(({ row, cells }) => row > headings.row && holdsValue(cells[index], heading));
      return [{ index, heading, found, empty }];
    })
    .sort((a, b) => Number(a.empty) - Number(b.empty) || b.found.confidence - a.found.confidence || a.index - b.index);
}

/** A heading that is repeated further down is no value. */
function holdsValue(cell: string | undefined, heading: string): boolean {
  const text = cell?.trim() ?? '';
  return text !== '' && text !== heading.trim() && !saysNone(text);
}

/** Taking the wrong one of these spoils every line without a trace. */
const NEVER_GUESSED: ReadonlySet<Field> = new Set(['price', 'itemNumber', 'unit']);
const SURE = 0.9;

/** Fields with a second column as sure as the one taken, of the same heading apart from dates and numbers. */
function ambiguousFields(columns: readonly Column[], guesses: readonly Guess[]): readonly AmbiguousField[] {
  return columns.flatMap(({ index, field, heading, confidence = 0, reason }) => {
    if (field === undefined || !NEVER_GUESSED.has(field) || reason === 'saidByOperator' || confidence < SURE) return [];
    const alike = guesses.filter(
      ({ found, empty, heading: other }) =>
        found.field === field && !empty && found.confidence >= SURE && wordsOf(other) === wordsOf(heading),
    );
    if (alike.length < 2 || !alike.some((guess) => guess.index === index)) return [];
    const inOrder = alike.toSorted((a, b) => a.index - b.index);
    return [{ field, columns: inOrder.map(({ index, heading }) => ({ index, heading: heading.trim() })) }];
  });
}

/** Columns that were passed over, with the field they could have been. */
function withSecondChoices(
  columns: readonly Column[],
  guesses: readonly Guess[],
  ambiguous: readonly AmbiguousField[],
): readonly Column[] {
  const alike = new Set(ambiguous.flatMap((one) => one.columns.map(({ index }) => index)));
  const sure = new Map(
    guesses.flatMap(({ index, found, empty }) =>
      NEVER_GUESSED.has(found.field) && !empty && found.confidence >= SURE ? [[index, found.field] as const] : [],
    ),
  );
  return columns.map((column): Column => {
    if (column.field !== undefined) return column;
    if (alike.has(column.index)) return { ...column, reason: 'likeAnother' };
    const maybe = sure.get(column.index);
    const isSaid = columns.some(({ field, reason }) => field === maybe && reason === 'saidByOperator');
    return maybe === undefined || isSaid ? column : { ...column, reason: 'secondChoice', maybe };
  });
}

function wordsOf(heading: string): string {
  return headingKey(heading).replace(DATE_WORDS, '').replace(/\d+/g, '');
}

const DATE_WORDS = /(?:gyldigfra|gjeldendefra|fraogmed|fra|fom|pr|per)(?=\d)/g;

/** Each field once; what a person said goes before all. */
function assignFields(row: RawRow, said: readonly Said[], guesses: readonly Guess[]): readonly Column[] {
  const headings = withoutEmptyTail(row.cells);
  const taken = new Map<Field, number>();
  const recognised = new Map<number, RecognisedHeading>();
  for (const one of said) {
    const index = columnOf(one, headings);
    if (recognised.has(index)) throw takenTwice(one);
    recognised.set(index, { field: one.field, confidence: 1, reason: 'saidByOperator' });
    taken.set(one.field, index);
  }
  for (const { index, found } of guesses) {
    if (recognised.has(index) || taken.has(found.field)) continue;
    taken.set(found.field, index);
    recognised.set(index, found);
  }
  nameFromOtherText(headings, recognised, taken);
  return headings.map((heading, index) => columnFor(index, heading, recognised.get(index)));
}

/** Where the only text is headed `Beskrivelse`, or `Tekst`, it is what the article is called. */
function nameFromOtherText(
  headings: readonly string[],
  recognised: Map<number, RecognisedHeading>,
  taken: Map<Field, number>,
): void {
  const note = taken.get('lineNote');
  const isText = note !== undefined && /^\s*te(?:ks|x)t\s*$/i.test(headings[note] ?? '');
  const index = taken.get('description') ?? (isText ? note : undefined);
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
