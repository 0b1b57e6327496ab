/**
 * Changes the conditions of rules one by one and sees whether a test notices. Outside the ordinary test run: a family
 * takes a minute or a few.
 *
 *   npm run mutate                        every family
 *   npm run mutate -- unit price          these
 *   npm run mutate -- price/change-limit  these rules
 *   npm run mutate -- --minutes 10        begins no further family after ten minutes, and says which are left
 *   npm run mutate -- --at-once 1        one process instead of two
 *   npm run mutate -- --least 85          exit code 1 where the share of changes noticed is lower, in percent
 *
 * What stands outside of functions is left alone: words, examples and sets of a rule are held against it by
 * `examples.test.ts`.
 */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '30' },
    least: { type: 'string', default: '0' },
    'at-once': { type: 'string', default: '2' },
  },
});
const RULES = 'src/rules';
const NOTICED = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);
const deadline = Date.now() + Number(values.minutes) * 60_000;

const families = readdirSync(RULES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const asked = positionals.length > 0 ? positionals : families.map(({ name }) => name);
const left = [];
const all = [];
for (const name of asked) {
  if (Date.now() > deadline) {
    left.push(name);
    continue;
  }
  const [family, rule = '*'] = name.split('/');
  const results = await mutated(family, rule);
  all.push(...results);
  say(`\n${name}: ${scoreOf(results)}`);
  for (const survivor of results.filter(({ status }) => MISSED.has(status))) say(`  ${inWords(survivor)}`);
}
say(`\nAll: ${scoreOf(all)}`);
if (left.length > 0) say(`Not begun after ${values.minutes} minutes: ${left.join(', ')}`);
if (left.length > 0 || percentOf(all) < Number(values.least)) process.exitCode = 1;

function say(text) {
  process.stdout.write(`${text}\n`);
}

function mutated(family, rule) {
  process.env['MUTATE_FAMILY'] = family;
  return new Stryker({
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.mjs', related: false },
    plugins: ['@stryker-mutator/vitest-runner'],
    reporters: [],
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    concurrency: Number(values['at-once']),
    // On a busy machine the usual five seconds pass although nothing hangs, and what hangs counts as noticed.
    timeoutMS: 30_000,
    mutate: [`${RULES}/${family}/${rule}.ts`, `!${RULES}/**/*.test.ts`],
    // Its own reading of tsconfig.json needs an interface that TypeScript 7 does not have; there is nothing to rewrite.
    tsconfigFile: 'none',
    ignorePatterns: ['/catalogs', '/docs', '/dist', '/reports', '/test/bench', '/test/scenarios'],
    tempDirName: path.join(tmpdir(), 'katalogvakt-mutations'),
    allowEmpty: true,
    logLevel: 'error',
    allowConsoleColors: false,
  }).runMutationTest();
}

function percentOf(results) {
  const noticed = results.filter(({ status }) => NOTICED.has(status)).length;
  const missed = results.filter(({ status }) => MISSED.has(status)).length;
  return noticed + missed === 0 ? 100 : (100 * noticed) / (noticed + missed);
}

function scoreOf(results) {
  const count = (statuses) => results.filter(({ status }) => statuses.has(status)).length;
  const hung = count(new Set(['Timeout']));
  const all = `${count(NOTICED)} of ${count(NOTICED) + count(MISSED)} changes`;
  return `${percentOf(results).toFixed(1)} % noticed (${all}${hung === 0 ? '' : `, ${hung} of them because nothing came back`})`;
}

function inWords({ status, fileName, location, mutatorName, replacement }) {
  const file = path.relative(process.cwd(), fileName).replaceAll('\\', '/');
  const becomes = replacement.replace(/\s+/g, ' ').slice(0, 60);
  return `${file}:${location.start.line}:${location.start.column} ${mutatorName} → ${becomes}${status === 'NoCoverage' ? ' (no test comes here)' : ''}`;
}
