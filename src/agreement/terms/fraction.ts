/** Exact quotients: a price is divided once, when it is rounded, so that no step on the way loses anything. */
import { compare, type Decimal, decimal, divide, isZero, multiply } from '../../catalogue/decimal.ts';

/** `top / bottom`; the bottom is above zero. */
export interface Fraction {
  readonly top: Decimal;
  readonly bottom: Decimal;
}

const ONE = decimal('1');

export const WHOLE: Fraction = { top: ONE, bottom: ONE };

export function fraction(top: Decimal, bottom: Decimal = ONE): Fraction {
  if (isZero(bottom)) throw new RangeError('a fraction of zero parts');
  return { top, bottom };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { top: multiply(a.top, b.top), bottom: multiply(a.bottom, b.bottom) };
}

/** @returns below 0 when a < b, 0 when equal, above 0 when a > b */
export function compareFractions(a: Fraction, b: Fraction): number {
  return compare(multiply(a.top, b.bottom), multiply(b.top, a.bottom));
}

/** To so many decimals, half up. */
export function toDecimal({ top, bottom }: Fraction, decimals: number): Decimal {
  return divide(top, bottom, decimals);
}

/** Whether the decimal is exactly the fraction. */
export function isExactly(value: Decimal, { top, bottom }: Fraction): boolean {
  return compare(multiply(value, bottom), top) === 0;
}
