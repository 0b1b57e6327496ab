import { expect, it } from 'vitest';
import { newKeyTable } from '../../catalogue/key-table.ts';
import rule from './returned.ts';

const items = newKeyTable();
items.set('100', 0);
items.set('200', 7);
const formerItems = { items: items.data(), versions: [{ number: '0003', day: '2025-02-01' }] };
const told = (itemNumber: string, context: object) =>
  rule.check({ row: 2, itemNumber }, { asOf: '2026-06-01', options: {}, ...context });

it('needs to know the versions before the last', () => {
  expect(told('100', {})).toEqual([]);
  expect(told('100', { references: {} })).toEqual([]);
  expect(told('100', { references: { formerItems } })).toHaveLength(1);
});

it('says nothing of an article that no version had', () => {
  expect(told('300', { references: { formerItems } })).toEqual([]);
  expect(told('200', { references: { formerItems } })).toEqual([]);
});
