/** A process that dies while it approves leaves the old state or the new one, whenever it dies. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { OperationalError } from '../../src/catalogue/error.ts';
import { type ApproveAnswer, approve } from '../../src/pipeline/approve.ts';
import { rollBack } from '../../src/pipeline/rollback.ts';
import type { Manifest } from '../../src/versions/manifest.ts';
import { settle } from '../../src/versions/settle.ts';
import { verifyChain } from '../../src/versions/verify-chain.ts';
import { versionNumbers } from '../../src/versions/version-folder.ts';
import { COMMAND, ENVIRONMENT, katalogvakt } from '../builders/command.ts';
import { NO_SMALL_DISK, type SmallDisk, smallDisk } from '../builders/small-disk.ts';
import { sha256 } from '../builders/stored-version.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
/** How many random moments; `npm run test:long` takes more. */
const KILLS = Number(process.env['KATALOGVAKT_KILLS'] ?? 6);
const OWN = 'catalogs/avtale';
const CATALOGUE = 'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;49,90\r\n200;Konvolutt C5;stk;14,50\r\n';
const NO_WAIVERS = 'version: 1\nwaivers: []\n';

interface Prepared {
  readonly root: string;
  readonly run: string;
  readonly decisions: string;
}

/** One version approved, and a run whose decisions change `waivers.yaml`, ready to be approved. */
async function prepared(): Promise<Prepared> {
  const space = aWorkspace(folder);
  space.write(`${OWN}/waivers.yaml`, NO_WAIVERS);
  const first = await space.check('a.csv', CATALOGUE.replace('14,50', '12,50'));
  const yes = ['approve', path.relative(space.folder, first.runFolder), '--by', 'Kari'];
  expect(await katalogvakt(yes, { in: space.folder })).toMatchObject({ code: 0, err: '' });
  const run = await space.check('b.csv', CATALOGUE);
  space.write(
    'avgjort.yaml',
    `version: 1\nrun: { id: x, sha256: ${sha256(run.file('result.json'))} }\ndecisions:\n  - { rule: price/above-agreed, item: "200", do: accept, reason: Avtalt, until: 2026-12-31 }\n`,
  );
  return { root: space.folder, run: path.relative(space.folder, run.runFolder), decisions: 'avgjort.yaml' };
}

let copies = 0;

function copyOf({ root, ...rest }: Prepared): Prepared {
  const copy = path.join(folder.path, `kopi-${++copies}`);
  cpSync(root, copy, { recursive: true });
  return { ...rest, root: copy };
}

const around = (steps: (step: string) => Promise<void>) => ({
  currentFolder: folder.path,
  locale: 'en' as const,
  now: new Date('2026-05-04T10:00:00Z'),
  // Of a process that is gone.
  own: { pid: 4_000_000, host: 'prøve', isRunning: () => false },
  steps,
});

const approving = ({ root, run, decisions }: Prepared, steps: (step: string) => Promise<void> = async () => {}) =>
  approve({ run: path.join(root, run), decisions: path.join(root, decisions), by: 'Kari', threads: 1 }, around(steps));

/** @returns the steps there are, in order */
async function stepsOf(work: (steps: (step: string) => Promise<void>) => Promise<unknown>): Promise<readonly string[]> {
  const steps: string[] = [];
  await work(async (step) => {
    steps.push(step);
  });
  return steps;
}

/** Does the work up to a step, and then no more, not even clean up: as if the process was killed there. */
function killedAt(nth: number, work: (steps: (step: string) => Promise<void>) => Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    let at = 0;
    work((): Promise<void> => {
      if (at++ !== nth) return Promise.resolve();
      resolve();
      return new Promise(() => {});
    }).then(() => reject(new Error(`there is no step ${nth}`)), reject);
  });
}

const manifest = (root: string, number: string): Manifest =>
  JSON.parse(readFileSync(path.join(root, OWN, 'approved', number, 'manifest.json'), 'utf8')) as Manifest;

/** Old or new, and nothing between; as the next command finds it. */
async function requireOldOrNew(root: string, newest: string): Promise<'old' | 'new'> {
  const agreement = path.join(root, OWN);
  await settle(agreement);
  const numbers = await versionNumbers(agreement);
  const chain = await verifyChain(path.join(agreement, 'approved'), numbers);
  expect(chain.faults).toEqual([]);
  const isNew = numbers.includes(newest);
  const waivers = readFileSync(path.join(agreement, 'waivers.yaml'), 'utf8');
  const after = isNew ? manifest(root, newest).waivers?.after : undefined;
  expect(sha256(waivers)).toBe(after ?? sha256(NO_WAIVERS));
  return isNew ? 'new' : 'old';
}

const leftovers = (root: string): readonly string[] =>
  readdirSync(path.join(root, OWN, 'approved')).filter((name) => name.startsWith('.') && !name.startsWith('.git'));

/** Once more, as a person would; whatever came of the first time. */
async function onceMore(one: Prepared, before: 'old' | 'new'): Promise<void> {
  if (before === 'old') expect((await approving(one)).kind).toBe('approved');
  else await expect(approving(one)).rejects.toThrow(/Changed since the run|is the newest/);
  expect(await requireOldOrNew(one.root, '0002')).toBe('new');
  expect(await versionNumbers(path.join(one.root, OWN))).toEqual(['0001', '0002']);
  expect(leftovers(one.root)).toEqual([]);
}

const ready = await prepared();
const STEPS = await stepsOf((steps) => approving(copyOf(ready), steps));

describe('killed before', () => {
  it('there are steps, and the last of them come after the decision', () => {
    expect(STEPS.slice(-6)).toEqual([
      'decide',
      'decided',
      'name the version',
      'write the waivers',
      'end what was pending',
      'forget the settlement',
    ]);
  });

  it.each(STEPS.map((step, at) => [step, at] as const))('«%s»', async (step, at) => {
    const one = copyOf(ready);
    await killedAt(at, (steps) => approving(one, steps));
    const state = await requireOldOrNew(one.root, '0002');
    expect(state).toBe(at < STEPS.indexOf('decided') ? 'old' : 'new');
    expect(step).toBe(STEPS[at]);
    await onceMore(one, state);
  });
});

it('waivers that somebody changed after an approval was killed are not written over', async () => {
  const one = copyOf(ready);
  await killedAt(STEPS.indexOf('write the waivers'), (steps) => approving(one, steps));
  const file = path.join(one.root, OWN, 'waivers.yaml');
  writeFileSync(file, `# Endret for hånd\n${NO_WAIVERS}`);
  const { code, err } = await katalogvakt(['check', `${OWN}/inbox/b.csv`, '--lang', 'en'], { in: one.root });
  expect([code, err]).toEqual([2, expect.stringContaining('An approval was interrupted, and')]);
  expect(readFileSync(file, 'utf8')).toContain('Endret for hånd');
  // As the message says.
  for (const left of leftovers(one.root).filter((name) => !name.startsWith('.lock')))
    rmSync(path.join(one.root, OWN, 'approved', left));
  expect((await katalogvakt(['verify'], { in: one.root })).code).toBe(0);
});

describe('a failure before', () => {
  it.each(STEPS.map((step, at) => [step, at] as const))('«%s» leaves nothing behind', async (_, nth) => {
    const one = copyOf(ready);
    let at = 0;
    const failing = approving(one, async () => {
      if (at++ === nth) throw new OperationalError({ nb: 'Disken røk.', en: 'The disk broke.' });
    });
    await expect(failing).rejects.toThrow('The disk broke.');
    const isDecided = nth >= STEPS.indexOf('decided');
    if (!isDecided) expect(leftovers(one.root)).toEqual([]);
    const state = await requireOldOrNew(one.root, '0002');
    expect(state).toBe(isDecided ? 'new' : 'old');
    await onceMore(one, state);
  });
});

describe('a rollback killed', () => {
  it('at any step leaves the old state or the new', async () => {
    const one = copyOf(ready);
    await approving(one);
    const back = (root: string, steps: (step: string) => Promise<void>): Promise<ApproveAnswer> =>
      rollBack({ folder: path.join(root, OWN), to: '0001', by: 'Ola', reason: 'Feil' }, around(steps));
    const steps = await stepsOf((each) => back(copyOf(one).root, each));
    for (const at of steps.keys()) {
      const { root } = copyOf(one);
      await killedAt(at, (each) => back(root, each));
      await settle(path.join(root, OWN));
      const numbers = await versionNumbers(path.join(root, OWN));
      expect(numbers.length).toBe(at < steps.indexOf('decided') ? 2 : 3);
      if (numbers.length === 2) {
        await back(root, async () => {});
        expect(leftovers(root)).toEqual([]);
      }
      const approved = path.join(root, OWN, 'approved');
      expect((await verifyChain(approved, await versionNumbers(path.join(root, OWN)))).faults).toEqual([]);
    }
  });
});

describe('SIGKILL', () => {
  const words = ['approve', ready.run, '--by', 'Kari', '--decisions', ready.decisions, '--lang', 'en'];

  /** @returns whether it came to its end before it was killed */
  function killedAfter(root: string, milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [COMMAND, ...words], { cwd: root, env: ENVIRONMENT, stdio: 'ignore' });
      const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
      child.on('close', (code) => {
        clearTimeout(timer);
        resolve(code === 0);
      });
    });
  }

  it(`at ${KILLS} random moments loses no version and leaves none half written`, {
    timeout: 60_000 + KILLS * 60_000,
  }, async () => {
    const began = performance.now();
    expect(await killedAfter(copyOf(ready).root, 600_000)).toBe(true);
    const lasts = performance.now() - began;
    let killed = 0;
    for (let nth = 0; nth < KILLS; nth++) {
      const one = copyOf(ready);
      // The first half of it is the start of Node.
      const at = lasts * (0.3 + 0.8 * Math.random());
      if (!(await killedAfter(one.root, at))) killed++;
      const verified = await katalogvakt(['verify'], { in: one.root });
      expect(verified, `killed after ${at} ms`).toMatchObject({ code: 0 });
      const state = await requireOldOrNew(one.root, '0002');
      const again = await katalogvakt(words, { in: one.root });
      expect([again.code, again.err], `killed after ${at} ms`).toEqual(
        state === 'old' ? [0, ''] : [2, expect.stringMatching(/Changed since the run|is the newest/)],
      );
      expect(await requireOldOrNew(one.root, '0002')).toBe('new');
      expect(leftovers(one.root)).toEqual([]);
      rmSync(one.root, { recursive: true });
    }
    expect(killed).toBeGreaterThan(0);
  });
});

describe('a full disk', () => {
  const words = ['approve', ready.run, '--by', 'Kari', '--decisions', ready.decisions, '--lang', 'en'];

  /** @returns whether the disk was too full */
  async function withRoomFor(kibibytes: number, disk: SmallDisk, at: string): Promise<boolean> {
    const root = path.join(at, 'rom');
    cpSync(ready.root, root, { recursive: true });
    const makeRoom = disk.leave(kibibytes);
    const answer = await katalogvakt(words, { in: root });
    makeRoom();
    if (answer.code !== 0) {
      expect([answer.code, answer.err]).toEqual([2, expect.stringContaining('The disk is full')]);
      expect(leftovers(root)).toEqual([]);
    }
    const state = await requireOldOrNew(root, '0002');
    expect(state).toBe(answer.code === 0 ? 'new' : 'old');
    await onceMore({ ...ready, root }, state);
    rmSync(root, { recursive: true });
    return answer.code !== 0;
  }

  it('is told, and leaves the old state, wherever it is met', { timeout: 300_000 }, async ({ skip }) => {
    const at = path.join(folder.path, 'liten');
    const disk = smallDisk(at, 8);
    if (disk === undefined) return skip(NO_SMALL_DISK);
    try {
      let refused = 0;
      // Room for nothing, for some of it, and for all of it.
      for (const room of [0, 8, 40, 80, 120, 160, 200, 240, 280, 320, 1000])
        if (await withRoomFor(room, disk, at)) refused++;
      expect(refused).toBeGreaterThan(2);
    } finally {
      disk.unmount();
    }
  });
});

describe('a folder that may not be written', () => {
  it('is told, and leaves the old state', async ({ skip }) => {
    const one = copyOf(ready);
    const approved = path.join(one.root, OWN, 'approved');
    const isRoot = process.getuid?.() === 0;
    // What root may not do, only somebody else can show.
    const somebody = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    chmodSync(folder.path, 0o755);
    chmodSync(approved, 0o555);
    const can = spawnSync(process.execPath, [COMMAND, '--version'], { cwd: one.root, env: ENVIRONMENT, ...somebody });
    if (can.status !== 0) skip('nobody but root may run the command here');
    const words = ['approve', one.run, '--by', 'Kari', '--decisions', one.decisions, '--lang', 'en'];
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, ...words], {
      cwd: one.root,
      env: ENVIRONMENT,
      encoding: 'utf8',
      ...somebody,
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('No permission for')]);
    chmodSync(approved, 0o755);
    expect(await requireOldOrNew(one.root, '0002')).toBe('old');
    expect(existsSync(path.join(approved, '.lock'))).toBe(false);
    await onceMore(one, 'old');
  });
});
