/** Single records of a CSV file by where their bytes lie. Whoever asks goes through the file in order, mostly. */
import { closeSync, openSync, readSync } from 'node:fs';
import { parseRecords } from './csv-parse.ts';
import { splitRecord } from './csv-split.ts';
import type { CsvDialect, RecordAccess } from './reader.ts';
import { fromLatin1 } from './text-encoding.ts';

const BLOCK_BYTES = 1 << 18;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

export function recordAccess(path: string, dialect: CsvDialect): RecordAccess {
  let block: Buffer = Buffer.alloc(0);
  let blockStart = 0;
  const load = (start: number, end: number): void => {
    if (start >= blockStart && end <= blockStart + block.length) return;
    block = readBlock(path, start, Math.max(BLOCK_BYTES, end - start));
    blockStart = start;
  };
  const text = (start: number, end: number): string => {
    load(start, end);
    return textOf(block, start - blockStart, end - blockStart, dialect);
  };
  return {
    text,
    at(row, start, end) {
      const record = text(start, end);
      const cells = splitRecord(record, dialect.delimiter);
      if (cells !== 'open' && cells !== 'odd') return { row, cells, start, end, text: record };
      const [parsed = []] = parseRecords([block.subarray(start - blockStart, end - blockStart)], dialect);
      return { row, cells: parsed, start, end, text: record };
    },
  };
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

function textOf(block: Buffer, start: number, recordEnd: number, { encoding }: CsvDialect): string {
  let end = recordEnd;
  if (end > start && block[end - 1] === NEWLINE) end--;
  if (end > start && block[end - 1] === RETURN) end--;
  return encoding === 'utf-8' ? block.toString('utf8', start, end) : fromLatin1(block.toString('latin1', start, end));
}
