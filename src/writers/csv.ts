/**
 * The approved catalogue of a text file: its own bytes with some records cut out or replaced. Whatever is not edited is
 * copied, so an unchanged line is provably unchanged.
 */
import { stringify } from 'csv-stringify/sync';
import { fileChunks } from '../readers/file-chunks.ts';
import type { CsvDialect } from '../readers/reader.ts';
import { encodeText } from '../readers/text-code.ts';
import { NotInFormat } from './not-in-format.ts';
import type { RecordWriter } from './record-writer.ts';
import type { WrittenCell } from './writer.ts';

/** The bytes from `start` to before `end` are left out, or replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement?: Uint8Array;
}

/**
 * In large blocks: a stream takes as long for a small part as for a large one.
 * @param edits in file order, not overlapping
 * @param appended records for the end of the file; where that ends without a line end, `lineEnd` goes before them
 */
export async function* editedFile(
  path: string,
  edits: Iterable<Edit>,
  appended: readonly Uint8Array[],
  lineEnd: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const remaining = edits[Symbol.iterator]();
  let edit = remaining.next();
  let offset = 0;
  let last: Buffer = Buffer.alloc(0);
  for await (const chunk of fileChunks(path)) {
    const end = offset + chunk.length;
    let from = offset;
    const parts: Uint8Array[] = [];
    while (edit.done !== true && edit.value.start < end) {
      const { start, end: until, replacement } = edit.value;
      if (start > from) parts.push(chunk.subarray(from - offset, start - offset));
      if (replacement !== undefined && start >= offset) parts.push(replacement);
      from = Math.max(from, Math.min(until, end));
      if (until > end) break;
      edit = remaining.next();
    }
    if (from < end) parts.push(chunk.subarray(from - offset));
    const block = Buffer.concat(parts);
    last = Buffer.concat([last, block.subarray(-lineEnd.length)]).subarray(-lineEnd.length);
    yield block;
    offset = end;
  }
  if (appended.length > 0 && last.length > 0 && !endsLine(last, lineEnd)) yield lineEnd;
  yield* appended;
}

/** In either of the usual ways, whatever the file's own is. @param last as many bytes as the file's own line end has */
function endsLine(last: Buffer, lineEnd: Uint8Array): boolean {
  return last.equals(lineEnd) || NEWLINES.has(last[last.length - 1] ?? 0);
}

const NEWLINES: ReadonlySet<number> = new Set([0x0a, 0x0d]);

/** Records of a CSV file in its own dialect, line ends included. */
export function csvRecords(dialect: CsvDialect): RecordWriter {
  return {
    corrected: (record, cells) => writeRecord(withCells(record.cells, cells), dialect),
    written: (cells) => writeRecord(cells, dialect),
  };
}

function withCells(cells: readonly string[], changed: ReadonlyMap<number, WrittenCell>): readonly string[] {
  const all = [...cells];
  for (const [index, { text }] of changed) all[index] = text;
  return Array.from(all, (cell) => cell ?? '');
}

/**
 * One record in the file's own dialect, line end included.
 * @throws NotInFormat when the file's encoding lacks a letter
 */
export function writeRecord(cells: readonly string[], dialect: CsvDialect): Uint8Array {
  const text = stringify([cells as string[]], {
    delimiter: dialect.delimiter,
    record_delimiter: dialect.lineEnd,
    quote: dialect.quote ?? '"',
    escape: dialect.escapeSign ?? dialect.quote ?? '"',
    // Any line break, not only the file's own, would end the record.
    quoted_match: /[\r\n]/,
  });
  const bytes = encodeText(text, dialect.encoding);
  if (bytes !== undefined) return bytes;
  throw new NotInFormat({
    nb: `En linje fra forrige versjon har tegn som ikke finnes i filens tegnsett (${dialect.encoding}): ${text.trim()}. Lagre katalogen som CSV UTF-8.`,
    en: `A line of the previous version has letters that the file's encoding (${dialect.encoding}) lacks: ${text.trim()}. Save the catalogue as CSV UTF-8.`,
  });
}
