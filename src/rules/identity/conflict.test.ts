import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './conflict.ts';

const line = { itemNumber: '1001', gtin: '7038010000010' };
const agreed = { itemNumber: '1001', gtin: '7038010000003' };

it('names the article that the GTIN belongs to', () => {
  const conflict = { by: 'gtin', itemNumber: '1002', gtin: '7038010000010' } as const;
  expect(runLineExample(rule, { why: '', line, agreed, conflict })).toMatchObject([
    { field: 'gtin', actual: '7038010000010', parameters: { itemNumber: '1001', other: '1002' } },
  ]);
});

it('names its row where the price list has no number for it', () => {
  const conflict = { by: 'gtin', gtin: '7038010000010' } as const;
  expect(runLineExample(rule, { why: '', line, agreed, conflict })).toMatchObject([{ parameters: { other: '(2)' } }]);
});

it('says nothing where the price list knows only one of the two', () => {
  expect(runLineExample(rule, { why: '', line, agreed })).toEqual([]);
});
