import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './currency.ts';

const run = (line: object, agreed: object) => runLineExample(rule, { why: '', line, agreed });

it('corrects the amount together with the currency', () => {
  expect(run({ price: '10', currency: 'SEK' }, { price: '9.50' })).toMatchObject([
    { correction: { price: '9.5', currency: 'NOK' } },
  ]);
});

it('names no correction where the agreed price is for another unit', () => {
  const [problem] = run({ price: '10', currency: 'SEK', unit: 'XPK' }, { price: '9.50', unit: 'EA' });
  expect(problem).toMatchObject({ actual: 'SEK' });
  expect(problem).not.toHaveProperty('correction');
});

it('a line without a currency is in that of the agreement, which need not be the article\u2019s', () => {
  const euros = { price: '10', currency: 'EUR' };
  expect(run({ price: '10' }, euros)).toMatchObject([{ message: 'notGiven', expected: 'EUR' }]);
  expect(run({ price: '10', unreadable: { currency: 'euroer' } }, euros)).toEqual([]);
  expect(run({ itemNumber: '1' }, { itemNumber: '1', ...euros })).toEqual([]);
  expect(run({ currency: 'EUR' }, { ...euros })).toEqual([]);
});
