/**
 * Whether one price is another times something well known: a power of ten, a rate of VAT. Prices may be scaled, both by
 * the same, so that nothing has to be divided before it is compared.
 */
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  multiply,
  subtract,
} from '../../catalogue/decimal.ts';
import { vatRatesInForce } from '../../code-lists/vat.ts';
import { baseQuantityOf, isPositive } from './basis.ts';

/** Decimals kept when a price is divided. */
export const EXACT = 8;

const HUNDRED = decimal('100');
/** Powers of ten that a misplaced decimal sign or a price in øre makes. */
const SHIFTS = [1, 2, 3] as const;
const POWERS = { 1: decimal('10'), 2: HUNDRED, 3: decimal('1000') } as const;
/** Half a percent: roundings on the way do not hide the cause. */
const TOLERANCE = decimal('0.005');

/** Whether a price is another times `factor` within half a percent. */
export function isTimes(price: Decimal, other: Decimal, factor: Decimal): boolean {
  const expected = multiply(other, factor);
  return isPositive(price) && isWithin(price, expected, multiply(expected, TOLERANCE));
}

/**
 * @returns n when the price is the other × 10 ** n within half a percent, n from -3 to -1 and 1 to 3
 */
export function decimalShift(price: Decimal, other: Decimal): number | undefined {
  if (!isPositive(price) || !isPositive(other)) return undefined;
  const above = compare(price, other) > 0;
  if (above ? isNearlyAsLarge(other, price) : isNearlyAsLarge(price, other)) return undefined;
  for (const shift of SHIFTS) {
    const power = POWERS[shift];
    if (above) {
      if (isTimes(price, other, power)) return shift;
    } else {
      const raised = multiply(price, power);
      if (isWithin(raised, other, multiply(other, TOLERANCE))) return -shift;
    }
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

const VAT_TOLERANCE = decimal('0.0005');
/** Of the tax: an øre is more than the tax on a screw, and would make every price one with VAT. */
const TENTH = decimal('0.1');

/**
 * The VAT rate in percent that, added to the agreed price, comes nearest to the price; none where none comes near.
 * @param ore an øre, scaled as the prices are
 */
export function vatRateWithin(price: Decimal, agreed: Decimal, ore: Decimal, asOf: string): Decimal | undefined {
  let nearest: { readonly rate: Decimal; readonly distance: Decimal } | undefined;
  for (const rate of vatRatesInForce('NO', asOf)) {
    if (isZero(rate)) continue;
    const withVat = multiply(agreed, divide(add(HUNDRED, rate), HUNDRED, EXACT));
    const distance = absolute(subtract(price, withVat));
    // The one that rules out most prices is asked first.
    if (compare(distance, multiply(subtract(withVat, agreed), TENTH)) > 0) continue;
    if (compare(distance, ore) > 0 && compare(distance, multiply(withVat, VAT_TOLERANCE)) > 0) continue;
    if (nearest === undefined || compare(distance, nearest.distance) < 0) nearest = { rate, distance };
  }
  return nearest?.rate;
}

export function isWithin(value: Decimal, expected: Decimal, tolerance: Decimal): boolean {
  return compare(absolute(subtract(value, expected)), tolerance) <= 0;
}

/** A price brought from one base quantity to another: 250 for 100 is 2.5 for 1. */
export function atBaseQuantity(price: Decimal, from: Decimal | undefined, to: Decimal | undefined): Decimal {
  const before = baseQuantityOf(from === undefined ? {} : { priceBaseQuantity: from });
  const after = baseQuantityOf(to === undefined ? {} : { priceBaseQuantity: to });
  return compare(before, after) === 0 ? price : divide(multiply(price, after), before, EXACT);
}
