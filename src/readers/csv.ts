/** CSV and its relatives, by csv-parse. Every record knows the bytes it came from, so that it can be copied unchanged. */
import { createReadStream } from 'node:fs';
import { CsvError, type Info, type Parser, parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { findDialect } from './csv-dialect.ts';
import type { CsvDialect, RawRow, Reader, ReadOptions, RowFile, Source } from './reader.ts';
import { fromLatin1, inspectText } from './text-encoding.ts';

const BATCH_ROWS = 512;
/** A record longer than this is no catalogue line but an unclosed quote. */
const MAX_RECORD_BYTES = 8 << 20;

export const csvReader: Reader = {
  format: 'csv',
  recognises: (_head, name) => /\.(csv|txt|tsv|tab)$/i.test(name),
  open: openCsv,
};

async function openCsv(source: Source, options: ReadOptions): Promise<RowFile> {
  const facts = await inspectText(source.path);
  const encoding = options.encoding ?? facts.encoding;
  const found = await findDialect(source.path, encoding);
  const dialect: CsvDialect = {
    encoding,
    bom: facts.bom,
    delimiter: options.delimiter ?? found.delimiter,
    lineEnd: found.lineEnd,
  };
  return { format: 'csv', dialect, rows: () => readRows(source.path, dialect) };
}

function parserOptions(dialect: CsvDialect) {
  return {
    bom: true,
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
  const bytes = Buffer.concat(
    records.flatMap((record) => (record[record.length - 1] === 0x0a || record[record.length - 1] === 0x0d ? [record] : [record, lineEnd])),
  );
  const rows = parseSync(bytes, { ...parserOptions(dialect), bom: false }) as unknown as string[][];
  return dialect.encoding === 'utf-8' ? rows : rows.map((cells) => cells.map(fromLatin1));
}

async function* readRows(path: string, dialect: CsvDialect): AsyncGenerator<readonly RawRow[]> {
  let batch: RawRow[] = [];
  let row = 1;
  let start = 0;
  const decode = dialect.encoding === 'utf-8' ? undefined : fromLatin1;
  const take = (record: readonly string[], info: Info): null => {
    const cells = decode === undefined ? record : record.map(decode);
    const end = info.bytes;
    if (record.length > 1 || record[0] !== '') batch.push({ row, cells, start, end });
    row += 1 + lineBreaksIn(record, end - start);
    start = end;
    return null;
  };
  // Records are taken as they are parsed; nothing passes through the parser's own output stream.
  const parser = parse({ ...parserOptions(dialect), on_record: take as (record: string[], info: Info) => null });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
      await feed(parser, chunk);
      while (batch.length >= BATCH_ROWS) {
        const full = batch;
        batch = [];
        yield full;
      }
    }
    await finish(parser);
  } catch (error) {
    throw asUnusable(error, row);
  }
  if (batch.length > 0) yield batch;
}

/** The parser counts `\r\n` inside quotes twice and names a record's last line, so lines are counted here. */
function lineBreaksIn(cells: readonly string[], bytes: number): number {
  if (bytes === 0) return 0;
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
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new UnusableFile('cutOff', { row, cause: error });
  return new UnusableFile('damaged', { row, detail: error.code, cause: error });
}
