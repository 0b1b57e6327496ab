/** Rows to catalogue lines: the way every line of every file takes, so it allocates little and asks nothing twice. */
import { columnLetter } from '../catalogue/column-letter.ts';
import type { Field } from '../catalogue/field.ts';
import type { CatalogueLine, RowProblem } from '../catalogue/line.ts';
import type { RawRow, ToldBefore } from '../readers/reader.ts';
import { currencyOfAmount } from './amounts.ts';
import type { Mapping } from './mapping.ts';
import { mayBeNoArticle, noArticleKind } from './no-article.ts';
import { isHeadingRow } from './repeated-heading.ts';
import type { Draft } from './set-field.ts';
import { isWholeRecord } from './whole-record.ts';

export type { Mapping, PlainMapping } from './mapping.ts';
export type { MappingOverrides } from './prepare-mapping.ts';
export { prepareMapping } from './prepare-mapping.ts';
export { mappingFrom, plainMapping } from './read-cells.ts';
export { canonicalText, writeValue, writtenKind } from './write-value.ts';

export interface MappedRow {
  readonly line: CatalogueLine;
  readonly raw: RawRow;
}

/** Batches in, batches out; rows that are no lines are left out. */
export async function* mapRows(
  batches: AsyncIterable<readonly RawRow[]>,
  mapping: Mapping,
): AsyncGenerator<readonly MappedRow[]> {
  for await (const batch of batches) {
    const mapped: MappedRow[] = [];
    for (const raw of batch) {
      const line = mapRow(raw, mapping);
      if (line !== undefined) mapped.push({ line, raw });
    }
    if (mapped.length > 0) yield mapped;
  }
}

/** @returns `undefined` for a row that is no line: blank, no article (see no-article.ts), or at or above the headings */
export function mapRow(raw: RawRow, mapping: Mapping): CatalogueLine | undefined {
  if (raw.row <= mapping.header.headingRow) return undefined;
  const line: Draft = { row: raw.row };
  const given = readFields(raw, line, mapping);
  const labelled = readLabelCell(raw, line, mapping);
  const extra = readExtras(raw, line, mapping);
  if (!given && !labelled && !extra && raw.broken === undefined && raw.told === undefined) return undefined;
  if (mayBeHeading(raw, mapping) && isHeadingRow(raw, mapping.header.columns)) return undefined;
  if (mayBeNoArticle(line) && noArticleKind(raw, mapping) !== undefined) return undefined;
  if (line.price !== undefined) {
    setCurrency(raw, line, mapping);
    setPriceBasis(line, mapping);
  }
  if (raw.told === undefined) noteProblems(raw, line, mapping);
  else noteTold(raw.told, line);
  return line;
}

function readFields(raw: RawRow, line: Draft, { readers }: Mapping): boolean {
  const { cells, kinds } = raw;
  let given = false;
  for (const reader of readers) {
    const cell = cells[reader.index];
    if (cell === undefined || cell === '') continue;
    const text = cell.trim();
    if (text === '' || reader.isNone?.(text) === true) continue;
    given = true;
    const value = reader.read(text, kinds === undefined ? 'text' : (kinds[reader.index] ?? 'text'));
    if (value === undefined) noteUnreadable(line, reader.field, cell);
    else reader.set(line, value as never);
  }
  return given;
}

function noteUnreadable(line: Draft, field: Field, cell: string): void {
  const unreadable: Partial<Record<Field, string>> = line.unreadable ?? {};
  unreadable[field] = cell;
  line.unreadable = unreadable;
}

function readLabelCell(raw: RawRow, line: Draft, { labels }: Mapping): boolean {
  if (labels === undefined) return false;
  const cell = raw.cells[labels.index];
  const text = cell?.trim() ?? '';
  if (cell === undefined || text === '') return false;
  if (raw.kinds?.[labels.index] === 'error') noteUnreadable(line, 'ecoLabel', cell);
  else line.ecoLabel = labels.read(text, line.ecoLicence);
  return true;
}

function readExtras({ cells }: RawRow, line: Draft, { extras, header }: Mapping): boolean {
  let extra: Record<string, string> | undefined;
  for (const { index, name } of extras) {
    const cell = cells[index];
    if (cell === undefined || cell === '' || cell.trim() === '') continue;
    extra ??= {};
    extra[name] = cell;
  }
  // Cells beyond the headings: nothing is dropped without a word.
  for (let index = header.columns.length; index < cells.length; index++) {
    const cell = cells[index];
    if (cell === undefined || cell.trim() === '') continue;
    extra ??= {};
    extra[columnLetter(index)] = cell;
  }
  if (extra === undefined) return false;
  line.extra = extra;
  return true;
}

/** Cheap to ask of every row; `isHeadingRow` then looks at all cells. */
function mayBeHeading({ cells }: RawRow, { readers, header }: Mapping): boolean {
  const index = readers[0]?.index;
  if (index === undefined) return false;
  const cell = cells[index];
  return cell !== undefined && cell.trim() === header.columns[index]?.heading.trim();
}

const ZERO = 48;
const NINE = 57;
const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/**
 * The currency of the price: what its cell names (`12,50 EUR`) before the currency column, then the price heading;
 * `kr` in the cell counts only where nothing else speaks.
 */
function setCurrency(raw: RawRow, line: Draft, { price }: Mapping): void {
  if (price === undefined) return;
  const text = raw.cells[price.index]?.trim() ?? '';
  const bare = isDigit(text.charCodeAt(0)) && isDigit(text.charCodeAt(text.length - 1));
  const named = bare ? undefined : currencyOfAmount(text);
  if (named !== undefined && !named.vague) line.currency = named.currency;
  if (line.currency !== undefined || line.unreadable?.currency !== undefined) return;
  const currency = price.currency ?? named?.currency;
  if (currency !== undefined) line.currency = currency;
}

/** What the heading of the price says it is for: `Pris pr. 100 stk`. */
function setPriceBasis(line: Draft, { price }: Mapping): void {
  if (price?.unit !== undefined) line.unit = price.unit;
  if (price?.baseQuantity !== undefined) line.priceBaseQuantity = price.baseQuantity;
}

function noteProblems(raw: RawRow, line: Draft, { header, readers }: Mapping): void {
  const problems: RowProblem[] = [];
  if (raw.broken !== undefined) problems.push({ kind: 'broken', text: raw.broken });
  if (raw.oddities !== undefined) for (const kind of raw.oddities) problems.push({ kind });
  if (isWholeRecord(raw, header)) {
    const expected = header.columns.length;
    const found = cellCount(raw.cells, expected);
    if (found !== expected) problems.push({ kind: 'cells', found, expected });
  }
  if (raw.kinds !== undefined) {
    for (const { field, index } of readers) {
      if ((field === 'gtin' || field === 'itemNumber') && raw.kinds[index] === 'number') {
        problems.push({ kind: 'numberCell', field });
      }
    }
  }
  if (raw.hidden === true) problems.push({ kind: 'hiddenRow' });
  if (raw.fixes !== undefined) for (const fix of raw.fixes) problems.push({ kind: 'fixed', ...fix });
  if (problems.length > 0) line.problems = problems;
}

/** What was not understood where the line came from is not understood here, however it is written. */
function noteTold({ unreadable, problems, pack }: ToldBefore, line: Draft): void {
  if (pack !== undefined) line.pack = pack;
  if (problems !== undefined) line.problems = problems;
  if (unreadable === undefined) return;
  for (const field of Object.keys(unreadable)) delete line[field as Field];
  line.unreadable = unreadable;
}

/** Empty cells at the end do not count as too many. */
function cellCount(cells: readonly string[], expected: number): number {
  let count = cells.length;
  while (count > expected && cells[count - 1]?.trim() === '') count--;
  return count;
}
