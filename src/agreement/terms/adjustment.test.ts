import { describe, expect, it } from 'vitest';
import { decimal } from '../../catalogue/decimal.ts';
import { type AdjustmentClause, adjustmentOn, type Notice, type SeriesBasis } from './adjustment.ts';
import { toDecimal } from './fraction.ts';

const series = [
  ['2025-01', '100'],
  ['2025-06', '101'],
  ['2025-10', '104'],
  ['2026-06', '98'],
  ['2026-10', '109.2'],
] as const;

function clause(rules: Partial<AdjustmentClause>, basis: Partial<SeriesBasis>, ...notices: Notice[]): AdjustmentClause {
  return {
    basis: {
      kind: 'index',
      name: 'KPI',
      baseMonth: '2025-01',
      share: decimal('100'),
      series: series.map(([month, value]) => ({ month, value: decimal(value) })),
      ...basis,
    },
    noticeDays: 30,
    notices,
    ...rules,
  };
}

const AUTUMN: Notice = { received: '2025-11-01', from: '2026-01-01', month: '2025-10' };
const LATER: Notice = { received: '2026-07-01', from: '2026-08-15', month: '2026-06' };

describe('a notice', () => {
  it.each<[why: string, AdjustmentClause, day: string, statuses: string[], factor: string]>([
    ['holds from its day', clause({}, {}, AUTUMN), '2026-01-01', ['inForce'], '1.04'],
    ['does not hold the day before', clause({}, {}, AUTUMN), '2025-12-31', ['pending'], '1'],
    ['gives its share', clause({}, { share: decimal('75') }, AUTUMN), '2026-01-01', ['inForce'], '1.03'],
    ['gives no more than the cap', clause({}, { cap: decimal('2.5') }, AUTUMN), '2026-01-01', ['inForce'], '1.025'],
    [
      'gives the threshold and more',
      clause({}, { threshold: decimal('4') }, AUTUMN),
      '2026-01-01',
      ['inForce'],
      '1.04',
    ],
    [
      'gives nothing below the threshold',
      clause({}, { threshold: decimal('4.01') }, AUTUMN),
      '2026-01-01',
      ['belowThreshold'],
      '1',
    ],
    ['lowers prices too', clause({}, {}, AUTUMN, LATER), '2026-08-15', ['inForce', 'inForce'], '0.98'],
    [
      'is capped downwards',
      clause({}, { cap: decimal('1.5') }, { ...AUTUMN, month: '2026-06' }),
      '2026-01-01',
      ['inForce'],
      '0.985',
    ],
    [
      'does not hold when one held within a year',
      clause({ timesPerYear: 1 }, {}, AUTUMN, LATER),
      '2026-12-01',
      ['inForce', 'tooFrequent'],
      '1.04',
    ],
    [
      'holds a year after the last',
      clause({ timesPerYear: 1 }, {}, AUTUMN, { ...LATER, from: '2027-01-01' }),
      '2027-01-01',
      ['inForce', 'inForce'],
      '0.98',
    ],
    [
      'holds as the second of two',
      clause({ timesPerYear: 2 }, {}, AUTUMN, LATER),
      '2026-12-01',
      ['inForce', 'inForce'],
      '0.98',
    ],
    ['waits for the earliest day', clause({ earliest: '2026-02-01' }, {}, AUTUMN), '2026-01-31', ['pending'], '1'],
    ['waits for its approval', clause({}, {}, { ...AUTUMN, approved: '2026-01-15' }), '2026-01-14', ['pending'], '1'],
  ])('%s', (_, given, day, statuses, factor) => {
    const { notices, factor: all } = adjustmentOn(given, day);
    expect(notices.map(({ status }) => status)).toEqual(statuses);
    expect(toDecimal(all, 8)).toBe(factor);
  });

  it('that came late holds when the days of notice have passed, and is early by the clause', () => {
    const late = clause({}, {}, { ...AUTUMN, received: '2025-12-15' });
    expect(adjustmentOn(late, '2026-01-13').notices).toMatchObject([
      { status: 'pending', early: true, holdsFrom: '2026-01-14' },
    ]);
    expect(adjustmentOn(late, '2026-01-14').notices).toMatchObject([{ status: 'inForce' }]);
    expect(adjustmentOn(clause({}, {}, AUTUMN), '2026-01-14').notices[0]?.early).toBe(false);
  });
});

describe('what the clause allows next', () => {
  it('is what a notice of today would give, by the newest month that has come', () => {
    const { next } = adjustmentOn(clause({}, {}), '2025-12-24');
    expect(next).toMatchObject({ noticed: false, from: '2026-01-23', change: { toMonth: '2025-10', percent: '4' } });
  });

  it('begins where the last adjustment ended, and not before a year has passed', () => {
    const { next } = adjustmentOn(clause({ timesPerYear: 1 }, {}, AUTUMN), '2026-11-20');
    expect(next).toMatchObject({
      from: '2027-01-01',
      change: { fromMonth: '2025-10', toMonth: '2026-10', percent: '5' },
    });
  });

  it('is a notice that is on its way', () => {
    const { next } = adjustmentOn(clause({}, {}, AUTUMN), '2025-12-24');
    expect(next).toMatchObject({ noticed: true, from: '2026-01-01' });
  });

  it.each<[string, AdjustmentClause, string]>([
    ['below the threshold', clause({}, { threshold: decimal('5') }), '2025-12-24'],
    ['in the base month', clause({}, {}), '2025-01-31'],
  ])('is nothing %s', (_, given, day) => {
    expect(adjustmentOn(given, day).next).toBeUndefined();
  });
});

describe('a notified list', () => {
  const given: AdjustmentClause = {
    basis: { kind: 'notifiedList', list: 'ny' },
    noticeDays: 30,
    timesPerYear: 1,
    notices: [],
  };
  const list = { name: 'ny', file: 'ny.csv', notified: '2026-01-01', from: '2026-02-15' };

  it.each([
    ['holds when approved', { ...list, approved: '2026-01-20' }, 'inForce'],
    ['does not hold unapproved', list, 'notApproved'],
    [
      'holds when the days of notice have passed',
      { ...list, approved: '2026-01-20', notified: '2026-02-14' },
      'pending',
    ],
  ])('%s', (_, facts, status) => {
    expect(adjustmentOn(given, '2026-03-01', [facts]).notices).toMatchObject([{ status }]);
  });

  it('too soon after another does not hold', () => {
    const second = { ...list, approved: '2026-05-01', from: '2026-06-01', notified: '2026-04-01' };
    const { notices } = adjustmentOn(given, '2026-07-01', [{ ...list, approved: '2026-01-20' }, second]);
    expect(notices.map(({ status }) => status)).toEqual(['inForce', 'tooFrequent']);
  });
});
