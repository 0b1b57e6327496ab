/**
 * What the run remembers of every line until the last one is read: where its bytes lie, what it is called, and what
 * was decided. A few numbers a line, never the line itself.
 */
import { DISPOSITIONS, type Disposition, strictest } from '../catalogue/finding.ts';
import type { LineValues } from '../catalogue/line.ts';

export interface LedgerEntry {
  readonly row: number;
  /** Byte range of the record, 0 and 0 for formats without one. */
  readonly start: number;
  readonly end: number;
  readonly item: string | undefined;
  readonly fingerprint: number;
}

const APPROVE = DISPOSITIONS.indexOf('approve');

export interface Ledger {
  readonly size: number;
  /** @returns the line's ordinal, from 0 */
  add(entry: LedgerEntry): number;
  row(ordinal: number): number;
  start(ordinal: number): number;
  end(ordinal: number): number;
  item(ordinal: number): string | undefined;
  fingerprint(ordinal: number): number;
  disposition(ordinal: number): Disposition;
  /** Makes the line's disposition at least this strict. */
  restrict(ordinal: number, disposition: Disposition): void;
  /** Values that would put the line right, and the line of the previous version that could stand instead. */
  readonly corrections: Map<number, LineValues>;
  readonly stand: Map<number, number>;
}

export function newLedger(): Ledger {
  const rows: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const items: (string | undefined)[] = [];
  const fingerprints: number[] = [];
  let dispositions = new Uint8Array(1024);
  return {
    get size() {
      return rows.length;
    },
    add(entry) {
      const ordinal = rows.length;
      rows.push(entry.row);
      starts.push(entry.start);
      ends.push(entry.end);
      items.push(entry.item);
      fingerprints.push(entry.fingerprint);
      if (ordinal >= dispositions.length) {
        const larger = new Uint8Array(dispositions.length * 2);
        larger.set(dispositions);
        dispositions = larger;
      }
      dispositions[ordinal] = APPROVE;
      return ordinal;
    },
    row: (ordinal) => rows[ordinal] ?? 0,
    start: (ordinal) => starts[ordinal] ?? 0,
    end: (ordinal) => ends[ordinal] ?? 0,
    item: (ordinal) => items[ordinal],
    fingerprint: (ordinal) => fingerprints[ordinal] ?? 0,
    disposition: (ordinal) => DISPOSITIONS[dispositions[ordinal] ?? APPROVE] ?? 'approve',
    restrict(ordinal, disposition) {
      const current = DISPOSITIONS[dispositions[ordinal] ?? APPROVE] ?? 'approve';
      dispositions[ordinal] = DISPOSITIONS.indexOf(strictest(current, disposition));
    },
    corrections: new Map(),
    stand: new Map(),
  };
}
