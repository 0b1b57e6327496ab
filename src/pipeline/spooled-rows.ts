/**
 * The rows of a workbook, set aside in a temporary file as they are read: unpacking a sheet and making sense of its XML
 * takes one thread from its beginning to its end, and what is set aside can be read again by anyone, in pieces, row by
 * row, and by where a row lies.
 *
 * A record is its length in bytes and its row (four bytes each), a byte of flags, and one text: the number formats of its
 * cells, their kinds, and the cells themselves. Formats and kinds are a letter a cell, or nothing at all.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { allowed, allowedBytes, beyond, type Limits } from '../catalogue/limits.ts';
import { remembering } from '../catalogue/remembering.ts';
import { blockReader } from '../readers/file-blocks.ts';
import type { CellKind, Piece, Position, RawRow, RowFile, SpooledFile } from '../readers/reader.ts';
import { type BlockWriter, newBlockWriter } from './block-file.ts';

const HEAD_BYTES = 9;
const HIDDEN = 1;
/** The text holds letters that take two bytes; all do then. */
const WIDE = 2;
/** A cell holds the separator, so kinds and cells are a list in JSON, which has no such sign. */
const LISTED = 4;

/** Stands in no cell that people type. */
const SEPARATOR = '\u001f';
const NOT_NARROW = /[^\0-\u00ff]/;

const KINDS: readonly CellKind[] = ['text', 'number', 'percent', 'date', 'boolean', 'error'];
/** Letters for kinds and formats are counted from here, above the separator. */
const FIRST_LETTER = 0x20;
/** Spreadsheets have a few hundred at most; cells of further ones are written without theirs. */
const MOST_FORMATS = 8000;

/** A piece can begin at about each such distance. */
const BLOCK_BYTES = 1 << 16;
/** As a CSV file is read: a batch is gone before the garbage collector comes by. */
const CHUNK_BYTES = 1 << 16;
const CHUNKS_AT_A_TIME = 16;

interface SpoolOptions {
  /** Whether cells keep their number formats, so that they can be written as they were. */
  readonly formats?: boolean;
  readonly limits?: Limits | undefined;
}

/**
 * @param folder for the rows; whoever owns it removes it
 * @returns the file with rows that can be read in pieces and one by one; the file itself when its rows can be already
 * @throws UnusableFile when it turns out cut off, damaged or too large
 * @throws OperationalError when the disk is full
 */
export async function withSpooledRows(
  file: RowFile,
  folder: string,
  { formats = false, limits }: SpoolOptions = {},
): Promise<RowFile> {
  if (file.records !== undefined) return file;
  const target = path.join(await mkdtemp(path.join(folder, 'rows-')), 'rows.spool');
  const spooled = await spool(file, target, formats, limits);
  const { openSheet: _, ...about } = file;
  return { ...about, ...spooledRows(spooled) };
}

async function spool(
  file: RowFile,
  target: string,
  formats: boolean,
  limits: Limits | undefined,
): Promise<SpooledFile> {
  const most = allowedBytes(limits, 'unpacked');
  const writer = newBlockWriter(target);
  const letters = formatLetters();
  const record = recordBuffer();
  const starts: number[] = [];
  let next = 0;
  try {
    for await (const batch of file.rows({ formats })) {
      for (const row of batch) {
        const begin = writer.size;
        if (begin >= next) {
          starts.push(begin);
          next = begin + BLOCK_BYTES;
        }
        record.put(row, letters.of(row.formats), writer);
      }
      // Cells name texts that the workbook holds once, so a small workbook can say very much.
      if (writer.size > most) throw beyond('unpacked', allowed(limits, 'unpacked'));
    }
    writer.end();
    const { format, sheet } = file;
    return {
      format,
      ...(sheet === undefined ? {} : { sheet }),
      path: target,
      bytes: writer.size,
      starts,
      formats: letters.all,
    };
  } finally {
    writer.abandon();
  }
}

/** A letter for each number format, from `!` on; the first is for cells without one. */
function formatLetters() {
  const numbers = new Map<string, number>();
  return {
    get all() {
      return [...numbers.keys()];
    },
    of(formats: RawRow['formats']): string {
      if (formats?.some((format) => format !== undefined) !== true) return '';
      let letters = '';
      for (const format of formats) letters += String.fromCharCode(FIRST_LETTER + numberOf(format));
      return letters;
    },
  };

  function numberOf(format: string | undefined): number {
    if (format === undefined) return 0;
    const known = numbers.get(format);
    if (known !== undefined) return known;
    if (numbers.size >= MOST_FORMATS) return 0;
    const fresh = numbers.size + 1;
    numbers.set(format, fresh);
    return fresh;
  }
}

function recordBuffer() {
  let buffer = Buffer.allocUnsafe(BLOCK_BYTES);
  return {
    put({ row, cells, kinds, hidden }: RawRow, formats: string, to: Pick<BlockWriter, 'putBytes'>): void {
      const listed = cells.some((cell) => cell.includes(SEPARATOR));
      const kindLetters = lettersOf(kinds);
      const rest = listed ? JSON.stringify([kindLetters, ...cells]) : kindLetters + SEPARATOR + cells.join(SEPARATOR);
      const text = formats + SEPARATOR + rest;
      const wide = NOT_NARROW.test(text);
      const length = HEAD_BYTES + (wide ? 2 : 1) * text.length;
      if (length > buffer.length) buffer = Buffer.allocUnsafe(2 * length);
      buffer.writeUInt32LE(length, 0);
      buffer.writeUInt32LE(row, 4);
      buffer[8] = (hidden === true ? HIDDEN : 0) | (wide ? WIDE : 0) | (listed ? LISTED : 0);
      buffer.write(text, HEAD_BYTES, wide ? 'utf16le' : 'latin1');
      to.putBytes(buffer, 0, length);
    },
  };
}

function lettersOf(kinds: readonly CellKind[] | undefined): string {
  if (kinds === undefined) return '';
  let letters = '';
  for (const kind of kinds) letters += String.fromCharCode(FIRST_LETTER + KINDS.indexOf(kind));
  return letters;
}

/** The rows that another thread set aside. */
export function spooledFile(spooled: SpooledFile): RowFile {
  const { format, sheet } = spooled;
  return { format, ...(sheet === undefined ? {} : { sheet }), ...spooledRows(spooled) };
}

function spooledRows(spooled: SpooledFile): Pick<RowFile, 'rows' | 'shared' | 'pieces' | 'records'> {
  const { path: file, starts, bytes } = spooled;
  const read = recordReader(spooled.formats);
  const bytesAt = blockReader(file);
  async function* rows(): AsyncGenerator<readonly RawRow[], void> {
    yield* readPiece(file, { ...BEGINNING, until: bytes }, read);
  }
  return {
    rows,
    shared: spooled,
    pieces: {
      bytes,
      cut: (pieceBytes) => cut(starts, pieceBytes),
      read: (piece) => readPiece(file, piece, read),
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

/** Rows know their number, so that of a piece means nothing. */
const BEGINNING: Position = { offset: 0, row: 1 };

/** Exactly at records: what was set aside here is known here. */
function cut(starts: readonly number[], pieceBytes: number): readonly Piece[] {
  const cuts: number[] = [];
  for (const start of starts) if (start >= (cuts.at(-1) ?? Number.NEGATIVE_INFINITY) + pieceBytes) cuts.push(start);
  return cuts.map((offset, at) => ({ ...BEGINNING, offset, until: cuts[at + 1] ?? Number.POSITIVE_INFINITY }));
}

type RecordReader = (bytes: Buffer, at: number, start: number) => RawRow;

async function* readPiece(
  file: string,
  { offset, row, until }: Piece,
  read: RecordReader,
): AsyncGenerator<readonly RawRow[], Position> {
  const descriptor = openSync(file, 'r');
  try {
    let buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    let start = offset;
    for (let chunks = 1; start < until; chunks++) {
      const filled = readSync(descriptor, buffer, 0, buffer.length, start);
      if (filled === 0) return { offset: Number.POSITIVE_INFINITY, row };
      const rows: RawRow[] = [];
      let at = 0;
      while (at + HEAD_BYTES <= filled && start + at < until) {
        const length = buffer.readUInt32LE(at);
        if (at + length > filled) break;
        rows.push(read(buffer, at, start + at));
        at += length;
      }
      if (at === 0) buffer = Buffer.allocUnsafe(Math.max(2 * buffer.length, buffer.readUInt32LE(0)));
      start += at;
      if (rows.length > 0) yield rows;
      if (chunks % CHUNKS_AT_A_TIME === 0) await setImmediate();
    }
    return { offset: start, row };
  } finally {
    closeSync(descriptor);
  }
}

function recordReader(codes: SpooledFile['formats']): RecordReader {
  const formatsIn = remembering((letters) =>
    Array.from(letters, (_, at) => codes[letters.charCodeAt(at) - FIRST_LETTER - 1]),
  );
  return (bytes, at, start) => {
    const length = bytes.readUInt32LE(at);
    const flags = bytes[at + 8] ?? 0;
    const text = textOf(bytes, at, length);
    const behindFormats = text.indexOf(SEPARATOR);
    const rest = text.slice(behindFormats + 1);
    const [kinds = '', ...cells] = (flags & LISTED) === 0 ? rest.split(SEPARATOR) : (JSON.parse(rest) as string[]);
    return {
      row: bytes.readUInt32LE(at + 4),
      cells,
      ...(kinds === '' ? NOTHING : { kinds: kindsIn(kinds) }),
      ...((flags & HIDDEN) === 0 ? NOTHING : HIDDEN_ROW),
      ...(behindFormats === 0 ? NOTHING : { formats: formatsIn(text.slice(0, behindFormats)) }),
      start,
      end: start + length,
      text: rest,
    };
  };
}

const NOTHING = {};
const HIDDEN_ROW = { hidden: true } as const;

const kindsIn = remembering((letters) =>
  Array.from(letters, (_, at): CellKind => KINDS[letters.charCodeAt(at) - FIRST_LETTER] ?? 'text'),
);

function textOf(bytes: Buffer, at: number, length: number): string {
  const [from, to] = [at + HEAD_BYTES, at + length];
  return ((bytes[at + 8] ?? 0) & WIDE) === 0 ? bytes.toString('latin1', from, to) : bytes.toString('utf16le', from, to);
}
