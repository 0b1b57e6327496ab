/** Counts what was said of each line, so that it can be taken back when another line turns out to share its key. */
import type { Field } from '../catalogue/field.ts';

export interface DiffTotals {
  added: number;
  removed: number;
  changed: number;
  renumbered: number;
  unchanged: number;
  priceUp: number;
  priceDown: number;
  duplicateKeys: number;
  withoutKey: number;
  readonly key: readonly Field[];
  /** Headings of columns that only one of the two has. */
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
}

const KINDS = ['unchanged', 'changed', 'added', 'renumbered'] as const;
export type Counted = (typeof KINDS)[number];

const KIND_BITS = 7;
const UP = 8;
const DOWN = 16;

export interface Tally {
  /** @param direction of the price: above 0 when it rose, below 0 when it fell */
  count(ordinal: number, as: Counted, direction: number): void;
  takeBack(ordinal: number): void;
  /** Of the price: 1 when it rose, -1 when it fell. */
  direction(ordinal: number): number;
}

/** One byte a line. */
export function newTally(totals: DiffTotals): Tally {
  let said = new Uint8Array(1024);
  const add = (bits: number, by: 1 | -1): void => {
    const kind = KINDS[(bits & KIND_BITS) - 1];
    if (kind !== undefined) totals[kind] += by;
    if ((bits & UP) !== 0) totals.priceUp += by;
    if ((bits & DOWN) !== 0) totals.priceDown += by;
  };
  return {
    count(ordinal, as, direction) {
      if (ordinal >= said.length) {
        const larger = new Uint8Array(Math.max(ordinal + 1, said.length * 2));
        larger.set(said);
        said = larger;
      }
      const bits = (KINDS.indexOf(as) + 1) | (direction > 0 ? UP : direction < 0 ? DOWN : 0);
      said[ordinal] = bits;
      add(bits, 1);
    },
    takeBack(ordinal) {
      add(said[ordinal] ?? 0, -1);
      said[ordinal] = 0;
    },
    direction(ordinal) {
      const bits = said[ordinal] ?? 0;
      return (bits & UP) !== 0 ? 1 : (bits & DOWN) !== 0 ? -1 : 0;
    },
  };
}
