/** Two catalogues compared, against daff, on a size that daff can take. */
import { count, data, katalogvakt, output, peer } from './section.mjs';

const OURS = 'katalogvakt diff';

/** @param {import('./section.mjs').Bench} bench @returns {import('./section.mjs').Section} */
export function smallDiff(bench) {
  const lines = bench.quick ? 3000 : 30_000;
  const { previous, catalogue } = data(bench, lines);
  const changes = output(bench, 'changes.csv');
  return {
    title: `Two catalogues of ${count(lines)} lines compared`,
    about: `As above, with daff told the key. Its time grows faster than the number of lines, hence the smaller size.`,
    against: 'daff',
    jobs: [
      { name: 'daff', args: [peer('daff-diff.mjs'), previous, catalogue, changes], writes: [changes] },
      { name: OURS, args: katalogvakt('diff', previous, catalogue, '--report', 'csv'), passes: [1] },
    ],
  };
}
