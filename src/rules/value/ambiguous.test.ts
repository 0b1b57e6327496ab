import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import ambiguous from './ambiguous.ts';
import unreadable from './unreadable.ts';

it('each unreadable field is told by one of the two rules', () => {
  const line = { unreadable: { price: '1.234', listPrice: '12,5O', validTo: '03/04/2026', gtin: '1.234' } };
  expect(runLineExample(ambiguous, { why: '', line }).map(({ field }) => field)).toEqual(['price', 'validTo']);
  expect(runLineExample(unreadable, { why: '', line }).map(({ field }) => field)).toEqual(['listPrice', 'gtin']);
});
