import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { OperationalError } from '../../catalogue/error.ts';
import { watchFiles } from './unchanged.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'unchanged-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files that are watched', () => {
  const source = { name: 'a.csv', path: path.join(folder, 'a.csv') };
  const watched = async (change: () => void): Promise<unknown> => {
    writeFileSync(source.path, 'Varenr\n1\n');
    utimesSync(source.path, 1_000, 1_000);
    const check = await watchFiles([source]);
    change();
    return check().catch((error: unknown) => error);
  };

  it('may stay as they are', async () => {
    expect(await watched(() => {})).toBeUndefined();
  });

  it.each([
    ['get other bytes', () => writeFileSync(source.path, 'Varenr\n12\n')],
    ['are saved again', () => utimesSync(source.path, 2_000, 2_000)],
    ['go away', () => rmSync(source.path)],
  ])('may not %s', async (_, change) => {
    expect(await watched(change)).toBeInstanceOf(OperationalError);
  });

  it('that are not there are called what a person called them', async () => {
    const missing = { name: 'lister/borte.csv', typed: '../borte.csv', path: path.join(folder, 'lister', 'borte.csv') };
    await expect(watchFiles([missing])).rejects.toThrow(' ../borte.csv');
    const { typed: _, ...unnamed } = missing;
    await expect(watchFiles([unnamed])).rejects.toThrow(' lister/borte.csv');
  });
});
