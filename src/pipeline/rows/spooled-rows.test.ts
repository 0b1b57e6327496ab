import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collected, temporaryFolder } from '../../../test/builders/temporary-file.ts';
import type { CellKind, Pieces, RawRow, RecordAccess, RowFile } from '../../readers/reader.ts';
import { withRowsSetAside } from './set-aside.ts';
import { spooledFile } from './spooled-rows.ts';

const folder = temporaryFolder();

const KINDS: readonly CellKind[] = ['text', 'number', 'percent', 'date', 'boolean', 'error'];
const FORMATS = [undefined, 'General', '0.00', '000000', 'yyyy-mm-dd', '"kr" # ##0'];

function fileOf(rows: readonly RawRow[]): RowFile {
  async function* batches(): AsyncGenerator<readonly RawRow[], void> {
    for (let at = 0; at < rows.length; at += 3) yield rows.slice(at, at + 3);
  }
  return { format: 'xlsx', sheet: 'Ark1', rows: batches };
}

async function spooled(rows: readonly RawRow[]) {
  const file = await withRowsSetAside(fileOf(rows), folder.path, { formats: true });
  const { pieces, records, shared } = file;
  if (pieces === undefined || records === undefined || shared === undefined) throw new Error('not set aside');
  return { file, pieces, records, shared };
}

async function allOf<T>(some: Iterable<T> | AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of some) all.push(one);
  return all;
}

/** What stood there before it was set aside. */
const bare = ({ start: _, end: __, text: ___, ...row }: RawRow): RawRow => row;

const cell = fc.oneof(
  fc.constantFrom('', 'Papir', 'Blåbær æøå', '12,50', '→ “høy” ½ €', 'to\nlinjer', 'x\u001fy', '😀', '\ud800'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const anyRows = fc
  .array(
    fc.record({
      cells: fc.array(cell, { minLength: 1, maxLength: 6 }),
      kinds: fc.option(fc.constantFrom(...KINDS)),
      formats: fc.boolean(),
      names: fc.option(fc.integer({ min: 0, max: 2 ** 31 - 8 })),
      hidden: fc.boolean(),
      gap: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 40 },
  )
  .map((given) => {
    let row = 0;
    return given.map(({ cells, kinds, formats, names, hidden, gap }, index): RawRow => {
      row += gap;
      return {
        row,
        cells,
        ...(kinds === null ? {} : { kinds: cells.map((_, at) => (at % 2 === 0 ? kinds : 'text')) }),
        ...(hidden ? { hidden } : {}),
        ...(formats ? { formats: cells.map((_, at) => FORMATS[(at + index) % FORMATS.length]) } : {}),
        ...(names === null ? {} : { named: { cells, numbers: cells.map((_, at) => (at === 2 ? -1 : names + at)) } }),
      };
    });
  });

/** Formats of a row where none of its cells has one are as good as none. */
const withoutNoFormats = ({ formats, ...row }: RawRow): RawRow =>
  formats?.some((format) => format !== undefined) === true ? { ...row, formats } : row;

const withoutNames = ({ named: _, ...row }: RawRow): RawRow => row;

describe('rows that were set aside', () => {
  it('are what they were, one after the other, one by one and in another thread', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const { file, records, shared } = await spooled(rows);
        const again = await collected(file.rows());
        expect(again.map(bare)).toEqual(rows.map(withoutNoFormats).map(withoutNames));
        if ('dialect' in shared) throw new Error('no workbook');
        const elsewhere = spooledFile(structuredClone(shared));
        expect(elsewhere.sheet).toBe('Ark1');
        expect(await collected(elsewhere.rows())).toEqual(again);
        for (const row of again) {
          const { start = 0, end = 0 } = row;
          expect(records.at(row.row, start, end)).toEqual(row);
          expect(records.text(start, end)).toBe(row.text);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('say which shared texts their cells name to whoever asks', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const { pieces } = await spooled(rows);
        const named: RawRow[] = [];
        for await (const piece of pieces.cut(1e9, 2, 1))
          named.push(...(await collected(pieces.read(piece, { named: true }))));
        expect(named.map(bare)).toEqual(rows.map(withoutNoFormats));
        for (const { cells, named: names } of named) expect(names?.cells ?? cells).toBe(cells);
      }),
      { numRuns: 100 },
    );
  });

  it('have the same text when cells and kinds are the same, and only then', async () => {
    const text = async (row: Omit<RawRow, 'row'>) =>
      (await collected((await spooled([{ row: 7, ...row }])).file.rows()))[0]?.text;
    const one = await text({ cells: ['1', 'Papir'] });
    expect(await text({ cells: ['1', 'Papir'], formats: ['0', undefined] })).toBe(one);
    expect(await text({ cells: ['1', 'Papir'], hidden: true })).toBe(one);
    expect(await text({ cells: ['1', 'Papir'], named: { cells: [], numbers: [7, 8] } })).toBe(one);
    expect(await text({ cells: ['1', 'Papir'], kinds: ['number', 'text'] })).not.toBe(one);
    expect(await text({ cells: ['1Papir'] })).not.toBe(one);
  });
});

describe('pieces of them', () => {
  const rows = Array.from(
    { length: 9000 },
    (_, at): RawRow => ({ row: at + 2, cells: [`${at}`, 'Kopipapir A4 80 g'] }),
  );
  rows.splice(4000, 0, { row: 1, cells: ['x'.repeat(300_000), 'langt'] });

  const inPieces = async (pieces: Pieces, pieceBytes: number): Promise<readonly RawRow[]> => {
    const all: RawRow[] = [];
    let offset = 0;
    for await (const piece of pieces.cut(pieceBytes, 2, 1)) {
      expect(piece.offset).toBe(offset);
      expect(piece.row).toBe(all.length + 1);
      const read = pieces.read(piece);
      for (;;) {
        const { done, value } = await read.next();
        if (done === true) {
          offset = value.offset;
          expect(value.row).toBe(all.length + 1);
          break;
        }
        all.push(...value);
      }
    }
    return all;
  };

  it('follow each other without a gap, wherever they were cut', async () => {
    const { file, pieces } = await spooled(rows);
    const whole = await collected(file.rows());
    expect((await allOf(pieces.cut(1, 2, 1))).length).toBeGreaterThan(4);
    for (const pieceBytes of [1, 100_000, 1e9]) expect(await inPieces(pieces, pieceBytes)).toEqual(whole);
  });

  it('are none where there is no row', async () => {
    const { file, pieces } = await spooled([]);
    expect([await collected(file.rows()), await allOf(pieces.cut(100, 2, 1))]).toEqual([[], []]);
  });
});

it('a file whose rows can be read one by one stays as it is', async () => {
  const records: RecordAccess = { at: (row) => ({ row, cells: [] }), text: () => '' };
  const file = { ...fileOf([]), records };
  expect(await withRowsSetAside(file, folder.path, { formats: true })).toBe(file);
});
