/** Reading a workbook alone. */
import { makeWorkbook } from '../make-workbook.mjs';
import { count, output, peer } from './section.mjs';

/** @param {import('./section.mjs').Bench} bench @returns {Promise<import('./section.mjs').Section>} */
export async function workbookReaders(bench) {
  const lines = bench.quick ? 5000 : 100_000;
  const file = output(bench, 'catalogue.xlsx');
  await makeWorkbook(lines, file);
  return {
    title: `Reading a workbook of ${count(lines)} lines`,
    about:
      'The same lines of 20 columns as a workbook with shared texts; every row read, and nothing else done with it.',
    against: 'exceljs, streaming',
    jobs: [
      { name: 'exceljs, streaming', args: [peer('read-workbook.mjs'), 'exceljs', file] },
      { name: 'katalogvakt’s reader', args: [peer('read-workbook.mjs'), 'katalogvakt', file] },
    ],
  };
}
