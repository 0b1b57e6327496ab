import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './basis-differs.ts';

it('compares contents as numbers', () => {
  const agreed = { price: '10', packQuantity: '10.0' };
  expect(runLineExample(rule, { why: '', line: { price: '10', packQuantity: '10' }, agreed })).toEqual([]);
});

it('is not asked without a price', () => {
  expect(runLineExample(rule, { why: '', line: { unit: 'XPK' }, agreed: { price: '10', unit: 'EA' } })).toEqual([]);
});
