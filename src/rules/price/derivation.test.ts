import { expect, it } from 'vitest';
import type { AgreedVerdict } from '../../agreement/agreement.ts';
import { decimal } from '../../catalogue/decimal.ts';
import { deriveAgreedPrice } from './derivation.ts';

const LINE = { row: 2, price: decimal('30'), priceBaseQuantity: decimal('100') };
const VERDICT: AgreedVerdict = {
  article: {
    row: 7,
    itemNumber: '1001',
    gtin: '7038840000105',
    price: decimal('12'),
    priceBaseQuantity: decimal('10'),
    currency: 'NOK',
  },
  matchedBy: 'itemNumber',
  agreedPrice: decimal('24'),
  converted: {
    kind: 'converted',
    field: 'packQuantity',
    offered: { of: 'LTR', amount: decimal('2'), packed: false },
    agreed: { of: 'LTR', amount: decimal('10'), packed: false },
  },
  price: { kind: 'above', percent: decimal('25'), difference: decimal('6') },
};

it('goes from the article over the row of the price list to the price for what the line offers', () => {
  expect(deriveAgreedPrice(LINE, VERDICT)).toEqual([
    { step: 'item', value: '1001' },
    { step: 'matchedBy', value: 'itemNumber' },
    { step: 'priceListRow', value: '7' },
    { step: 'listedPrice', value: '12' },
    { step: 'listedBaseQuantity', value: '10' },
    { step: 'offeredBaseQuantity', value: '100' },
    { step: 'baseUnit', value: 'LTR' },
    { step: 'listedContent', value: '10' },
    { step: 'offeredContent', value: '2' },
    { step: 'agreedPrice', value: '24' },
  ]);
});

it('of a term it has the steps of the term in place of the row; amounts in other money say so', () => {
  const term = {
    winner: { kind: 'discount', by: 'productGroup' },
    steps: [{ step: 'listPrice', value: '40' }],
    adjustable: false,
  } as const;
  const article = { row: 0, gtin: '7038840000105', currency: 'EUR' };
  const verdict: AgreedVerdict = {
    article,
    matchedBy: 'term',
    term,
    foreign: 'EUR',
    agreedPrice: decimal('24'),
    price: { kind: 'kept' },
  };
  expect(deriveAgreedPrice({ row: 2 }, verdict)).toEqual([
    { step: 'item', value: '7038840000105' },
    { step: 'matchedBy', value: 'term' },
    { step: 'listPrice', value: '40' },
    { step: 'agreedPrice', value: '24', currency: 'EUR' },
  ]);
});
