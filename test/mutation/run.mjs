/**
 * Changes the conditions of rules one by one and sees whether a test notices. Outside the ordinary test run: all
 * families take 13 minutes of processor time, nearly all of it for peppol.
 *
 *   npm run mutate                        every family
 *   npm run mutate -- unit price          these
 *   npm run mutate -- price/change-limit  these rules
 *   npm run mutate -- --minutes 10        begins no further family after ten minutes, and says which are left
 *   npm run mutate -- --least 85          exit code 1 where a family notices a lower share of the changes, in percent
 *   npm run mutate -- --write             writes the shares of the families to docs/mutation.md
 *
 * What stands outside of functions is left alone: words, examples and sets of a rule are held against it by
 * `examples.test.ts`.
 */
import { fork } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '60' },
    least: { type: 'string', default: '0' },
    write: { type: 'boolean', default: false },
  },
});
/** Most changes take milliseconds; one that all tests of a large family come to takes ten seconds. */
const HANGS_AFTER_MS = 120_000;
const deadline = Date.now() + Number(values.minutes) * 60_000;

const PAGE = 'docs/mutation.md';
const TABLE = /(?<=<!-- Written by `npm run mutate[^\n]*\n\n).*?(?=\n<!--)/s;

const families = readdirSync('src/rules', { withFileTypes: true }).filter((entry) => entry.isDirectory());
const asked = positionals.length > 0 ? positionals : families.map(({ name }) => name);
const results = new Map();
for (const name of asked) {
  if (Date.now() > deadline) break;
  const changes = await tried(...name.split('/'));
  results.set(name, changes);
  say(`\n${name}: ${inWords(scoreOf(changes))}`);
  for (const change of changes.filter(isMissed)) say(`  ${placeOf(change)}`);
}
const all = scoreOf([...results.values()].flat());
say(`\nAll: ${inWords(all)}`);

const left = asked.filter((name) => !results.has(name));
const low = [...results].filter(([, changes]) => scoreOf(changes).percent < Number(values.least)).map(([name]) => name);
if (left.length > 0) say(`Not begun after ${values.minutes} minutes: ${left.join(', ')}`);
if (low.length > 0) say(`Below ${values.least} %: ${low.join(', ')}`);
if (left.length > 0 || low.length > 0) process.exitCode = 1;
if (values.write) writeFileSync(PAGE, readFileSync(PAGE, 'utf8').replace(TABLE, table()));

function say(text) {
  process.stdout.write(`${text}\n`);
}

/** @returns the changes of a family or one of its rules, each with its status: one of those in `family.mjs`, or `hung` */
async function tried(family, rule = '*') {
  const statuses = [];
  for (;;) {
    const changes = await tryOn(family, rule, statuses);
    if (statuses.length === changes.length) return changes.map((change, at) => ({ ...change, status: statuses[at] }));
    statuses.push('hung');
  }
}

/** Goes on after those whose status is known, until all are tried or one does not come back. */
function tryOn(family, rule, statuses) {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('family.mjs', import.meta.url), [family, rule, `${statuses.length}`]);
    let changes;
    let timer;
    child.on('message', (message) => {
      if (changes === undefined) changes = message;
      else statuses.push(message);
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), HANGS_AFTER_MS);
    });
    child.on('disconnect', () => {
      clearTimeout(timer);
      if (changes === undefined) reject(new Error(`${family} cannot be tried: see above`));
      else resolve(changes);
    });
  });
}

function isMissed({ status }) {
  return status === 'survived' || status === 'unreached';
}

function scoreOf(changes) {
  const counted = changes.filter(({ status }) => status !== 'ignored');
  const noticed = counted.filter((change) => !isMissed(change)).length;
  return {
    all: counted.length,
    noticed,
    hung: counted.filter(({ status }) => status === 'hung').length,
    percent: counted.length === 0 ? 100 : (100 * noticed) / counted.length,
  };
}

function inWords({ all, noticed, hung, percent }) {
  const why = hung === 0 ? '' : `, ${hung} of them because nothing came back`;
  return `${percent.toFixed(1)} % noticed (${noticed} of ${all} changes${why})`;
}

function placeOf({ status, fileName, location, mutatorName, replacement }) {
  const file = path.relative(process.cwd(), fileName).replaceAll('\\', '/');
  const becomes = replacement.replace(/\s+/g, ' ').slice(0, 60);
  // The instrumenter counts lines and columns from 0.
  const place = `${file}:${location.start.line + 1}:${location.start.column + 1}`;
  return `${place} ${mutatorName} → ${becomes}${status === 'unreached' ? ' (no test comes here)' : ''}`;
}

function table() {
  const rows = [...results, ['**All**', [...results.values()].flat()]].map(([name, changes]) => {
    const { all, noticed, percent } = scoreOf(changes);
    return `| ${name} | ${all} | ${noticed} | ${percent.toFixed(1)} % |\n`;
  });
  return `| Family | Changes | Noticed | Share |\n| --- | ---: | ---: | ---: |\n${rows.join('')}`;
}
