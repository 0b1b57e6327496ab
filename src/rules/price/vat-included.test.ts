import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './vat-included.ts';

const run = (price: string, agreed: string) =>
  runLineExample(rule, { why: '', line: { price }, agreed: { price: agreed } });

it('allows for rounding by an øre on small prices', () => {
  expect(run('6.24', '4.99')).toHaveLength(1);
  expect(run('6.25', '4.99')).toEqual([]);
});

it('allows for 0.05 % on large ones', () => {
  expect(run('125062.50', '100000')).toHaveLength(1);
  expect(run('125062.51', '100000')).toEqual([]);
});

it('corrects to the agreed price', () => {
  expect(run('125', '100')).toMatchObject([{ correction: { price: '100' } }]);
});
