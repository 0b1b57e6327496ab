import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './list-price.ts';

it('takes the discount of the price list where the line has none', () => {
  const found = runLineExample(rule, {
    why: '',
    line: { price: '120' },
    agreed: { price: '90', discountPercent: '25' },
  });
  expect(found).toMatchObject([{ parameters: { discount: '25' }, correction: { price: '90' } }]);
});

it('allows half an øre for rounding', () => {
  const run = (price: string) =>
    runLineExample(rule, { why: '', line: { price, discountPercent: '25' }, agreed: { price: '74.99' } });
  expect(run('99.99')).toHaveLength(1);
  expect(run('100.01')).toEqual([]);
});
