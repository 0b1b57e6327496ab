/** Whether twice the lines take twice the time. */
import { ratio, typical } from '../figures.mjs';
import { atMostMegabytes, atMostSeconds, atMostTimes } from '../goals.mjs';
import { checkJob, count, data } from './section.mjs';

/** @param {import('./section.mjs').Bench} bench @returns {import('./section.mjs').Section} */
export function growth(bench) {
  const usual = bench.quick ? [5000, 20_000] : [100_000, 1_000_000, ...(bench.huge ? [3_000_000] : [])];
  const { largest = usual.at(-1) ?? 0 } = bench;
  const sizes = [...usual.filter((lines, at) => at === 0 || lines < largest), largest];
  const [first = 0] = sizes;
  const last = sizes.at(-1) ?? 0;
  const nameOf = (/** @type {number} */ lines) => `${count(lines)} lines`;
  return {
    title: 'More lines',
    about:
      'The whole check, with price list and previous version of the same size, all rules of `recommended` and all outputs, on catalogues of several sizes.',
    jobs: sizes.map((lines) => checkJob(bench, nameOf(lines), [data(bench, lines).catalogue])),
    goals(figures) {
      const perLine = (/** @type {number} */ lines) => (ratio(figures, nameOf(lines), nameOf(first)) * first) / lines;
      const worst = Math.max(...sizes.slice(1).map(perLine));
      return [
        atMostSeconds(nameOf(first), typical(figures, nameOf(first), 'wall'), 8),
        atMostMegabytes(nameOf(first), typical(figures, nameOf(first), 'memory'), 500),
        atMostTimes(`time per line, to ${count(last)} lines`, worst, 1.3, `that of ${count(first)} lines`),
      ];
    },
  };
}
