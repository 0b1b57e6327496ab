/** Single records of a CSV file by where their bytes lie. Whoever asks goes through the file in order, mostly. */
import { closeSync, openSync, readSync } from 'node:fs';
import { parseRecords } from './csv-parse.ts';
import { splitRecord } from './csv-split.ts';
import type { CsvDialect, RawRow } from './reader.ts';
import { fromLatin1 } from './text-encoding.ts';

const BLOCK_BYTES = 1 << 18;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** @returns a function that gives the record that begins and ends at these bytes */
export function recordReader(path: string, dialect: CsvDialect): (row: number, start: number, end: number) => RawRow {
  let block: Buffer = Buffer.alloc(0);
  let blockStart = 0;
  const bytesOf = (start: number, end: number): Buffer => {
    if (start < blockStart || end > blockStart + block.length) {
      block = readBlock(path, start, Math.max(BLOCK_BYTES, end - start));
      blockStart = start;
    }
    return block.subarray(start - blockStart, end - blockStart);
  };
  return (row, start, end) => ({ row, cells: cellsOf(bytesOf(start, end), dialect), start, end });
}

/** The file is opened for each block and closed again: nobody has to remember to. */
function readBlock(path: string, start: number, bytes: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(bytes);
    return buffer.subarray(0, readSync(file, buffer, 0, bytes, start));
  } finally {
    closeSync(file);
  }
}

function cellsOf(bytes: Buffer, dialect: CsvDialect): readonly string[] {
  let end = bytes.length;
  if (bytes[end - 1] === NEWLINE) end--;
  if (bytes[end - 1] === RETURN) end--;
  const text =
    dialect.encoding === 'utf-8' ? bytes.toString('utf8', 0, end) : fromLatin1(bytes.toString('latin1', 0, end));
  const cells = splitRecord(text, dialect.delimiter);
  if (cells !== 'open' && cells !== 'odd') return cells;
  return parseRecords([bytes], dialect)[0] ?? [];
}
