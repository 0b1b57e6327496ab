/** A workbook: reading it alone, and the whole check of it. */
import path from 'node:path';
import { ratio, typical } from '../figures.mjs';
import { atMostMegabytes, atMostTimes } from '../goals.mjs';
import { makeWorkbook } from '../make-workbook.mjs';
import { checkJob, count, data, peer } from './section.mjs';

const EXCELJS = 'exceljs, streaming';
const CHECK = 'katalogvakt, the whole check';

/** @param {import('./section.mjs').Bench} bench @returns {Promise<import('./section.mjs').Section>} */
export async function workbookReaders(bench) {
  const lines = bench.quick ? 3000 : 100_000;
  const file = path.join(path.dirname(data(bench, lines).catalogue), 'catalogue.xlsx');
  await makeWorkbook(lines, file);
  const work = `workbook of ${count(lines)} lines, the whole check`;
  return {
    title: `A workbook of ${count(lines)} lines`,
    about: `The same lines of 20 columns as a workbook with shared texts. The readers read every row and do nothing else with
it; the whole check holds it against agreement, price list and previous version, and writes all outputs.`,
    against: EXCELJS,
    jobs: [
      { name: EXCELJS, args: [peer('read-workbook.mjs'), 'exceljs', file] },
      { name: 'katalogvakt’s reader', args: [peer('read-workbook.mjs'), 'katalogvakt', file] },
      checkJob(bench, CHECK, [file]),
    ],
    goals: (figures) => [
      atMostTimes(work, ratio(figures, CHECK, EXCELJS), 1.2, 'what exceljs takes to read it'),
      atMostMegabytes(work, typical(figures, CHECK, 'memory'), 500),
    ],
  };
}
