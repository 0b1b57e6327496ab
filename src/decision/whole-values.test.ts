import { expect, it } from 'vitest';
import type { CatalogueLine } from '../catalogue/line.ts';
import { newWholeValues } from './whole-values.ts';

const line = (row: number, supplierId?: string): CatalogueLine => ({
  row,
  ...(supplierId === undefined ? {} : { supplierId }),
});

it('counts the lines of each value and knows the first of them', () => {
  const taker = newWholeValues();
  for (const one of [line(2, 'a'), line(3), line(4, 'b'), line(5, 'a')]) taker.add(one);
  expect(taker.values.supplierId).toEqual([
    { value: 'a', lines: 2, row: 2 },
    { value: undefined, lines: 1, row: 3 },
    { value: 'b', lines: 1, row: 4 },
  ]);
});

it('of some lines after the others, rows are counted on', () => {
  const [all, some] = [newWholeValues(), newWholeValues()];
  all.add(line(2, 'a'));
  some.add(line(1, 'a'));
  some.add(line(2, 'b'));
  all.addAll(some.values, 2);
  expect(all.values.supplierId).toEqual([
    { value: 'a', lines: 2, row: 2 },
    { value: 'b', lines: 1, row: 4 },
  ]);
});

it('keeps no more than fifty values, and does not count the rest as any of them', () => {
  const taker = newWholeValues();
  for (let row = 2; row < 202; row++) taker.add(line(row, String(row)));
  expect(taker.values.supplierId).toHaveLength(50);
  expect(taker.values.supplierId.every(({ lines }) => lines === 1)).toBe(true);
});
