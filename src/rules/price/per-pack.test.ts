import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './per-pack.ts';

const run = (price: string, unit: string, agreed: string) =>
  runLineExample(rule, {
    why: '',
    line: { price, unit, packQuantity: '12' },
    agreed: { price: agreed, unit, packQuantity: '12' },
  });

it('allows half a percent for rounding, not more', () => {
  expect(run('1.57', 'XBX', '18.80')).toMatchObject([{ message: 'ofOne', expected: '18.8' }]);
  expect(run('1.58', 'XBX', '18.80')).toEqual([]);
});

it('corrects nothing: the unit may as well be wrong as the price', () => {
  expect(run('120', 'EA', '10')[0]).not.toHaveProperty('correction');
});
