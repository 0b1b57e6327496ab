/** Which delimiter and line end a CSV file uses, from how evenly each would cut its first rows. */
import { open } from 'node:fs/promises';
import type { CsvDialect } from './reader.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;
const SAMPLE_BYTES = 1 << 17;
const SAMPLE_ROWS = 300;

/** @returns delimiter and line end; a single column without any delimiter counts as `;` */
export async function findDialect(
  path: string,
  encoding: CsvDialect['encoding'],
): Promise<Pick<CsvDialect, 'delimiter' | 'lineEnd'>> {
  const sample = await head(path, SAMPLE_BYTES);
  const text = sample.toString(encoding === 'utf-8' ? 'utf8' : 'latin1').replace(/^\ufeff/, '');
  const scored = DELIMITERS.map((delimiter) => {
    const cut = cutRows(text, delimiter);
    return { delimiter, lineEnd: cut.lineEnd, score: evenness(cut.cells) };
  });
  const { delimiter, lineEnd } = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return { delimiter, lineEnd };
}

interface CutRows {
  /** Cells of each row that is not blank. */
  readonly cells: readonly number[];
  /** The one most rows end in: a break within quotes is none of them. */
  readonly lineEnd: CsvDialect['lineEnd'];
}

/** Only counts, so it need not be right about cells that are quoted oddly. */
function cutRows(text: string, delimiter: string): CutRows {
  const cells: number[] = [];
  const ends = { '\r\n': 0, '\n': 0 };
  let count = 1;
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(marksOf(delimiter))) {
    if (mark === delimiter) count++;
    if (mark === delimiter || mark.startsWith('"')) continue;
    if (mark !== '\r') ends[mark as keyof typeof ends]++;
    if (index > start) cells.push(count);
    if (cells.length === SAMPLE_ROWS) break;
    count = 1;
    start = index + mark.length;
  }
  // A row the sample cuts in two says nothing, unless there is no other.
  if (cells.length === 0) cells.push(count);
  return { cells, lineEnd: ends['\r\n'] > ends['\n'] ? '\r\n' : '\n' };
}

/** Quoted cells, whole, so that what stands in them is passed over; line ends; the delimiter. */
function marksOf(delimiter: string): RegExp {
  return new RegExp(`(?<=^|[${delimiter}\\r\\n])"[^"]*(?:""[^"]*)*(?:"|$)|\\r\\n|[\\r\\n${delimiter}]`, 'g');
}

/** Rows that agree on how many cells they have, weighted by how many cells that is. */
function evenness(cells: readonly number[]): number {
  const rows = new Map<number, number>();
  for (const count of cells) rows.set(count, (rows.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, howMany] of rows) best = Math.max(best, (count - 1) * (howMany / cells.length) ** 2);
  return best;
}

async function head(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(bytes);
    const { bytesRead } = await file.read(buffer, 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
