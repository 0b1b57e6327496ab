import { describe, expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './above-agreed.ts';

const run = (price: string, agreed: string, line = {}) =>
  runLineExample(rule, { why: '', line: { price, ...line }, agreed: { price: agreed } });

describe('price/above-agreed', () => {
  it('reports one øre too much', () => {
    expect(run('100', '100')).toEqual([]);
    expect(run('100.01', '100')).toMatchObject([{ actual: '100.01', parameters: { difference: '0.01' } }]);
  });

  it('names the agreed price as the correction, and how it came about', () => {
    expect(run('300', '2.50', { priceBaseQuantity: '100' })).toMatchObject([
      {
        correction: { price: '250' },
        derivation: [
          { step: 'matchedBy', value: 'itemNumber' },
          { step: 'priceListRow', value: '2' },
          { step: 'listedPrice', value: '2.5' },
          { step: 'offeredBaseQuantity', value: '100' },
          { step: 'agreedPrice', value: '250' },
        ],
      },
    ]);
  });

  it('also sees a price ten times too high, should the rule on that be off', () => {
    expect(run('1000', '100')).toHaveLength(1);
    expect(run('10', '100')).toEqual([]);
  });

  it('leaves prices for other things, or in other money, to their own rules', () => {
    const elsewhere = { why: '', line: { price: '900', unit: 'XPK' }, agreed: { price: '100', unit: 'EA' } };
    expect(runLineExample(rule, elsewhere)).toEqual([]);
    expect(run('900', '100', { currency: 'SEK' })).toEqual([]);
  });
});
