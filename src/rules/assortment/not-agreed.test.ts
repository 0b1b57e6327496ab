import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './not-agreed.ts';

it('an agreed article without a price is agreed all the same', () => {
  const line = { itemNumber: '1001', price: '10' };
  expect(runLineExample(rule, { why: '', line, agreed: { itemNumber: '1001' } })).toEqual([]);
});

it('being in the previous version does not make an item agreed', () => {
  const line = { itemNumber: '1001' };
  expect(runLineExample(rule, { why: '', line, previous: line })).toHaveLength(1);
});
