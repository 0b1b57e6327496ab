import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { rowsByCsvParse } from '../../test/builders/csv-oracle.ts';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { readLines } from './csv-lines.ts';
import type { CsvDialect, RawRow } from './reader.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'csv-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'catalogue.csv');
const dialect: CsvDialect = { encoding: 'utf-8', bom: false, delimiter: ';', lineEnd: '\n' };

/** Everything a reader says of a text: its rows, and how it ended. */
async function told(
  rows: AsyncIterable<readonly RawRow[]>,
): Promise<{ rows: readonly RawRow[]; problem?: string; row?: number | undefined }> {
  const all: RawRow[] = [];
  try {
    for await (const batch of rows)
      for (const { text: _, ...row } of batch) if (row.cells.length > 1 || row.cells[0] !== '') all.push(row);
    return { rows: all };
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    return { rows: all, problem: error.problem, row: error.row };
  }
}

/** What csv-parse says too, where every quote that opens a cell is closed. */
async function bothWays(text: string, how: CsvDialect = dialect): Promise<readonly [unknown, unknown]> {
  writeFileSync(file, text, how.encoding === 'utf-8' ? 'utf8' : 'latin1');
  const split = await told(readLines(file, how));
  if (split.rows.some(({ oddities }) => oddities?.includes('unclosedQuote'))) return [split, split];
  const rows = rowsByCsvParse(readFileSync(file), how);
  if (rows === undefined) return [split.problem, 'cutOff'];
  return [{ rows: split.rows.map(({ oddities: _, ...row }) => row) }, { rows }];
}

const pieces = ['a', 'b c', 'æ', ';', ';', '"', '""', '\n', '\n', '\r\n', '\r', ' ', '12,50', '"x;y"', '"\n"', '24"'];

describe('splitting lines', () => {
  it('gives what csv-parse gives, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), async (parts) => {
        const [split, parsed] = await bothWays(parts.join(''));
        expect(split).toEqual(parsed);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives what csv-parse gives in a single-byte encoding', async () => {
    const western: CsvDialect = { ...dialect, encoding: 'windows-1252' };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces, '\u0080', 'ø'), { maxLength: 40 }), async (parts) => {
        const [split, parsed] = await bothWays(parts.join(''), western);
        expect(split).toEqual(parsed);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['inch marks', 'Rør 24";1\n"Rør ""24""";2\n'],
    ['text behind a closing quote', '"ab" c;1\nd;2\n'],
    ['a quote that never closes', 'a;1\n"b;2\nc;3\n'],
    ['a record of very many lines', `a;1\n"${'x\n'.repeat(200)}";2\nb;3\n`],
    ['more odd records than splitting puts up with', `${'"a" b;1\n'.repeat(200)}c;2\n`],
    ['no line end at the end', 'a;1\nb;"2"'],
    ['a file of blank lines', '\n\n\r\n'],
    ['old Mac line ends', 'a;1\rb;2\r'],
    ['a chunk border in the middle of a record', `${'abcdefgh;12345\n'.repeat(40_000)}"æøå\næ";9`],
  ])('gives what csv-parse gives for %s', async (_, text) => {
    const [split, parsed] = await bothWays(text);
    expect(split).toEqual(parsed);
  });

  it('starts behind a byte order mark', async () => {
    writeFileSync(file, '\ufeffa;b\n1;2\n');
    expect(await told(readLines(file, { ...dialect, bom: true }))).toEqual({
      rows: [
        { row: 1, cells: ['a', 'b'], start: 3, end: 7 },
        { row: 2, cells: ['1', '2'], start: 7, end: 11 },
      ],
    });
  });
});
