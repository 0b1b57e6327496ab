/**
 * VAT categories of UN/CEFACT 5305, as Peppol BIS Catalogue 3 lists them (2026.5), and those that EHF Catalogue had
 * besides until May 2022: there the rate had a letter of its own.
 */

/** `taxed`: with a rate above zero. `untaxed`: with none, or 0. `other`: taxes of other places. */
export type VatCategoryKind = 'taxed' | 'untaxed' | 'other';

const CATEGORIES: ReadonlyMap<string, VatCategoryKind> = new Map([
  ['S', 'taxed'],
  ['Z', 'untaxed'],
  ['E', 'untaxed'],
  ['AE', 'untaxed'],
  ['K', 'untaxed'],
  ['G', 'untaxed'],
  ['O', 'untaxed'],
  ['L', 'other'],
  ['M', 'other'],
  ['B', 'other'],
]);

/** High, raw fish, low: all are `S` today, with the rate beside it. */
const FORMER: ReadonlySet<string> = new Set(['H', 'R', 'AA']);

export const VAT_CATEGORIES: readonly string[] = [...CATEGORIES.keys()];

/** @returns nothing for what is no code of the list; capital letters, as the list has them */
export function vatCategoryKind(code: string): VatCategoryKind | undefined {
  return CATEGORIES.get(code);
}

/** Whether it is a code that EHF has left. */
export function isFormerVatCategory(code: string): boolean {
  return FORMER.has(code);
}
