/** Sums up what was measured: always medians, and ratios within one round before their median is taken. */

/** @typedef {import('./measure.mjs').Figures} Figures */
/** @typedef {'wall' | 'cpu' | 'memory'} Kind */

/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {Figures} figures @param {string} name @param {Kind} kind */
export function typical(figures, name, kind) {
  return median(runs(figures, name).map((run) => run[kind]));
}

/** How many cores a job kept busy. @param {Figures} figures @param {string} name */
export function coresBusy(figures, name) {
  return median(runs(figures, name).map(({ cpu, wall }) => cpu / wall));
}

/**
 * A job against another one, round by round.
 * @param {Figures} figures @param {string} name @param {string} against @param {Kind} kind
 */
export function ratio(figures, name, against, kind = 'wall') {
  const others = runs(figures, against);
  return median(runs(figures, name).map((run, round) => run[kind] / others[round][kind]));
}

/** @param {Figures} figures @param {string} name */
function runs(figures, name) {
  const found = figures.get(name);
  if (found === undefined) throw new RangeError(`nothing was measured of ${name}`);
  return found;
}
