import { expect, it } from 'vitest';
import { largestMoves } from './price-moves.ts';
import type { Change } from './result.ts';

const moved = (item: string, percent: string, field: 'price' | 'listPrice' = 'price'): Change => ({
  item,
  change: 'changed',
  field,
  percent,
});

function itemsOf(changes: readonly Change[], keep: number, way: 'up' | 'down' = 'up'): readonly string[] {
  const largest = largestMoves(keep, way);
  for (const change of changes) largest.add(change);
  return largest.moves.map(({ item }) => item);
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

it('the largest falls come first, too', () => {
  const changes = [moved('a', '-9.5'), moved('b', '10'), moved('c', '-40'), moved('d', '-2')];
  expect(itemsOf(changes, 2, 'down')).toEqual(['c', 'a']);
});

it('what a move makes in a year weighs more than its percent, up or down', () => {
  const dear: Change = { ...moved('dear', '1'), effect: '900' };
  const cheap: Change = { ...moved('cheap', '50'), effect: '3' };
  expect(itemsOf([cheap, moved('unknown', '80'), dear], 3)).toEqual(['dear', 'cheap', 'unknown']);
  const saved: Change = { ...moved('saved', '-1'), effect: '-900' };
  expect(itemsOf([{ ...moved('little', '-60'), effect: '-2' }, saved], 3, 'down')).toEqual(['saved', 'little']);
});
