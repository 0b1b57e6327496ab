/**
 * GS1 prefixes that are no prefix of a company: what begins with them is not the number of one article anywhere in the
 * world. GS1 General Specifications, "GS1 Prefixes" and "GS1-8 Prefixes", and gs1.org/standards/id-keys/company-prefix;
 * version 2026-01. The list of member organisations is left out: it tells who gave a number out, not where the article
 * comes from.
 */

/**
 * `restricted`: given by a shop or a region to itself; `coupon`: coupons and refund receipts; `demonstration`: for
 * examples; `serial`: ISSN; `book`: ISBN, and ISMN for sheet music; `reserved`: given to nobody.
 */
export type SpecialPrefix = 'restricted' | 'coupon' | 'demonstration' | 'serial' | 'book' | 'reserved';

/** First and last, both included, of the three digits that a GTIN-13 begins with. */
const PREFIXES: readonly (readonly [first: number, last: number, meaning: SpecialPrefix])[] = [
  [20, 29, 'restricted'],
  [40, 49, 'restricted'],
  // American coupons until 2011.
  [50, 59, 'reserved'],
  [200, 299, 'restricted'],
  [952, 952, 'demonstration'],
  [977, 977, 'serial'],
  [978, 979, 'book'],
  // Refund receipts, coupons of a currency area, coupons.
  [980, 984, 'coupon'],
  [990, 999, 'coupon'],
];

const ZERO = 48;

/** @param gtin 8, 12, 13 or 14 digits @returns nothing for the number of a company's article */
export function specialPrefix(gtin: string): SpecialPrefix | undefined {
  if (gtin.length === 8) return gtin.startsWith('0') || gtin.startsWith('2') ? 'restricted' : undefined;
  // A GTIN-14 has a digit for the level of packing in front, a GTIN-12 lacks the zero.
  const first = gtin.length - 13;
  const prefix = 100 * digit(gtin, first) + 10 * digit(gtin, first + 1) + digit(gtin, first + 2);
  for (const [from, to, meaning] of PREFIXES) if (prefix >= from && prefix <= to) return meaning;
  return undefined;
}

function digit(gtin: string, at: number): number {
  return at < 0 ? 0 : gtin.charCodeAt(at) - ZERO;
}
