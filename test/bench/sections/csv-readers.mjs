/** Reading alone: what the format costs before anything is asked. */
import { count, data, peer } from './section.mjs';

const READERS = [
  ['katalogvakt', 'katalogvakt’s reader, with the bytes of every line'],
  ['csv-parse', 'csv-parse'],
  ['papaparse', 'PapaParse'],
  ['udsv', 'uDSV'],
  ['bytes', 'the bytes, nothing more'],
];

/** @param {import('./section.mjs').Bench} bench @returns {import('./section.mjs').Section} */
export function csvReaders(bench) {
  const lines = bench.quick ? 20_000 : 1_000_000;
  const { catalogue } = data(bench, lines);
  return {
    title: `Reading a CSV file of ${count(lines)} lines`,
    about: 'Every cell as text, counted, and nothing else done with it.',
    against: 'csv-parse',
    jobs: READERS.map(([reader = '', name = '']) => ({ name, args: [peer('read-csv.mjs'), reader, catalogue] })),
  };
}
