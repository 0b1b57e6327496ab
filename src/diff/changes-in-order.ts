/** Merges changes known line by line with those known only at the end, in the order of the new catalogue. */
import type { PlacedChange } from './change.ts';
import type { Differ } from './differ.ts';

export async function* changesInOrder(
  differ: Pick<Differ, 'isAmbiguous'>,
  early: AsyncIterable<PlacedChange>,
  late: readonly PlacedChange[],
): AsyncGenerator<PlacedChange> {
  let next = 0;
  const position = (placed: PlacedChange): number => placed.ordinal ?? Number.POSITIVE_INFINITY;
  for await (const placed of early) {
    for (let waiting = late[next]; waiting !== undefined; waiting = late[++next]) {
      if (position(waiting) >= position(placed)) break;
      yield waiting;
    }
    if (placed.ordinal === undefined || !differ.isAmbiguous(placed.ordinal)) yield placed;
  }
  yield* late.slice(next);
}
