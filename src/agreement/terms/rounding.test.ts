import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal } from '../../catalogue/decimal.ts';
import { fraction, times } from './fraction.ts';
import { ROUNDING_MODES, rounded } from './rounding.ts';

it.each([
  ['halfUp', '1.005', 2, '1.01'],
  ['halfUp', '1.0049999999999', 2, '1'],
  ['up', '1.0000001', 2, '1.01'],
  ['up', '1.01', 2, '1.01'],
  ['down', '1.0199999', 2, '1.01'],
  ['down', '0.9', 0, '0'],
  ['up', '0.1', 0, '1'],
] as const)('%s: %s to %i decimals is %s', (mode, value, decimals, expected) => {
  expect(rounded(fraction(decimal(value)), { mode, decimals })).toBe(expected);
});

/** Whole numbers only: øre, parts of a percent. */
function exactly(mode: string, top: bigint, bottom: bigint): bigint {
  const whole = top / bottom;
  const rest = top % bottom;
  if (rest === 0n) return whole;
  if (mode === 'up') return whole + 1n;
  return mode === 'halfUp' && rest * 2n >= bottom ? whole + 1n : whole;
}

it('a discount, with VAT taken off and an index on top, is what rational numbers give', () => {
  const cents = fc.integer({ min: 0, max: 10_000_000 });
  const percent = fc.integer({ min: 0, max: 1000 });
  const index = fc.integer({ min: 500, max: 3000 });
  fc.assert(
    fc.property(cents, percent, index, index, fc.constantFrom(...ROUNDING_MODES), (price, off, before, after, mode) => {
      const text = (value: number, scale: number) => decimal((value / scale).toFixed(4));
      const discounted = times(fraction(text(price, 100)), fraction(text(1000 - off, 10), decimal('100')));
      const withoutVat = times(discounted, fraction(decimal('100'), decimal('125')));
      const value = times(withoutVat, fraction(text(after, 10), text(before, 10)));
      const top = BigInt(price) * BigInt(1000 - off) * 100n * BigInt(after);
      const bottom = 1000n * 125n * BigInt(before);
      // In øre.
      const expected = exactly(mode, top, bottom);
      const amount = rounded(value, { mode, decimals: 2 });
      expect(BigInt(Math.round(Number(amount) * 100))).toBe(expected);
    }),
  );
});
