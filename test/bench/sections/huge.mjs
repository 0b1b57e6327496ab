/** A catalogue larger than anybody has: does it run, and in how much memory? */
import { typical } from '../figures.mjs';
import { atMostMegabytes } from '../goals.mjs';
import { checkJob, count, data } from './section.mjs';

const OURS = 'katalogvakt';

/** @param {import('./section.mjs').Bench} bench @returns {import('./section.mjs').Section} */
export function huge(bench) {
  const lines = bench.quick ? 30_000 : 10_000_000;
  return {
    title: `${count(lines)} lines`,
    about: 'The whole check with agreement and price list, without a previous version, once.',
    rounds: 1,
    jobs: [checkJob(bench, OURS, [data(bench, lines, { previous: false }).catalogue])],
    goals: (figures) => [
      atMostMegabytes(`${count(lines)} lines, agreement, no previous version`, typical(figures, OURS, 'memory'), 2000),
    ],
  };
}
