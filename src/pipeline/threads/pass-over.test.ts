import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/builders/temporary-file.ts';
import { type Mapping, prepareMapping } from '../../mapping/map-rows.ts';
import { openFile } from '../../readers/open-file.ts';
import type { Pass } from '../../readers/passed.ts';
import type { PieceReader, RawRow, RowFile } from '../../readers/reader.ts';
import type { Crew, PieceReply } from './crew.ts';
import { passOver } from './pass-over.ts';
import type { PassSetup } from './pass-setup.ts';

const folder = temporaryFolder();
const SETUP = {} as PassSetup;

/** @param sample a text that can be read, to learn the columns from */
async function opened(text: string, sample = text): Promise<{ file: RowFile; mapping: Mapping }> {
  const open = (name: string, content: string): Promise<RowFile> =>
    openFile({ name, path: folder.write(name, content) }, { delimiter: ';', encoding: 'utf-8' });
  const mapping = await prepareMapping(await open('utdrag.csv', sample), {});
  return { file: await open('katalog.csv', text), mapping };
}

/** A crew that answers as its threads do, without threads; late pieces first. */
function crewOf(read: PieceReader, pass: Pass<unknown>, pieceBytes: number, size = 2): Crew & { failed: number } {
  const crew = {
    size,
    pieceBytes,
    longBytes: pieceBytes,
    failed: 0,
    begin:
      () =>
      async (piece: Parameters<PieceReader>[0]): Promise<PieceReply> => {
        const results: unknown[] = [];
        try {
          const rows = read(piece);
          for (;;) {
            const { done, value } = await rows.next();
            if (done === true) return { failed: false, results, next: value };
            results.push(pass(value));
          }
        } catch {
          crew.failed++;
          return { failed: true };
        }
      },
    forget: () => {},
    end: async () => {},
  };
  return crew;
}

const cellsOf: Pass<readonly (readonly [number, readonly string[]])[]> = (rows: readonly RawRow[]) =>
  rows.map(({ row, cells }) => [row, cells] as const);

/** Rows with their numbers, and how it ended. */
async function told(text: string, pieceBytes: number, size: number, sample?: string): Promise<unknown> {
  const { file, mapping } = await opened(text, sample);
  if (file.pieces === undefined) throw new Error('no text file');
  const all: unknown[] = [];
  try {
    const crew = crewOf(file.pieces.read, cellsOf, pieceBytes, size);
    for await (const { result, shift } of passOver(crew, { file, mapping }, cellsOf, () => SETUP))
      all.push(...result.map(([row, cells]) => [row + shift, cells]));
    return { all };
  } catch (error) {
    return { all, error: (error as Error).message, row: (error as { row?: number }).row };
  }
}

const HEAD = 'Varenr;Varenavn;Pris\n';
const lines = ['1;Papir;10,00\n', '2;"Rør; 24""";5,00\r\n', '3;"To\nlinjer";7,00\n', '4;24" skjerm;99,00\n', '\n'];
const odd = ['5;"slutt" her;1,00\n', '6;Pris', '"', '7;"a;b;c\nd;e;f\ng;h;i\n";2,00\n'];

describe('a file in pieces', () => {
  it('is told as the whole is, rows and errors, wherever it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...lines, ...lines, ...odd), { minLength: 5, maxLength: 60 }),
        fc.integer({ min: 5, max: 200 }),
        async (given, pieceBytes) => {
          const sample = `${HEAD}8;Blyant;1,00\n`;
          const text = sample + given.join('');
          expect(await told(text, pieceBytes, 2, sample)).toEqual(await told(text, pieceBytes, 1, sample));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('takes nothing above the headings for a line, wherever it was cut', async () => {
    const titles = Array.from({ length: 12 }, (_, at) => `Katalog;del ${at};\n`).join('');
    const text = `${titles}${HEAD}${lines.join('').repeat(5)}`;
    for (const pieceBytes of [7, 20, 50, 100])
      expect(await told(text, pieceBytes, 2)).toEqual(await told(text, 1e6, 1));
  });
});

it('an error is thrown as where all is read in one piece: after the results above it, with its row', async () => {
  const line = '1;Papir;10,00\n';
  const { file, mapping } = await opened(`${HEAD}${line.repeat(148)}feil;;\n${line.repeat(50)}`);
  const failing: Pass<number> = (rows) => {
    for (const { row, cells } of rows) if (cells[0] === 'feil') throw new RangeError(`row ${row}`);
    return rows.length;
  };
  if (file.pieces === undefined) throw new Error('no text file');
  const crew = crewOf(file.pieces.read, failing, 100);
  await expect(async () => {
    for await (const _ of passOver(crew, { file, mapping }, failing, () => SETUP));
  }).rejects.toThrow('row 150');
  expect(crew.failed).toBe(1);
});

it('a pass that no other thread can make is made here', async () => {
  const { file, mapping } = await opened(HEAD + '1;Papir;10,00\n'.repeat(50));
  const crew: Crew = {
    size: 4,
    pieceBytes: 10,
    longBytes: 10,
    begin: () => () => Promise.reject(new Error('was asked')),
    forget: () => {},
    end: async () => {},
  };
  let rows = 0;
  for await (const { result } of passOver(crew, { file, mapping }, cellsOf, () => undefined)) rows += result.length;
  expect(rows).toBe(51);
});
