/**
 * The door to csv-parse: right on every input, and the one that says what is wrong with a broken file. Slower than
 * splitting lines, so it reads what plain splitting cannot, and is loaded when that comes; see csv-lines.ts.
 */
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import type { CsvError, Info, Parser } from 'csv-parse';
import { UnusableFile } from '../catalogue/catalogue.ts';
import type { CsvDialect, Position, RawRow } from './reader.ts';
import { fromLatin1 } from './text-encoding.ts';

/** A record longer than this is no catalogue line but an unclosed quote. */
export const MAX_RECORD_BYTES = 8 << 20;
const BATCH_ROWS = 512;
const CHUNK_BYTES = 1 << 18;
const require = createRequire(import.meta.url);

function parserOptions(dialect: CsvDialect) {
  return {
    delimiter: dialect.delimiter,
    encoding: dialect.encoding === 'utf-8' ? ('utf8' as const) : ('latin1' as const),
    max_record_size: MAX_RECORD_BYTES,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  };
}

/**
 * The cells of single records, given their bytes.
 * @param records each one whole record; the last one of a file may lack its line end
 */
export function parseRecords(records: readonly Uint8Array[], dialect: CsvDialect): readonly (readonly string[])[] {
  const lineEnd = Buffer.from(dialect.lineEnd);
  const bytes = Buffer.concat(records.flatMap((record) => (endsInLineEnd(record) ? [record] : [record, lineEnd])));
  const { parse } = require('csv-parse/sync') as typeof import('csv-parse/sync');
  const rows = parse(bytes, parserOptions(dialect)) as unknown as string[][];
  return dialect.encoding === 'utf-8' ? rows : rows.map((cells) => cells.map(fromLatin1));
}

function endsInLineEnd(record: Uint8Array): boolean {
  const last = record[record.length - 1];
  return last === 0x0a || last === 0x0d;
}

/**
 * Rows from a position on, blank ones among them as rows with one empty cell.
 * @throws UnusableFile `cutOff` or `damaged`, with the row
 */
export async function* parseFrom(
  path: string,
  dialect: CsvDialect,
  from: Position,
): AsyncGenerator<readonly (RawRow & { readonly start: number; readonly end: number })[]> {
  const { parse } = await import('csv-parse');
  let batch: (RawRow & { readonly start: number; readonly end: number })[] = [];
  let { row, offset: start } = from;
  const decode = dialect.encoding === 'utf-8' ? undefined : fromLatin1;
  const take = (record: readonly string[], info: Info): null => {
    const end = from.offset + info.bytes;
    batch.push({ row, cells: decode === undefined ? record : record.map(decode), start, end });
    row += 1 + lineBreaksIn(record);
    start = end;
    return null;
  };
  // Records are taken as they are parsed; nothing passes through the parser's own output stream.
  const parser = parse({ ...parserOptions(dialect), on_record: take as (record: string[], info: Info) => null });
  // A failed write is told by its callback; the event of the same name must have somebody to hear it.
  parser.on('error', () => {});
  const bytes = createReadStream(path, { start: from.offset, highWaterMark: CHUNK_BYTES });
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      await feed(parser, chunk);
      if (batch.length < BATCH_ROWS) continue;
      const full = batch;
      batch = [];
      yield full;
    }
    await finish(parser);
  } catch (error) {
    if (batch.length > 0) yield batch;
    throw asUnusable(error, row);
  }
  if (batch.length > 0) yield batch;
}

/** The parser counts `\r\n` inside quotes twice and names a record's last line, so lines are counted here. */
export function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (!cell.includes('\n') && !cell.includes('\r')) continue;
    breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return breaks;
}

function feed(parser: Parser, chunk: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}

function finish(parser: Parser): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.on('error', reject);
    parser.on('end', resolve);
    parser.resume();
    parser.end();
  });
}

function asUnusable(error: unknown, row: number): unknown {
  if (!isCsvError(error)) return error;
  // A record without end is a quote that nothing closes, whether the file ends first or our patience.
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')
    return new UnusableFile('cutOff', { row, cause: error });
  return new UnusableFile('damaged', { row, detail: error.code, cause: error });
}

/** By its shape: its class is not loaded here. */
function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('CSV_');
}
