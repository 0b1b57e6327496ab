import { expect, it } from 'vitest';
import { USUAL_ROUNDING } from '../../agreement/terms/rounding.ts';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './not-priced.ts';

const pricing = (scope: object) => ({
  pricing: {
    terms: [{ scope, price: { kind: 'notPriced' } as const }],
    lists: [],
    rounding: USUAL_ROUNDING,
    rates: {},
  },
});
const found = (line: object, agreed: object, scope: object = { productGroups: ['FRITEKST'] }) =>
  runLineExample(rule, {
    why: '',
    line: { price: '900', ...line },
    agreed: { itemNumber: '1', ...agreed },
    agreement: pricing(scope),
  }).map(({ message, parameters }) => [message, parameters?.['group']]);

it('whose word the group is decides: the price list goes before the supplier', () => {
  expect(found({ productGroup: 'Fritekst' }, {})).toEqual([['bySupplier', 'Fritekst']]);
  expect(found({ productGroup: 'Fritekst' }, { productGroup: 'Fritekst' })).toEqual([['agreed', undefined]]);
  expect(found({ priceGroup: 'Fritekst' }, {})).toEqual([['bySupplier', 'Fritekst']]);
  expect(found({ productGroup: 'Fritekst' }, { priceGroup: 'Fritekst' })).toEqual([['agreed', undefined]]);
});

it('what is agreed by something else than the group is agreed, whatever group the supplier names', () => {
  expect(found({ productGroup: 'Fritekst', unspsc: '44121704' }, {}, { unspsc: ['4412'] })).toEqual([
    ['agreed', undefined],
  ]);
});

it('a price is held against what is agreed where there is one', () => {
  const example = { why: '', line: { price: '900' }, agreed: { itemNumber: '1', price: '10' } };
  expect(runLineExample(rule, example)).toEqual([]);
});
