import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './unspsc-format.ts';

it.each([
  ['4412170', 'form'],
  ['441217011', 'form'],
  ['44-12-17', 'form'],
  ['00121701', 'noSegment'],
])('%s: %s', (unspsc, message) => {
  expect(runLineExample(rule, { why: '', line: { unspsc } })).toMatchObject([{ message }]);
});

it('a segment with zeros behind it is a code', () => {
  expect(runLineExample(rule, { why: '', line: { unspsc: '10000000' } })).toEqual([]);
});
