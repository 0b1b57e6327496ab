import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { firstPosition, readLines, readPiece } from './csv-lines.ts';
import { cutFile } from './csv-pieces.ts';
import type { CsvDialect, Piece, Position, RawRow, TextFile } from './reader.ts';

const folder = temporaryFolder();
const dialect: CsvDialect = { encoding: 'utf-8', bom: false, delimiter: ';', lineEnd: '\n' };

const bare = ({ text: _, ...row }: RawRow): RawRow => row;

async function allRows(batches: AsyncIterable<readonly RawRow[]>): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of batches) rows.push(...batch.map(bare));
  return rows;
}

async function pieceOf(path: string, piece: Piece): Promise<{ rows: RawRow[]; next: Position }> {
  const rows: RawRow[] = [];
  const reader = readPiece(path, dialect, piece);
  for (;;) {
    const { done, value } = await reader.next();
    if (done === true) return { rows, next: value };
    rows.push(...value.map(bare));
  }
}

const parts = ['a', 'bc', 'æ', ';', ';', '"', '""', '\n', '\n', '\r\n', ' ', '12,50', '"x;y"', '"\n"', '24"', 'a;b\n'];
/** A quote that never closes fails a reading, as it must; here all texts can be read. */
const texts = fc
  .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 60 })
  .map((all) => all.join(''))
  .filter((text) => text.split('"').length % 2 === 1);

describe('a file in pieces', () => {
  it('gives the rows of the whole, each piece read from where the one before it ended', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(1, 2, 3, 7), async (text, pieces) => {
        const path = folder.write('pieces.csv', text);
        const bytes = Buffer.byteLength(text);
        let whole: readonly RawRow[];
        try {
          whole = await allRows(readLines(path, dialect));
        } catch {
          return;
        }
        const rows: RawRow[] = [];
        let position = firstPosition(dialect);
        for (let piece = 1; piece <= pieces; piece++) {
          const until = piece === pieces ? Number.POSITIVE_INFINITY : Math.ceil((bytes * piece) / pieces);
          const read = await pieceOf(path, { ...position, until });
          for (const { start = 0 } of read.rows) expect(start).toBeLessThan(until);
          rows.push(...read.rows);
          position = read.next;
        }
        expect(rows).toEqual(whole);
        expect(position.offset).toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('cuts', () => {
  const offsets = (file: TextFile, pieceBytes: number, cells: number) =>
    cutFile(file, pieceBytes, cells, 1).map(({ offset }) => offset);
  const plain = Array.from({ length: 400 }, (_, at) => `${at};Kopipapir;${at},50\n`).join('');
  const broken = Array.from({ length: 400 }, (_, at) => `${at};"Papir\nA4; hvit\n";${at},50\n`).join('');

  it.each([
    ['plain lines', plain],
    ['line breaks within quotes', broken],
  ])('fall on records: %s', async (_, text) => {
    const path = folder.write('cuts.csv', text);
    const starts = new Set((await allRows(readLines(path, dialect))).map(({ start }) => start));
    const cuts = offsets({ path, dialect, bytes: Buffer.byteLength(text) }, 500, 3);
    expect(cuts.length).toBeGreaterThan(5);
    expect(cuts.filter((cut) => !starts.has(cut))).toEqual([]);
  });

  it('are fewer where lines are longer than pieces, and ascend', () => {
    const text = `a;b\n${'x'.repeat(1000)};1\n${'y'.repeat(1000)};2\n`;
    const path = folder.write('long.csv', text);
    expect(offsets({ path, dialect, bytes: text.length }, 100, 2)).toEqual([0, 4, 1007].filter((at) => at !== 4));
  });

  it('begin behind a byte order mark', () => {
    const path = folder.write('mark.csv', '\ufeffa;b\n1;2\n');
    expect(offsets({ path, dialect: { ...dialect, bom: true }, bytes: 11 }, 1000, 2)).toEqual([3]);
  });
});
