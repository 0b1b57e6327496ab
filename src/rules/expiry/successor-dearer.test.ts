import { expect, it } from 'vitest';
import { runSuccessionExample } from '../../engine/run-examples.ts';
import rule from './successor-dearer.ts';

const percents = (before: object, after: object) =>
  runSuccessionExample(rule, {
    why: '',
    lines: [
      { itemNumber: '1', replacedBy: '2', ...before },
      { itemNumber: '2', ...after },
    ],
  }).map(({ parameters }) => parameters?.['percent']);

it('goes by the price of one base unit, also of a price for many', () => {
  const each = { unit: 'EA', price: '1.00' };
  expect(percents(each, { unit: 'EA', price: '110', priceBaseQuantity: '100' })).toEqual(['10']);
  expect(percents(each, { unit: 'XBX', packQuantity: '12', packUnit: 'EA', price: '12' })).toEqual([]);
  expect(percents(each, { unit: 'XBX', packQuantity: '10', packUnit: 'EA', price: '12' })).toEqual(['20']);
  expect(percents({ unit: 'KGM', price: '20' }, { unit: 'GRM', price: '0.03' })).toEqual(['50']);
});

it('is silent of other money, and of what cannot be compared', () => {
  expect(percents({ price: '1', currency: 'EUR' }, { price: '10', currency: 'NOK' })).toEqual([]);
  expect(percents({ unit: 'EA', price: '1' }, { unit: 'KGM', price: '10' })).toEqual([]);
  expect(percents({ unit: 'EA', price: '0' }, { unit: 'EA', price: '10' })).toEqual([]);
  expect(percents({ price: '-1' }, { price: '10' })).toEqual([]);
  expect(percents({ price: '-10' }, { price: '-1' })).toEqual([]);
  expect(percents({}, { price: '10' })).toEqual([]);
  expect(percents({ price: '10' }, {})).toEqual([]);
});

it('a cent is enough', () => {
  expect(percents({ price: '100' }, { price: '100.01' })).toEqual(['0.01']);
});
