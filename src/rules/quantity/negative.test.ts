import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './negative.ts';

it('tells each quantity below zero by itself', () => {
  const line = { packQuantity: '-1', minOrderQuantity: '-2', orderInterval: '5' };
  expect(runLineExample(rule, { why: '', line }).map(({ field }) => field)).toEqual([
    'packQuantity',
    'minOrderQuantity',
  ]);
});
