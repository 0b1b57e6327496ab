/** The whole check of a large catalogue, against a database and a data frame doing ten of its checks. */
import { spawnSync } from 'node:child_process';
import { ratio, typical } from '../figures.mjs';
import { atMostMegabytes, atMostTimes } from '../goals.mjs';
import { checkJob, count, data, output, peer } from './section.mjs';

const OURS = 'katalogvakt';
const OURS_EVERY = 'katalogvakt, a finding on every line';
const DUCKDB = 'DuckDB, ten checks';
const PANDAS = 'pandas, ten checks';

/** @param {import('./section.mjs').Bench} bench @returns {import('./section.mjs').Section} */
export function check(bench) {
  const lines = bench.quick ? 20_000 : 1_000_000;
  const few = data(bench, lines);
  const every = data(bench, lines, { everyLine: true });
  const approved = output(bench, 'approved.csv');
  const words = [few.catalogue, few.prices, few.previous, approved];
  const python = pythonWithPandas();
  const pandas = { name: PANDAS, program: python, args: [peer('pandas_check.py'), ...words], writes: [approved] };
  return {
    title: `One catalogue of ${count(lines)} lines`,
    about: `The whole check: CSV of 20 columns and about 280 bytes a line, held against the agreement, its price list
and a previous version of the same size, all rules of \`recommended\`, all outputs. 1.5 % of the lines have a fault. Where
every line has a finding, its name is too long, and every tenth costs more than is agreed. DuckDB (two threads) and pandas
read the same three files, ask ten of the checks (on price, currency, decimal sign, price change, assortment both ways, name,
period and duplicates) and write the approved lines; they write no findings, no comparison and no report.${
      python === undefined ? '\nNo Python with pandas was found here, so it was not measured.' : ''
    }`,
    against: DUCKDB,
    jobs: [
      { name: DUCKDB, args: [peer('duckdb-check.mjs'), ...words], writes: [approved] },
      checkJob(bench, OURS, [few.catalogue]),
      checkJob(bench, OURS_EVERY, [every.catalogue]),
      ...(python === undefined ? [] : [pandas]),
    ],
    goals(figures) {
      const work = `${count(lines)} lines, agreement, previous version, every rule and output`;
      const everyWork = 'the same with a finding on every line';
      return [
        atMostTimes(work, ratio(figures, OURS, DUCKDB), 1, 'DuckDB’s time for ten checks'),
        atMostMegabytes(work, typical(figures, OURS, 'memory'), 600),
        atMostTimes(everyWork, ratio(figures, OURS_EVERY, OURS), 1.5, 'the time of the run above'),
        atMostMegabytes(everyWork, typical(figures, OURS_EVERY, 'memory'), 700),
      ];
    },
  };
}

/** The first of the usual ones that has it. */
function pythonWithPandas() {
  return ['python3', '/usr/bin/python3'].find((python) => spawnSync(python, ['-c', 'import pandas']).status === 0);
}
