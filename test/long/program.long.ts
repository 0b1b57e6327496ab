/** The program for those without Node, built for this system and run without anything of Node around it. */
import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { type CommandRun, katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EXAMPLE = path.join(ROOT, 'catalogs/kontor-renhold');
const SHEET = 'katalog-2026-11.xlsx';
const DAY = '2026-11-15';

const folder = temporaryFolder();
const home = path.join(folder.path, 'hjem');
const inbox = path.join(folder.path, 'inn');
const program = path.join(folder.path, 'program', 'katalogvakt');

const MINUTES = 60_000;

beforeAll(async () => {
  const out = path.join(folder.path, 'bygd');
  execFileSync(process.execPath, [path.join(ROOT, 'dist/docs/program/build.js'), '--out', out], { stdio: 'ignore' });
  for (const made of [home, inbox, path.dirname(program)]) mkdirSync(made, { recursive: true });
  copyFileSync(path.join(out, readdirSync(out)[0] ?? ''), program);
  for (const name of [SHEET, 'katalog-2026-11.csv'])
    copyFileSync(path.join(EXAMPLE, 'inbox', name), path.join(inbox, name));
  const kit = await katalogvakt(['kit', EXAMPLE, path.join(path.dirname(program), 'kontor-kit.zip')], { in: ROOT });
  expect([kit.code, kit.err]).toEqual([0, '']);
}, 5 * MINUTES);

/** Nothing of this process's environment, and no Node to be found. */
function run(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<CommandRun> {
  return new Promise((resolve) => {
    execFile(
      program,
      words,
      { cwd: inbox, env: { HOME: home, LC_ALL: 'nb_NO.UTF-8', PATH: '/nowhere', ...environment }, maxBuffer: 1 << 26 },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

const filesIn = (at: string): readonly string[] =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

it('is the command', async () => {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
  expect(await run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  expect((await run(['tull'])).code).toBe(2);
});

it('a file dropped onto it is checked with the kit beside it, to the buyer\u2019s answer', async () => {
  const dropped = await run([path.join(inbox, SHEET), '--as-of', DAY]);
  expect([dropped.code, dropped.err]).toEqual([1, '']);
  const [own = ''] = readdirSync(path.join(inbox, 'reports'));
  const kit = path.join(path.dirname(program), 'kontor-kit.zip');
  const usual = await katalogvakt(
    ['check', SHEET, '--agreement', kit, '--as-of', DAY, '--out', '../vanlig', '--lang', 'nb'],
    { in: inbox },
  );
  expect(usual.code).toBe(1);
  const names = readdirSync(path.join(inbox, 'reports', own)).toSorted();
  expect(names.length).toBeGreaterThan(5);
  for (const name of names)
    expect(
      readFileSync(path.join(inbox, 'reports', own, name)).equals(
        readFileSync(path.join(folder.path, 'vanlig', own, name)),
      ),
    ).toBe(true);
});

it(
  'threads, and what few runs need, work in it',
  async () => {
    const lines = readFileSync(path.join(inbox, 'katalog-2026-11.csv'), 'latin1').split('\n');
    const [head = '', ...rows] = lines;
    const many = [head, ...Array.from({ length: 300 }, () => rows.filter((row) => row.trim() !== '')).flat()];
    writeFileSync(path.join(inbox, 'stor.csv'), many.join('\n'), 'latin1');
    const told = (threads: string): Promise<CommandRun> =>
      run(['check', 'stor.csv', '--threads', threads, '--as-of', DAY, '--out', `../t${threads}`, '--report', 'junit']);
    const [one, three] = [await told('1'), await told('3')];
    expect([one.err, three.err]).toEqual(['', '']);
    expect(three.out.replaceAll('../t3', '../t1')).toBe(one.out);
    const explained = await run(['rules', 'price/above-agreed']);
    expect([explained.code, explained.err]).toEqual([0, '']);
  },
  5 * MINUTES,
);

it('what was tidied away or damaged in its cache comes back; without a cache it works all the same', async () => {
  const [first = '', second = ''] = filesIn(home).filter((file) => file.endsWith('.js'));
  rmSync(first);
  writeFileSync(second, 'throw new Error("damaged")');
  expect((await run(['rules'])).code).toBe(0);
  expect(existsSync(first)).toBe(true);
  const unwritable = path.join(folder.path, 'fil');
  writeFileSync(unwritable, '');
  const run2 = await run(['--version'], { XDG_CACHE_HOME: unwritable });
  expect([run2.code, run2.err]).toEqual([0, '']);
});
