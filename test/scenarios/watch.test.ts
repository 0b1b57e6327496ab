/** `watch` with real files: whole ones only, each once, also after it was stopped in between. */
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { OperationalError } from '../../src/catalogue/error.ts';
import type { ApproveAnswer } from '../../src/pipeline/approve.ts';
import { type WatchEvent, watch } from '../../src/pipeline/watch.ts';
import type { Result } from '../../src/reporters/result.ts';
import { COMMAND, ENVIRONMENT, katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, DAY, type Workspace } from '../builders/workspace.ts';

const GOOD = 'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;49,90\r\n';
const TOO_DEAR = GOOD.replace('49,90', '99,90');
const PACE = { lookMs: 20, quietMs: 120, againMs: 200 };
const folder = temporaryFolder();

interface Watching {
  readonly events: readonly WatchEvent[];
  until(holds: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

const running: Watching[] = [];
afterAll(() => Promise.all(running.map((one) => one.stop())));

function watching(place: Workspace, approve?: (run: string) => Promise<ApproveAnswer>): Watching {
  const control = new AbortController();
  const events: WatchEvent[] = [];
  let failure: unknown;
  const done = watch(
    { folder: path.join(place.folder, 'catalogs'), once: false },
    {
      currentFolder: place.folder,
      locale: 'en',
      clock: () => new Date(`${DAY}T12:00:00Z`),
      signal: control.signal,
      pace: PACE,
      tell: (event) => void events.push(event),
      ...(approve === undefined ? {} : { approve }),
    },
  ).catch((error: unknown) => {
    failure = error;
  });
  const one: Watching = {
    events,
    async until(holds) {
      for (let waited = 0; !holds(); waited++) {
        if (failure !== undefined || waited > 600)
          throw failure ?? new Error(`waited in vain: ${events.length} events`);
        await after(25);
      }
    },
    async stop() {
      control.abort();
      await done;
      if (failure !== undefined) throw failure;
    },
  };
  running.push(one);
  return one;
}

const gated = ({ events }: Watching) => events.filter((event) => event.kind === 'gated');
const runsOf = ({ folder: at }: Workspace): readonly string[] =>
  existsSync(path.join(at, 'reports')) ? readdirSync(path.join(at, 'reports')).toSorted() : [];
const hashesOf = (place: Workspace): readonly string[] =>
  runsOf(place).map((run) => {
    const text = readFileSync(path.join(place.folder, 'reports', run, 'result.json'), 'utf8');
    return (JSON.parse(text) as Result).catalogue.sha256;
  });

it('what lies there and what comes is gated, each once, and the runs are left', async () => {
  const place = aWorkspace(folder);
  place.write(`${place.inbox}/en.csv`, GOOD);
  const watched = watching(place);
  await watched.until(() => gated(watched).length === 1);
  place.write(`${place.inbox}/to.csv`, TOO_DEAR);
  await watched.until(() => gated(watched).length === 2);
  await after(400);
  await watched.stop();
  expect(gated(watched).map(({ result }) => result.outcome)).toEqual(['approved', 'refused']);
  expect(runsOf(place)).toHaveLength(2);
});

it('a file that still grows waits until it is whole, and one on its way is let alone', async () => {
  const place = aWorkspace(folder);
  const file = place.write(`${place.inbox}/katalog.csv`, GOOD);
  const watched = watching(place);
  for (let line = 0; line < 12; line++) {
    appendFileSync(file, `${200 + line};Konvolutt C${line};stk;12,50\r\n`);
    await after(40);
  }
  expect(gated(watched)).toEqual([]);
  await watched.until(() => gated(watched).length === 1);
  expect(gated(watched)[0]?.result.lines.read).toBe(13);
  for (const name of ['.katalog.csv.part', '~$katalog.xlsx', 'ny.csv.crdownload', 'README.md', 'ny.csv.tmp'])
    place.write(`${place.inbox}/${name}`, TOO_DEAR);
  await after(400);
  expect(gated(watched)).toHaveLength(1);
  renameSync(path.join(place.folder, place.inbox, 'ny.csv.tmp'), path.join(place.folder, place.inbox, 'ny.csv'));
  await watched.until(() => gated(watched).length === 2);
  await watched.stop();
});

it('started again, what has a run is not gated again, whatever it is called now', async () => {
  const place = aWorkspace(folder);
  const file = place.write(`${place.inbox}/katalog.csv`, GOOD);
  const first = watching(place);
  await first.until(() => gated(first).length === 1);
  await first.stop();
  renameSync(file, path.join(path.dirname(file), 'omdøpt.csv'));
  place.write(`${place.inbox}/ny.csv`, TOO_DEAR);
  const second = watching(place);
  await second.until(() => gated(second).length === 1);
  await after(300);
  await second.stop();
  expect(gated(second).map((event) => path.basename(event.kind === 'gated' ? event.file : ''))).toEqual(['ny.csv']);
  expect(new Set(hashesOf(place)).size).toBe(2);
  expect(runsOf(place)).toHaveLength(2);
});

it('a file that is put there anew with other content is gated again', async () => {
  const place = aWorkspace(folder);
  const file = place.write(`${place.inbox}/katalog.csv`, GOOD);
  const watched = watching(place);
  await watched.until(() => gated(watched).length === 1);
  writeFileSync(file, TOO_DEAR);
  await watched.until(() => gated(watched).length === 2);
  await watched.stop();
  expect(new Set(hashesOf(place)).size).toBe(2);
});

it('what the operator must put right is told once, and goes on when it is', async () => {
  const place = aWorkspace(folder);
  const prices = 'catalogs/avtale/prices.csv';
  const sound = readFileSync(path.join(place.folder, prices));
  place.write(prices, 'Varenr;Varenavn;Enhet;Avtalt pris\r\n100;Kopipapir A4;stk;mye\r\n');
  place.write(`${place.inbox}/katalog.csv`, GOOD);
  const watched = watching(place);
  await watched.until(() => watched.events.some(({ kind }) => kind === 'failed'));
  await after(700);
  expect(watched.events.filter(({ kind }) => kind === 'failed')).toHaveLength(1);
  expect(runsOf(place)).toEqual([]);
  place.write(prices, sound);
  await watched.until(() => gated(watched).length === 1);
  await watched.stop();
});

it('what has nothing against it is approved where that was asked for, and nothing else', async () => {
  const place = aWorkspace(folder);
  const approved: string[] = [];
  const watched = watching(place, async (run) => {
    approved.push(path.basename(run));
    return { kind: 'undecided', lines: 0 };
  });
  place.write(`${place.inbox}/dyr.csv`, TOO_DEAR);
  await watched.until(() => gated(watched).length === 1);
  place.write(`${place.inbox}/god.csv`, GOOD);
  await watched.until(() => gated(watched).length === 2);
  await watched.stop();
  expect(approved).toEqual([path.basename(gated(watched)[1]?.folder ?? '')]);
  expect(gated(watched).map(({ approval }) => approval?.kind)).toEqual([undefined, 'undecided']);
});

it('a folder without agreements is told', async () => {
  mkdirSync(path.join(folder.path, 'tom'));
  const place = { ...aWorkspace(folder), folder: path.join(folder.path, 'tom') };
  mkdirSync(path.join(place.folder, 'catalogs'));
  await expect(
    watch(
      { folder: path.join(place.folder, 'catalogs'), once: true },
      {
        currentFolder: place.folder,
        locale: 'en',
        clock: () => new Date(),
        signal: new AbortController().signal,
        pace: PACE,
        tell: () => {},
      },
    ),
  ).rejects.toThrow(OperationalError);
});

it('--once gates what is there and ends', async () => {
  const place = aWorkspace(folder);
  place.write(`${place.inbox}/en.csv`, GOOD);
  place.write(`${place.inbox}/to.csv`, TOO_DEAR);
  const run = await katalogvakt(['watch', 'catalogs', '--once', '--lang', 'nb'], { in: place.folder });
  expect([run.code, run.err]).toEqual([0, '']);
  const lines = run.out.trim().split('\n').toSorted();
  expect(lines.map((line) => line.split(' → ')[0])).toEqual([
    `${path.join(place.inbox, 'en.csv')}: Godkjent`,
    `${path.join(place.inbox, 'to.csv')}: Avvist`,
  ]);
  const again = await katalogvakt(['watch', 'catalogs', '--once'], { in: place.folder });
  expect([again.code, again.out, again.err]).toEqual([0, '', '']);
});

it('--auto-approve stores the version, and the next catalogue is compared with it', async () => {
  const place = aWorkspace(folder);
  place.write(`${place.inbox}/en.csv`, GOOD);
  const words = ['watch', 'catalogs', '--once', '--auto-approve', '--lang', 'en'];
  expect(await katalogvakt(words, { in: place.folder })).toMatchObject({ code: 2, out: '' });
  const run = await katalogvakt([...words, '--by', 'Kari Nordmann'], { in: place.folder });
  expect([run.code, run.err]).toEqual([0, '']);
  expect(run.out).toContain('Approved: version 0001 of 2025/7');
  place.write(`${place.inbox}/to.csv`, TOO_DEAR);
  const next = await katalogvakt([...words, '--by', 'Kari Nordmann'], { in: place.folder });
  expect([next.code, next.out.includes('Approved: version')]).toEqual([0, false]);
  expect(readdirSync(path.join(place.folder, 'catalogs/avtale/approved'))).not.toContain('0002');
  expect(await katalogvakt(['verify'], { in: place.folder })).toMatchObject({ code: 0 });
});

it.runIf(process.platform !== 'win32')('SIGTERM ends it cleanly', async () => {
  const place = aWorkspace(folder);
  const child: ChildProcess = spawn(process.execPath, [COMMAND, 'watch', 'catalogs'], {
    cwd: place.folder,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  for (let waited = 0; !said.includes('Watching') && waited < 400; waited++) await after(25);
  child.kill('SIGTERM');
  const code = await new Promise((resolve) => child.on('exit', resolve));
  expect([code, said]).toEqual([0, 'Watching the inbox of 1 agreement. Ctrl-C ends.\n']);
  expect(runsOf(place)).toEqual([]);
});
