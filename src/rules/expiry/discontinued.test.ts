import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './discontinued.ts';

it('a successor alone does not make an item discontinued', () => {
  expect(runLineExample(rule, { why: '', line: { status: 'active', replacedBy: '1002' } })).toEqual([]);
});

it('an item that cannot be ordered just now is not discontinued', () => {
  expect(runLineExample(rule, { why: '', line: { status: 'active', orderable: false } })).toEqual([]);
});
