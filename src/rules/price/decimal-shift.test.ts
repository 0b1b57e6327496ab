import { describe, expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './decimal-shift.ts';

const run = (line: object, agreed?: object, previous?: object) =>
  runLineExample(rule, { why: '', line, ...(agreed ? { agreed } : {}), ...(previous ? { previous } : {}) });

describe('price/decimal-shift', () => {
  it('corrects to the agreed price, never to the previous one', () => {
    expect(run({ price: '4990' }, { price: '49.90' })).toMatchObject([{ correction: { price: '49.9' } }]);
    expect(run({ price: '4990' }, undefined, { price: '49.90' })[0]).not.toHaveProperty('correction');
  });

  it('allows half a percent for rounding, not more', () => {
    expect(run({ price: '1005' }, undefined, { price: '100' })).toHaveLength(1);
    expect(run({ price: '1005.01' }, undefined, { price: '100' })).toEqual([]);
  });

  it('brings the previous price to the same base quantity', () => {
    expect(run({ price: '250', priceBaseQuantity: '100' }, undefined, { price: '2.50' })).toEqual([]);
    expect(run({ price: '250' }, undefined, { price: '2.50' })).toHaveLength(1);
  });

  it('does not compare with a previous price in other money', () => {
    expect(run({ price: '100', currency: 'NOK' }, undefined, { price: '10', currency: 'EUR' })).toEqual([]);
  });

  it('is not asked without anything to compare with', () => {
    expect(run({ price: '100' })).toEqual([]);
  });
});
