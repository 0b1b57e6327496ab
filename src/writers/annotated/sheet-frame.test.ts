import { describe, expect, it } from 'vitest';
import { columnStyles, commentDrawing, lastMergedColumn, patchedHead, patchedTail } from './sheet-frame.ts';

describe('what stands before the rows', () => {
  it('gets columns where it has none, and tells that it is UTF-8', () => {
    expect(patchedHead('<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData>', '', 2)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><worksheet><cols><col min="3" max="3" width="70" customWidth="1"/></cols><sheetData>',
    );
  });

  it('puts the new column among the others, in their order', () => {
    const head = '<worksheet><cols><col min="1" max="2" width="9"/><col min="5" max="5" width="9"/></cols><sheetData>';
    expect(patchedHead(head, '', 3)).toContain('<col min="1" max="2" width="9"/><col min="4" max="4" width="70"');
    expect(patchedHead(head, '', 8)).toContain('<col min="5" max="5" width="9"/><col min="9" max="9" width="70"');
    expect(patchedHead(head, '', 4)).toContain('<col min="1" max="2" width="9"/><col min="5" max="5" width="70"');
  });

  it('stays as it is where no column is put in, and where the range reaches as far already', () => {
    const head = '<worksheet><dimension ref="A1:Z9"/><sheetData>';
    expect(patchedHead(head, '', undefined)).toBe(head);
    expect(patchedHead(head, '', 2)).toContain('<dimension ref="A1:Z9"/>');
    expect(patchedHead('<worksheet><dimension ref="A1"/><sheetData>', '', 2)).toContain('<dimension ref="A1:C1"/>');
  });

  it('says how empty cells of a column look', () => {
    const style = columnStyles('<cols><col min="2" max="4" style="6"/></cols>', '');
    expect([0, 1, 3, 4].map(style)).toEqual([undefined, 6, 6, undefined]);
  });
});

describe('what stands behind the rows', () => {
  const put = (tail: string): string => patchedTail(`</sheetData>${tail}</worksheet>`, '', 'rId9', 'urn:r');
  const drawing = '<legacyDrawing xmlns:r="urn:r" r:id="rId9"/>';

  it('gets the drawing of the comments where the format wants it', () => {
    expect(put('')).toBe(`</sheetData>${drawing}</worksheet>`);
    expect(put('<drawing r:id="rId1"/><tableParts/>')).toContain(`<drawing r:id="rId1"/>${drawing}<tableParts/>`);
    expect(put('<extLst><ext><legacyDrawingHF/></ext></extLst>')).toContain(`${drawing}<extLst>`);
    expect(put('<!-- <tableParts/> --><pageMargins/>')).toContain(`<pageMargins/>${drawing}</worksheet>`);
  });

  it('goes before controls in a choice of forms, and behind a drawing in one', () => {
    const choice = (inner: string): string =>
      `<mc:AlternateContent><mc:Choice>${inner}</mc:Choice></mc:AlternateContent>`;
    expect(put(choice('<controls></controls>'))).toContain(`${drawing}<mc:AlternateContent>`);
    expect(put(choice('<drawing/>'))).toContain(`</mc:AlternateContent>${drawing}`);
  });

  it('tells the drawing that there is, and how far merged headings reach', () => {
    const tail =
      '<mergeCells><mergeCell ref="A1:K1"/><mergeCell ref="B3:D4"/></mergeCells><legacyDrawing r:id="rId2"/>';
    expect(commentDrawing(tail, '')).toBe('rId2');
    expect(commentDrawing('<legacyDrawingHF r:id="rId2"/>', '')).toBeUndefined();
    expect([1, 2, 3, 4].map((row) => lastMergedColumn(tail, '', row))).toEqual([10, -1, 3, 3]);
  });
});
