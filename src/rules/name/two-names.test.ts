import { expect, it } from 'vitest';
import { runGroupExample } from '../../engine/run-examples.ts';
import rule from './two-names.ts';

const GTIN = '7038010000003';
const rows = (...lines: readonly (readonly [item: string, name: string])[]) =>
  runGroupExample(rule, {
    why: '',
    lines: lines.map(([itemNumber, name]) => ({ itemNumber, name, gtin: GTIN })),
  }).map(({ row, parameters }) => [row, parameters?.['row']]);

it('each is told of one that differs', () => {
  expect(rows(['1', 'A'], ['2', 'A'], ['3', 'B'])).toEqual([
    [2, '4'],
    [3, '4'],
    [4, '2'],
  ]);
});

it('one item under two names is no two articles', () => {
  expect(rows(['1', 'A'], ['1', 'B'])).toEqual([]);
});

it("a maker's number means nothing without its maker", () => {
  const lines = ['1', '2'].map((itemNumber) => ({
    itemNumber,
    name: `Penn ${itemNumber}`,
    manufacturerItemNumber: '7',
  }));
  expect(runGroupExample(rule, { why: '', lines })).toEqual([]);
});

it("a maker's article in another unit or pack is another one; capitals make no other maker", () => {
  const maker = { manufacturer: 'Fjellark', manufacturerItemNumber: '7' };
  const told = (one: object, other: object) =>
    runGroupExample(rule, {
      why: '',
      lines: [
        { itemNumber: '1', name: 'Penn', ...maker, ...one },
        { itemNumber: '2', name: 'Blyant', ...maker, ...other },
      ],
    }).length;
  expect(told({}, { manufacturer: 'FJELLARK' })).toBe(2);
  expect(told({ unit: 'EA' }, { unit: 'XBX' })).toBe(0);
  expect(told({ packQuantity: '10' }, { packQuantity: '20' })).toBe(0);
  expect(told({}, { manufacturerItemNumber: '8' })).toBe(0);
});

it('a maker means nothing without its number', () => {
  const lines = ['1', '2'].map((itemNumber) => ({ itemNumber, name: `Penn ${itemNumber}`, manufacturer: 'Fjellark' }));
  expect(runGroupExample(rule, { why: '', lines })).toEqual([]);
});

it('a line that shares its name with one and its number with the other is told of neither', () => {
  expect(rows(['1', 'A'], ['2', 'B'], ['2', 'A'])).toEqual([
    [2, '3'],
    [3, '2'],
  ]);
});
