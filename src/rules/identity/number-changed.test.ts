import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './number-changed.ts';

it('numbers that differ in letters or case are two numbers', () => {
  const gtin = '7038840000105';
  const run = (itemNumber: string, before: string) =>
    runLineExample(rule, { why: '', line: { itemNumber, gtin }, previous: { itemNumber: before, gtin } });
  expect(run('A-1', 'a-1')).toHaveLength(1);
  expect(run('10010', '1001')).toHaveLength(1);
});

it('a number that is no GTIN joins no two lines', () => {
  const line = { itemNumber: '2', gtin: '0000' };
  expect(runLineExample(rule, { why: '', line, previous: { itemNumber: '1', gtin: '0000' } })).toEqual([]);
});

it('another GTIN is another item', () => {
  const line = { itemNumber: '2', gtin: '7038840000105' };
  const previous = { itemNumber: '1', gtin: '7038010000003' };
  expect(runLineExample(rule, { why: '', line, previous })).toEqual([]);
});
