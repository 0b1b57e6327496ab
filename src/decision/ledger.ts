/**
 * What the run remembers of every line until the last one is read: where its bytes lie, and what was decided. A few
 * numbers a line, never the line itself.
 */
import { DISPOSITIONS, type Disposition, strictest } from '../catalogue/finding.ts';
import type { LineValues } from '../catalogue/line.ts';
import { newRecordPlaces, type Places } from '../readers/record-places.ts';

export interface Ledger {
  readonly size: number;
  /**
   * Adds lines, whose rows were counted from `shift` rows further up.
   * @returns the first one's ordinal, from 0
   */
  addAll(places: Places, shift: number): number;
  row(ordinal: number): number;
  /** Byte range of the record, 0 and 0 for formats without one. */
  start(ordinal: number): number;
  end(ordinal: number): number;
  /** The line's position in the previous version. */
  former(ordinal: number): number | undefined;
  noteFormer(ordinal: number, position: number): void;
  disposition(ordinal: number): Disposition;
  /** Makes the line's disposition at least this strict. */
  restrict(ordinal: number, disposition: Disposition): void;
  /** Lines of which cells were put right as they were read. */
  readonly fixed: Set<number>;
  /** Values that would put the line right, and the line of the previous version that could stand instead. */
  readonly corrections: Map<number, LineValues>;
  readonly stand: Map<number, number>;
}

const NO_FORMER = -1;
const APPROVE = DISPOSITIONS.indexOf('approve');

/** @param expected so many lines; more are taken all the same */
export function newLedger(expected?: number): Ledger {
  const places = newRecordPlaces(expected === undefined ? {} : { expected });
  let dispositions = new Uint8Array(0);
  let formers = new Int32Array(0);
  const disposition = (ordinal: number): Disposition => DISPOSITIONS[dispositions[ordinal] ?? APPROVE] ?? 'approve';
  /** All beyond the old end are approved, and new. */
  const reserve = (lines: number): void => {
    const before = dispositions.length;
    if (lines <= before) return;
    const room = Math.max(lines, before * 2, expected ?? 0);
    const longer = new Uint8Array(room).fill(APPROVE, before);
    longer.set(dispositions);
    dispositions = longer;
    const wider = new Int32Array(room).fill(NO_FORMER, before);
    wider.set(formers);
    formers = wider;
  };
  return {
    get size() {
      return places.size;
    },
    addAll(added, shift) {
      const first = places.size;
      places.addAll(added, shift);
      reserve(places.size);
      return first;
    },
    row: places.row,
    start: places.start,
    end: places.end,
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
    fixed: new Set(),
    corrections: new Map(),
    stand: new Map(),
  };
}
