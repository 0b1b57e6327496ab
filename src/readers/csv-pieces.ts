/**
 * Cuts a CSV file into pieces that can be read side by side. Where a record begins can be known only by reading from
 * the top: a line feed may stand within quotes, and a stray quote (24") makes counting quotes useless. So a cut is a
 * guess, a line that looks like the others, and is proved afterwards: a piece is right when it begins at the very byte
 * where the piece before it ended and that piece is right, and the first one begins at the top. Whatever does not fit
 * is read again from where the piece before it ended. Guessing badly costs time, never a wrong row.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { firstPosition } from './csv-lines.ts';
import { splitRecord } from './csv-split.ts';
import type { Piece, TextFile } from './reader.ts';

/** How far behind the place where a cut is wanted one is looked for. */
const LOOKED_AT_BYTES = 1 << 16;
const MAX_LINES = 64;
const NEWLINE = 0x0a;

/**
 * The whole file in pieces. Only the first one knows its row. The others count from below the headings, so that nothing
 * is taken for what stands above them; a piece that does stand there does not fit.
 * @see Pieces.cut
 */
export function cutFile(file: TextFile, pieceBytes: number, cells: number, headingRow: number): readonly Piece[] {
  const cuts = likelyStarts(file, pieceBytes, cells);
  return cuts.map((offset, at) => ({
    offset,
    row: at === 0 ? firstPosition(file.dialect).row : headingRow + 1,
    until: cuts[at + 1] ?? Number.POSITIVE_INFINITY,
  }));
}

/** @returns where each piece begins, ascending; the first one at the first record */
function likelyStarts(file: TextFile, pieceBytes: number, cells: number): readonly number[] {
  const first = firstPosition(file.dialect).offset;
  const cuts = [first];
  const descriptor = openSync(file.path, 'r');
  try {
    for (let wanted = first + pieceBytes; wanted < file.bytes; wanted += pieceBytes) {
      const buffer = Buffer.allocUnsafe(LOOKED_AT_BYTES);
      const block = buffer.subarray(0, readSync(descriptor, buffer, 0, LOOKED_AT_BYTES, wanted));
      const cut = wanted + likelyStart(block, file.dialect.delimiter, cells);
      if (cut > (cuts.at(-1) ?? 0) && cut < file.bytes) cuts.push(cut);
    }
  } finally {
    closeSync(descriptor);
  }
  return cuts;
}

/** The first line that makes a record of as many cells as the headings; without one, the first line. */
function likelyStart(block: Buffer, delimiter: string, cells: number): number {
  const first = block.indexOf(NEWLINE) + 1;
  let start = first;
  for (let lines = 0; lines < MAX_LINES && start > 0; lines++) {
    if (recordCells(block, start, delimiter) === cells) return start;
    const newline = block.indexOf(NEWLINE, start);
    start = newline + 1;
  }
  return first;
}

function recordCells(block: Buffer, start: number, delimiter: string): number | undefined {
  for (let end = block.indexOf(NEWLINE, start); end >= 0; end = block.indexOf(NEWLINE, end + 1)) {
    const record = splitRecord(block.toString('latin1', start, end).replace(/\r$/, ''), delimiter);
    if (record !== 'open') return record === 'odd' ? undefined : record.length;
  }
  return undefined;
}
