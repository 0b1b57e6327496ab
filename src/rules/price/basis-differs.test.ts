import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './basis-differs.ts';

it('compares contents as numbers', () => {
  const agreed = { price: '10', packQuantity: '10.0' };
  expect(runLineExample(rule, { why: '', line: { price: '10', packQuantity: '10' }, agreed })).toEqual([]);
});

it('is not asked without a price', () => {
  expect(runLineExample(rule, { why: '', line: { unit: 'XPK' }, agreed: { price: '10', unit: 'EA' } })).toEqual([]);
});

it.each([
  ['nothing is agreed', {}, undefined, ['unit'], true],
  ['a pack whose content is told', { packQuantity: '10' }, { packQuantity: '10' }, ['unit'], true],
  ['a pack whose content cannot be read', { unreadable: { packQuantity: 'ti' } }, { packQuantity: '10' }, [], true],
  ['a pack whose content nothing tells', {}, { packQuantity: '10' }, ['unit'], false],
  ['a single piece', {}, { packQuantity: '1' }, ['unit'], true],
  ['a unit, and a column for it', {}, { unit: 'EA' }, ['unit'], true],
  ['a unit, and no column for it', {}, { unit: 'EA' }, ['price'], false],
  ['no unit, and no column for it', {}, {}, ['price'], true],
  ['a unit, and who knows which columns', {}, { unit: 'EA' }, undefined, true],
] as const)('can answer: %s: %o', (_, line, article, columns, told) => {
  const agreed = { article, price: { kind: 'kept' } };
  const context = {
    asOf: '2026-06-01',
    ...(article === undefined ? {} : { agreed }),
    ...(columns === undefined ? {} : { columns: new Set(columns) }),
  };
  expect(rule.isTold?.({ row: 2, ...line } as never, context as never)).toBe(told);
});

it('has answered where the bases differ', () => {
  const agreed = { article: { packQuantity: '10' }, price: { kind: 'otherBasis' } };
  expect(rule.isTold?.({ row: 2 }, { asOf: '2026-06-01', agreed } as never)).toBe(true);
});

it('a pack of one is told like a unit without a pack', () => {
  const agreed = { price: '10', unit: 'XPK', packQuantity: '1' };
  expect(runLineExample(rule, { why: '', line: { price: '10' }, agreed })).toEqual([
    { field: 'unit', expected: 'XPK', message: 'noUnit' },
  ]);
});
