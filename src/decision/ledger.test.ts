import { describe, expect, it } from 'vitest';
import { newLedger } from './ledger.ts';

it('a line is approved until something restricts it, and never becomes milder again', () => {
  const ledger = newLedger();
  const ordinal = ledger.add({ row: 2, cells: [], start: 10, end: 25 }, 'A');
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
  it('keep their rows, bytes, names and dispositions', () => {
    const ledger = newLedger();
    const count = 5000;
    for (let at = 0; at < count; at++) {
      ledger.add({ row: at + 2, cells: [], start: at * 10, end: at * 10 + 9 }, at % 3 === 0 ? undefined : `V${at}`);
      if (at % 7 === 0) ledger.restrict(at, 'withhold');
    }
    expect(ledger.size).toBe(count);
    for (const at of [0, 1, 1023, 1024, 2049, 4999]) {
      expect([ledger.row(at), ledger.start(at), ledger.end(at), ledger.item(at), ledger.disposition(at)]).toEqual([
        at + 2,
        at * 10,
        at * 10 + 9,
        at % 3 === 0 ? undefined : `V${at}`,
        at % 7 === 0 ? 'withhold' : 'approve',
      ]);
    }
  });
});
