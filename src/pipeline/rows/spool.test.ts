import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/builders/temporary-file.ts';
import { OperationalError } from '../../catalogue/error.ts';
import { newSpool, type Spool } from './spool.ts';

const folder = temporaryFolder();
let files = 0;
const file = (): string => path.join(folder.path, `spool-${++files}`);

async function all<T>(spool: Spool<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const value of spool.read()) values.push(value);
  return values;
}

const value = (at: number) => ({ at, text: `linje ${at} \u2028 "æøå"\n` });

describe('what goes in comes out in order, again and again', () => {
  it.each([0, 1, 19_999, 20_000, 20_511, 60_001])('%i values', async (count) => {
    const spool = newSpool<ReturnType<typeof value>>(file());
    for (let at = 0; at < count; at++) {
      spool.add(value(at));
      if (at % 512 === 0) await spool.drained();
    }
    expect(spool.size).toBe(count);
    for (const _ of ['once', 'twice']) {
      const values = await all(spool);
      expect(values).toHaveLength(count);
      expect(values.every(({ at, text }, position) => at === position && text === value(at).text)).toBe(true);
    }
  });
});

it('few values need no file', async () => {
  const where = file();
  const spool = newSpool<number>(where);
  for (let at = 0; at < 1000; at++) spool.add(at);
  expect(await all(spool)).toHaveLength(1000);
  expect(existsSync(where)).toBe(false);
});

it('a disk that caught up while the run waited for something else is not waited for', async () => {
  const spool = newSpool<string>(file());
  for (let at = 0; at < 20_000; at++) spool.add('x'.repeat(100));
  await after(200);
  const outcome = await Promise.race([spool.drained().then(() => 'drained'), after(1000, 'still waiting')]);
  expect(outcome).toBe('drained');
});

describe('a file that cannot be written', () => {
  const full = async (drain: boolean): Promise<unknown> => {
    const spool = newSpool<string>(path.join(folder.path, 'borte', 'spool'));
    for (let at = 0; at < 30_000; at++) spool.add('x');
    await after(50);
    try {
      if (drain) await spool.drained();
      return await all(spool);
    } catch (error) {
      return error;
    }
  };
  it.each([true, false])('is told to the operator, never taken for an empty one (%s)', async (drain) => {
    expect(await full(drain)).toBeInstanceOf(OperationalError);
  });
});
