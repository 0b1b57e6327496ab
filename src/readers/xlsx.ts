/** Excel workbooks (.xlsx, .xlsm). What reads them is loaded when one comes: most catalogues are text. */
import type { Reader } from './reader.ts';
import { isCompound } from './xlsx-legacy.ts';

export const xlsxReader: Reader = {
  format: 'xlsx',
  recognises: (head, name) => isZip(head) || isCompound(head) || (/\.xls[xm]$/i.test(name) && isBinary(head)),
  async open(source, options) {
    const { openWorkbook } = await import('./xlsx-workbook.ts');
    return openWorkbook(source, options);
  },
};

/** A zip archive begins with a part, or with its directory when it has none. */
function isZip(head: Uint8Array): boolean {
  const [p, k, third, fourth] = head;
  return p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}

/** Text never holds a zero byte; a workbook that lost its beginning does. */
function isBinary(head: Uint8Array): boolean {
  return head.includes(0);
}
