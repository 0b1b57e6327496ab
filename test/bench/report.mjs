/** What was measured, as Markdown. */
import { coresBusy, ratio, typical } from './figures.mjs';
import { machine } from './machine.mjs';

const KEPT_FROM = '<!-- Written by hand from here; the benchmark keeps it. -->';
const KEPT_TO = '<!-- Until here. -->';

/**
 * @typedef {object} Measured
 * @property {import('./sections/section.mjs').Section} section
 * @property {import('./measure.mjs').Figures} figures
 * @property {number} rounds
 */

/**
 * The whole page.
 * @param {readonly Measured[]} measured
 * @param {string} former the page as it was; what was written by hand is taken from it
 * @param {boolean} some only some sections were measured: the others stay as they were
 */
export function page(measured, former, some) {
  const sections = new Map(some ? formerSections(former) : []);
  for (const one of measured) sections.set(one.section.title, sectionText(one));
  return `# Performance

Written by \`npm run bench\`, which makes its own data and runs everything in turns, each run a process of its own. All
figures are medians; a ratio is taken within each round before the median is. They hold for one machine, and each table
for one run: ${machine()}.

${goalText(inPlace(some ? formerGoals(former) : [], goalRows(measured)))}
${[...sections.values()].join('\n')}
## What was tried

${KEPT_FROM}
${keptByHand(former)}
${KEPT_TO}
`;
}

/** @param {readonly Measured[]} measured */
export function goalTable(measured) {
  return goalText(goalRows(measured));
}

/** @param {readonly Measured[]} measured */
function goalRows(measured) {
  const goals = measured.flatMap(({ section, figures }) => section.goals?.(figures) ?? []);
  return goals.map(({ work, goal, measured: found, met }) => [work, goal, found, met ? 'yes' : '**no**']);
}

/** @param {readonly (readonly string[])[]} rows */
function goalText(rows) {
  return `## Goals\n\n${table(['Work', 'Goal', 'Measured', 'Met'], rows, 2)}`;
}

/**
 * New rows in the places of former ones about the same, the rest after them.
 * @param {readonly (readonly string[])[]} former
 * @param {readonly (readonly string[])[]} rows
 */
function inPlace(former, rows) {
  const goalOf = (/** @type {readonly string[]} */ [work, goal]) => `${work}|${goal}`;
  const byGoal = new Map([...former, ...rows].map((row) => [goalOf(row), row]));
  return [...byGoal.values()];
}

/** Texts of the measured sections of a page, by title. @param {string} former @returns {[string, string][]} */
function formerSections(former) {
  const measured = former.slice(0, Math.max(0, former.indexOf('\n## What was tried')));
  return measured
    .split(/^(?=## )/m)
    .filter((text) => text.startsWith('## ') && !text.startsWith('## Goals'))
    .map((text) => [text.slice(3, text.indexOf('\n')), `${text.trimEnd()}\n`]);
}

/** @param {string} former */
function formerGoals(former) {
  const goals = /^## Goals\n\n.*\n.*\n((?:\|.*\n)*)/m.exec(former)?.[1] ?? '';
  return goals
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.slice(2, -2).split(' | '));
}

/** @param {Measured} measured */
export function sectionText({ section, figures, rounds }) {
  const { title, about, against } = section;
  const headings = ['', 'seconds', 'CPU seconds', 'cores busy', 'memory, MB'];
  const rows = [...figures.keys()].map((name) => [
    name,
    typical(figures, name, 'wall').toFixed(2),
    typical(figures, name, 'cpu').toFixed(2),
    coresBusy(figures, name).toFixed(2),
    (typical(figures, name, 'memory') / 1e6).toFixed(0),
    ...(against === undefined
      ? []
      : [ratio(figures, name, against).toFixed(2), ratio(figures, name, against, 'cpu').toFixed(2)]),
  ]);
  const ratios = against === undefined ? [] : [`time ÷ ${against}`, 'CPU ÷ the same'];
  const turns = rounds === 1 ? 'One round' : `${rounds} rounds`;
  return `## ${title}\n\n${about} ${turns}.\n\n${table([...headings, ...ratios], rows, 1)}`;
}

/**
 * @param {readonly string[]} headings
 * @param {readonly (readonly string[])[]} rows
 * @param {number} texts columns from the left that are no numbers
 */
function table(headings, rows, texts) {
  const rule = headings.map((_, column) => (column < texts ? '---' : '---:'));
  return [headings, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** @param {string} former */
function keptByHand(former) {
  const from = former.indexOf(KEPT_FROM);
  const to = former.indexOf(KEPT_TO);
  return from < 0 || to < from ? 'Nothing yet.' : former.slice(from + KEPT_FROM.length, to).trim();
}
