/**
 * How much of each article is bought in a year: what the buyer's table says, by item number and GTIN. Plain data, with
 * its tables in memory that all threads see.
 */
import type { Decimal } from '../catalogue/decimal.ts';
import { comparableGtin } from '../catalogue/gtin.ts';
import { type KeyTable, type KeyTableData, keyTableOn } from '../catalogue/key-table.ts';
import { preparedOnce } from '../engine/references.ts';

export interface Volumes {
  readonly items: KeyTableData;
  readonly gtins: KeyTableData;
  readonly entries: readonly VolumeEntry[];
  readonly coverages: readonly Coverage[];
}

export interface VolumeEntry {
  /** First row of the table it was made of. */
  readonly row: number;
  readonly quantity: Decimal;
  /** What is counted; absent: the agreed article's order unit. */
  readonly unit?: string;
  readonly packQuantity?: Decimal;
  /** Which of the coverages. */
  readonly covers: number;
  /** Another entry of the article, in another unit. */
  readonly next?: number;
}

/** How long a quantity is for; a year's is the quantity × `top` / `bottom`. */
export interface Coverage {
  readonly top: Decimal;
  readonly bottom: Decimal;
  /** First and last day, where the table tells them. */
  readonly from?: string;
  readonly to?: string;
}

/** An article's numbers, the surest first. */
export interface VolumeKeys {
  readonly itemNumber?: string | undefined;
  readonly gtin?: string | undefined;
}

const tablesOf = preparedOnce((volumes: Volumes): { readonly items: KeyTable; readonly gtins: KeyTable } => ({
  items: keyTableOn(volumes.items),
  gtins: keyTableOn(volumes.gtins),
}));

/** @returns the entries of the article, one for each unit; none where the table does not have it */
export function volumesOf(volumes: Volumes, ...articles: readonly VolumeKeys[]): readonly VolumeEntry[] {
  const at = entryOf(volumes, articles);
  const found: VolumeEntry[] = [];
  for (let entry = at === undefined ? undefined : volumes.entries[at]; entry !== undefined; ) {
    found.push(entry);
    entry = entry.next === undefined ? undefined : volumes.entries[entry.next];
  }
  return found;
}

function entryOf(volumes: Volumes, articles: readonly VolumeKeys[]): number | undefined {
  const { items, gtins } = tablesOf(volumes);
  for (const { itemNumber } of articles) {
    const at = itemNumber === undefined ? undefined : items.get(itemNumber);
    if (at !== undefined) return at;
  }
  for (const { gtin } of articles) {
    const at = gtin === undefined ? undefined : gtins.get(comparableGtin(gtin));
    if (at !== undefined) return at;
  }
  return undefined;
}
