/** Many processes that want one lock, each killed sooner or later at some step of taking it: it needs nobody's hand. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ownProcess } from '../../src/cli/surroundings.ts';
import { takeLock } from '../../src/versions/lock.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';

const folder = temporaryFolder();
const TAKER = fileURLToPath(new URL('../builders/lock-taker.mjs', import.meta.url));
/** How many are killed; `npm run test:long` has more. */
const KILLS = 10 * Number(process.env['KATALOGVAKT_KILLS'] ?? 6);
const AT_ONCE = 6;

/** @returns when it was killed */
function taker(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [TAKER, folder.path], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`a taker ended with ${code}`));
    });
  });
}

const noted = (kind: string): readonly string[] => {
  const file = path.join(folder.path, kind);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
};

it('a lock goes on from one killed process to the next', { timeout: 60_000 + KILLS * 2000 }, async () => {
  mkdirSync(path.join(folder.path, 'lås'));
  let begun = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (begun++ < KILLS) await taker();
    }),
  );
  expect(noted('error')).toEqual([]);
  expect(new Set(noted('taken')).size).toBeGreaterThan(1);
  const file = path.join(folder.path, 'lås/.lock');
  const lock = await takeLock(file, ownProcess(), 'til slutt', { nb: 'er inne', en: 'is in' });
  await lock.release();
  expect(readdirSync(path.dirname(file)).filter((name) => !/^\.lock(?:\.turn)+$/.test(name))).toEqual([]);
});
