/** Values back to cells, in the ways of the column they go to, so that reading the cell gives the value again. */
import type { Column } from '../catalogue/catalogue.ts';
import type { Decimal } from '../catalogue/decimal.ts';
import { decimal, multiply } from '../catalogue/decimal.ts';
import type { Field } from '../catalogue/field.ts';
import { fieldKind } from '../catalogue/field.ts';
import type { CatalogueLine, EcoLabel } from '../catalogue/line.ts';
import { findCurrency } from '../code-lists/currencies.ts';
import { labelName } from '../code-lists/labels.ts';
import { unitText } from '../code-lists/units.ts';
import type { CellKind } from '../readers/reader.ts';
import { writeDate } from './dates.ts';
import { headingStatusSense } from './headings.ts';
import type { ColumnHabit, ColumnStyle, LabelReader, Mapping } from './mapping.ts';
import { STATUS_TEXT } from './values.ts';

/**
 * The value of a field as the text of a cell in this column: its decimal sign, form of dates, words for units. For a
 * column of number or date cells it is the text a reader gives for such a cell; see {@link writtenKind}.
 * @returns empty when the line has no such value; what was not understood as it stood
 */
export function writeValue(field: Field, line: CatalogueLine, column: Column, mapping: Mapping): string {
  const unreadable = line.unreadable?.[field];
  if (unreadable !== undefined) return unreadable;
  if (column.reason === 'givenByFormat') return canonicalText(line, field);
  const habit = mapping.habits()[column.index] ?? NEUTRAL;
  switch (field) {
    case 'ecoLabel':
      return line.ecoLabel === undefined ? '' : writeLabels(line.ecoLabel, line, habit, mapping);
    case 'orderable':
      return line.orderable === undefined ? '' : (habit.words.get(String(line.orderable)) ?? yesOrNo(line.orderable));
    case 'status':
      return line.status === undefined ? '' : writeStatus(line.status, column, habit);
    case 'action':
      return '';
    case 'price':
      return line.price === undefined ? '' : writePrice(line.price, line.currency, habit, mapping);
    default: {
      const value = line[field];
      return value === undefined ? '' : writeText(field, value, column, habit, mapping);
    }
  }
}

/** A value as formats that name their own fields have it; empty when the line has none. */
export function canonicalText(line: CatalogueLine, field: Field): string {
  // Of a line that is put into a file, the file says what is done with it.
  if (field === 'action') return '';
  if (field === 'ecoLabel') {
    return (line.ecoLabel ?? [])
      .map(({ key, text, licence }) => (licence === undefined ? (key ?? text) : `${key ?? text} (${licence})`))
      .join('; ');
  }
  return line[field] === undefined ? '' : String(line[field]);
}

const NEUTRAL: ColumnHabit = { kind: 'text', decimals: 0, before: '', after: '', words: new Map() };

function writeText(field: Field, value: string, column: Column, habit: ColumnHabit, mapping: Mapping): string {
  const style = mapping.styles[column.index] ?? {};
  switch (fieldKind(field)) {
    case 'decimal':
    case 'money': {
      const number = writeNumber(decimal(value), habit, style);
      return habit.kind === 'number' ? number : `${habit.before}${number}${habit.after}`;
    }
    case 'percent': {
      const inCell = habit.kind === 'percent' || (style.fraction === true && habit.kind === 'number');
      const number = writeNumber(inCell ? multiply(decimal(value), HUNDREDTH) : decimal(value), habit, style);
      return isNumber(habit.kind) ? number : `${number}${habit.after}`;
    }
    case 'date':
      if (habit.kind === 'date') return value;
      if (habit.kind === 'number') return writeDate(value, 'serial');
      return writeDate(value, style.open === true ? 'YYYY-MM-DD' : (habit.dateForm ?? 'YYYY-MM-DD'));
    case 'unit':
      return habit.words.get(value) ?? unitText(value);
    case 'currency':
      return habit.words.get(value) ?? value;
    default:
      return value;
  }
}

const HUNDREDTH = decimal('0.01');

const isNumber = (kind: CellKind): boolean => kind === 'number' || kind === 'percent';

/**
 * Padded with zeros to the decimals all the column's cells have; three decimals become four where they would read as
 * thousands too.
 */
function writeNumber(value: Decimal, habit: ColumnHabit, { decimalSign: sign = ',', open }: ColumnStyle = {}): string {
  if (isNumber(habit.kind)) return value;
  const [whole = '', fraction = ''] = value.split('.');
  const padded = fraction.padEnd(open === true && fraction.length === 3 ? 4 : habit.decimals, '0');
  return padded === '' ? whole : `${whole}${sign}${padded}`;
}

/**
 * The cell names the currency where the column's cells do, or where nothing else in the file would tell it; that
 * amounts are in Norwegian kroner need not be said.
 */
function writePrice(price: Decimal, currency: string | undefined, habit: ColumnHabit, mapping: Mapping): string {
  const column = mapping.price === undefined ? undefined : mapping.styles[mapping.price.index];
  const number = writeNumber(price, habit, column);
  if (currency === undefined) return number;
  const usual = `${habit.before}${habit.after}`;
  if (usual !== '' && habit.kind !== 'number') {
    return findCurrency(usual) === currency ? `${habit.before}${number}${habit.after}` : `${number} ${currency}`;
  }
  const told = mapping.hasCurrencyColumn || currency === (mapping.price?.currency ?? 'NOK');
  return told ? number : `${writeNumber(price, { ...habit, kind: 'text' }, column)} ${currency}`;
}

const yesOrNo = (value: boolean): string => (value ? 'Ja' : 'Nei');

function writeStatus(status: NonNullable<CatalogueLine['status']>, column: Column, habit: ColumnHabit): string {
  const word = habit.words.get(status);
  if (word !== undefined) return word;
  const sense = headingStatusSense(column.heading);
  const isYesOrNo = status === 'active' || status === 'discontinued';
  return sense !== undefined && isYesOrNo ? yesOrNo(status === sense) : STATUS_TEXT[status];
}

const NO_LABEL = 'Nei';

function writeLabels(
  labels: readonly EcoLabel[],
  line: CatalogueLine,
  habit: ColumnHabit,
  { labels: reader, readers }: Mapping,
): string {
  if (labels.length === 0) return habit.words.get('') ?? NO_LABEL;
  const licenceColumn = readers.some(({ field }) => field === 'ecoLicence');
  const besideIt = licenceColumn ? line.ecoLicence : undefined;
  return labels
    .map((label) => {
      const words = wordsOf(label, habit, reader);
      const { licence } = label;
      const written = licence === undefined || words.includes(licence) || besideIt?.includes(licence) === true;
      return written ? words : `${words} (${licence})`;
    })
    .join(', ');
}

/** The label's own words where this column understands them (`Ja` may come from a column headed `Svanemerket`). */
function wordsOf({ key, text }: EcoLabel, habit: ColumnHabit, reader: LabelReader | undefined): string {
  if (key === undefined || reader === undefined) return text;
  const [read, ...others] = reader.read(text, undefined);
  if (read?.key === key && others.length === 0) return text;
  return habit.words.get(key) ?? labelName(key, 'nb');
}

/** How the cell that {@link writeValue} gives is to be stored: as the column's other cells, where that loses nothing. */
export function writtenKind(text: string, column: Column, mapping: Mapping): CellKind {
  const kind = mapping.habits()[column.index]?.kind ?? 'text';
  if (isNumber(kind)) return PLAIN_NUMBER.test(text) ? kind : 'text';
  if (kind === 'date') return /^\d{4}-\d\d-\d\d$/.test(text) ? 'date' : 'text';
  return 'text';
}

/** Without leading zeros, and within the digits a spreadsheet keeps. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/;
