import { expect, it } from 'vitest';
import type { OwnCell } from './annotation.ts';
import { markedStyles } from './marked-styles.ts';
import { ownSheetXml } from './own-sheet.ts';

const STYLES = '<styleSheet xmlns="m"><cellXfs count="1"><xf/></cellXfs></styleSheet>';

function written(...rows: readonly (readonly OwnCell[])[]): string {
  return ownSheetXml({ name: 'x', widths: [10, 20], rows }, 'urn:m', markedStyles(STYLES, 'styles.xml'));
}

it('a sheet of ours has texts, numbers, and nothing where there is nothing', () => {
  expect(written([{ value: 'a' }, { value: '' }, { value: 3 }])).toContain(
    '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">a</t></is></c><c r="C1"><v>3</v></c></row>',
  );
});

it('text that begins like a formula, or holds markup, is text', () => {
  expect(written([{ value: '=1+1</t>\u0001' }])).toContain(
    't="inlineStr"><is><t xml:space="preserve">=1+1&lt;/t&gt;_x0001_</t>',
  );
});

it('rows are as high as their wrapped text', () => {
  const xml = written(
    [
      { value: 'x'.repeat(35), style: 'wrapped' },
      { value: 'a\nb', style: 'error' },
    ],
    [{ value: 'x'.repeat(99) }],
  );
  expect(xml).toContain('<row r="1" ht="60" customHeight="1">');
  expect(xml).toContain('<row r="2"><c');
});
