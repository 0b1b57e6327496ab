/** Looking at the first rows of a file to learn how its columns are written. */
import type { Column } from '../catalogue/catalogue.ts';
import type { Field, FieldKind } from '../catalogue/field.ts';
import { fieldKind } from '../catalogue/field.ts';
import type { CellKind, RawRow } from '../readers/reader.ts';
import { actionCodes } from './actions.ts';
import { signOfAmount, splitAmount } from './amounts.ts';
import { type DecidedOrder, dateForm, decideOrders } from './dates.ts';
import type { ColumnHabit, ColumnStyle, SaidStyle } from './mapping.ts';
import type { DecidedSign, SignsShown } from './number-style.ts';
import { decideSigns } from './number-style.ts';
import { saysNone } from './values.ts';

/** The cells of a column that say something, in the sample, trimmed. */
export interface ColumnSample {
  readonly texts: readonly string[];
  /** One for each text; absent where the file has text alone. */
  readonly kinds?: readonly CellKind[];
}

export function sampleColumns(rows: readonly RawRow[], columns: readonly Column[]): readonly ColumnSample[] {
  return columns.map((column) => sampleColumn(rows, column));
}

function sampleColumn(rows: readonly RawRow[], { index }: Column): ColumnSample {
  const texts: string[] = [];
  const kinds: CellKind[] | undefined = hasKinds(rows) ? [] : undefined;
  for (const row of rows) {
    const text = textAt(row, index);
    if (text === undefined) continue;
    texts.push(text);
    kinds?.push(kindAt(row, index));
  }
  return kinds === undefined ? { texts } : { texts, kinds };
}

/** Rows of a text file have none. */
const hasKinds = (rows: readonly RawRow[]): boolean => rows.some(({ kinds }) => kinds !== undefined);

const kindAt = ({ kinds }: RawRow, index: number): CellKind => kinds?.[index] ?? 'text';

/** What a cell says, trimmed; `undefined` where it says nothing. */
function textAt({ cells }: RawRow, index: number): string | undefined {
  const text = cells[index]?.trim() ?? '';
  return text === '' || saysNone(text) ? undefined : text;
}

/** Columns of text whose numbers still show how the file writes them. */
const NUMBERS_AS_TEXT: ReadonlySet<Field> = new Set(['comparisonPrice', 'weight', 'co2']);

const isNumeric = (kind: FieldKind): boolean => kind === 'decimal' || kind === 'money' || kind === 'percent';

function hasStyle(field: Field): boolean {
  const kind = fieldKind(field);
  return kind === 'date' || kind === 'action' || isNumeric(kind) || NUMBERS_AS_TEXT.has(field);
}

/**
 * @param delimiter of a text file; absent for a workbook
 * @param said of what the cells leave open
 */
export function columnStyles(
  columns: readonly Column[],
  rows: readonly RawRow[],
  delimiter: string | undefined,
  said: SaidStyle,
): readonly ColumnStyle[] {
  const signs = decideSigns(
    columns.map((column) => signsShown(rows, column)),
    delimiter,
    said.decimalSign,
  );
  const dates = columns.map((column) =>
    column.field !== undefined && fieldKind(column.field) === 'date' ? textCells(sampleColumn(rows, column)) : [],
  );
  const orders = decideOrders(dates, said.dateOrder);
  return columns.map((column, at) => {
    const { field } = column;
    if (field === undefined || !hasStyle(field)) return {};
    const kind = fieldKind(field);
    if (column.reason === 'givenByFormat') return isNumeric(kind) ? { decimalSign: '.' } : {};
    if (kind === 'action') return { actionCodes: actionCodes(column.heading, sampleColumn(rows, column).texts) };
    if (kind === 'date') return dateStyle(orders[at]);
    return isNumeric(kind)
      ? numberStyle(kind === 'percent' && holdsFractions(sampleColumn(rows, column)), signs[at])
      : {};
  });
}

function dateStyle({ order, open }: DecidedOrder = { order: 'dayFirst', open: true }): ColumnStyle {
  return { ...(order === 'monthFirst' ? { monthFirst: true } : {}), ...(open ? { open: true } : {}) };
}

function numberStyle(fraction: boolean, { sign, open }: DecidedSign = { sign: ',', open: true }): ColumnStyle {
  return { decimalSign: sign, ...(open ? { open: true } : {}), ...(fraction ? { fraction: true } : {}) };
}

function textCells({ texts, kinds }: ColumnSample): readonly string[] {
  return kinds === undefined ? texts : texts.filter((_, at) => kinds[at] === 'text');
}

/** Counted cell by cell: every file pays for all its columns of numbers. */
function signsShown(rows: readonly RawRow[], { field, index }: Column): SignsShown {
  const shown = { ',': 0, '.': 0 };
  if (field === undefined || !(isNumeric(fieldKind(field)) || NUMBERS_AS_TEXT.has(field))) return shown;
  for (const row of rows) {
    const text = kindAt(row, index) === 'text' ? textAt(row, index) : undefined;
    const sign = text === undefined ? undefined : signOfAmount(text);
    if (sign !== undefined) shown[sign]++;
  }
  return shown;
}

/** All number cells at most 1, and one of them broken: percentages as workbooks store them. */
function holdsFractions({ texts, kinds }: ColumnSample): boolean {
  const numbers = kinds === undefined ? [] : texts.filter((_, at) => kinds[at] === 'number');
  return (
    numbers.some((text) => /^0\.\d*[1-9]/.test(text)) &&
    numbers.every((text) => /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(text))
  );
}

/**
 * @param canonical the value a cell has, as the key its word goes by; `undefined` for fields whose cells are no words
 */
export function columnHabit(
  sample: ColumnSample,
  style: ColumnStyle,
  field: Field,
  canonical: ((text: string) => string | undefined) | undefined,
): ColumnHabit {
  const kind = fieldKind(field);
  const texts = textCells(sample);
  const around = isNumeric(kind) ? texts.flatMap((text) => partsAround(text, kind)) : [];
  const [before = '', after = ''] = usual(around.map((parts) => `${parts.before}\n${parts.after}`))?.split('\n') ?? [];
  const form = kind === 'date' ? usual(texts.flatMap((text) => dateForm(text, style.monthFirst) ?? [])) : undefined;
  return {
    kind: usual(sample.kinds ?? []) ?? 'text',
    decimals: around.length === 0 ? 0 : Math.min(...around.map(({ decimals }) => decimals)),
    before,
    after,
    ...(form === undefined ? {} : { dateForm: form }),
    words: canonical === undefined ? new Map() : usualWords(texts, canonical),
  };
}

interface Around {
  readonly before: string;
  readonly after: string;
  readonly decimals: number;
}

function partsAround(text: string, kind: FieldKind): readonly Around[] {
  const percent = kind === 'percent' ? /\s*%$/.exec(text) : null;
  const parts = splitAmount(percent === null ? text : text.slice(0, percent.index));
  if (parts === undefined) return [];
  const decimals = /[.,](\d{1,2}|\d{4,})$/.exec(parts.number)?.[1]?.length ?? 0;
  return [{ before: parts.before, after: percent?.[0] ?? parts.after, decimals }];
}

/** The value most have; of equals the first. */
function usual<T extends string>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let most: T | undefined;
  let times = 0;
  for (const [value, count] of counts) {
    if (count <= times) continue;
    most = value;
    times = count;
  }
  return most;
}

function usualWords(
  texts: readonly string[],
  canonical: (text: string) => string | undefined,
): ReadonlyMap<string, string> {
  const byValue = new Map<string, string[]>();
  const values = new Map<string, string | undefined>();
  for (const text of texts) {
    if (!values.has(text)) values.set(text, canonical(text));
    const value = values.get(text);
    if (value === undefined) continue;
    const words = byValue.get(value);
    if (words === undefined) byValue.set(value, [text]);
    else words.push(text);
  }
  return new Map([...byValue].map(([value, words]) => [value, usual(words) ?? value]));
}
