import { expect, it } from 'vitest';
import { largestRises } from './price-rises.ts';
import type { Change } from './result.ts';

const moved = (item: string, percent: string, field: 'price' | 'listPrice' = 'price'): Change => ({
  item,
  change: 'changed',
  field,
  percent,
});

function itemsOf(changes: readonly Change[], keep: number): readonly string[] {
  const largest = largestRises(keep);
  for (const change of changes) largest.add(change);
  return largest.rises.map(({ item }) => item);
}

it('the largest rises come first, equal ones in the order they came', () => {
  const changes = [moved('a', '9.5'), moved('b', '10'), moved('c', '100'), moved('d', '10'), moved('e', '1')];
  expect(itemsOf(changes, 3)).toEqual(['c', 'b', 'd']);
});

it('falls, other fields and changes without a percent are no price rises', () => {
  const changes: Change[] = [
    moved('a', '-40'),
    moved('b', '0'),
    moved('c', '5', 'listPrice'),
    { item: 'd', change: 'added' },
  ];
  expect(itemsOf([...changes, moved('e', '0.01')], 3)).toEqual(['e']);
});
