/** Every case of the table by the tool, by its own working, and by an independent reckoning in fractions. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judged, sideOfVerdict, verdictInWords } from './judged.ts';
import { casesIn, PRICE_CASES } from './price-cases.ts';
import { rounded, worked } from './rational.ts';
import { allowedPrice, sideOf } from './reference.ts';

it('they are many', () => {
  expect(PRICE_CASES.length).toBeGreaterThan(150);
});

describe('the examples of docs/price-comparison.md', () => {
  const page = readFileSync(new URL('../../docs/price-comparison.md', import.meta.url), 'utf8');
  const rows = page.slice(page.indexOf('| Offered |')).split('\n').slice(2);
  const examples = casesIn(rows.map((row) => row.replace(/^\| | \|$/g, '')).join('\n'));

  it.each(examples)('$title', (example) => {
    expect(PRICE_CASES).toContainEqual(example);
  });
  it('are some', () => expect(examples.length).toBeGreaterThan(15));
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
