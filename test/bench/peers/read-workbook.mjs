/**
 * The first sheet of a workbook read to its end by one reader, and nothing else done.
 *
 *   node read-workbook.mjs READER FILE
 */
import process from 'node:process';

/** @type {Record<string, (file: string) => Promise<number>>} each gives the number of rows */
const READERS = {
  async katalogvakt(file) {
    const { openFile } = await import('../../../dist/readers/open-file.js');
    const { rows } = await openFile({ name: file, path: file });
    let count = 0;
    for await (const batch of rows()) count += batch.length;
    return count;
  },

  async exceljs(file) {
    const { default: excel } = await import('exceljs');
    const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore' };
    let count = 0;
    for await (const sheet of new excel.stream.xlsx.WorkbookReader(file, options)) {
      for await (const row of sheet) count += row.values.length > 0 ? 1 : 0;
    }
    return count;
  },
};

const [reader = '', file = ''] = process.argv.slice(2);
console.log(await READERS[reader]?.(file));
