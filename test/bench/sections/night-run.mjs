/** Many catalogues in one call, against one catalogue of the same total. */
import { coresBusy, ratio } from '../figures.mjs';
import { atLeast, atMostTimes } from '../goals.mjs';
import { checkJob, count, data } from './section.mjs';

/** @param {import('./section.mjs').Bench} bench @returns {import('./section.mjs').Section} */
export function nightRun(bench) {
  const [catalogues, lines] = bench.quick ? [20, 500] : [300, 3000];
  const suppliers = Array.from({ length: catalogues }, (_, index) => data(bench, lines, { first: index * lines }));
  const total = data(bench, catalogues * lines);
  const many = `${count(catalogues)} catalogues`;
  const one = 'one catalogue';
  return {
    title: `${many} of ${count(lines)} lines in one call`,
    about: `A purchasing co-operative's night run: every supplier with an agreement, a price list and a previous version of
its own; against one catalogue of ${count(catalogues * lines)} lines.`,
    against: one,
    jobs: [
      checkJob(bench, one, [total.catalogue]),
      checkJob(
        bench,
        many,
        suppliers.map(({ catalogue }) => catalogue),
      ),
    ],
    goals(figures) {
      const work = `${many} of ${count(lines)} lines in one call`;
      return [
        atLeast(work, coresBusy(figures, many), 1.7, 'CPU time ÷ wall time'),
        atMostTimes(work, ratio(figures, many, one), 1.3, 'one catalogue of the same total'),
      ];
    },
  };
}
