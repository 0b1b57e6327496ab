/** Catalogues in which nothing is wrong: no rule of any built-in rule set has anything to say of them. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { BUILT_IN_SETS } from '../../src/engine/rule.ts';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { checkRun } from '../builders/workspace.ts';

const folder = temporaryFolder();
const DAY = '2026-11-15';

let runs = 0;

/** What is said of a catalogue of so many lines. */
async function said(catalogue: string, lines: number, ruleSet: string): Promise<readonly string[]> {
  const out = `ut-${++runs}`;
  const words = ['check', catalogue, '--rules', `katalogvakt:${ruleSet}`, '--as-of', DAY, '--out', out];
  const run = await katalogvakt(words, { in: folder.path });
  const { findings, result } = checkRun(run, path.join(folder.path, out));
  expect(result.lines.read).toBe(lines);
  return findings.map(({ rule, item, field, actual }) => [rule, item, field, actual].join(' '));
}

const made = (script: string, ...words: readonly string[]) =>
  promisify(execFile)(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...words]);

describe('the example, with no fault planted', () => {
  beforeAll(() => made('../example/build.mjs', path.join(folder.path, 'catalogs'), '--clean'));

  it.each(BUILT_IN_SETS)('%s is silent', async (ruleSet) => {
    expect(await said('catalogs/kontor-renhold/inbox/katalog-2026-11.csv', 295, ruleSet)).toEqual([]);
  });
});

describe('2,000 made lines, none of them faulty', () => {
  beforeAll(() => made('../bench/make-data.mjs', '2000', path.join(folder.path, 'catalogs/laget'), '--no-faults'));

  it.each(BUILT_IN_SETS)('%s is silent', async (ruleSet) => {
    expect(await said('catalogs/laget/inbox/catalogue.csv', 2000, ruleSet)).toEqual([]);
  });
});
