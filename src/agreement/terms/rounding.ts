/** How a computed price becomes an amount. */
import { add, compare, type Decimal, decimal, multiply, subtract } from '../../catalogue/decimal.ts';
import { type Fraction, toDecimal } from './fraction.ts';

export const ROUNDING_MODES = ['halfUp', 'up', 'down'] as const;

export interface Rounding {
  readonly mode: (typeof ROUNDING_MODES)[number];
  /** How many decimals stay. */
  readonly decimals: number;
}

/** Four decimals: what a price of a few øre keeps, and an invoice rounds to two. */
export const USUAL_ROUNDING: Rounding = { mode: 'halfUp', decimals: 4 };

/** @param value not below zero */
export function rounded(value: Fraction, { mode, decimals }: Rounding): Decimal {
  const halfUp = toDecimal(value, decimals);
  if (mode === 'halfUp') return halfUp;
  const against = compare(multiply(halfUp, value.bottom), value.top);
  if (mode === 'up') return against < 0 ? add(halfUp, leastStep(decimals)) : halfUp;
  return against > 0 ? subtract(halfUp, leastStep(decimals)) : halfUp;
}

/** 0.01 for two decimals. */
function leastStep(decimals: number): Decimal {
  return decimal(decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`);
}
