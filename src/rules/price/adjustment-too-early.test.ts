import { expect, it } from 'vitest';
import { decimal } from '../../catalogue/decimal.ts';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './adjustment-too-early.ts';
import { withClause, withNextList } from './clause-examples.ts';

const rates = { EUR: decimal('11.5') };

it('the steps to the price of the next list say which currency they are in', () => {
  const [found] = runLineExample(rule, {
    why: '',
    line: { price: '99', currency: 'EUR' },
    agreed: {},
    agreement: withNextList({ rates }),
    lists: [
      { price: '100', currency: 'EUR' },
      { price: '110', currency: 'EUR' },
    ],
  });
  expect(found?.derivation?.filter(({ value }) => value === '110' || value === '99')).toEqual([
    { step: 'listPrice', value: '110', currency: 'EUR' },
    { step: 'allowedPrice', value: '99', currency: 'EUR' },
  ]);
});

it.each([
  ['the same', {}, 1],
  ['in another currency', { currency: 'EUR' }, 0],
  ['for ten of them', { priceBaseQuantity: '10' }, 0],
  ['for another unit', { unit: 'XPK' }, 0],
])('a price of a notified list counts where what it is for is %s', (_, entry, count) => {
  const clause = withClause({ basis: { kind: 'notifiedList', list: 'varslet' } }).pricing?.adjustment;
  const { pricing } = withNextList({
    terms: [],
    lists: [{ name: 'varslet', file: 'ny.csv', from: '2026-07-01', notified: '2026-05-01', approved: '2026-05-10' }],
    ...(clause === undefined ? {} : { adjustment: clause }),
  });
  const found = runLineExample(rule, {
    why: '',
    line: { price: '105', unit: 'H87' },
    agreed: { price: '100', unit: 'H87' },
    agreement: pricing === undefined ? {} : { pricing },
    lists: [{ price: '105', unit: 'H87', ...entry }],
  });
  expect(found).toHaveLength(count);
});
