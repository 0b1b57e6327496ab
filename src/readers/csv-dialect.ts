/** Which delimiter and line end a CSV file uses, from how evenly each would cut its first rows. */
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { CsvDialect } from './reader.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;
const SAMPLE_BYTES = 1 << 17;
const SAMPLE_ROWS = 300;

/** @returns delimiter and line end; a single column without any delimiter counts as `;` */
export async function findDialect(path: string, encoding: CsvDialect['encoding']): Promise<Pick<CsvDialect, 'delimiter' | 'lineEnd'>> {
  const sample = await head(path, SAMPLE_BYTES);
  const text = sample.toString(encoding === 'utf-8' ? 'utf8' : 'latin1').replace(/^\ufeff/, '');
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: score(text, delimiter) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const firstLineEnd = text.indexOf('\n');
  return { delimiter: best.delimiter, lineEnd: firstLineEnd > 0 && text[firstLineEnd - 1] === '\r' ? '\r\n' : '\n' };
}

/** Rows that agree on how many cells they have, weighted by how many cells that is. */
function score(text: string, delimiter: string): number {
  let rows: readonly (readonly string[])[];
  try {
    rows = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: SAMPLE_ROWS,
    });
  } catch {
    // A sample that ends inside a quote, or that this delimiter cuts into nonsense: try without quotes.
    rows = text.split(/\r?\n/, SAMPLE_ROWS).map((line) => line.split(delimiter));
  }
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let best = 0;
  for (const [cells, howMany] of counts) {
    const share = howMany / Math.max(1, rows.length);
    best = Math.max(best, (cells - 1) * share * share);
  }
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
