import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './unknown.ts';

it('tells both units, each on its own', () => {
  const line = { unreadable: { unit: 'KOLLIX', packUnit: 'dingser' } };
  expect(runLineExample(rule, { why: '', line }).map(({ field }) => field)).toEqual(['unit', 'packUnit']);
});

it('does not demand a unit', () => {
  expect(runLineExample(rule, { why: '', line: { name: 'Penn' } })).toEqual([]);
});
