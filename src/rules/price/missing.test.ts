import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './missing.ts';

it('does not take a list price for the price', () => {
  expect(runLineExample(rule, { why: '', line: { listPrice: '10' } })).toHaveLength(1);
});

it('counts a price of zero as given', () => {
  expect(runLineExample(rule, { why: '', line: { price: '0' } })).toEqual([]);
});
