/** Many catalogues in one call: threads check them side by side, and nothing of that shows. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMAND, type CommandRun, ENVIRONMENT, katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';

const generator = new URL('../bench/make-data.mjs', import.meta.url).href;
const { makeData } = (await import(generator)) as {
  makeData(lines: number, folder: string, options?: { first: number; previous?: boolean }): void;
};

const EXAMPLE = fileURLToPath(new URL('../../catalogs/kontor-renhold/inbox/', import.meta.url));
const folder = temporaryFolder();
const SUPPLIERS = 4;
const LINES = 200;
/** More than one piece, so that threads share it. */
const LARGE_LINES = 15_500;
const catalogues: string[] = [];

beforeAll(() => {
  for (let at = 0; at < SUPPLIERS; at++) {
    makeData(LINES, path.join(folder.path, `${at}`), { first: at * LINES });
    catalogues.push(`${at}/inbox/catalogue.csv`);
  }
  makeData(LARGE_LINES, path.join(folder.path, 'large'), { first: SUPPLIERS * LINES, previous: false });
});

const words = (out: string, threads: number, files: readonly string[]): readonly string[] => [
  ...['check', ...files, '--as-of', '2026-11-15', '--out', out, '--threads', `${threads}`],
];

/** Every file of every run by a checksum of its bytes. */
function bytesIn(out: string): Record<string, string> {
  const files = readdirSync(path.join(folder.path, out), { recursive: true, withFileTypes: true });
  const hashed = files
    .filter((file) => file.isFile())
    .map(({ parentPath, name }): [string, string] => {
      const file = path.join(parentPath, name);
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
      return [path.relative(path.join(folder.path, out), file), hash];
    });
  return Object.fromEntries(hashed.sort());
}

describe('for 1 and 2 threads', () => {
  it('the same is printed, in the order given, and the same bytes are written', async () => {
    const broken = folder.write('broken/katalog.csv', '%PDF-1.7 ikke en katalog');
    const wrong = folder.write('wrong/inbox/katalog.csv', 'Varenr;Varenavn;Pris\n1;Papir;10,00\n');
    folder.write('wrong/agreement.yaml', 'version: 1\nnumber: [');
    const example = readdirSync(EXAMPLE).map((name) => path.join(EXAMPLE, name));
    const [first = '', ...others] = catalogues;
    // Of one name with the large one before it, and done long before it.
    const small = folder.write('large/inbox/small/catalogue.csv', 'Varenr;Varenavn;Pris\n1;Papir;10,00\n');
    const large = ['large/inbox/catalogue.csv', small];
    const files = ['0/no-such.csv', first, broken, ...example, ...large, wrong, ...others, first];
    const runs: CommandRun[] = [];
    const bytes: Record<string, string>[] = [];
    for (const threads of [1, 2]) {
      const out = `runs-${threads}`;
      const run = await katalogvakt(words(out, threads, files), { in: folder.path });
      runs.push({ ...run, out: run.out.replaceAll(out, 'runs') });
      bytes.push(bytesIn(out));
    }
    const [one, ...more] = runs;
    expect(one?.code).toBe(2);
    expect(one?.err).toMatch(/^katalogvakt: .*no-such\.csv[\s\S]*wrong\/agreement\.yaml/);
    const headings = one?.out.match(/^== .* ==$/gm);
    expect(headings).toHaveLength(files.length - 2);
    for (const run of more) expect(run).toEqual(one);
    const [bytesOfOne, ...bytesOfMore] = bytes;
    // The same catalogue twice is two runs, and so are two of one name for one agreement.
    expect(new Set(Object.keys(bytesOfOne ?? {}).map((file) => path.dirname(file))).size).toBe(files.length - 2);
    for (const other of bytesOfMore) expect(other).toEqual(bytesOfOne);
  });
});

it('Ctrl-C ends all of them, with what is done kept whole and nothing half-written', async () => {
  const out = path.join(folder.path, 'interrupted');
  const files = Array.from({ length: 60 }, () => catalogues).flat();
  const child = spawn(process.execPath, [COMMAND, ...words('interrupted', 2, files)], {
    cwd: folder.path,
    env: ENVIRONMENT,
  });
  const ended = once(child, 'close');
  let told = '';
  child.stderr.on('data', (text: Buffer) => {
    told += text.toString();
  });
  child.stdout.resume();
  const done = (): readonly string[] => (existsSync(out) ? readdirSync(out).filter((name) => name[0] !== '.') : []);
  while (done().length < 2) await setTimeout(20);
  child.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  // In the language of the agreement, where that was read.
  expect(told.match(/Interrupted|Avbrutt/g)).toHaveLength(1);
  expect(done().length).toBeLessThan(files.length);
  for (const name of done()) expect(readdirSync(path.join(out, name))).toContain('result.json');
  expect(readdirSync(out).filter((name) => name[0] === '.')).toEqual([]);
});
