import { describe, expect, it } from 'vitest';
import type { RawRow } from '../readers/reader.ts';
import { findHeadings } from './find-headings.ts';

const rowsOf = (...rows: readonly (readonly string[])[]): readonly RawRow[] =>
  rows.map((cells, index) => ({ row: index + 1, cells }));
const LINE = ['100', 'Penn', '8,00', '10,00', 'stk'];

describe('headings in two rows', () => {
  it.each<[string, readonly (readonly string[])[], number, readonly string[]]>([
    [
      'a group above its columns, names beside it merged down',
      [['Varenr', 'Varenavn', 'Pris', '', 'Enhet'], ['', '', 'eks. mva', 'inkl. mva', ''], LINE],
      2,
      ['itemNumber', 'name', 'price', 'grossPriceInclVat', 'unit'],
    ],
    [
      'a group for every column',
      [
        ['Produsent', '', 'Vare', '', ''],
        ['Navn', 'Varenr', 'Varenavn', 'Pris', 'Enhet'],
        ['X', '1', 'Penn', '8', 'stk'],
      ],
      2,
      ['manufacturer', 'manufacturerItemNumber', 'name', 'price', 'unit'],
    ],
    [
      'notes below some headings',
      [['Varenr', 'Varenavn', 'Pris', 'Rabatt', 'Enhet'], ['', '', 'NOK', '%', ''], LINE],
      2,
      ['itemNumber', 'name', 'price', 'discountPercent', 'unit'],
    ],
    [
      'a title above is no group',
      [['Prisliste 2026'], ['Varenr', 'Varenavn', 'Pris', 'Veil. pris', 'Enhet'], LINE],
      2,
      ['itemNumber', 'name', 'price', 'listPrice', 'unit'],
    ],
    [
      'a line of words below is a line',
      [
        ['Varenr', 'Varenavn', 'Merke', 'Enhet'],
        ['A-1', 'Penn', 'Skrivlett', 'stk'],
      ],
      1,
      ['itemNumber', 'name', 'brand', 'unit'],
    ],
    [
      'a line with numbers below is a line',
      [['Varenr', 'Varenavn', 'Pris', 'Enhet'], ['', '', '12,50', ''], LINE],
      1,
      ['itemNumber', 'name', 'price', 'unit'],
    ],
  ])('%s', (_, rows, headingRow, fields) => {
    const found = findHeadings(rowsOf(...rows), {});
    expect([found.headingRow, found.columns.flatMap(({ field }) => field ?? [])]).toEqual([headingRow, fields]);
  });

  it.each([1, 2])('either row may be named: %i', (headingRow) => {
    const rows = rowsOf(['Varenr', 'Varenavn', 'Pris', ''], ['', '', 'eks. mva', 'inkl. mva'], LINE);
    expect(findHeadings(rows, { headingRow }).headingRow).toBe(2);
  });

  it('a column nobody sees gives way to one that is seen', () => {
    const rows = rowsOf(['Varenr', 'Varenavn', 'Pris', 'Pris'], LINE);
    const { columns, ambiguous } = findHeadings(rows, {}, new Set([2]));
    expect(columns[3]?.field).toBe('price');
    expect(columns[2]).toEqual({ index: 2, heading: 'Pris', hidden: true });
    expect(ambiguous).toEqual([]);
  });
});
