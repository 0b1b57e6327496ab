import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsBetween, holdsOn, overlapping, type Period, sharedDays } from './period.ts';

const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05', '2026-01-06'];
const period = fc
  .tuple(fc.nat(days.length), fc.nat(days.length))
  .map(([a, b]): Period => ({ validFrom: days[Math.min(a, b) - 1], validTo: days[Math.max(a, b)] }));

describe('periods', () => {
  it('overlap exactly where two of them hold on one day', () => {
    const everyDay = ['2025-12-31', ...days, '2026-01-07'];
    const meet = (a: Period, b: Period) => everyDay.some((day) => holdsOn(a, day) && holdsOn(b, day));
    fc.assert(
      fc.property(fc.array(period, { maxLength: 6 }), (periods) => {
        const found = overlapping(periods);
        for (const one of periods) {
          expect(found.has(one)).toBe(periods.some((other) => other !== one && meet(one, other)));
          const other = found.get(one);
          if (other !== undefined) expect(meet(one, other)).toBe(true);
        }
      }),
    );
  });

  it('that follow each other day by day leave no gap', () => {
    const first = { validFrom: '2026-01-01', validTo: '2026-06-30' };
    const second = { validFrom: '2026-07-01', validTo: '2026-12-31' };
    expect([gapsBetween([second, first]), overlapping([second, first]).size]).toEqual([[], 0]);
  });

  it('tell from which day to which day none holds', () => {
    const first = { validTo: '2026-02-27' };
    const second = { validFrom: '2026-03-02' };
    expect(gapsBetween([first, second])).toEqual([
      { before: first, after: second, from: '2026-02-28', to: '2026-03-01' },
    ]);
  });

  it('have no gap behind one that has no end', () => {
    expect(gapsBetween([{ validFrom: '2026-01-01' }, { validFrom: '2026-03-02', validTo: '2026-03-03' }])).toEqual([]);
  });

  it('share the days from the later beginning to the earlier end', () => {
    expect(sharedDays({ validFrom: '2026-01-01' }, { validFrom: '2026-03-01', validTo: '2026-03-31' })).toEqual({
      validFrom: '2026-03-01',
      validTo: '2026-03-31',
    });
  });
});
