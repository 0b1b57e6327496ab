import { describe, expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './change-limit.ts';

const run = (line: object, previous: object, options: Record<string, string> = {}) =>
  runLineExample(rule, { why: '', line, previous, options });

describe('price/change-limit', () => {
  it('has separate limits up and down', () => {
    const options = { risePercent: '5', fallPercent: '50' };
    expect(run({ price: '106' }, { price: '100' }, options)).toMatchObject([{ message: 'risePercent' }]);
    expect(run({ price: '50' }, { price: '100' }, options)).toEqual([]);
  });

  it('is not fooled by a percentage that rounds to the limit', () => {
    expect(run({ price: '1150000.01' }, { price: '1000000' })).toMatchObject([{ parameters: { percent: '15' } }]);
  });

  it('reports any change when the limit is zero, and none when there is none', () => {
    expect(run({ price: '100.01' }, { price: '100' }, { risePercent: '0' })).toHaveLength(1);
    expect(run({ price: '100' }, { price: '100' }, { risePercent: '0', fallPercent: '0' })).toEqual([]);
  });

  it('brings both prices to the same base quantity', () => {
    expect(run({ price: '250', priceBaseQuantity: '100' }, { price: '2.50' })).toEqual([]);
    expect(run({ price: '2.50', priceBaseQuantity: '100' }, { price: '2.50' })).toMatchObject([
      { message: 'fallPercent', parameters: { before: '250' } },
    ]);
  });

  it('knows no percentage of a price of zero, only the amount', () => {
    expect(run({ price: '10' }, { price: '0' })).toEqual([]);
    expect(run({ price: '10' }, { price: '0' }, { riseAmount: '9.99' })).toMatchObject([{ message: 'riseAmount' }]);
    expect(run({ price: '10' }, { price: '0' }, { riseAmount: '10' })).toEqual([]);
  });
});
