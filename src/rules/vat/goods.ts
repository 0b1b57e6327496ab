/** What VAT law calls food and other goods, by UNSPSC, as far as a class alone can tell. */

/** Food without alcoholic drink, tobacco and food supplements, of which some are medicines. */
export function isFood(unspsc: string): boolean {
  return unspsc.startsWith('50') && !/^50(?:2022|21|50|0000)/.test(unspsc);
}

/**
 * Segments of goods that are never food. Left out: live plants and animals, printed matter, medicines, and all
 * services, of which some have a reduced rate.
 */
const OTHER_GOODS: ReadonlySet<string> = new Set(
  '11 12 13 14 15 20 21 22 23 24 25 26 27 30 31 32 39 40 41 42 43 44 45 46 47 49 52 53 54 56'.split(' '),
);

export function isOtherGoods(unspsc: string): boolean {
  return OTHER_GOODS.has(unspsc.slice(0, 2));
}
