/** Every case of the table by the tool, by its own working, and by an independent reckoning in fractions. */
import { describe, expect, it } from 'vitest';
import { judged, sideOfVerdict, verdictInWords } from './judged.ts';
import { PRICE_CASES } from './price-cases.ts';
import { rounded, worked } from './rational.ts';
import { allowedPrice, sideOf } from './reference.ts';

it('they are many', () => {
  expect(PRICE_CASES.length).toBeGreaterThan(150);
});

describe('a price', () => {
  it.each(PRICE_CASES)('$title', ({ offered, agreed, working, agreedPrice, verdict }) => {
    const found = judged(offered, agreed);
    expect(verdictInWords(found)).toBe(verdict);
    if (working === undefined) return;
    expect(rounded(worked(working), 8)).toBe(agreedPrice);
    expect(rounded(allowedPrice(offered, agreed), 8)).toBe(agreedPrice);
    expect(found.agreedPrice).toBe(agreedPrice);
    expect(sideOfVerdict(found)).toBe(sideOf(offered, agreed));
  });

  it.each(PRICE_CASES.filter(({ working }) => working === undefined))(
    'that cannot be compared has nothing to be compared with: $title',
    ({ offered, agreed }) => {
      const found = judged(offered, agreed);
      expect(sideOfVerdict(found)).toBeUndefined();
      if (offered.currency === undefined) expect(found.agreedPrice).toBeUndefined();
    },
  );
});
