/**
 * The benchmark: makes its own data, times ours and others in turns, and writes docs/performance.md.
 *
 *   npm run bench                      everything but the largest catalogue; needs 10 GB for temporary files
 *   npm run bench -- --huge            10,000,000 lines, too, and growth to 3,000,000
 *   npm run bench -- --only=growth --largest=3000000   how far the growth goes
 *   npm run bench -- --quick           small sizes and few rounds, writes nothing
 *   npm run bench -- --only=diff,start some sections, writes nothing
 *   npm run bench -- --only=growth --write  puts these sections into the page; the others stay as they were
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure } from './measure.mjs';
import { goalTable, page, sectionText } from './report.mjs';
import { check } from './sections/check.mjs';
import { csvReaders } from './sections/csv-readers.mjs';
import { diff } from './sections/diff.mjs';
import { growth } from './sections/growth.mjs';
import { huge } from './sections/huge.mjs';
import { nightRun } from './sections/night-run.mjs';
import { peppol } from './sections/peppol.mjs';
import { smallDiff } from './sections/small-diff.mjs';
import { start } from './sections/start.mjs';
import { ublReaders } from './sections/ubl-readers.mjs';
import { workbookReaders } from './sections/workbook-readers.mjs';

const SECTIONS = {
  start,
  check,
  diff,
  'small-diff': smallDiff,
  'night-run': nightRun,
  growth,
  'csv-readers': csvReaders,
  'workbook-readers': workbookReaders,
  'ubl-readers': ublReaders,
  peppol,
  huge,
};
const target = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    huge: { type: 'boolean', default: false },
    only: { type: 'string' },
    largest: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const usual = Object.keys(SECTIONS).filter((name) => name !== 'huge' || values.huge);
const names = values.only?.split(',') ?? usual;
const bench = {
  quick: values.quick,
  huge: values.huge,
  ...(values.largest === undefined ? {} : { largest: wholeNumber(values.largest) }),
  folder: mkdtempSync(path.join(tmpdir(), 'katalogvakt-bench-')),
};

// Gigabytes: gone, too, when somebody loses patience.
process.on('exit', () => rmSync(bench.folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

const measured = [];
for (const name of names) {
  const prepare = SECTIONS[name];
  if (prepare === undefined) throw new Error(`no section ${name}; there are: ${Object.keys(SECTIONS).join(', ')}`);
  const section = await prepare(bench);
  const rounds = section.rounds ?? (bench.quick ? 2 : 5);
  const figures = await measure(section.jobs, rounds, (text) => process.stderr.write(`${name}: ${text}\n`));
  measured.push({ section, figures, rounds });
  console.log(sectionText({ section, figures, rounds }));
  // Section by section: who stops a long run keeps what it has measured.
  if (!bench.quick && (values.only === undefined || values.write)) writePage();
}
console.log(goalTable(measured));
if (bench.quick) console.log('With these small sizes the goals say little.');

function writePage() {
  const former = existsSync(target) ? readFileSync(target, 'utf8') : '';
  writeFileSync(target, page(measured, former, values.only !== undefined));
}

/** @param {string} text */
function wholeNumber(text) {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--largest=${text} is no number of lines`);
  return Number(text);
}
