/**
 * What the agreement says of a line's price: worked out once per line, read by the rules `price/*`. Ratios are tested
 * for well-known causes (a misplaced decimal sign, VAT left in), because a supplier corrects faster what is named.
 */
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isNegative,
  isZero,
  multiply,
  percentChange,
  round,
  subtract,
} from '../catalogue/decimal.ts';
import type { Field } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { sameUnit } from '../code-lists/units.ts';
import { vatRatesInForce } from '../code-lists/vat.ts';
import type { AgreedArticle, AgreedVerdict, PriceVerdict } from './agreement.ts';

interface Terms {
  /** The day that decides which VAT rates are in force. */
  readonly asOf: string;
  /** Whether the agreed prices are without or with VAT. */
  readonly vat: 'excluded' | 'included';
  /** The agreement's: what a line without a currency is in. */
  readonly currency: string;
  /** Fields that the file has a column for: what it has none for, no line can leave out. Absent: all. */
  readonly columns?: ReadonlySet<Field> | undefined;
}

/**
 * @param article the agreed article that the line was found to be
 * @returns the verdict; `agreedPrice` is for the line's own price base quantity, exact to 8 decimals
 */
export function judgePrice(
  line: CatalogueLine,
  article: AgreedArticle,
  matchedBy: AgreedVerdict['matchedBy'],
  { asOf, vat, currency, columns }: Terms,
): AgreedVerdict {
  const basis = basisDifference(line, article) ?? basisUntold(line, article, columns);
  const agreedPrice =
    article.price === undefined || basis !== undefined
      ? undefined
      : atBaseQuantity(article.price, article.priceBaseQuantity, line.priceBaseQuantity);
  const verdict = (price: PriceVerdict): AgreedVerdict => ({
    article,
    matchedBy,
    ...(agreedPrice === undefined ? {} : { agreedPrice }),
    price,
  });

  if (line.price === undefined) return verdict({ kind: 'none' });
  if (article.price === undefined) return verdict({ kind: 'notPriced' });
  if ((line.currency ?? currency) !== article.currency) {
    return verdict({ kind: 'otherCurrency', agreed: article.currency });
  }
  if (basis !== undefined) return verdict({ kind: 'otherBasis', ...basis });
  if (agreedPrice === undefined) return verdict({ kind: 'notPriced' });
  return verdict(comparePrice(line.price, agreedPrice, vat === 'excluded' ? asOf : undefined));
}

/** @param vatDay the day for VAT rates; absent where the agreed prices include VAT */
function comparePrice(price: Decimal, agreed: Decimal, vatDay: string | undefined): PriceVerdict {
  if (price === agreed) return { kind: 'kept' };
  const shift = decimalShift(price, agreed);
  if (compare(price, agreed) <= 0 || compare(price, round(agreed, 2)) <= 0) {
    return shift === undefined ? { kind: 'kept' } : { kind: 'decimalShift', shift, above: false };
  }
  if (shift !== undefined) return { kind: 'decimalShift', shift, above: true };
  const rate = vatDay === undefined ? undefined : vatRateWithin(price, agreed, vatDay);
  if (rate !== undefined) return { kind: 'vatIncluded', rate };
  return { kind: 'above', ...excess(price, agreed) };
}

/**
 * By how much a price is above another.
 * @returns the difference, exact, and the same in percent to two decimals: 100 above nothing
 */
export function excess(price: Decimal, agreed: Decimal): { readonly percent: Decimal; readonly difference: Decimal } {
  return { percent: percentChange(agreed, price) ?? HUNDRED, difference: subtract(price, agreed) };
}

const HUNDRED = decimal('100');

/** Powers of ten that a misplaced decimal sign or a price in øre makes. */
const SHIFTS = [1, 2, 3] as const;
const POWERS = { 1: decimal('10'), 2: HUNDRED, 3: decimal('1000') } as const;
/** Half a percent: roundings on the way do not hide the cause. */
const SHIFT_TOLERANCE = decimal('0.005');
/**
 * @returns n when the price is the other × 10 ** n within half a percent, n from -3 to -1 and 1 to 3
 */
export function decimalShift(price: Decimal, other: Decimal): number | undefined {
  if (!isPositive(price) || !isPositive(other)) return undefined;
  const above = compare(price, other) > 0;
  if (above ? isNearlyAsLarge(other, price) : isNearlyAsLarge(price, other)) return undefined;
  for (const shift of SHIFTS) {
    const expected = above ? multiply(other, POWERS[shift]) : divide(other, POWERS[shift], EXACT);
    if (isWithin(price, expected, multiply(expected, SHIFT_TOLERANCE))) return above ? shift : -shift;
  }
  return undefined;
}

/**
 * Whether two prices from 1 up, as most are, are surely closer than a power of ten, by a look at their digits: as many
 * before the point, and not a 1 in front of the smaller one and a 9 in front of the larger. Spares the arithmetic.
 */
function isNearlyAsLarge(small: Decimal, large: Decimal): boolean {
  if (small.startsWith('0') || wholeDigits(small) !== wholeDigits(large)) return false;
  return !(small.startsWith('1') && large.startsWith('9'));
}

function wholeDigits(value: Decimal): number {
  const point = value.indexOf('.');
  return point < 0 ? value.length : point;
}

/** Decimals kept when a price is divided. */
const EXACT = 8;

const LEAST_TOLERANCE = decimal('0.01');
const VAT_TOLERANCE = decimal('0.0005');
/** Of the tax: an øre is more than the tax on a screw, and would make every price one with VAT. */
const TENTH = decimal('0.1');

/** The VAT rate in percent that, added to the agreed price, comes nearest to the price; none where none comes near. */
function vatRateWithin(price: Decimal, agreed: Decimal, asOf: string): Decimal | undefined {
  let nearest: { readonly rate: Decimal; readonly distance: Decimal } | undefined;
  for (const rate of vatRatesInForce('NO', asOf)) {
    if (isZero(rate)) continue;
    const withVat = multiply(agreed, divide(add(HUNDRED, rate), HUNDRED, EXACT));
    const share = multiply(withVat, VAT_TOLERANCE);
    const tenthOfTax = multiply(subtract(withVat, agreed), TENTH);
    const tolerance = lesser(compare(share, LEAST_TOLERANCE) > 0 ? share : LEAST_TOLERANCE, tenthOfTax);
    if (!isWithin(price, withVat, tolerance)) continue;
    const distance = absolute(subtract(price, withVat));
    if (nearest === undefined || compare(distance, nearest.distance) < 0) nearest = { rate, distance };
  }
  return nearest?.rate;
}

function lesser(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) < 0 ? a : b;
}

function isWithin(value: Decimal, expected: Decimal, tolerance: Decimal): boolean {
  return compare(absolute(subtract(value, expected)), tolerance) <= 0;
}

function isPositive(value: Decimal): boolean {
  return !isNegative(value) && !isZero(value);
}

type Basis = Pick<AgreedArticle, 'unit' | 'packQuantity'>;

/**
 * Whether two prices are for different things. What only one of them tells is not held against the other.
 * @returns the first field that differs, with the second one's value
 */
export function basisDifference(
  one: Basis,
  other: Basis,
): { readonly field: 'unit' | 'packQuantity'; readonly agreed: string } | undefined {
  if (
    one.unit !== undefined &&
    other.unit !== undefined &&
    one.unit !== other.unit &&
    !sameUnit(one.unit, other.unit)
  ) {
    return { field: 'unit', agreed: other.unit };
  }
  const { packQuantity } = other;
  if (one.packQuantity !== undefined && packQuantity !== undefined && compare(one.packQuantity, packQuantity) !== 0) {
    return { field: 'packQuantity', agreed: packQuantity };
  }
  return undefined;
}

/**
 * What the list tells of the basis and the line leaves blank. A cell that cannot be read is a finding of its own; a
 * pack without a number holds one.
 * @returns the first such field, with the article's value
 */
function basisUntold(
  line: CatalogueLine,
  { unit, packQuantity }: AgreedArticle,
  columns: ReadonlySet<Field> | undefined,
): { readonly field: 'unit' | 'packQuantity'; readonly agreed: string } | undefined {
  const isBlank = (field: 'unit' | 'packQuantity'): boolean =>
    line[field] === undefined && line.unreadable?.[field] === undefined && columns?.has(field) !== false;
  if (unit !== undefined && isBlank('unit')) return { field: 'unit', agreed: unit };
  if (packQuantity !== undefined && packQuantity !== ONE && isBlank('packQuantity')) {
    return { field: 'packQuantity', agreed: packQuantity };
  }
  return undefined;
}

/**
 * A price brought from one base quantity to another: 250 for 100 is 2.5 for 1. A base quantity that is not given, or
 * is no quantity (exports write 0 for "not set"), is 1.
 */
export function atBaseQuantity(price: Decimal, from: Decimal | undefined, to: Decimal | undefined): Decimal {
  const before = from !== undefined && isPositive(from) ? from : ONE;
  const after = to !== undefined && isPositive(to) ? to : ONE;
  return compare(before, after) === 0 ? price : divide(multiply(price, after), before, EXACT);
}

const ONE = decimal('1');
