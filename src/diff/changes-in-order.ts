/** Merges changes known line by line with those known only at the end, in the order of the new catalogue. */
import type { Differ, LineChange } from './differ.ts';

export interface PlacedChange {
  /** Position of the new line; absent for removed and ambiguous ones, which come last. */
  readonly ordinal?: number;
  readonly change: LineChange;
}

export async function* changesInOrder(
  differ: Differ,
  early: AsyncIterable<PlacedChange>,
  late: readonly PlacedChange[],
): AsyncGenerator<LineChange> {
  let next = 0;
  const position = (placed: PlacedChange): number => placed.ordinal ?? Number.POSITIVE_INFINITY;
  for await (const placed of early) {
    for (let waiting = late[next]; waiting !== undefined; waiting = late[++next]) {
      if (position(waiting) >= position(placed)) break;
      yield waiting.change;
    }
    if (placed.ordinal === undefined || !differ.isAmbiguous(placed.ordinal)) yield placed.change;
  }
  for (const { change } of late.slice(next)) yield change;
}
