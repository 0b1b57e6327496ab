import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './data-sheet-missing.ts';

it('the class is told before the name, and once', () => {
  const found = runLineExample(rule, { why: '', line: { unspsc: '12191501', name: 'Aceton' } });
  expect(found.map(({ message }) => message)).toEqual(['class']);
});

it('what cannot be read is not missing', () => {
  expect(runLineExample(rule, { why: '', line: { unspsc: '47131801', unreadable: { sds: '#N/A' } } })).toEqual([]);
});

it('a line without class and name tells of no chemical', () => {
  expect(runLineExample(rule, { why: '', line: { itemNumber: '1' } })).toEqual([]);
});
