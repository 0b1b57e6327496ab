/** A process that is killed while it publishes: nothing half written is seen, nothing is sent twice, one receipt each. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Receipt } from '../../src/targets/receipt.ts';
import { agreementYaml } from '../builders/agreement-file.ts';
import { type CatalogueReceiver, catalogueReceiver } from '../builders/catalogue-receiver.ts';
import { COMMAND, ENVIRONMENT, katalogvakt } from '../builders/command.ts';
import { aStoredVersion, sha256 } from '../builders/stored-version.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';

/** How many random moments; `npm run test:long` takes more. */
const KILLS = Number(process.env['KATALOGVAKT_KILLS'] ?? 6);
const WORDS = ['publish', 'catalogs/avtale', '--lang', 'en'];
/** Long enough that some of the moments are in the middle of it. */
const CATALOGUE = `Varenr;Varenavn;Enhet;Pris\r\n${'100;Kopipapir A4;stk;49,90\r\n'.repeat(200_000)}`;
const INBOXES = ['kommune-a', 'kommune-b'];

const folder = temporaryFolder();
let receiver: CatalogueReceiver;
beforeAll(async () => {
  receiver = await catalogueReceiver();
});
afterAll(() => receiver.stop());

let places = 0;

/** A workspace with one approved version and three receivers, to whom nothing was sent yet. */
function aPlace(): string {
  const name = `sted-${++places}`;
  const write = (file: string, content: string): string =>
    folder.write(path.join(name, 'catalogs/avtale', file), content);
  for (const inbox of INBOXES) mkdirSync(path.join(folder.path, name, inbox), { recursive: true });
  write(
    'agreement.yaml',
    agreementYaml({
      targets: [
        ...INBOXES.map((inbox) => `{ name: ${inbox}, folder: ../../${inbox}, fileName: katalog.csv }`),
        `{ name: region, https: { url: "${receiver.url}/${name}/{file}" } }`,
      ],
    }),
  );
  aStoredVersion(write, '0001', { catalogue: CATALOGUE });
  return path.join(folder.path, name);
}

/** @returns whether it came to its end before it was killed */
function killedAfter(root: string, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [COMMAND, ...WORDS], { cwd: root, env: ENVIRONMENT, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

const published = (root: string): string => path.join(root, 'catalogs/avtale/published/0001');
const receipts = (root: string): readonly string[] =>
  existsSync(published(root))
    ? readdirSync(published(root))
        .filter((name) => !name.startsWith('.'))
        .toSorted()
    : [];

it(`killed at ${KILLS} random moments`, { timeout: 60_000 + KILLS * 30_000 }, async () => {
  const sum = sha256(CATALOGUE);
  const began = performance.now();
  expect(await killedAfter(aPlace(), 600_000)).toBe(true);
  const lasts = performance.now() - began;
  let killed = 0;
  for (let nth = 0; nth < KILLS; nth++) {
    const root = aPlace();
    // The first part of it is the start of Node.
    const at = lasts * (0.2 + 0.9 * Math.random());
    if (!(await killedAfter(root, at))) killed++;
    const arrived: string[] = [];
    for (const inbox of INBOXES) {
      const file = path.join(root, inbox, 'katalog.csv');
      const seen = readdirSync(path.dirname(file)).filter((name) => !name.startsWith('.'));
      expect(seen.length, `killed after ${at} ms`).toBeLessThanOrEqual(1);
      if (seen.length === 0) continue;
      expect(sha256(readFileSync(file)), `killed after ${at} ms`).toBe(sum);
      utimesSync(file, 1, 1);
      arrived.push(file);
    }
    const again = await katalogvakt(WORDS, { in: root });
    expect([again.code, again.err], `killed after ${at} ms`).toEqual([0, '']);
    for (const file of arrived) expect(statSync(file).mtimeMs, `killed after ${at} ms`).toBe(1000);
    for (const inbox of INBOXES) expect(readdirSync(path.join(root, inbox))).toEqual(['katalog.csv']);
    expect(receipts(root)).toEqual(['kommune-a.json', 'kommune-b.json', 'region.json']);
    const receipt = JSON.parse(readFileSync(path.join(published(root), 'region.json'), 'utf8')) as Receipt;
    const sent = receiver.received.filter(({ path: at }) => at.startsWith(`/${path.basename(root)}/`));
    expect(new Set(sent.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set([receipt.idempotencyKey]));
    expect(receiver.kept.get(receipt.idempotencyKey)?.sha256).toBe(sum);
    expect(await katalogvakt(['verify'], { in: root })).toMatchObject({ code: 0 });
  }
  expect(killed).toBeGreaterThan(0);
});
