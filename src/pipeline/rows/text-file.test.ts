import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/builders/temporary-file.ts';
import { OperationalError } from '../../catalogue/error.ts';
import { writeFileFrom } from './text-file.ts';

const folder = temporaryFolder();

it('a file is made of its parts', async () => {
  const target = path.join(folder.path, 'helt.txt');
  await writeFileFrom(target, ['blå', Buffer.from('bær'), '\n']);
  expect(readFileSync(target, 'utf8')).toBe('blåbær\n');
});

it('a file whose parts fail comes no more once it is known that they failed', async () => {
  async function* broken(): AsyncGenerator<string> {
    yield 'den første';
    throw new Error('no more parts');
  }
  const targets = Array.from({ length: 200 }, (_, at) => path.join(folder.path, `brutt-${at}.txt`));
  await Promise.all(
    targets.map(async (target) => {
      await expect(writeFileFrom(target, broken())).rejects.toThrow('no more parts');
      rmSync(target, { force: true });
    }),
  );
  await setTimeout(50);
  expect(targets.filter((target) => existsSync(target))).toEqual([]);
});

it('a folder that is not there is the operator’s to put right', async () => {
  await expect(writeFileFrom(path.join(folder.path, 'borte', 'x.txt'), ['x'])).rejects.toThrow(OperationalError);
});
