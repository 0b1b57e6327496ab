/**
 * How numbers are written in a column: whether its decimal sign is a comma or a point. One text rarely tells
 * (`1.234` may be one or a thousand and more), so the column's other cells decide, then the file's other columns.
 * Where neither tells, or a column is written both ways, the number stays open: it is not guessed.
 */
import type { Decimal } from '../catalogue/decimal.ts';
import { parseDecimal } from '../catalogue/decimal.ts';

export type DecimalSign = ',' | '.';

const PLAIN = /^-?\d+$/;
/** One separator that cannot be a thousands separator, because not three digits follow. */
const SIMPLE = /^-?\d+[.,](?:\d{1,2}|\d{4,})$/;
const GROUPED_BY_BLANKS = /^\d{1,3}([\s'’])\d{3}(?:\1\d{3})*(?:([.,])\d+)?$/;
const GROUPED_BY_POINTS = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/;
const GROUPED_BY_COMMAS = /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/;
const ONE_SEPARATOR = /^(\d*)([.,])(\d+)$/;
const MAY_BE_THOUSANDS = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * The number a text writes, exactly. Thousands may be set off by blanks of any width, apostrophes, or the sign that is
 * not the decimal sign, in groups of three; where the text itself shows which sign is which, that holds.
 * @param text digits, signs and separators only, trimmed
 * @param sign decides what the text leaves open
 * @returns `undefined` for what is no number
 */
export function readNumber(text: string, sign: DecimalSign): Decimal | undefined {
  if (PLAIN.test(text)) return parseDecimal(text);
  if (SIMPLE.test(text)) return parseDecimal(withoutPadding(text.replace(',', '.')));
  const negative = /^[-−]/.test(text);
  const magnitude = digitsOf(text.replace(/^[-−+]\s?/, ''), sign);
  return magnitude === undefined ? undefined : parseDecimal(negative ? `-${magnitude}` : magnitude);
}

/**
 * `500`, `12,50`: how nearly all numbers are written, whatever the decimal sign of the column, read letter by letter.
 * @returns `undefined` for all that needs a closer look
 */
export function readUsualNumber(text: string): Decimal | undefined {
  const whole = wholeDigits(text);
  if (whole === 0 || (whole > 1 && text.charCodeAt(0) === ZERO)) return undefined;
  if (whole === text.length) return text as Decimal;
  let end = text.length;
  while (text.charCodeAt(end - 1) === ZERO) end--;
  const integer = text.slice(0, whole);
  return (end === whole + 1 ? integer : `${integer}.${text.slice(whole + 1, end)}`) as Decimal;
}

/** How many digits stand before the separator and one or two decimals, or are all there is; 0 for any other text. */
function wholeDigits(text: string): number {
  let whole = 0;
  while (isDigit(text.charCodeAt(whole))) whole++;
  if (whole === text.length) return whole;
  const separator = text.charCodeAt(whole);
  if (separator !== COMMA && separator !== POINT) return 0;
  const decimals = text.length - whole - 1;
  if (decimals < 1 || decimals > 2) return 0;
  for (let at = whole + 1; at < text.length; at++) if (!isDigit(text.charCodeAt(at))) return 0;
  return whole;
}

const ZERO = 48;
const NINE = 57;
const POINT = 46;
const COMMA = 44;

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** `12.50` as `12.5`: most prices have two decimals, and the canonical form is the quick way through. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === ZERO) end--;
  return text.slice(0, text.charCodeAt(end - 1) === POINT ? end - 1 : end);
}

/** The magnitude with a decimal point and no thousands separators. */
function digitsOf(text: string, sign: DecimalSign): string | undefined {
  if (/^\d+$/.test(text)) return text;
  if (GROUPED_BY_BLANKS.test(text)) return text.replace(/[\s'’]/g, '').replace(',', '.');
  if (GROUPED_BY_POINTS.test(text)) return text.replaceAll('.', '').replace(',', '.');
  if (GROUPED_BY_COMMAS.test(text)) return text.replaceAll(',', '');
  const [, whole = '', separator, fraction = ''] = ONE_SEPARATOR.exec(text) ?? [];
  if (separator === undefined) return undefined;
  return MAY_BE_THOUSANDS.test(text) && separator !== sign ? whole + fraction : `${whole}.${fraction}`;
}

/** The decimal sign a text shows by itself; `undefined` when it may be either. */
export function decimalSignOf(text: string): DecimalSign | undefined {
  const whole = wholeDigits(text);
  if (whole > 0) return whole === text.length ? undefined : text.charCodeAt(whole) === COMMA ? ',' : '.';
  if (PLAIN.test(text)) return undefined;
  if (SIMPLE.test(text)) return text.includes(',') ? ',' : '.';
  const magnitude = text.replace(/^[-−+]\s?/, '');
  const grouped = GROUPED_BY_BLANKS.exec(magnitude);
  if (grouped !== null) return grouped[2] as DecimalSign | undefined;
  if (GROUPED_BY_POINTS.test(magnitude)) return ',';
  if (GROUPED_BY_COMMAS.test(magnitude)) return '.';
  const separator = ONE_SEPARATOR.exec(magnitude)?.[2] as DecimalSign | undefined;
  return separator === undefined || MAY_BE_THOUSANDS.test(magnitude) ? undefined : separator;
}

/** Whether either reading of a number is possible: `1.234`, `12,500`. @param text as {@link readNumber} takes it */
export function isOpenNumber(text: string): boolean {
  return MAY_BE_THOUSANDS.test(text.replace(/^[-−+]\s?/, ''));
}

/** What a column's decimal sign is, and whether that is only the likelier one. */
export interface DecidedSign {
  readonly sign: DecimalSign;
  /** Neither the column nor the rest of the file tells: numbers that may be either are left open. */
  readonly open: boolean;
}

/** How many text cells of a column show which sign, see {@link decimalSignOf}. */
export type SignsShown = Shown<DecimalSign>;

/**
 * @param columns what each column shows
 * @param delimiter of a text file; absent for a workbook
 * @param said what a person says of numbers that do not show it
 * @returns one per column
 */
export function decideSigns(
  columns: readonly SignsShown[],
  delimiter?: string,
  said?: DecimalSign,
): readonly DecidedSign[] {
  // A comma between cells leaves the point for decimals; everything else is at home where the comma is decimal.
  const usual = delimiter === ',' ? '.' : ',';
  const file = clearChoice(allShown(columns, ',', '.'), ',', '.');
  return columns.map((shown): DecidedSign => {
    const column = clearChoice(shown, ',', '.');
    const decided = column.clear ?? (column.told ? said : (said ?? file.clear));
    return decided === undefined
      ? { sign: column.most ?? file.most ?? usual, open: true }
      : { sign: decided, open: false };
  });
}

/** How often each of two ways of writing was seen. */
export type Shown<T extends string> = Readonly<Record<T, number>>;

/** By all columns of a file. */
export function allShown<T extends string>(columns: readonly Shown<T>[], one: T, other: T): Shown<T> {
  const sum = (way: T): number => columns.reduce((total, shown) => total + shown[way], 0);
  return { [one]: sum(one), [other]: sum(other) } as Shown<T>;
}

/** So many slips of the pen do not make a column one that is written both ways. */
const MOST_SLIPS = 0.05;

/**
 * @returns `most`: what was shown most often; `clear`: the same, where nearly nothing speaks for the other; `told`:
 *   whether anything was shown
 */
export function clearChoice<T extends string>(
  shown: Shown<T>,
  one: T,
  other: T,
): { readonly most?: T; readonly clear?: T; readonly told: boolean } {
  const ones = shown[one];
  const others = shown[other];
  if (ones === others) return { told: ones > 0 };
  const most = ones > others ? one : other;
  return Math.min(ones, others) <= MOST_SLIPS * (ones + others)
    ? { most, clear: most, told: true }
    : { most, told: true };
}
