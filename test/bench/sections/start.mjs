/** What a start costs before there is much to do. */
import { ratio } from '../figures.mjs';
import { atMostTimes } from '../goals.mjs';
import { checkJob, data, katalogvakt } from './section.mjs';

const NOTHING = 'node -e 0';
const HELP = 'katalogvakt --help';
const CHECK = 'katalogvakt check, 300 lines';

/** @param {import('./section.mjs').Bench} bench @returns {import('./section.mjs').Section} */
export function start(bench) {
  return {
    title: 'Starting',
    about: 'Held against Node doing nothing, in CPU time: that is what many small runs cost.',
    against: NOTHING,
    rounds: bench.quick ? 3 : 10,
    jobs: [
      { name: NOTHING, args: ['-e', '0'] },
      { name: HELP, args: katalogvakt('--help') },
      checkJob(bench, CHECK, [data(bench, 300).catalogue]),
    ],
    goals: (figures) => [
      atMostTimes('`katalogvakt --help`, CPU time', ratio(figures, HELP, NOTHING, 'cpu'), 2.5, '`node -e 0`'),
      atMostTimes('`check` on 300 lines, CPU time', ratio(figures, CHECK, NOTHING, 'cpu'), 6, '`node -e 0`'),
    ],
  };
}
