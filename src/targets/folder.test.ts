import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { folderTarget } from './folder.ts';
import type { Pace } from './retries.ts';
import type { Delivery } from './target.ts';

const PACE: Pace = { attempts: 2, firstDelayMs: 1, longestDelayMs: 1, random: () => 0 };
const folder = temporaryFolder();
let folders = 0;

function receiver(): string {
  const made = path.join(folder.path, `inn-${++folders}`);
  mkdirSync(made);
  return made;
}

function aDelivery(content: string, fileName = 'katalog.csv'): Delivery {
  return {
    path: folder.write('godkjent.csv', content),
    fileName,
    sha256: createHash('sha256').update(content).digest('hex'),
    bytes: Buffer.byteLength(content),
    mediaType: 'text/csv',
    key: '00112233445566778899aabbccddeeff',
  };
}

it('the file is there, and nothing else', async () => {
  const to = receiver();
  expect(await folderTarget('a', to).deliver(aDelivery('ny'), { pace: PACE })).toEqual({ how: 'sent', attempts: 1 });
  expect(readdirSync(to)).toEqual(['katalog.csv']);
  expect(readFileSync(path.join(to, 'katalog.csv'), 'utf8')).toBe('ny');
});

it('an older file is replaced; the same bytes are let alone', async () => {
  const to = receiver();
  const file = path.join(to, 'katalog.csv');
  const target = folderTarget('a', to);
  await target.deliver(aDelivery('en'), { pace: PACE });
  expect(await target.deliver(aDelivery('to'), { pace: PACE })).toEqual({ how: 'sent', attempts: 1 });
  expect(readFileSync(file, 'utf8')).toBe('to');
  utimesSync(file, 1, 1);
  expect(await target.deliver(aDelivery('to'), { pace: PACE })).toEqual({ how: 'found', attempts: 1 });
  expect(statSync(file).mtimeMs).toBe(1000);
});

it.each(['copied', 'readBack'])('what fails after %s leaves nothing behind', async (step) => {
  const to = receiver();
  const reached = (done: string): void => {
    if (done === step) throw new Error('stopped here');
  };
  const target = folderTarget('a', to);
  await expect(target.deliver(aDelivery('ny'), { pace: PACE, reached })).rejects.toThrow('stopped here');
  expect(readdirSync(to)).toEqual([]);
});

it('a folder that is not there is not made: the share may not be connected', async () => {
  const target = folderTarget('a', path.join(folder.path, 'borte'));
  await expect(target.deliver(aDelivery('ny'), { pace: PACE })).rejects.toThrow('There is no folder');
  expect(readdirSync(folder.path)).not.toContain('borte');
});

it('bytes that do not arrive as they were sent are not made visible', async () => {
  const to = receiver();
  const wrong = { ...aDelivery('ny'), sha256: '0'.repeat(64) };
  await expect(folderTarget('a', to).deliver(wrong, { pace: PACE })).rejects.toThrow('is not what was sent');
  expect(readdirSync(to)).toEqual([]);
});

it.runIf(process.platform !== 'win32' && process.getuid?.() !== 0)(
  'a folder one may not write to is told',
  async () => {
    const to = receiver();
    chmodSync(to, 0o500);
    await expect(folderTarget('a', to).deliver(aDelivery('ny'), { pace: PACE })).rejects.toThrow('No permission');
  },
);
