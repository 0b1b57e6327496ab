import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/builders/temporary-file.ts';
import { OperationalError } from '../../catalogue/error.ts';
import { runName, slug } from '../../reporters/run-name.ts';
import { newRunFolder } from './run-folder.ts';

const folder = temporaryFolder();
let parents = 0;
const parent = (): string => path.join(folder.path, `rapporter-${++parents}`);

describe('a name every system can hold', () => {
  it.each([
    ['Kontor og renhold', 'kontor-og-renhold'],
    ['Blåbær på ØYA', 'blabaer-pa-oya'],
    ['Ble\u030aba\u0308r', 'blebar'],
    ['  (2)  katalog__v1.2 ', '2-katalog-v1-2'],
    ['Größe đ þorn', 'grosse-d-thorn'],
    ['CON', 'con-run'],
    ['lpt1', 'lpt1-run'],
    ['console', 'console'],
    ['🛒🛒', 'run'],
    ['', 'run'],
    ['../../etc/passwd', 'etc-passwd'],
  ])('%s', (text, expected) => {
    expect(slug(text)).toBe(expected);
  });

  it('whatever the words, with the day at its end', () => {
    fc.assert(
      fc.property(
        fc.option(fc.string({ unit: 'grapheme', maxLength: 120 }), { nil: undefined }),
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        (agreement, catalogue) => {
          const name = runName(agreement, catalogue, '2026-05-04');
          expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*-2026-05-04$/);
          expect(name.length).toBeLessThanOrEqual(80 - '-9999'.length);
          expect(slug(catalogue)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
          expect(slug(catalogue).length).toBeLessThanOrEqual(80);
        },
      ),
    );
  });
});

describe('a run folder', () => {
  it('has its name when the run is whole, and not before', async () => {
    const at = parent();
    const run = await newRunFolder(at, 'kjøring');
    writeFileSync(path.join(run.path, 'result.json'), '{}');
    expect(readdirSync(at).filter((name) => !name.startsWith('.'))).toEqual([]);
    const kept = await run.keep();
    expect([kept, readdirSync(at)]).toEqual([path.join(at, 'kjøring'), ['kjøring']]);
    expect(readFileSync(path.join(kept, 'result.json'), 'utf8')).toBe('{}');
  });

  it('takes the next number where the name is taken, by a folder or a file', async () => {
    const at = parent();
    mkdirSync(path.join(at, 'run'), { recursive: true });
    writeFileSync(path.join(at, 'run-2'), '');
    expect(path.basename(await (await newRunFolder(at, 'run')).keep())).toBe('run-3');
    expect(path.basename(await (await newRunFolder(at, 'run')).keep())).toBe('run-4');
  });

  it('has a name of its own when several end at once', async () => {
    const at = parent();
    const runs = await Promise.all(Array.from({ length: 8 }, () => newRunFolder(at, 'run')));
    for (const [which, run] of runs.entries()) writeFileSync(path.join(run.path, 'which'), String(which));
    const kept = await Promise.all(runs.map((run) => run.keep()));
    expect(new Set(kept).size).toBe(8);
    expect(kept.map((own) => readFileSync(path.join(own, 'which'), 'utf8'))).toEqual(
      runs.map((_, which) => String(which)),
    );
    expect(readdirSync(at)).toHaveLength(8);
  });

  it('can be opened by whoever may open the folder it lies in', async () => {
    const at = parent();
    const kept = await (await newRunFolder(at, 'run')).keep();
    expect(statSync(kept).mode & 0o777).toBe(statSync(at).mode & 0o777);
  });

  it('leaves nothing when it is discarded', async () => {
    const at = parent();
    const run = await newRunFolder(at, 'run');
    writeFileSync(path.join(run.path, 'half'), '');
    await run.discard();
    expect(readdirSync(at)).toEqual([]);
  });

  it('that cannot be made is the operator’s to put right', async () => {
    const file = folder.write('fil', '');
    await expect(newRunFolder(file, 'run')).rejects.toThrow(OperationalError);
    await expect(newRunFolder(path.join(file, 'under'), 'run')).rejects.toThrow(OperationalError);
  });
});
