/** Whether twice the lines take twice the time. */
import { ratio } from '../figures.mjs';
import { atMostTimes } from '../goals.mjs';
import { checkJob, count, data } from './section.mjs';

/** @param {import('./section.mjs').Bench} bench @returns {import('./section.mjs').Section} */
export function growth(bench) {
  const sizes = bench.quick ? [10_000, 30_000] : [100_000, 1_000_000, 3_000_000];
  const [first = 0] = sizes;
  const last = sizes.at(-1) ?? 0;
  const nameOf = (/** @type {number} */ lines) => `${count(lines)} lines`;
  return {
    title: 'More lines',
    about: 'The whole check, as above, on catalogues of several sizes.',
    jobs: sizes.map((lines) => checkJob(bench, nameOf(lines), [data(bench, lines).catalogue])),
    goals(figures) {
      const perLine = (/** @type {number} */ lines) => (ratio(figures, nameOf(lines), nameOf(first)) * first) / lines;
      const worst = Math.max(...sizes.slice(1).map(perLine));
      return [atMostTimes(`time per line, to ${count(last)} lines`, worst, 1.3, `that of ${count(first)} lines`)];
    },
  };
}
