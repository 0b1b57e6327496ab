/** Two catalogues compared, against a database's full outer join. */
import { ratio } from '../figures.mjs';
import { atMostTimes } from '../goals.mjs';
import { count, data, katalogvakt, output, peer } from './section.mjs';

const OURS = 'katalogvakt diff';
const DUCKDB = 'DuckDB, full outer join';

/** @param {import('./section.mjs').Bench} bench @returns {import('./section.mjs').Section} */
export function diff(bench) {
  const lines = bench.quick ? 20_000 : 1_000_000;
  const { previous, catalogue } = data(bench, lines);
  const changes = output(bench, 'changes.csv');
  return {
    title: `Two catalogues of ${count(lines)} lines compared`,
    about: `1 % of the lines are added, 1 % removed and 3 % changed; every changed cell is written as CSV.`,
    against: DUCKDB,
    jobs: [
      { name: DUCKDB, args: [peer('duckdb-diff.mjs'), previous, catalogue, changes], writes: [changes] },
      // Changes are no failure.
      { name: OURS, args: katalogvakt('diff', previous, catalogue, '--report', 'csv'), passes: [1] },
    ],
    goals: (figures) => [
      atMostTimes(`diff of two ${count(lines)}-line catalogues`, ratio(figures, OURS, DUCKDB), 1, 'DuckDB’s join'),
    ],
  };
}
