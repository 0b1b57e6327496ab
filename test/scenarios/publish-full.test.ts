/** A disk without room, and folders that may not be written: nothing half is seen, no receipt says what is not true. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/targets/receipt.ts';
import { agreementYaml } from '../builders/agreement-file.ts';
import { COMMAND, type CommandRun, ENVIRONMENT, katalogvakt } from '../builders/command.ts';
import { NO_SMALL_DISK, type SmallDisk, smallDisk } from '../builders/small-disk.ts';
import { aStoredVersion, sha256 } from '../builders/stored-version.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';

const folder = temporaryFolder();
const WORDS = ['publish', 'catalogs/avtale', '--lang', 'en'];
const FIRST = 'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;49,90\r\n';
/** A good 500 KB. */
const CATALOGUE = `${FIRST}${Array.from({ length: 20_000 }, (_, at) => `${200 + at};Konvolutt C5;stk;12,50\r\n`).join('')}`;
const OWN = 'catalogs/avtale';
const RECEIVERS = ['kommune-a', 'kommune-b'];

let places = 0;

/** A workspace whose receivers got version 1; version 2 is approved. */
async function aPlace(at = `sted-${++places}`): Promise<string> {
  const root = path.join(folder.path, at);
  const write = (file: string, content: string): string => folder.write(path.join(at, OWN, file), content);
  for (const receiver of RECEIVERS) mkdirSync(path.join(root, receiver), { recursive: true });
  write(
    'agreement.yaml',
    agreementYaml({
      targets: RECEIVERS.map((name) => `{ name: ${name}, folder: ../../${name}, fileName: katalog.csv }`),
    }),
  );
  const before = aStoredVersion(write, '0001', { catalogue: FIRST });
  expect(await katalogvakt(WORDS, { in: root })).toMatchObject({ code: 0, err: '' });
  aStoredVersion(write, '0002', {
    catalogue: CATALOGUE,
    manifest: { previous: before },
  });
  return root;
}

const file = (root: string, receiver: string): string => path.join(root, receiver, 'katalog.csv');
const holds = (root: string, receiver: string, catalogue: string): boolean =>
  sha256(readFileSync(file(root, receiver))) === sha256(catalogue);
const receiptFile = (root: string, receiver: string): string =>
  path.join(root, OWN, 'published/0002', `${receiver}.json`);
const receiptOf = (root: string, receiver: string): Receipt | undefined =>
  existsSync(receiptFile(root, receiver))
    ? (JSON.parse(readFileSync(receiptFile(root, receiver), 'utf8')) as Receipt)
    : undefined;

/** What each receiver has is whole, its receipt is true, and nothing else lies about. */
function requireWhole(root: string): void {
  for (const receiver of RECEIVERS) {
    expect(readdirSync(path.join(root, receiver)).filter((name) => name !== '.fyll')).toEqual(['katalog.csv']);
    const isNew = holds(root, receiver, CATALOGUE);
    expect(isNew || holds(root, receiver, FIRST), receiver).toBe(true);
    if (receiptOf(root, receiver) !== undefined) expect(isNew, receiver).toBe(true);
  }
  const published = path.join(root, OWN, 'published');
  const left = readdirSync(published, { recursive: true, encoding: 'utf8' });
  expect(left.filter((name) => path.basename(name).startsWith('.') && name !== '.fyll')).toEqual([]);
}

/** Once more, when it can be done: to whom it did not come before, and to nobody twice. */
async function onceMore(root: string): Promise<void> {
  const there = RECEIVERS.filter((receiver) => holds(root, receiver, CATALOGUE));
  for (const receiver of there) utimesSync(file(root, receiver), 1, 1);
  expect(await katalogvakt(WORDS, { in: root })).toMatchObject({ code: 0, err: '' });
  requireWhole(root);
  for (const receiver of RECEIVERS) {
    const isOld = there.includes(receiver);
    expect(statSync(file(root, receiver)).mtimeMs === 1000, receiver).toBe(isOld);
    expect(receiptOf(root, receiver)).toMatchObject({ approved: '0002', sha256: sha256(CATALOGUE) });
  }
  expect(await katalogvakt(['verify'], { in: root })).toMatchObject({ code: 0 });
}

describe('a full disk', () => {
  /** @returns what was said with each room that was too little */
  async function filled(
    disk: SmallDisk,
    rooms: readonly number[],
    root: () => Promise<string>,
  ): Promise<readonly CommandRun[]> {
    const refused: CommandRun[] = [];
    for (const room of rooms) {
      const place = await root();
      const makeRoom = disk.leave(room);
      const answer = await katalogvakt(WORDS, { in: place });
      requireWhole(place);
      makeRoom();
      if (answer.code === 0) expect(answer.err).toBe('');
      else {
        expect([answer.code, answer.err], `room for ${room} KiB`).toEqual([
          2,
          expect.stringContaining('The disk is full'),
        ]);
        refused.push(answer);
      }
      await onceMore(place);
    }
    return refused;
  }

  it('at one receiver keeps the others from nothing', async ({ skip }) => {
    const root = path.join(folder.path, 'mottaker');
    const disk = smallDisk(path.join(root, 'kommune-a'), 4);
    if (disk === undefined) return skip(NO_SMALL_DISK);
    try {
      await aPlace('mottaker');
      const makeRoom = disk.leave(100);
      const { code, out, err } = await katalogvakt(WORDS, { in: root });
      expect([code, err]).toEqual([
        2,
        `kommune-a: NOT SENT. The disk is full; ${file(root, 'kommune-a')} was not written. Free some space and run again.\n`,
      ]);
      expect(out).toContain('kommune-b');
      requireWhole(root);
      expect(RECEIVERS.map((receiver) => receiptOf(root, receiver)?.how)).toEqual([undefined, 'sent']);
      makeRoom();
      await onceMore(root);
      expect(receiptOf(root, 'kommune-a')?.how).toBe('sent');
    } finally {
      disk.unmount();
    }
  });

  it('where the receipts lie is told; what came there without one is found the next time', async ({ skip }) => {
    const root = path.join(folder.path, 'kvitteringer');
    const disk = smallDisk(path.join(root, OWN, 'published'), 1);
    if (disk === undefined) return skip(NO_SMALL_DISK);
    try {
      await aPlace('kvitteringer');
      // The lock has room, and a receipt has none.
      const makeRoom = disk.leave(4);
      const { code, err } = await katalogvakt(WORDS, { in: root });
      const full = (receiver: string) =>
        `${receiver}: WITHOUT A RECEIPT. The file is there (${file(root, receiver)}), but its receipt was not written: The disk is full; ${receiptFile(root, receiver)} was not written. Free some space and run again. Then run publish again, and it will be.\n`;
      expect([code, err]).toEqual([2, RECEIVERS.map(full).join('')]);
      requireWhole(root);
      expect(RECEIVERS.map((receiver) => holds(root, receiver, CATALOGUE))).toEqual([true, true]);
      makeRoom();
      await onceMore(root);
      expect(RECEIVERS.map((receiver) => receiptOf(root, receiver)?.how)).toEqual(['found', 'found']);
    } finally {
      disk.unmount();
    }
  });

  it('under all of it is told wherever it is met', { timeout: 120_000 }, async ({ skip }) => {
    const at = path.join(folder.path, 'alt');
    const disk = smallDisk(at, 32);
    if (disk === undefined) return skip(NO_SMALL_DISK);
    try {
      let nth = 0;
      const refused = await filled(disk, [0, 4, 8, 500, 580, 1080, 4000], () => aPlace(`alt/${++nth}`));
      expect(refused.length).toBeGreaterThan(3);
      expect(refused.length).toBeLessThan(7);
    } finally {
      disk.unmount();
    }
  });
});

describe('a folder that may not be written', () => {
  // What root may not do, only somebody else can show.
  const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

  function asSomebody(root: string): ReturnType<typeof spawnSync> {
    return spawnSync(process.execPath, [COMMAND, ...WORDS], {
      cwd: root,
      env: ENVIRONMENT,
      encoding: 'utf8',
      ...somebody,
    });
  }

  it.each([
    ['of one receiver', 'kommune-a', (root: string) => file(root, 'kommune-a')],
    ['of the receipts', `${OWN}/published/0002`, (root: string) => receiptFile(root, 'kommune-a')],
    ['of the lock', `${OWN}/published`, (root: string) => path.join(root, OWN, 'published/.lock')],
  ])('%s is told', async (_, closed, named) => {
    const root = await aPlace();
    chmodSync(folder.path, 0o755);
    mkdirSync(path.join(root, OWN, 'published/0002'), { recursive: true });
    const open = ['kommune-a', 'kommune-b', `${OWN}/published`, `${OWN}/published/0002`];
    for (const name of open) chmodSync(path.join(root, name), 0o777);
    chmodSync(path.join(root, closed), 0o555);
    const { status, stderr } = asSomebody(root);
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining(`No permission for ${named(root)}. Check its permissions.`),
    ]);
    requireWhole(root);
    chmodSync(path.join(root, closed), 0o777);
    await onceMore(root);
  });
});
