/**
 * How much work a run is, counted and not timed, so that a change that does more of it fails on any machine. Where a
 * limit is passed for a good reason, it is raised here, and the reason said in the commit.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CountedRun, countedRun, type FunctionCalls, packagesOf } from '../builders/counted-run.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { sheetWorkbook } from '../builders/workbook.ts';

const MAKE_DATA = fileURLToPath(new URL('../bench/make-data.mjs', import.meta.url));
const PACKAGE = fileURLToPath(new URL('../../package.json', import.meta.url));

const folder = temporaryFolder();

const check = (file: string, ...words: readonly string[]): Promise<CountedRun> =>
  countedRun(['check', file, '--as-of', '2026-11-15', '--out', 'runs', ...words], { in: folder.path });

/** Where in `src` a function is, and its name. */
const inFile = (file: string, name: string) => (call: FunctionCalls) =>
  call.module === `src/${file}` && call.name === name;
const below = (place: string) => (call: FunctionCalls) => call.module.startsWith(place);

describe('what a line more costs, with an agreed article and a former line of its own', () => {
  /** What a run costs however short it is goes out when two are compared; both are longer than the sample of rows. */
  const SIZES = [4000, 6000] as const;
  const INPUTS = ['inbox/catalogue.csv', 'approved/previous.csv', 'prices.csv'];
  const runs: CountedRun[] = [];
  const bytes: number[] = [];

  const perLine = (which: (call: FunctionCalls) => boolean): number => {
    const [few = 0, many = 0] = runs.map(({ calls }) => calls.filter(which).reduce((sum, one) => sum + one.calls, 0));
    return (many - few) / (SIZES[1] - SIZES[0]);
  };

  beforeAll(async () => {
    for (const lines of SIZES) {
      const data = path.join(folder.path, String(lines));
      execFileSync(process.execPath, [MAKE_DATA, String(lines), data]);
      const run = await check(path.join(data, 'inbox/catalogue.csv'), '--quiet');
      expect([run.code, run.err]).toEqual([1, '']);
      runs.push(run);
      bytes.push(INPUTS.reduce((sum, input) => sum + statSync(path.join(data, input)).size, 0));
    }
  });

  it.each<[string, (call: FunctionCalls) => boolean, number]>([
    ['one round of the rules', inFile('engine/check-line.ts', 'checkLine'), 1],
    // One each, the agreed article again when the line is held against it, and what changed or is told again.
    ['four records cut into cells', inFile('readers/csv-split.ts', 'splitRecord'), 4.1],
    ['four rows made into lines', inFile('mapping/map-rows.ts', 'mapRow'), 4.1],
    ['some 830 calls of our functions', below('src/'), 835],
    ['few calls of packages, and those for findings', below('node_modules/'), 9],
  ])('%s', (_, which, limit) => {
    const counted = perLine(which);
    expect(counted).toBeGreaterThan(0);
    expect(counted).toBeLessThanOrEqual(limit);
  });

  it.runIf(process.platform === 'linux')('its bytes are read some five times, output read again included', () => {
    const [few = 0, many = 0] = runs.map(({ bytesRead }) => bytesRead ?? 0);
    const [short = 0, long = 0] = bytes;
    expect((many - few) / (long - short)).toBeGreaterThan(1);
    expect((many - few) / (long - short)).toBeLessThan(5.4);
  });
});

describe('what is loaded', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as Readonly<
    Record<'dependencies' | 'devDependencies', object>
  >;
  const ours = (run: CountedRun): readonly string[] =>
    packagesOf(run)
      .filter((name) => name in { ...dependencies, ...devDependencies })
      .sort();

  const SOUND = 'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;49,90\r\n200;"Konvolutt C5";stk;12,50\r\n';
  const csv = (name: string, content: string): string => folder.write(`loaded/${name}`, content);

  it('--help: the parser of the command line, and little of ours', async () => {
    const run = await countedRun(['--help'], { in: folder.path });
    expect(run.out).toContain('katalogvakt');
    expect(ours(run)).toEqual(['yargs']);
    const parts = new Set(
      run.modules.filter((module) => module.startsWith('src/')).map((module) => path.dirname(module)),
    );
    for (const part of [
      'agreement',
      'code-lists',
      'decision',
      'diff',
      'mapping',
      'reporters',
      'rules',
      'versions',
      'writers',
    ])
      expect(parts).not.toContain(`src/${part}`);
  });

  it('a quiet check of a sound CSV file: nothing for workbooks, colours, odd records or slips of the pen', async () => {
    const run = await check(csv('sound.csv', SOUND), '--quiet');
    expect([run.code, run.err]).toEqual([0, '']);
    const loaded = ours(run);
    expect(loaded).toContain('yargs');
    for (const name of ['ajv', 'chalk', 'fastest-levenshtein', 'saxes', 'yauzl']) expect(loaded).not.toContain(name);
    for (const module of ['readers/xlsx-workbook.ts', 'readers/zip.ts', 'readers/xml.ts', 'writers/xlsx.ts'])
      expect(run.modules).not.toContain(`src/${module}`);
  });

  it('each of them when it is needed', async () => {
    const printed = await check(csv('printed.csv', SOUND));
    expect(ours(printed)).toContain('chalk');
    const rows = [
      ['Varenr', 'Varenavn', 'Enhet', 'Pris'],
      ['100', 'Kopipapir A4', 'stk', 49.9],
    ];
    const workbook = folder.write('loaded/book.xlsx', sheetWorkbook({ sheets: [{ name: 'Ark1', rows }] }));
    const read = await check(workbook, '--quiet');
    expect(ours(read)).toEqual(expect.arrayContaining(['saxes', 'yauzl']));
    expect(read.modules).toContain('src/readers/xlsx-workbook.ts');
    const faulty = folder.write('loaded/faulty.yaml', 'version: 1\nrulse: {}\n');
    expect(ours(await check(csv('other.csv', SOUND), '--rules', faulty))).toContain('ajv');
  });
});
