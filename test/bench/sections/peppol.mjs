/** The rules on the form of Peppol documents, alone: the whole check with nothing else switched on. */
import { writeFileSync } from 'node:fs';
import { ratio, typical } from '../figures.mjs';
import { atMostMegabytes, atMostTimes } from '../goals.mjs';
import { makeUbl } from '../make-ubl.mjs';
import { checkJob, count, output, peer } from './section.mjs';

const SAXES = 'saxes alone';
const OURS = 'katalogvakt, all peppol/*';
const EVERY = 'katalogvakt, a finding on every line';

/** @param {import('./section.mjs').Bench} bench @returns {import('./section.mjs').Section} */
export function peppol(bench) {
  const lines = bench.quick ? 3000 : 100_000;
  const half = `katalogvakt, ${count(lines / 2)} lines`;
  const [whole, shorter, faulty] = ['whole.xml', 'half.xml', 'faulty.xml'].map((name) => output(bench, name));
  makeUbl(lines, whole);
  makeUbl(lines / 2, shorter);
  makeUbl(lines, faulty, { everyLine: true });
  const rules = output(bench, 'peppol.yaml');
  writeFileSync(rules, 'version: 1\nrules: { peppol/*: on }\n');
  const only = ['--rules', rules];
  const work = `all rules on the form of a Peppol catalogue of ${count(lines)} lines`;
  return {
    title: `The form of a Peppol catalogue of ${count(lines)} lines`,
    about: `The whole check, with all outputs, of a document of about 2.2 kB a line, and only the rules \`peppol/*\` on: the
rules published for Peppol BIS Catalogue 3, and those of the UBL schema. Where every line has a finding, its unit is no code.`,
    against: SAXES,
    jobs: [
      { name: SAXES, args: [peer('read-ubl.mjs'), 'saxes', whole] },
      checkJob(bench, OURS, [whole, ...only]),
      checkJob(bench, half, [shorter, ...only]),
      checkJob(bench, EVERY, [faulty, ...only]),
    ],
    goals: (figures) => [
      atMostTimes(work, ratio(figures, OURS, SAXES), 3, 'saxes alone'),
      atMostMegabytes(work, typical(figures, OURS, 'memory'), 400),
      atMostTimes(`${work}: time per line`, ratio(figures, OURS, half) / 2, 1.3, `that of ${count(lines / 2)} lines`),
      atMostMegabytes('the same with a finding on every line', typical(figures, EVERY, 'memory'), 500),
    ],
  };
}
