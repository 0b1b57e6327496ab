import { expect, it } from 'vitest';
import { runSuccessionExample } from '../../engine/run-examples.ts';
import rule from './successor-expired.ts';

it('the last day of the successor counts', () => {
  const lines = [
    { itemNumber: '1', replacedBy: '2' },
    { itemNumber: '2', validTo: '2026-06-01' },
  ];
  expect(runSuccessionExample(rule, { why: '', asOf: '2026-06-01', lines })).toEqual([]);
  expect(runSuccessionExample(rule, { why: '', asOf: '2026-06-02', lines })).toHaveLength(1);
});

it('is told of each line that leads to one that is gone, by its own number for the next', () => {
  const lines = [
    { itemNumber: '1', replacedBy: '2' },
    { itemNumber: '2', status: 'discontinued' as const },
    { itemNumber: '3', status: 'discontinued' as const, replaces: '2' },
  ];
  expect(
    runSuccessionExample(rule, { why: '', lines }).map(({ row, actual, message }) => [row, actual, message]),
  ).toEqual([
    [2, '2', 'discontinued'],
    [3, '3', 'discontinued'],
  ]);
});
