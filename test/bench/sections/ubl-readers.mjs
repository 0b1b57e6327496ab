/** Reading a UBL catalogue, as far as its lines. */

import { ratio, typical } from '../figures.mjs';
import { atMostMegabytes, atMostTimes } from '../goals.mjs';
import { makeUbl } from '../make-ubl.mjs';
import { count, output, peer } from './section.mjs';

/** @param {import('./section.mjs').Bench} bench @returns {import('./section.mjs').Section} */
export function ublReaders(bench) {
  const lines = bench.quick ? 3000 : 100_000;
  const file = output(bench, 'catalogue.xml');
  makeUbl(lines, file);
  const work = `UBL catalogue of ${count(lines)} lines`;
  return {
    title: `Reading a UBL catalogue of ${count(lines)} lines`,
    about: 'A Peppol BIS Catalogue 3 document of about 2.2 kB a line; ours reads it and maps every line.',
    against: 'saxes alone',
    jobs: [
      { name: 'saxes alone', args: [peer('read-ubl.mjs'), 'saxes', file] },
      { name: 'katalogvakt, read and mapped', args: [peer('read-ubl.mjs'), 'katalogvakt', file] },
    ],
    goals: (figures) => [
      atMostTimes(work, ratio(figures, 'katalogvakt, read and mapped', 'saxes alone'), 2.5, 'saxes alone'),
      atMostMegabytes(work, typical(figures, 'katalogvakt, read and mapped', 'memory'), 400),
    ],
  };
}
