/**
 * What the run remembers of every line until the last one is read: where its bytes lie, what it is called, and what
 * was decided. A few numbers a line, never the line itself.
 */
import { DISPOSITIONS, type Disposition, strictest } from '../catalogue/finding.ts';
import type { LineValues } from '../catalogue/line.ts';
import type { RawRow } from '../readers/reader.ts';
import { newRecordPlaces } from '../readers/record-places.ts';

export interface Ledger {
  readonly size: number;
  /**
   * @param item what a person calls the line
   * @returns the line's ordinal, from 0
   */
  add(row: RawRow, item: string | undefined): number;
  row(ordinal: number): number;
  /** Byte range of the record, 0 and 0 for formats without one. */
  start(ordinal: number): number;
  end(ordinal: number): number;
  item(ordinal: number): string | undefined;
  /** The line's position in the previous version. */
  former(ordinal: number): number | undefined;
  noteFormer(ordinal: number, position: number): void;
  disposition(ordinal: number): Disposition;
  /** Makes the line's disposition at least this strict. */
  restrict(ordinal: number, disposition: Disposition): void;
  /** Values that would put the line right, and the line of the previous version that could stand instead. */
  readonly corrections: Map<number, LineValues>;
  readonly stand: Map<number, number>;
}

const NO_FORMER = -1;
const APPROVE = DISPOSITIONS.indexOf('approve');

export function newLedger(): Ledger {
  const places = newRecordPlaces();
  const items: (string | undefined)[] = [];
  let dispositions = new Uint8Array(1024);
  let formers = new Int32Array(1024);
  const disposition = (ordinal: number): Disposition => DISPOSITIONS[dispositions[ordinal] ?? APPROVE] ?? 'approve';
  return {
    get size() {
      return places.size;
    },
    add(row, item) {
      const ordinal = places.add(row);
      items.push(item);
      if (ordinal >= dispositions.length) {
        const larger = new Uint8Array(dispositions.length * 2);
        larger.set(dispositions);
        dispositions = larger;
        const longer = new Int32Array(formers.length * 2);
        longer.set(formers);
        formers = longer;
      }
      formers[ordinal] = NO_FORMER;
      dispositions[ordinal] = APPROVE;
      return ordinal;
    },
    row: places.row,
    start: places.start,
    end: places.end,
    item: (ordinal) => items[ordinal],
    former(ordinal) {
      const position = formers[ordinal] ?? NO_FORMER;
      return position === NO_FORMER ? undefined : position;
    },
    noteFormer(ordinal, position) {
      formers[ordinal] = position;
    },
    disposition,
    restrict(ordinal, wanted) {
      dispositions[ordinal] = DISPOSITIONS.indexOf(strictest(disposition(ordinal), wanted));
    },
    corrections: new Map(),
    stand: new Map(),
  };
}
