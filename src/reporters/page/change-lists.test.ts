import { expect, it } from 'vitest';
import type { Change } from '../result.ts';
import { newChangeSorter } from './change-lists.ts';

it('changes are sorted by kind, prices largest first, others as they came, and all are counted', () => {
  const sorter = newChangeSorter(2);
  const changes: readonly Change[] = [
    { item: 'a', change: 'changed', field: 'price', percent: '3' },
    { item: 'b', change: 'changed', field: 'price', percent: '30' },
    { item: 'c', change: 'changed', field: 'price', percent: '9' },
    { item: 'd', change: 'renumbered', field: 'price', percent: '-4' },
    { item: 'd', change: 'renumbered', field: 'itemNumber' },
    { item: 'e', change: 'added' },
    { item: 'f', change: 'removed' },
    { item: 'g', change: 'ambiguous' },
    { item: 'h', change: 'changed', field: 'price', before: '1', after: '2' },
    { item: 'i', change: 'changed', field: 'name' },
  ];
  for (const change of changes) sorter.add(change);
  const told = Object.entries(sorter.lists()).map(([kind, { count, shown }]) => [
    kind,
    count,
    shown.map(({ item }) => item),
  ]);
  expect(told).toEqual([
    ['priceUp', 3, ['b', 'c']],
    ['priceDown', 1, ['d']],
    ['added', 1, ['e']],
    ['removed', 1, ['f']],
    ['renumbered', 1, ['d']],
    ['other', 3, ['g', 'h']],
  ]);
});
