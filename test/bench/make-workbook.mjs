/** A workbook with the lines of a measured catalogue, as Excel would write it: shared texts, prices and counts as numbers. */

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import excel from 'exceljs';
import { agreedOre, cellsOf, HEADINGS } from './articles.mjs';

/** Columns whose cells are numbers. */
const NUMBERS = ['Antall i pakning', 'Pris eks. mva', 'Leveringstid', 'Minste bestilling'];

/**
 * @param {number} lines
 * @param {string} path of the workbook; folders on the way are made
 */
export async function makeWorkbook(lines, path) {
  mkdirSync(dirname(path), { recursive: true });
  const isNumber = HEADINGS.map((heading) => NUMBERS.includes(heading));
  const workbook = new excel.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  const sheet = workbook.addWorksheet('Katalog');
  sheet.addRow(HEADINGS).commit();
  for (let index = 0; index < lines; index += 1) {
    const cells = cellsOf(index, agreedOre(index));
    const values = cells.map((cell, column) => (isNumber[column] ? Number(cell.replace(',', '.')) : cell || null));
    sheet.addRow(values).commit();
  }
  sheet.commit();
  await workbook.commit();
}
