import { expect, it } from 'vitest';
import { runGroupExample } from '../../engine/run-examples.ts';
import rule from './duplicate.ts';

const rows = (...items: string[]) =>
  runGroupExample(rule, { why: '', lines: items.map((itemNumber) => ({ itemNumber, name: 'Penn' })) }).map(
    ({ row, parameters }) => [row, parameters?.['row']],
  );

it('points each line to a line of another item', () => {
  expect(rows('1', '1', '2', '3')).toEqual([
    [2, '4'],
    [3, '4'],
    [4, '2'],
    [5, '2'],
  ]);
});

it('lines without a name have nothing in common', () => {
  expect(runGroupExample(rule, { why: '', lines: [{ itemNumber: '1' }, { itemNumber: '2' }] })).toEqual([]);
});
