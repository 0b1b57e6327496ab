/** A few records out of the middle of a CSV file. Only to see how it is written: what is taken for a record is a guess. */
import { closeSync, openSync, readSync } from 'node:fs';
import { splitRecord } from './csv-split.ts';
import type { RawRow, TextFile } from './reader.ts';
import { decodeBytes } from './text-code.ts';

const BLOCK_BYTES = 1 << 14;

/** See `NearReader`. */
export function readNear(file: TextFile, from: number, share: number, cells: number): readonly RawRow[] {
  const last = Math.max(from, file.bytes - BLOCK_BYTES);
  const offset = from + Math.floor((last - from) * share);
  const lines = linesAt(file, offset, file.bytes);
  return lines.flatMap((line): RawRow[] => {
    const record = splitRecord(line.replace(/\r$/, ''), file.dialect.delimiter);
    return record !== 'open' && record !== 'odd' && record.length === cells ? [{ row: NO_ROW, cells: record }] : [];
  });
}

/** Behind every row there is. */
const NO_ROW = Number.MAX_SAFE_INTEGER;

/** Whole lines: the first and the last of the block may be parts of lines. */
function linesAt({ path, dialect }: TextFile, offset: number, bytes: number): readonly string[] {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(BLOCK_BYTES);
    const block = buffer.subarray(0, readSync(descriptor, buffer, 0, BLOCK_BYTES, offset));
    const text = decodeBytes(block, 0, block.length, dialect.encoding);
    const lines = text.split('\n');
    return lines.slice(1, offset + block.length >= bytes ? lines.length : -1);
  } finally {
    closeSync(descriptor);
  }
}
