/**
 * Exact decimals. Outside they are canonical text (`12.5`, `-0.07`, `1200`): no exponent, no plus, no padding zeros,
 * so that equal amounts are equal strings. Inside, amounts that fit are scaled integers; the rest goes to big.js.
 * Binary floating point never meets a price.
 */
import Big from 'big.js';

declare const decimalBrand: unique symbol;
/** Canonical decimal text; made by {@link decimal} only. */
export type Decimal = string & { readonly [decimalBrand]: true };

const CANONICAL = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
const DIGITS = /^[+-]?\d+(?:\.\d*)?$|^[+-]?\.\d+$/;

/**
 * @param text digits with an optional sign and a decimal point
 * @throws RangeError for anything else: whoever calls must have looked first
 */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new RangeError(`not a decimal: ${JSON.stringify(text)}`);
  return value;
}

/** As {@link decimal}, or `undefined` for text that is no decimal. */
export function parseDecimal(text: string): Decimal | undefined {
  if (CANONICAL.test(text)) return (text === '-0' ? '0' : text) as Decimal;
  if (!DIGITS.test(text)) return undefined;
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const head = whole.replace(/^0+(?=\d)/, '') || '0';
  const tail = fraction.replace(/0+$/, '');
  const magnitude = tail === '' ? head : `${head}.${tail}`;
  return (negative && magnitude !== '0' ? `-${magnitude}` : magnitude) as Decimal;
}

/** A scaled integer: the value is `units / 10 ** scale`. */
interface Scaled {
  readonly units: number;
  readonly scale: number;
}

/** Safe when sums and comparisons of two such numbers at a common scale stay below 2 ** 53. */
const MAX_DIGITS = 15;

function scaled(value: Decimal): Scaled | undefined {
  if (value.length > MAX_DIGITS) return undefined;
  const negative = isNegative(value);
  let units = 0;
  let scale = 0;
  // Digit by digit: there is nothing to cut out and put together first.
  for (let at = negative ? 1 : 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === POINT) scale = value.length - at - 1;
    else units = 10 * units + code - ZERO;
  }
  return { units: negative ? -units : units, scale };
}

const POINT = 46;
const ZERO = 48;

/** Both values in units of one scale. */
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly scale: number;
}

function atCommonScale(a: Decimal, b: Decimal): Pair | undefined {
  const left = scaled(a);
  const right = scaled(b);
  if (left === undefined || right === undefined) return undefined;
  const scale = Math.max(left.scale, right.scale);
  const x = left.units * 10 ** (scale - left.scale);
  const y = right.units * 10 ** (scale - right.scale);
  return Number.isSafeInteger(x) && Number.isSafeInteger(y) ? { a: x, b: y, scale } : undefined;
}

/** `a` and `sign` times `b`. */
function sum(a: Decimal, b: Decimal, sign: 1 | -1): Scaled | undefined {
  const pair = atCommonScale(a, b);
  return pair === undefined ? undefined : { units: pair.a + sign * pair.b, scale: pair.scale };
}

function product(a: Decimal, b: Decimal): Scaled | undefined {
  const left = scaled(a);
  const right = scaled(b);
  if (left === undefined || right === undefined) return undefined;
  return { units: left.units * right.units, scale: left.scale + right.scale };
}

/** Rounded half away from zero. Whole numbers are divided by their remainder, which is exact where a quotient is not. */
function quotientOf(a: Decimal, b: Decimal, decimals: number): Scaled | undefined {
  const left = scaled(a);
  const right = scaled(b);
  if (left === undefined || right === undefined) return undefined;
  const shift = right.scale - left.scale + decimals;
  const above = Math.abs(left.units) * 10 ** Math.max(shift, 0);
  const below = Math.abs(right.units) * 10 ** Math.max(-shift, 0);
  if (!Number.isSafeInteger(above) || !Number.isSafeInteger(below)) return undefined;
  const magnitude = halfUp(above, below);
  return { units: left.units < 0 === right.units < 0 ? magnitude : -magnitude, scale: decimals };
}

function halfUp(above: number, below: number): number {
  const rest = above % below;
  return (above - rest) / below + (rest >= below - rest ? 1 : 0);
}

function rounded(value: Decimal, decimals: number): Scaled | undefined {
  const given = scaled(value);
  if (given === undefined || given.scale <= decimals) return given;
  const magnitude = halfUp(Math.abs(given.units), 10 ** (given.scale - decimals));
  return { units: given.units < 0 ? -magnitude : magnitude, scale: decimals };
}

/** As text; nothing where the units are too many to be exact. */
function small(value: Scaled | undefined): Decimal | undefined {
  if (value === undefined || !Number.isSafeInteger(value.units)) return undefined;
  let { scale } = value;
  let magnitude = Math.abs(value.units);
  for (; scale > 0 && magnitude % 10 === 0; scale--) magnitude /= 10;
  const text = scale === 0 ? String(magnitude) : withPoint(String(magnitude).padStart(scale + 1, '0'), scale);
  return (value.units < 0 ? `-${text}` : text) as Decimal;
}

function withPoint(digits: string, scale: number): string {
  const point = digits.length - scale;
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** @returns below 0 when a < b, 0 when equal, above 0 when a > b */
export function compare(a: Decimal, b: Decimal): number {
  if (a === b) return 0;
  const pair = atCommonScale(a, b);
  return pair === undefined ? new Big(a).cmp(b) : pair.a - pair.b;
}

export function isNegative(value: Decimal): boolean {
  return value.startsWith('-');
}

export function isZero(value: Decimal): boolean {
  return value === '0';
}

export function add(a: Decimal, b: Decimal): Decimal {
  return small(sum(a, b, 1)) ?? canonical(new Big(a).plus(b));
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return small(sum(a, b, -1)) ?? canonical(new Big(a).minus(b));
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return small(product(a, b)) ?? canonical(new Big(a).times(b));
}

export function absolute(value: Decimal): Decimal {
  return (isNegative(value) ? value.slice(1) : value) as Decimal;
}

/**
 * Half up (away from zero), as invoices round.
 * @param decimals how many decimals stay, 0 or more
 */
export function round(value: Decimal, decimals: number): Decimal {
  return small(rounded(value, decimals)) ?? canonical(new Big(value).round(decimals, Big.roundHalfUp));
}

/**
 * @param decimals how many decimals the quotient keeps, rounded half up
 * @throws RangeError when the divisor is zero: the caller must have looked
 */
export function divide(a: Decimal, b: Decimal, decimals: number): Decimal {
  if (isZero(b)) throw new RangeError('division by zero');
  const quotient = small(quotientOf(a, b, decimals));
  if (quotient !== undefined) return quotient;
  const Quotient = quotients.get(decimals) ?? newQuotient(decimals);
  return canonical(new Quotient(a).div(b));
}

/** By decimals kept: to make such a kind of number costs more than many divisions. */
const quotients = new Map<number, Big.BigConstructor>();

function newQuotient(decimals: number): Big.BigConstructor {
  const Quotient = Big();
  Quotient.DP = decimals;
  Quotient.RM = Big.roundHalfUp;
  quotients.set(decimals, Quotient);
  return Quotient;
}

/** Change from `before` to `after` in percent, to two decimals; `undefined` when `before` is zero. */
export function percentChange(before: Decimal, after: Decimal): Decimal | undefined {
  if (isZero(before)) return undefined;
  return divide(multiply(subtract(after, before), decimal('100')), absolute(before), 2);
}

function canonical(value: Big): Decimal {
  const text = value.toFixed();
  return decimal(text);
}
