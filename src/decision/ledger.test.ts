import { describe, expect, it } from 'vitest';
import { newPlaces, putPlace } from '../readers/record-places.ts';
import { newLedger } from './ledger.ts';

function places(...rows: readonly { row: number; start: number; end: number }[]) {
  const all = newPlaces(rows.length);
  for (const [at, row] of rows.entries()) putPlace(all, at, { ...row, cells: [] });
  return all;
}

it('a line is approved until something restricts it, and never becomes milder again', () => {
  const ledger = newLedger();
  const ordinal = ledger.addAll(places({ row: 2, start: 10, end: 25 }), 0);
  expect(ledger.disposition(ordinal)).toBe('approve');
  for (const [restriction, becomes] of [
    ['correct', 'correct'],
    ['approve', 'correct'],
    ['withhold', 'withhold'],
    ['keepPrevious', 'withhold'],
  ] as const) {
    ledger.restrict(ordinal, restriction);
    expect(ledger.disposition(ordinal)).toBe(becomes);
  }
});

describe('many lines', () => {
  it('keep their rows, bytes and dispositions', () => {
    const ledger = newLedger();
    const count = 5000;
    const part = 700;
    for (let first = 0; first < count; first += part) {
      const ordinals = Array.from({ length: Math.min(part, count - first) }, (_, at) => first + at);
      // Rows as a thread counts them that does not know how many are above.
      const rows = ordinals.map((at) => ({ row: at - first + 2, start: at * 10, end: at * 10 + 9 }));
      expect(ledger.addAll(places(...rows), first)).toBe(first);
      for (const at of ordinals) if (at % 7 === 0) ledger.restrict(at, 'withhold');
    }
    expect(ledger.size).toBe(count);
    for (const at of [0, 1, 1023, 1024, 2049, 4999]) {
      expect([ledger.row(at), ledger.start(at), ledger.end(at), ledger.former(at), ledger.disposition(at)]).toEqual([
        at + 2,
        at * 10,
        at * 10 + 9,
        undefined,
        at % 7 === 0 ? 'withhold' : 'approve',
      ]);
    }
  });

  it('remember what they were before', () => {
    const ledger = newLedger();
    ledger.addAll(places(...Array.from({ length: 3000 }, (_, at) => ({ row: at, start: 0, end: 0 }))), 0);
    ledger.noteFormer(2999, 17);
    expect([ledger.former(2998), ledger.former(2999)]).toEqual([undefined, 17]);
  });
});
