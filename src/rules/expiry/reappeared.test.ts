import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './reappeared.ts';

const previous = { status: 'discontinued' } as const;

it('a status that nobody understands, or an item that cannot be ordered, is not back', () => {
  expect(runLineExample(rule, { why: '', line: { unreadable: { status: 'kanskje' } }, previous })).toEqual([]);
  expect(runLineExample(rule, { why: '', line: { orderable: false }, previous })).toEqual([]);
  expect(runLineExample(rule, { why: '', line: { status: 'new' }, previous })).toHaveLength(1);
});
