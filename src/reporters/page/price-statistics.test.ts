import { describe, expect, it } from 'vitest';
import type { Change } from '../result.ts';
import { newPriceCounter, type PriceStatistics } from './price-statistics.ts';

const moved = (percent: string, group?: string, effect?: string): Change => ({
  item: '1',
  change: 'changed',
  field: 'price',
  percent,
  ...(group === undefined ? {} : { group }),
  ...(effect === undefined ? {} : { effect }),
});

function statisticsOf(changes: readonly Change[]): PriceStatistics {
  const counter = newPriceCounter();
  for (const change of changes) counter.add(change);
  return counter.statistics();
}

describe('how far prices moved', () => {
  it('is counted in steps, with the upper border in the step', () => {
    const { steps, prices } = statisticsOf(
      ['-20', '-19.99', '-0.01', '0.01', '2', '2.01', '20', '20.01'].map((one) => moved(one)),
    );
    const filled = steps.filter((step) => step.prices > 0);
    expect(prices).toBe(8);
    expect(filled).toEqual([
      { upTo: -20, prices: 1 },
      { over: -20, upTo: -10, prices: 1 },
      { over: -2, upTo: 0, prices: 1 },
      { over: 0, upTo: 2, prices: 2 },
      { over: 2, upTo: 5, prices: 1 },
      { over: 10, upTo: 20, prices: 1 },
      { over: 20, prices: 1 },
    ]);
  });

  it('is told by group, those with most moves first, with what they make in a year', () => {
    const { groups } = statisticsOf([
      moved('1', 'Papir', '10.5'),
      moved('-1', 'Papir', '-3'),
      moved('1', 'Lim'),
      moved('1'),
      moved('-5'),
      moved('1'),
    ]);
    expect(groups).toEqual([
      { group: '', up: 2, down: 1 },
      { group: 'Papir', up: 1, down: 1, effect: '7.5' },
      { group: 'Lim', up: 1, down: 0 },
    ]);
  });

  it('leaves out what is no move of a price, or has no measure', () => {
    const { prices, groups } = statisticsOf([
      moved('0'),
      { item: '1', change: 'changed', field: 'price', before: '1', after: 'x' },
      { item: '1', change: 'changed', field: 'listPrice', percent: '5' },
      { item: '1', change: 'added' },
    ]);
    expect([prices, groups]).toEqual([0, []]);
  });

  it('does not fill memory with groups', () => {
    const { groups, prices } = statisticsOf(Array.from({ length: 5000 }, (_, at) => moved('1', `Gruppe ${at}`)));
    expect(prices).toBe(5000);
    expect(groups.length).toBeLessThan(1010);
    expect(groups[0]?.group).toBe('');
    expect(groups.reduce((sum, { up }) => sum + up, 0)).toBe(5000);
  });
});
