import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './gtin-changed.ts';

const GTIN = '7038840000105';

it('a line found by its GTIN under another number is not this rule\u2019s business', () => {
  const previous = { itemNumber: '1', gtin: '7038010000003' };
  expect(runLineExample(rule, { why: '', line: { itemNumber: '2', gtin: GTIN }, previous })).toEqual([]);
});

it('a number that is no GTIN, before or now, says nothing', () => {
  const run = (gtin: string, before: string) =>
    runLineExample(rule, { why: '', line: { itemNumber: '1', gtin }, previous: { itemNumber: '1', gtin: before } });
  expect(run('12345', GTIN)).toEqual([]);
  expect(run(GTIN, '12345')).toEqual([]);
});
