import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchedRow, readRow, rowNumber } from './row-patch.ts';

const ROW =
  '<row r="4" spans="1:3" s="2" customFormat="1"><c r="A4" t="s"><v>0</v></c><!-- <c r="B4"/> --><c r="C4" s="7"/></row>';

describe('a row of a sheet', () => {
  it('knows its cells, which of them hold something, and how they look', () => {
    const row = readRow(ROW, '', 4);
    expect(row.style).toBe(2);
    expect(row.cells.map(({ column, style, holdsSomething }) => [column, style, holdsSomething])).toEqual([
      [0, undefined, true],
      [2, 7, false],
    ]);
  });

  it('is counted on where it tells no number', () => {
    expect(rowNumber('<row r="12">', 3)).toBe(12);
    expect(rowNumber('<row spans="1:2"/>', 3)).toBe(4);
    expect(rowNumber('<row r="rubbish"/>', 3)).toBe(4);
  });

  it('gets a style, a missing cell and a text, each in its place, and all else stays', () => {
    const patched = patchedRow(readRow(ROW, '', 4), [
      { column: 3, style: 5, text: 'x &amp; y' },
      { column: 0, style: 9 },
      { column: 1, style: 8 },
    ]);
    expect(patched).toBe(
      '<row r="4" spans="1:4" s="2" customFormat="1"><c r="A4" t="s" s="9"><v>0</v></c><!-- <c r="B4"/> -->' +
        '<c r="B4" s="8"/><c r="C4" s="7"/><c r="D4" s="5" t="inlineStr"><is><t xml:space="preserve">x &amp; y</t></is></c></row>',
    );
  });

  it('that has no cells is opened for one', () => {
    expect(patchedRow(readRow('<x:row r="2" ht="15"/>', 'x:', 2), [{ column: 0, style: 1, text: 'a' }])).toBe(
      '<x:row r="2" ht="15"><x:c r="A2" s="1" t="inlineStr"><x:is><x:t xml:space="preserve">a</x:t></x:is></x:c></x:row>',
    );
  });

  it('puts a cell before the one that stands where it belongs, though that changes too', () => {
    const row = readRow('<row r="1"><c r="B1"><v>1</v></c></row>', '', 1);
    expect(
      patchedRow(row, [
        { column: 0, style: 1 },
        { column: 1, style: undefined, text: '' },
      ]),
    ).toBe('<row r="1"><c r="A1" s="1"/></row>');
  });

  it('of cells without addresses is counted', () => {
    const row = readRow("<row><c t='s'><v>1</v></c><c/><c><f>A1</f></c></row>", '', 7);
    expect(row.cells.map(({ column }) => column)).toEqual([0, 1, 2]);
    expect(patchedRow(row, [{ column: 1, style: 3 }])).toBe(
      '<row><c t=\'s\'><v>1</v></c><c s="3"/><c><f>A1</f></c></row>',
    );
  });

  it('keeps every cell it had, whatever is changed', () => {
    const cells = fc.uniqueArray(fc.nat(40), { maxLength: 12 }).map((columns) => columns.sort((a, b) => a - b));
    fc.assert(
      fc.property(cells, cells, (there, changed) => {
        const letter = (column: number): string => (column < 26 ? '' : 'A') + String.fromCharCode(65 + (column % 26));
        const text = `<row r="1">${there.map((column) => `<c r="${letter(column)}1"><v>${column}</v></c>`).join('')}</row>`;
        const patched = patchedRow(
          readRow(text, '', 1),
          changed.map((column) => ({ column, style: 4 })),
        );
        const after = readRow(patched, '', 1).cells;
        expect(after.map(({ column }) => column)).toEqual([...new Set([...there, ...changed])].sort((a, b) => a - b));
        expect(after.filter(({ holdsSomething }) => holdsSomething).map(({ column }) => column)).toEqual(there);
        expect(after.filter(({ style }) => style === 4).map(({ column }) => column)).toEqual(changed);
      }),
    );
  });
});
