import { expect, it } from 'vitest';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { AgreedArticle } from './agreement.ts';
import { coreTakerOf } from './core-list.ts';

const offered = (line: Partial<CatalogueLine>, article?: Partial<AgreedArticle>): readonly number[] => {
  const taker = coreTakerOf(['010010', '7038840000105'])();
  taker.add({ row: 2, ...line }, article === undefined ? undefined : { row: 2, currency: 'NOK', ...article });
  return [...taker.offered];
};

it('finds a line by its number, its GTIN, or those of its agreed article', () => {
  expect(offered({ itemNumber: '010010' })).toEqual([0]);
  expect(offered({ gtin: '07038840000105' })).toEqual([1]);
  expect(offered({ itemNumber: 'new' }, { itemNumber: '010010' })).toEqual([0]);
  expect(offered({ itemNumber: 'new' }, { gtin: '7038840000105' })).toEqual([1]);
});

it('does not take numbers for equal that differ in their zeros', () => {
  expect(offered({ itemNumber: '10010' })).toEqual([]);
});

it('finds nothing without a list', () => {
  const taker = coreTakerOf(undefined)();
  taker.add({ row: 2, itemNumber: '010010' }, undefined);
  expect(taker.offered.size).toBe(0);
});
