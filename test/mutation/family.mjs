/**
 * Tries the changes of one family of rules, in a process that `run.mjs` can end. Sends the list of changes, and then
 * the status of one after the other: `noticed`, `hung` (noticed, for it would run for ever), `survived`, `unreached`
 * (no test comes there) or `ignored` (stands outside of functions).
 *
 * Stryker's instrumenter puts all changes into the code, each behind a switch. Rules, tests and what they import become
 * one script, which is compiled once and run afresh for each change: what a module keeps never reaches the next change.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { compileFunction } from 'node:vm';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import fastCheck from 'fast-check';
import { rolldown } from 'rolldown';
import { expect } from 'vitest';

/** A loop runs for ever when it comes to a change this many times as often as all tests do without the change. */
const FOR_EVER = 100;

const [family, rule, begin] = process.argv.slice(2);
const folder = path.resolve('src/rules', family);
const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const tests = names.filter((name) => name.endsWith('.test.ts'));
const rules = names.filter((name) => !tests.includes(name));
/** What the instrumented code reads and counts. */
const switches = {};
globalThis.__stryker__ = switches;

// The same cases for every change, and no search for the smallest one that fails.
fastCheck.configureGlobal({ seed: 1, endOnFailure: true });

const asked = rule === '*' ? rules : rules.filter((name) => name === `${rule}.ts`);
if (asked.length === 0) throw new Error(`there is no src/rules/${family}/${rule}.ts`);
const { files, mutants } = await instrumented(asked);
const script = compileFunction(await bundled(), ['require']);
const coverage = testsByChange();
/** The test that noticed the last change often notices the next. */
const likeliestFirst = Object.keys(coverage.perTest);
// What is not sent before a change runs for ever is lost.
const send = promisify(process.send.bind(process));
await send(mutants);
for (const { id } of mutants.slice(Number(begin))) await send(statusOf(id));

function instrumented(modules) {
  const inputs = modules.map((name) => {
    const file = path.join(folder, name);
    return { name: file, mutate: true, content: readFileSync(file, 'utf8') };
  });
  const logger = { debug() {}, info() {}, isDebugEnabled: () => false };
  return new Instrumenter(logger).instrument(inputs, { plugins: null, excludedMutations: [], ignorers: [] });
}

async function bundled() {
  const contents = new Map([['tests', entry()], ...files.map(({ name, content }) => [name, content])]);
  const bundle = await rolldown({
    input: 'tests',
    platform: 'node',
    external: /^[^./]/,
    treeshake: false,
    checks: { importIsUndefined: false },
    plugins: [
      {
        name: 'changes',
        resolveId: (id) => (id === 'tests' ? id : undefined),
        load: (id) => contents.get(id),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'cjs', codeSplitting: false });
  return output[0].code;
}

/** The tests of the family, and the examples of its rules. */
function entry() {
  const source = (file) => JSON.stringify(path.resolve(file));
  return [
    `import { expect, it } from 'vitest';`,
    `import { checkExamples } from ${source('src/engine/run-examples.ts')};`,
    ...tests.map((name) => `import ${source(path.join(folder, name))};`),
    ...rules.map((name, at) => `import * as module${at} from ${source(path.join(folder, name))};`),
    `for (const { default: held = [] } of [${rules.map((_, at) => `module${at}`)}])`,
    `  for (const rule of [held].flat()) it(rule.id, () => expect(checkExamples(rule, rule.id)).toEqual([]));`,
  ].join('\n');
}

/** @returns the tests of a fresh start, in their order: of vitest, just what those of rules use */
function freshTests() {
  const found = [];
  const it = (_, test) => found.push(test);
  it.for = (rows) => (name, test) => rows.map((row) => it(name, () => test(row)));
  it.each = (rows) => (name, test) => rows.map((row) => it(name, () => test(...[row].flat())));
  const describe = (_, body) => body();
  describe.each = (rows) => (_, body) => rows.map((row) => body(...[row].flat()));
  const require = createRequire(import.meta.url);
  script((name) => (name === 'vitest' ? { describe, expect, it } : require(name)));
  return found;
}

/** How often each test comes to each change. @throws Error where a test fails, although nothing is changed */
function testsByChange() {
  const counts = { static: {}, perTest: {} };
  switches.mutantCoverage = counts;
  for (const at of freshTests().keys()) {
    const test = freshTests()[at];
    switches.currentTestId = `${at}`;
    if (test() instanceof Promise) throw new Error('a test has to be waited for');
    delete switches.currentTestId;
  }
  // What the changes come to is none of it.
  delete switches.mutantCoverage;
  return counts;
}

function statusOf(id) {
  const reaching = likeliestFirst.filter((test) => coverage.perTest[test][id] > 0);
  if (reaching.length === 0) return coverage.static[id] > 0 ? 'ignored' : 'unreached';
  const found = freshTests();
  const usual = reaching.reduce((sum, test) => sum + coverage.perTest[test][id], 0);
  Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit: FOR_EVER * usual });
  const noticing = reaching.find((test) => fails(found[test]));
  delete switches.activeMutant;
  if (noticing === undefined) return 'survived';
  likeliestFirst.unshift(...likeliestFirst.splice(likeliestFirst.indexOf(noticing), 1));
  return switches.hitCount > switches.hitLimit ? 'hung' : 'noticed';
}

function fails(test) {
  try {
    test();
    return false;
  } catch {
    return true;
  }
}
