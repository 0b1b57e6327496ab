/**
 * What an earlier format version wrote is read. `test/fixtures/format-1` was written out by hand, of made-up data, and
 * stays as it is: a version approved, and a run on the catalogue that came after it.
 */
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type CommandRun, katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';

const folder = temporaryFolder();
const FIXTURE = fileURLToPath(new URL('../fixtures/format-1', import.meta.url));
const RUN = 'reports/2024-900-katalog-2025-09-2025-09-15';
const OWN = 'catalogs/fiskeutstyr';
let copies = 0;

function aCopy(): string {
  const copy = path.join(folder.path, `kopi-${++copies}`);
  cpSync(FIXTURE, copy, { recursive: true });
  return copy;
}

const words = (root: string, ...all: readonly string[]): Promise<CommandRun> =>
  katalogvakt([...all, '--lang', 'en'], { in: root });

it('a version of format 1 is verified, listed, packed and compared with', async () => {
  const root = aCopy();
  expect((await words(root, 'verify')).out).toContain('fiskeutstyr: in order. 1 version, 9 files unchanged.');
  expect((await words(root, 'history', '2024/900')).out).toMatch(/^0001 .*Kari Nordmann.*Approved/m);
  expect((await words(root, 'evidence', 'fiskeutstyr/1')).code).toBe(0);
  const run = await words(root, 'check', `${OWN}/inbox/katalog-2025-09.csv`, '--as-of', '2025-09-16');
  expect(run.out).toContain(`${OWN}/approved/0001/catalogue.csv`);
  expect(run.out).toContain('1 added, 0 removed, 0 changed');
});

it('a run of format 1 is shown again, and approved', async () => {
  const root = aCopy();
  const shown = await words(root, 'report', RUN, '--report', 'text');
  expect(shown.out).toContain('PARTLY APPROVED: 2 of 3 lines');
  const approved = await words(root, 'approve', RUN, '--by', 'Ola Nordmann', '--allow-partly');
  expect(approved).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(path.join(root, OWN, 'approved/0002/catalogue.csv'), 'utf8')).toBe(
    readFileSync(path.join(root, RUN, 'approved.csv'), 'utf8'),
  );
  expect((await words(root, 'verify')).out).toContain('in order. 2 versions');
});

it('a version of format 1 is gone back to', async () => {
  const root = aCopy();
  expect((await words(root, 'approve', RUN, '--by', 'Ola', '--allow-partly')).err).toBe('');
  const back = await words(root, 'rollback', 'fiskeutstyr', '1', '--by', 'Ola', '--reason', 'Feil');
  expect(back).toMatchObject({ code: 0, err: '' });
  expect((await words(root, 'verify')).out).toContain('in order. 3 versions');
});
