/** What lines are known by as one item: the item number, or the GTIN where that is all they have. */
import { comparableGtin } from '../../catalogue/gtin.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';

const ZEROS = /^0+$/;

/** In one form, whatever its length; zeros only are no GTIN. */
export function gtinKey({ gtin }: CatalogueLine): string | undefined {
  return gtin === undefined || ZEROS.test(gtin) ? undefined : comparableGtin(gtin);
}

export const ITEM_KEYS = {
  itemNumber: ({ itemNumber }: CatalogueLine) => itemNumber,
  gtinAlone: (line: CatalogueLine) => (line.itemNumber === undefined ? gtinKey(line) : undefined),
} as const;
