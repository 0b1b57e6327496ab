import { describe, expect, it } from 'vitest';
import type { ExampleLine } from '../../engine/rule.ts';
import { runGroupExample } from '../../engine/run-examples.ts';
import rule from './duplicate.ts';

const run = (...lines: ExampleLine[]) =>
  runGroupExample(rule, { why: '', lines }).map(({ row, field, message }) => [row, field, message]);

const GTIN = '7038010000003';

describe('identity/duplicate', () => {
  it('keeps the first of three equal lines', () => {
    const line = { itemNumber: '1', gtin: GTIN, price: '10' };
    expect(run(line, line, line)).toEqual([
      [3, 'itemNumber', 'identical'],
      [4, 'itemNumber', 'identical'],
    ]);
  });

  it('keeps none where one of three differs', () => {
    const line = { itemNumber: '1', price: '10' };
    expect(run(line, line, { ...line, price: '11' }).map(([row]) => row)).toEqual([2, 3, 4]);
  });

  it('tells lines without item number by their GTIN, once', () => {
    expect(run({ gtin: GTIN, price: '1' }, { gtin: GTIN, price: '1' })).toEqual([[3, 'gtin', 'identical']]);
    expect(run({ gtin: GTIN }, { gtin: `0${GTIN}` })).toEqual([
      [2, 'gtin', 'differing'],
      [3, 'gtin', 'differing'],
    ]);
  });

  it('shows a GTIN with its own digits, not as it was compared', () => {
    const shown = (...lines: ExampleLine[]) =>
      runGroupExample(rule, { why: '', lines }).map(({ parameters }) => parameters?.['value']);
    const under = (gtin: string) => [
      { itemNumber: '1', gtin },
      { itemNumber: '2', gtin },
    ];
    expect(shown(...under(GTIN))).toEqual([GTIN, GTIN]);
    expect(shown(...under('90311017'))).toEqual(['90311017', '90311017']);
    expect(shown({ gtin: GTIN, price: '1' }, { gtin: `0${GTIN}`, price: '2' })).toEqual([GTIN, `0${GTIN}`]);
    expect(shown({ itemNumber: '0012', price: '1' }, { itemNumber: '0012', price: '2' })).toEqual(['0012', '0012']);
  });

  it('tells an item number that is its own GTIN once', () => {
    const line = { itemNumber: GTIN, gtin: GTIN };
    expect(run(line, line)).toEqual([[3, 'itemNumber', 'identical']]);
  });

  it('tells a GTIN shared with a line that has no item number', () => {
    expect(run({ itemNumber: '1', gtin: GTIN }, { gtin: GTIN }).map(([row, field]) => [row, field])).toEqual([
      [2, 'gtin'],
      [3, 'gtin'],
    ]);
  });

  it('does not take item numbers for equal that differ in their zeros', () => {
    expect(run({ itemNumber: '0012' }, { itemNumber: '12' })).toEqual([]);
  });
});
