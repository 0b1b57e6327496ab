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
  let returns = 0;
  let newlines = 0;
  let count = 1;
  let cellStart = 0;
  let rowStart = 0;
  let quoted = false;
  for (let at = 0; at < text.length && cells.length < SAMPLE_ROWS; at++) {
    const letter = text[at];
    if (letter === '"') {
      if (quoted) quoted = false;
      // The second of two quotes in a quoted cell opens it again.
      else if (at === cellStart || text[at - 1] === '"') quoted = true;
    } else if (quoted) continue;
    else if (letter === delimiter) {
      count++;
      cellStart = at + 1;
    } else if (letter === '\n' || (letter === '\r' && text[at + 1] !== '\n')) {
      const isReturn = letter === '\n' && text[at - 1] === '\r';
      if (isReturn) returns++;
      else if (letter === '\n') newlines++;
      if (at - (isReturn ? 1 : 0) > rowStart) cells.push(count);
      count = 1;
      cellStart = at + 1;
      rowStart = at + 1;
    }
  }
  // A row the sample cuts in two says nothing, unless there is no other.
  if (cells.length === 0) cells.push(count);
  return { cells, lineEnd: returns > newlines ? '\r\n' : '\n' };
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
