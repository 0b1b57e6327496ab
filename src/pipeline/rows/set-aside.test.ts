import { describe, expect, it } from 'vitest';
import { collected, temporaryFolder } from '../../../test/builders/temporary-file.ts';
import { UnusableFile } from '../../catalogue/catalogue.ts';
import type { Piece, RawRow, RowFile } from '../../readers/reader.ts';
import { withRowsComing } from './set-aside.ts';
import { type Background, withTemporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

/** A batch of a hundred rows is about 100 kB. */
function batchOf(number: number): readonly RawRow[] {
  return Array.from({ length: 100 }, (_, at) => ({ row: 100 * number + at + 1, cells: [`${at}`, 'x'.repeat(1000)] }));
}

/** A workbook of ten batches, of which so many come before it waits. */
function slowFile(early: number, last?: Error) {
  let goOn = (): void => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let read = 0;
  async function* rows(): AsyncGenerator<readonly RawRow[], void> {
    for (let number = 0; number < 10; number++) {
      if (number === early) await gate;
      read++;
      yield batchOf(number);
    }
    if (last !== undefined) throw last;
  }
  return { file: { format: 'xlsx', sheet: 'Ark1', rows } satisfies RowFile, goOn, read: () => read };
}

const coming = (file: RowFile, bytes: number) =>
  withTemporaryFolder(async (_, background) => withRowsComing(file, folder.path, bytes, background));

describe('rows that are still being set aside', () => {
  it('are there in pieces before the last has come', async () => {
    const { file, goOn, read } = slowFile(8);
    await withTemporaryFolder(async (_, background) => {
      const early = await withRowsComing(file, folder.path, 300_000, background);
      expect([read(), early.pieces?.bytes()]).toEqual([expect.any(Number), undefined]);
      expect(read()).toBeLessThan(9);
      const rows: RawRow[] = [];
      let pieces = 0;
      for await (const piece of early.pieces?.cut(200_000, 2, 1) ?? []) {
        pieces++;
        rows.push(...(await rowsOf(early, piece)));
        if (pieces === 2) goOn();
      }
      expect(pieces).toBeGreaterThan(3);
      expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 1000 }, (_, at) => at + 1));
      expect(early.pieces?.bytes()).toBeGreaterThan(1_000_000);
      expect(await collected(early.rows())).toEqual(rows);
    });
  });

  it('are waited for where all of them are wanted', async () => {
    const { file, goOn } = slowFile(5);
    await withTemporaryFolder(async (_, background) => {
      const early = await withRowsComing(file, folder.path, 100_000, background);
      setTimeout(goOn, 20);
      expect((await collected(early.rows())).length).toBe(1000);
    });
  });

  it('are all there at once in a file that is not long', async () => {
    const { file, goOn } = slowFile(0);
    goOn();
    const short = await coming(file, 10_000_000);
    expect(short.pieces?.bytes()).toBeGreaterThan(1_000_000);
  });

  it('tell what is wrong further down to whoever reads that far', async () => {
    const wrong = new UnusableFile('damaged');
    const { file, goOn } = slowFile(5, wrong);
    await withTemporaryFolder(async (_, background) => {
      const early = await withRowsComing(file, folder.path, 100_000, background);
      goOn();
      await expect(collected(early.rows())).rejects.toBe(wrong);
      await expect(piecesOf(early)).rejects.toBe(wrong);
    });
  });

  it('tell it at once in a file that is not long', async () => {
    const wrong = new UnusableFile('damaged');
    const { file, goOn } = slowFile(0, wrong);
    goOn();
    await expect(coming(file, 10_000_000)).rejects.toBe(wrong);
  });

  it('are read no further when the folder goes', async () => {
    const { file, goOn, read } = slowFile(5);
    let kept: Background | undefined;
    await withTemporaryFolder(async (_, background) => {
      kept = background;
      await withRowsComing(file, folder.path, 100_000, background);
      setTimeout(goOn, 20);
    });
    expect(kept?.signal.aborted).toBe(true);
    expect(read()).toBeLessThan(7);
  });
});

async function rowsOf(file: RowFile, piece: Piece): Promise<readonly RawRow[]> {
  const rows = file.pieces?.read(piece);
  return rows === undefined ? [] : collected(rows);
}

async function piecesOf({ pieces }: RowFile): Promise<readonly Piece[]> {
  const all: Piece[] = [];
  for await (const piece of pieces?.cut(100_000, 2, 1) ?? []) all.push(piece);
  return all;
}
