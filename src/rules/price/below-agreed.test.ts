import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './below-agreed.ts';

const run = (price: string, agreed: string) =>
  runLineExample(rule, { why: '', line: { price }, agreed: { price: agreed } });

it('reports one øre, but not what rounding to øre makes', () => {
  expect(run('99.99', '100')).toHaveLength(1);
  expect(run('12.33', '12.335')).toEqual([]);
});

it('names a share as it was before roundings', () => {
  expect(run('47.41', '49.90')).toMatchObject([{ parameters: { cause: 'below:5' } }]);
  expect(run('47.42', '49.90')[0]?.parameters).not.toHaveProperty('cause');
});

it('says no more than that it is below where another rule knows why', () => {
  const [found] = run('1.00', '100');
  expect(found?.message).toBe('below');
  expect(found?.parameters).not.toHaveProperty('discount');
});
