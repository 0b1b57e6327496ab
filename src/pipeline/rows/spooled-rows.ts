/**
 * The rows of a workbook in the temporary file in which they were set aside: there anyone can read them again, in pieces,
 * row by row, and by where a row lies.
 *
 * A record is its length in bytes and its row (four bytes each), a byte of flags, and one text: the number formats of its
 * cells, their kinds, and the cells themselves. Formats and kinds are a letter a cell, or nothing at all. Behind the text
 * may stand which shared texts the cells name: a number of four bytes for each, and how many there are in two.
 */

import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Mutable } from '../../catalogue/mutable.ts';
import { remembering } from '../../catalogue/remembering.ts';
import { blockReader } from '../../readers/file-blocks.ts';
import type { CellKind, Piece, Position, RawRow, RowFile, SpooledFile } from '../../readers/reader.ts';
import type { BlockWriter } from './block-file.ts';
import { type Growth, WHOLE } from './growth.ts';

const HEAD_BYTES = 9;
const HIDDEN = 1;
/** The text holds letters that take two bytes; all do then. */
const WIDE = 2;
/** A cell holds the separator, so kinds and cells are a list in JSON, which has no such sign. */
const LISTED = 4;
const NAMED = 8;
const NAME_BYTES = 4;
const COUNT_BYTES = 2;

/** Stands in no cell that people type. */
const SEPARATOR = '\u001f';
const NOT_NARROW = /[^\0-\u00ff]/;

const KINDS: readonly CellKind[] = ['text', 'number', 'percent', 'date', 'boolean', 'error'];
/** Letters for kinds and formats are counted from here, above the separator. */
const FIRST_LETTER = 0x20;
/** Spreadsheets have a few hundred at most; cells of further ones are written without theirs. */
const MOST_FORMATS = 8000;

/** As a CSV file is read: a batch is gone before the garbage collector comes by. */
const CHUNK_BYTES = 1 << 16;
const CHUNKS_AT_A_TIME = 16;

/** A letter for each number format, from `!` on; the first is for cells without one. @param all gets them in order */
function formatLetters(all: string[]): (formats: RawRow['formats']) => string {
  const numbers = new Map<string, number>();
  return (formats) => {
    if (formats?.some((format) => format !== undefined) !== true) return '';
    let letters = '';
    for (const format of formats) letters += String.fromCharCode(FIRST_LETTER + numberOf(format));
    return letters;
  };

  function numberOf(format: string | undefined): number {
    if (format === undefined) return 0;
    const known = numbers.get(format);
    if (known !== undefined) return known;
    if (all.length >= MOST_FORMATS) return 0;
    const fresh = all.push(format);
    numbers.set(format, fresh);
    return fresh;
  }
}

/** @param formats gets the number formats of cells, in the order in which rows have them */
export function recordWriter(formats: string[]) {
  const lettersOfFormats = keepingLast(formatLetters(formats));
  const lettersOfKinds = keepingLast(kindLetters);
  let buffer = Buffer.allocUnsafe(1 << 16);
  return {
    put({ row, cells, kinds, hidden, formats, named }: RawRow, to: Pick<BlockWriter, 'putBytes'>): void {
      const listed = cells.some((cell) => cell.includes(SEPARATOR));
      const letters = lettersOfKinds(kinds);
      const rest = listed ? JSON.stringify([letters, ...cells]) : letters + SEPARATOR + cells.join(SEPARATOR);
      const text = lettersOfFormats(formats) + SEPARATOR + rest;
      const wide = NOT_NARROW.test(text);
      const names = named?.numbers.length ?? 0;
      const end = HEAD_BYTES + (wide ? 2 : 1) * text.length;
      const length = end + nameBytes(names);
      if (length > buffer.length) buffer = Buffer.allocUnsafe(2 * length);
      buffer.writeUInt32LE(length, 0);
      buffer.writeUInt32LE(row, 4);
      buffer[8] = (hidden === true ? HIDDEN : 0) | (wide ? WIDE : 0) | (listed ? LISTED : 0) | (names > 0 ? NAMED : 0);
      buffer.write(text, HEAD_BYTES, wide ? 'utf16le' : 'latin1');
      if (named !== undefined && names > 0) writeNames(named.numbers, buffer, end);
      to.putBytes(buffer, 0, length);
    },
  };
}

function nameBytes(names: number): number {
  return names === 0 ? 0 : names * NAME_BYTES + COUNT_BYTES;
}

function writeNames(numbers: readonly number[], buffer: Buffer, from: number): void {
  let at = from;
  for (const number of numbers) at = buffer.writeInt32LE(number, at);
  buffer.writeUInt16LE(numbers.length, at);
}

function readNames(bytes: Buffer, end: number, names: number): readonly number[] {
  const numbers: number[] = [];
  for (let at = end - nameBytes(names); numbers.length < names; at += NAME_BYTES) numbers.push(bytes.readInt32LE(at));
  return numbers;
}

/** How many names stand at the end of a record. */
function namesIn(bytes: Buffer, at: number, length: number): number {
  return ((bytes[at + 8] ?? 0) & NAMED) === 0 ? 0 : bytes.readUInt16LE(at + length - COUNT_BYTES);
}

function kindLetters(kinds: RawRow['kinds']): string {
  if (kinds === undefined) return '';
  let letters = '';
  for (const kind of kinds) letters += String.fromCharCode(FIRST_LETTER + KINDS.indexOf(kind));
  return letters;
}

/** The same function, that is not asked again for the list it was just asked for: rows share theirs. */
function keepingLast<T>(read: (list: T) => string): (list: T) => string {
  let last: { readonly list: T; readonly letters: string } | undefined;
  return (list) => {
    if (last === undefined || last.list !== list) last = { list, letters: read(list) };
    return last.letters;
  };
}

/** The rows that another thread set aside. */
export function spooledFile(spooled: SpooledFile): RowFile {
  const { format, sheet } = spooled;
  return { format, ...(sheet === undefined ? {} : { sheet }), ...spooledRows(spooled, WHOLE) };
}

/**
 * Rows that are read from where they were set aside: all of them at once when all are there, and pieces as they come.
 * @param spooled grows with them
 */
export function spooledRows(
  spooled: SpooledFile,
  growth: Growth,
): Pick<RowFile, 'rows' | 'shared' | 'pieces' | 'records'> {
  const { path: file } = spooled;
  const read = recordReader(spooled.formats);
  const readNamed = recordReader(spooled.formats, true);
  const bytesAt = blockReader(file);
  async function* rows(): AsyncGenerator<readonly RawRow[], void> {
    await growth.whole();
    yield* readPiece(file, { ...BEGINNING, until: Number.POSITIVE_INFINITY }, read);
  }
  return {
    rows,
    shared: spooled,
    pieces: {
      bytes: () => (growth.isWhole ? spooled.bytes : undefined),
      cut: (pieceBytes) => cut(spooled, growth, pieceBytes),
      read: (piece, { named = false } = {}) => readPiece(file, piece, named ? readNamed : read),
    },
    records: {
      at: (_row, start, end) => read(bytesAt(start, end), 0, start),
      text: (start, end) => {
        const text = textOf(bytesAt(start, end), 0, end - start);
        return text.slice(text.indexOf(SEPARATOR) + 1);
      },
    },
  };
}

const BEGINNING: Position = { offset: 0, row: 1 };

/** Exactly at records, as far as they are set aside. */
async function* cut(spooled: SpooledFile, growth: Growth, pieceBytes: number): AsyncGenerator<Piece> {
  const { starts, before } = spooled;
  let { offset, row } = BEGINNING;
  for (let at = 0; ; ) {
    while ((starts[at] ?? Number.POSITIVE_INFINITY) < offset + pieceBytes) at++;
    const until = starts[at];
    if (until !== undefined && until <= spooled.bytes) {
      yield { offset, row, until };
      offset = until;
      row = BEGINNING.row + (before[at] ?? 0);
    } else if (growth.isWhole) break;
    else await growth.more();
  }
  if (offset < spooled.bytes) yield { offset, row, until: Number.POSITIVE_INFINITY };
}

type RecordReader = (bytes: Buffer, at: number, start: number) => RawRow;

async function* readPiece(
  file: string,
  { offset, row, until }: Piece,
  readRecord: RecordReader,
): AsyncGenerator<readonly RawRow[], Position> {
  const descriptor = openSync(file, 'r');
  try {
    let buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    let start = offset;
    let read = 0;
    for (let chunks = 1; start < until; chunks++) {
      const filled = readSync(descriptor, buffer, 0, buffer.length, start);
      if (filled === 0) return { offset: Number.POSITIVE_INFINITY, row: row + read };
      const rows: RawRow[] = [];
      let at = 0;
      while (at + HEAD_BYTES <= filled && start + at < until) {
        const length = buffer.readUInt32LE(at);
        if (at + length > filled) break;
        rows.push(readRecord(buffer, at, start + at));
        at += length;
      }
      if (at === 0) buffer = Buffer.allocUnsafe(Math.max(2 * buffer.length, buffer.readUInt32LE(0)));
      start += at;
      read += rows.length;
      if (rows.length > 0) yield rows;
      if (chunks % CHUNKS_AT_A_TIME === 0) await setImmediate();
    }
    return { offset: start, row: row + read };
  } finally {
    closeSync(descriptor);
  }
}

function recordReader(codes: SpooledFile['formats'], withNames = false): RecordReader {
  const formatsIn = remembering((letters) =>
    Array.from(letters, (_, at) => codes[letters.charCodeAt(at) - FIRST_LETTER - 1]),
  );
  return (bytes, at, start) => {
    const length = bytes.readUInt32LE(at);
    const flags = bytes[at + 8] ?? 0;
    const whole = textOf(bytes, at, length);
    const behindFormats = whole.indexOf(SEPARATOR);
    const text = whole.slice(behindFormats + 1);
    const cells = (flags & LISTED) === 0 ? text.split(SEPARATOR) : (JSON.parse(text) as string[]);
    const kinds = cells.shift() ?? '';
    // As other readers make theirs: what all rows have, in the same order, and behind it what only some have.
    const read: Mutable<RawRow> = { row: bytes.readUInt32LE(at + 4), cells, start, end: start + length, text };
    if (kinds !== '') read.kinds = kindsIn(kinds);
    if (behindFormats > 0) read.formats = formatsIn(whole.slice(0, behindFormats));
    if ((flags & HIDDEN) !== 0) read.hidden = true;
    const names = withNames ? namesIn(bytes, at, length) : 0;
    if (names > 0) read.named = { cells, numbers: readNames(bytes, at + length, names) };
    return read;
  };
}

const kindsIn = remembering((letters) =>
  Array.from(letters, (_, at): CellKind => KINDS[letters.charCodeAt(at) - FIRST_LETTER] ?? 'text'),
);

function textOf(bytes: Buffer, at: number, length: number): string {
  const [from, to] = [at + HEAD_BYTES, at + length - nameBytes(namesIn(bytes, at, length))];
  return ((bytes[at + 8] ?? 0) & WIDE) === 0 ? bytes.toString('latin1', from, to) : bytes.toString('utf16le', from, to);
}
