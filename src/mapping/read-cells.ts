/** One reader per column, chosen by the kind of its field and how the column is written. */
import type { Column } from '../catalogue/catalogue.ts';
import { parseDecimal } from '../catalogue/decimal.ts';
import type { Field } from '../catalogue/field.ts';
import { fieldKind } from '../catalogue/field.ts';
import type { EcoLabel } from '../catalogue/line.ts';
import { twoDays } from '../catalogue/open-value.ts';
import { remembering } from '../catalogue/remembering.ts';
import { findCurrency } from '../code-lists/currencies.ts';
import { findLabel } from '../code-lists/labels.ts';
import { type PackText, packOfQuantity, packOfUnit } from '../code-lists/pack-text.ts';
import { findUnit } from '../code-lists/units.ts';
import type { CellKind } from '../readers/reader.ts';
import { readAction } from './actions.ts';
import { isOpenAmount, percentOfFraction, readDecimal, readPercent } from './amounts.ts';
import { readDate } from './dates.ts';
import { withoutBound } from './day-bounds.ts';
import { headingStatusSense } from './headings.ts';
import type {
  CellReader,
  CellTerms,
  CellValue,
  ColumnStyle,
  LabelReader,
  Mapping,
  OwnUnits,
  PlainMapping,
} from './mapping.ts';
import { translation } from './own-values.ts';
import { addLicence, readLabels } from './read-labels.ts';
import { SETTERS } from './set-field.ts';
import { endingStatus, readBoolean, readGtin, readStatus, readUnspsc, saysNone, saysStatus } from './values.ts';

type Read = CellReader['read'];

export function cellReader(
  column: Column,
  field: CellReader['field'],
  style: ColumnStyle,
  { units = {}, values, asOf }: CellTerms,
): CellReader {
  const translate = translation(values, field);
  const read = translated(readOf(column, field, style, units, asOf), translate);
  const isNone = noneOf(column, field, translate);
  const isWords = fieldKind(field) === 'text';
  const isTooLong = (text: string): boolean => !isWords && text.length > LONGEST_VALUE;
  return {
    index: column.index,
    field,
    read: (text, kind) => (kind === 'error' || isTooLong(text) ? undefined : read(text, kind)),
    ...(isNone === undefined ? {} : { isNone: (text) => !isTooLong(text) && isNone(text) }),
    set: SETTERS[field],
  };
}

/**
 * No amount, day, unit or label is longer, and what reads them may look at each character as often as there are
 * characters: a cell of millions would hold up the run. It is told as what it is, a value that cannot be read.
 */
const LONGEST_VALUE = 1000;

/** What the cells of a file are read with, column by column. */
export function readersOf(
  columns: readonly Column[],
  styles: readonly ColumnStyle[],
  terms: CellTerms,
): Pick<Mapping, 'readers' | 'labels'> {
  const readers: CellReader[] = [];
  for (const [at, column] of columns.entries()) {
    const { field } = column;
    if (field !== undefined && field !== 'ecoLabel') readers.push(cellReader(column, field, styles[at] ?? {}, terms));
  }
  const labelColumn = columns.find(({ field }) => field === 'ecoLabel');
  return { readers, ...(labelColumn === undefined ? {} : { labels: labelReader(labelColumn, terms) }) };
}

/** The mapping as plain data. */
export function plainMapping({ readers: _, labels: __, habits: ___, ...plain }: Mapping): PlainMapping {
  return plain;
}

/** The mapping that was made plain; it reads every row alike, but cannot write. */
export function mappingFrom(plain: PlainMapping): Mapping {
  const habits = (): never => {
    throw new RangeError('cells are written where the file was opened');
  };
  return { ...plain, ...readersOf(plain.header.columns, plain.styles, plain.terms), habits };
}

/** A line without one of these is at fault, and shows best how it was left out. */
const NEVER_NONE: ReadonlySet<Field> = new Set(['price', 'name', 'itemNumber']);

/** Words are looked up before they are read. */
function translated(read: Read, translate: ((text: string) => string) | undefined): Read {
  return translate === undefined ? read : (text, kind) => read(translate(text), kind);
}

function noneOf(column: Column, field: Field, translate: ((text: string) => string) | undefined): CellReader['isNone'] {
  if (NEVER_NONE.has(field)) return undefined;
  if (fieldKind(field) !== 'status') return saysNone;
  const sense = headingStatusSense(column.heading);
  const isOther = remembering((text) => !saysStatus(text, sense));
  // A word of the supplier's own (`Kampanje`) says nothing of whether the article is sold.
  return (text) => saysNone(text) || isOther(translate?.(text) ?? text);
}

function readOf(column: Column, field: Field, style: ColumnStyle, units: OwnUnits, asOf: string | undefined): Read {
  const sign = style.decimalSign ?? ',';
  switch (fieldKind(field)) {
    case 'decimal':
    case 'money':
      return byKind(
        quantityReader(
          closed((text) => readDecimal(text, sign), style, isOpenAmount),
          field,
        ),
        parseDecimal,
      );
    case 'percent':
      return byKind(
        closed((text) => readPercent(text, sign), style, isOpenAmount),
        style.fraction === true ? readFraction : parseDecimal,
        percentCell,
      );
    case 'date':
      return remembering(
        closed(
          (text) => readDate(withoutBound(text, field), style.monthFirst),
          style,
          (text) => twoDays(text) !== undefined,
        ),
      );
    case 'unit':
      return remembering(field === 'unit' ? orPack(unitReader(units), 'unit', packOfUnit) : unitReader(units));
    case 'currency':
      return remembering(findCurrency);
    case 'boolean':
      return remembering(readBoolean);
    case 'status': {
      const sense = headingStatusSense(column.heading);
      return remembering((text) => readStatus(text, sense) ?? endingStatus(text, asOf, sense));
    }
    case 'action':
      return remembering((text) => readAction(text, style.actionCodes));
    case 'digits':
      return digitsReader(field);
    default:
      return IDENTITY.has(field) ? readIdentity : readText;
  }
}

/** A quantity may name what it is of: `100 stk`, `6x1,5 l`. */
function quantityReader(read: (text: string) => CellValue | undefined, field: Field) {
  if (field === 'packQuantity') return orPack(read, field, packOfQuantity);
  return field === 'priceBaseQuantity' ? (text: string) => read(text) ?? packOfQuantity(text)?.quantity : read;
}

function orPack(
  read: (text: string) => CellValue | undefined,
  field: 'unit' | 'packQuantity',
  packOf: (text: string) => PackText | undefined,
): (text: string) => CellValue | undefined {
  return (text) => {
    const value = read(text);
    if (value !== undefined) return value;
    const pack = packOf(text);
    if (pack === undefined) return undefined;
    const { unit, quantity, contentUnit } = pack;
    const told = { field, text, quantity, ...(contentUnit === undefined ? {} : { contentUnit }) };
    return { told, ...(unit === undefined ? {} : { unit }) };
  };
}

/** Where nothing tells which of two readings is meant, there is none. */
function closed(
  read: (text: string) => CellValue | undefined,
  { open }: ColumnStyle,
  isOpen: (text: string) => boolean,
): (text: string) => CellValue | undefined {
  return open === true ? (text) => (isOpen(text) ? undefined : read(text)) : read;
}

/** Fields a spreadsheet ruins when it takes `1-12` for a day. */
const IDENTITY: ReadonlySet<Field> = new Set(['itemNumber', 'manufacturerItemNumber', 'replacedBy', 'replaces']);

const readText: Read = (text) => text;

const readIdentity: Read = (text, kind) =>
  kind === 'date' || kind === 'boolean' || hasLostDigits(text, kind) ? undefined : text;

/** A spreadsheet keeps 15 digits of a number, and of a longer one that was typed in shows `1,23457E+17`. */
const MOST_DIGITS = 15;
const ROUNDED = /^\d[.,]\d+E\+\d+$/i;

function hasLostDigits(text: string, kind: CellKind): boolean {
  if (kind === 'number') return text.length > MOST_DIGITS && /^\d+$/.test(text);
  return kind === 'text' && ROUNDED.test(text);
}

function digitsReader(field: Field): Read {
  const read = field === 'gtin' ? readGtin : readUnspsc;
  return (text, kind) => (kind === 'date' || kind === 'boolean' || hasLostDigits(text, kind) ? undefined : read(text));
}

/** A number cell has a decimal point whatever the column's texts have; a day or a truth is no number. */
function byKind(
  ofText: (text: string) => CellValue | undefined,
  ofNumber: (text: string) => CellValue | undefined,
  ofPercent: (text: string) => CellValue | undefined = ofNumber,
): Read {
  return (text, kind) => {
    if (kind === 'text') return ofText(text);
    if (kind === 'percent') return ofPercent(text);
    return kind === 'number' ? ofNumber(text) : undefined;
  };
}

/** Shown times a hundred: nothing is left to guess. */
function percentCell(text: string): CellValue | undefined {
  const fraction = parseDecimal(text);
  return fraction === undefined ? undefined : percentOfFraction(fraction);
}

/** Above 1 in a column of fractions it may be a percentage after all: nobody can tell. */
function readFraction(text: string): CellValue | undefined {
  const fraction = parseDecimal(text);
  return fraction === undefined || !/^[01](?:\.|$)/.test(fraction) || /^1\./.test(fraction)
    ? undefined
    : percentOfFraction(fraction);
}

/** @returns UN/ECE code */
export function unitReader(units: OwnUnits): (text: string) => string | undefined {
  const own = new Map(Object.entries(units).map(([word, code]) => [word.trim().toLowerCase(), code]));
  return own.size === 0 ? findUnit : (text) => own.get(text.toLowerCase()) ?? findUnit(text);
}

const MOST_REMEMBERED = 10_000;

export function labelReader(column: Column, { values }: CellTerms): LabelReader {
  const translate = translation(values, 'ecoLabel');
  const label = findLabel(column.heading.replace(/\([^()]*\)/g, ' '));
  const headingLabel = label === undefined || label.scope === 'claim' ? undefined : label;
  const known = new Map<string, readonly EcoLabel[]>();
  const remember = (cell: string, read: () => readonly EcoLabel[]): readonly EcoLabel[] => {
    const labels = known.get(cell);
    if (labels !== undefined) return labels;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const fresh = read();
    known.set(cell, fresh);
    return fresh;
  };
  const read = (text: string, licence: string | undefined): readonly EcoLabel[] => {
    if (text.length > LONGEST_VALUE) return [{ text }];
    const labels = remember(text, () => readLabels(translate?.(text) ?? text, undefined, headingLabel));
    if (licence === undefined || licence.length > LONGEST_VALUE || labels.length === 0) return labels;
    return labels.length === 1
      ? addLicence(labels, licence)
      : remember(`${text}\u0000${licence}`, () => addLicence(labels, licence));
  };
  return { index: column.index, read, ...(headingLabel === undefined ? {} : { headingLabel }) };
}

/** The canonical value of a cell whose column writes it as a word, as a key; see `ColumnHabit.words`. */
export function wordOf(
  field: Field,
  reader: CellReader | undefined,
  labels: LabelReader | undefined,
): ((text: string) => string | undefined) | undefined {
  if (field === 'ecoLabel') {
    return labels === undefined ? undefined : (text) => wordOfLabel(labels.read(text, undefined));
  }
  const kind = fieldKind(field);
  if (reader === undefined || !['unit', 'currency', 'boolean', 'status'].includes(kind)) return undefined;
  return (text) => {
    const value = reader.read(text, 'text');
    // A word that says a pack's content too is no word for the unit.
    return value === undefined || typeof value === 'object' ? undefined : String(value);
  };
}

/** Cells with several labels or a licence number are no word for a label. */
function wordOfLabel(labels: readonly EcoLabel[]): string | undefined {
  if (labels.length === 0) return '';
  const [label] = labels;
  return labels.length === 1 && label?.licence === undefined ? label?.key : undefined;
}
