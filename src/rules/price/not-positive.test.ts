import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './not-positive.ts';

it.each(['-0', '-0.00', '0.000'])('%s is zero', (price) => {
  expect(runLineExample(rule, { why: '', line: { price } })).toMatchObject([{ actual: '0' }]);
});

it('a fraction of an øre is above zero', () => {
  expect(runLineExample(rule, { why: '', line: { price: '0.0001' } })).toEqual([]);
});
