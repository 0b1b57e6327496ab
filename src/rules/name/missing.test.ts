import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './missing.ts';

it.each(['...', '?', '—', '***'])('%s is no name', (name) => {
  expect(runLineExample(rule, { why: '', line: { name } })).toMatchObject([{ message: 'nothingSaid' }]);
});

it.each(['7-Up', '3M', 'Ål', '茶'])('%s is one', (name) => {
  expect(runLineExample(rule, { why: '', line: { name } })).toEqual([]);
});
