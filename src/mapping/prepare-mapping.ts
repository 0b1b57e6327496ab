/** Learning from the first rows of a file how all its rows are to be read. */
import type { CatalogueHeader, Column, ColumnDoubt } from '../catalogue/catalogue.ts';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { columnLetter } from '../catalogue/column-letter.ts';
import { decimal } from '../catalogue/decimal.ts';
import { remembering } from '../catalogue/remembering.ts';
import type { GivenColumn, RawRow, RowFile } from '../readers/reader.ts';
import { actionCodes, readAction } from './actions.ts';
import { columnHabit, columnStyles, sampleColumns } from './column-samples.ts';
import type { HeadingOverrides } from './find-headings.ts';
import { findHeadings, givenColumns } from './find-headings.ts';
import { headingStatusSense, priceHeading } from './headings.ts';
import type { CellTerms, ColumnHabit, Mapping, SaidStyle } from './mapping.ts';
import { translation } from './own-values.ts';
import { readersOf, unitReader, wordOf } from './read-cells.ts';
import { isHeadingRow } from './repeated-heading.ts';
import { saysStatus } from './values.ts';
import { weighColumns } from './weigh-columns.ts';

export interface MappingOverrides extends HeadingOverrides, CellTerms, SaidStyle {}

/** Rows that are looked at; a column that changes its ways later is read as it began. */
const SAMPLED_ROWS = 3000;
/** Where the format says what each column is, they show how a column is written that a person gives a field. */
const SAMPLED_WHERE_GIVEN = 200;
/** Rows may have 16,384 cells each; three hundred columns of all the rows sampled are still below. */
const SAMPLED_CELLS = 1_000_000;

/**
 * @throws UnusableFile `empty`, `noHeadings` or `noLines`, and what reading the file throws
 * @throws OperationalError when an override names a field, column or row that is not there
 */
export async function prepareMapping(file: RowFile, overrides: MappingOverrides): Promise<Mapping> {
  const rows = await firstRows(file, file.columns === undefined ? SAMPLED_ROWS : SAMPLED_WHERE_GIVEN);
  if (file.columns !== undefined) return mappingAsGiven(file, file.columns, rows, overrides);
  if (rows.length === 0) throw new UnusableFile('empty');
  const { headingRow, columns: found, ambiguous } = findHeadings(rows, overrides, file.hiddenColumns);
  const data = rows.filter((row) => row.row > headingRow && !isHeadingRow(row, found));
  if (data.length === 0) throw new UnusableFile('noLines', { row: headingRow });
  const statusWord = translation(overrides.values, 'status');
  const withActions = withoutStrangeStatus(found, data, statusWord);
  const ofChanges = withoutStrangeActions(withActions, data);
  const open = actionDoubts(withActions, ofChanges, data);
  const known = open.length > 0 ? ofChanges : withActionsAsStatus(withActions, ofChanges, data, statusWord);
  const { columns: understood, doubts: weighed } = weighColumns(
    known,
    sampleColumns(some(data), known),
    unitReader(overrides.units ?? {}),
  );
  const columns = understood.map((column) => (isEmpty(column, data) ? { ...column, empty: true as const } : column));
  const doubts = [...weighed, ...open];
  const header: CatalogueHeader = {
    format: file.format,
    ...(file.sheet === undefined ? {} : { sheet: file.sheet }),
    columns,
    headingRow,
    ...(ambiguous.length === 0 ? {} : { ambiguous }),
    ...(doubts.length === 0 ? {} : { doubts }),
  };
  const style: StyleGrounds = { ...overrides, delimiter: file.dialect?.delimiter };
  return mappingOf(header, [...data, ...(await rowsFurtherDown(file, rows, columns))], style, termsOf(overrides));
}

function isEmpty({ index }: Column, data: readonly RawRow[]): boolean {
  return data.every(({ cells }) => (cells[index]?.trim() ?? '') === '');
}

/** The format names its own fields: nothing is guessed, and only a person may say otherwise. */
function mappingAsGiven(
  file: RowFile,
  given: readonly GivenColumn[],
  rows: readonly RawRow[],
  overrides: MappingOverrides,
): Mapping {
  if (rows.length === 0) throw new UnusableFile('noLines');
  const columns = givenColumns(given, overrides);
  return mappingOf({ format: file.format, columns, headingRow: 0 }, rows, { delimiter: undefined }, termsOf(overrides));
}

/** These alone, so that a mapping holds nothing but what its rows are read by. */
function termsOf({ units, values, asOf }: CellTerms): CellTerms {
  return {
    ...(units === undefined ? {} : { units }),
    ...(values === undefined ? {} : { values }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/** More of its words than this must be understood: `Status` heads columns of campaigns and stock codes too. */
const KNOWN_STATUS_SHARE = 0.5;

function withoutStrangeStatus(
  columns: readonly Column[],
  data: readonly RawRow[],
  translate: ((text: string) => string) | undefined,
): readonly Column[] {
  return columns.map((column) => {
    if (column.field !== 'status' || column.reason === 'saidByOperator') return column;
    const { index, heading } = column;
    const sense = headingStatusSense(heading);
    const texts = sampleColumns(data, [column])[0]?.texts ?? [];
    // Thousands of lines have the same few words.
    const isStatus = remembering((cell) => saysStatus(translate?.(cell) ?? cell, sense));
    const known = texts.filter(isStatus);
    return known.length >= texts.length * KNOWN_STATUS_SHARE ? column : { index, heading, reason: 'unknownWords' };
  });
}

/**
 * A file changes a catalogue only where every line says how: a column that is empty on lines without a change, or holds
 * anything else, goes with a whole catalogue.
 */
function withoutStrangeActions(columns: readonly Column[], data: readonly RawRow[]): readonly Column[] {
  return columns.map((column) => {
    if (column.field !== 'action' || column.reason === 'saidByOperator') return column;
    const { index, heading } = column;
    const texts = data.map(({ cells }) => cells[index]?.trim() ?? '');
    const codes = actionCodes(heading, texts);
    const known = texts.every((text) => readAction(text, codes) !== undefined);
    return known ? column : { index, heading, reason: 'unknownWords' };
  });
}

/** `Uendret`, `Endret`, `Slettet` beside the lines of a whole catalogue say at least what is no longer sold. */
function withActionsAsStatus(
  before: readonly Column[],
  after: readonly Column[],
  data: readonly RawRow[],
  translate: ((text: string) => string) | undefined,
): readonly Column[] {
  if (after.some(({ field }) => field === 'status')) return after;
  return after.map((column, at) => {
    const headed = before[at];
    if (headed?.field !== 'action' || column.field !== undefined) return column;
    return withoutStrangeStatus([{ ...headed, field: 'status' }], data, translate)[0] ?? column;
  });
}

/** Rejected columns of actions that stand on every line and look like what they are headed: letters, or words of action. */
function actionDoubts(
  before: readonly Column[],
  after: readonly Column[],
  data: readonly RawRow[],
): readonly ColumnDoubt[] {
  return before.flatMap((column, at) => {
    if (column.field !== 'action' || after[at]?.field === 'action') return [];
    const { index, heading } = column;
    const texts = data.map(({ cells }) => cells[index]?.trim() ?? '');
    const isTold = texts.every((text) => /^\p{L}$/u.test(text) || readAction(text) !== undefined);
    return isTold ? [{ kind: 'actionOpen', field: 'action', column: { index, heading } } as const] : [];
  });
}

async function firstRows(file: RowFile, wanted: number): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  let cells = 0;
  for await (const batch of file.rows()) {
    for (const row of batch) {
      if (!row.cells.some((cell) => cell.trim() !== '')) continue;
      rows.push(row);
      cells += row.cells.length;
    }
    if (rows.length >= wanted || cells >= SAMPLED_CELLS) break;
  }
  return rows;
}

/** So many rows, evenly spread, tell what the cells of a column look like. */
const WEIGHED_ROWS = 400;

function some(rows: readonly RawRow[]): readonly RawRow[] {
  const step = Math.ceil(rows.length / WEIGHED_ROWS);
  return step <= 1 ? rows : rows.filter((_, at) => at % step === 0);
}

/** Places further down the file that are looked at, the last of them at its end. */
const PLACES = 5;

/** What the first rows do not show, later ones may: a price list by product groups begins with the cheap ones. */
async function rowsFurtherDown(
  { pieces, near }: RowFile,
  seen: readonly RawRow[],
  columns: readonly Column[],
): Promise<readonly RawRow[]> {
  const from = seen.at(-1)?.end;
  if (near === undefined || from === undefined || from >= (pieces?.bytes() ?? 0)) return [];
  const rows: RawRow[] = [];
  for (let place = 1; place <= PLACES; place++) {
    rows.push(...near(from, place / PLACES, columns.length));
  }
  return rows.filter((row) => !isHeadingRow(row, columns));
}

interface StyleGrounds extends SaidStyle {
  readonly delimiter: string | undefined;
}

function mappingOf(header: CatalogueHeader, data: readonly RawRow[], style: StyleGrounds, terms: CellTerms): Mapping {
  const { columns } = header;
  const styles = columnStyles(columns, data, style.delimiter, style);
  const { readers, labels } = readersOf(columns, styles, terms);
  let learnt: readonly ColumnHabit[] | undefined;
  const habits = (): readonly ColumnHabit[] =>
    sampleColumns(data, columns).map((sample, at) => {
      const { field, index } = columns[at] ?? {};
      if (field === undefined) return NO_HABIT;
      const reader = readers.find((reader) => reader.index === index);
      return columnHabit(sample, styles[at] ?? {}, field, wordOf(field, reader, labels));
    });
  const price = columns.find(({ field }) => field === 'price');
  return {
    header,
    styles,
    habits: () => {
      learnt ??= habits();
      return learnt;
    },
    readers,
    ...(labels === undefined ? {} : { labels }),
    extras: namedExtras(columns),
    ...(price === undefined ? {} : { price: priceColumn(price, columns) }),
    hasCurrencyColumn: columns.some(({ field }) => field === 'currency'),
    terms,
  };
}

const NO_HABIT: ColumnHabit = { kind: 'text', decimals: 0, before: '', after: '', words: new Map() };

/** What the heading says of the unit holds where no column says it line by line. */
function priceColumn({ index, heading }: Column, columns: readonly Column[]): NonNullable<Mapping['price']> {
  const { currency, unit, baseQuantity } = priceHeading(heading);
  const has = (field: Column['field']) => columns.some((column) => column.field === field);
  return {
    index,
    ...(currency === undefined ? {} : { currency }),
    ...(unit === undefined || has('unit') ? {} : { unit }),
    ...(baseQuantity === undefined || has('priceBaseQuantity') ? {} : { baseQuantity: decimal(baseQuantity) }),
  };
}

/** Two columns of one heading must not overwrite each other; one without a heading goes by its letter. */
function namedExtras(columns: readonly Column[]): Mapping['extras'] {
  const times = new Map<string, number>();
  return columns.flatMap(({ index, heading, field }) => {
    // A plain object cannot hold this one name.
    const name = heading.trim().replace(/^__proto__$/, '(__proto__)') || columnLetter(index);
    const count = (times.get(name) ?? 0) + 1;
    times.set(name, count);
    return field === undefined ? [{ index, name: count === 1 ? name : `${name} (${count})` }] : [];
  });
}
