/**
 * The fast way through a CSV file: line by line, cells by splitting. Nearly every record is one line of plain cells or of
 * cells in proper quotes. What is not (text behind a closing quote, a quote that never closes, lone carriage returns, a
 * record of very many lines) is left to csv-parse, record by record, and for good when there is much of it. Both ways
 * give the same rows; a test holds them against each other.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { lineBreaksIn, MAX_RECORD_BYTES, parseFrom } from './csv-parse.ts';
import { splitRecord } from './csv-split.ts';
import type { CsvDialect, Piece, Position, RawRow } from './reader.ts';
import { fromLatin1 } from './text-encoding.ts';

/** Small enough that a batch of rows is gone before the garbage collector comes by. */
const CHUNK_BYTES = 1 << 16;
/** Read without waiting, which takes a third off the time; after so many chunks everything else gets its turn. */
const CHUNKS_AT_A_TIME = 16;
/** A record of more lines than this is left to csv-parse, which reads it in one go. */
const MAX_LINES = 64;
/** After this many records that splitting cannot read, the rest of the file is csv-parse's. */
const MAX_ODD_RECORDS = 50;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BYTE_ORDER_MARK = 3;

/** @throws UnusableFile `cutOff` or `damaged`, with the row */
export async function* readLines(path: string, dialect: CsvDialect): AsyncGenerator<readonly RawRow[]> {
  yield* readPiece(path, dialect, { ...firstPosition(dialect), until: Number.POSITIVE_INFINITY });
}

/** Where the first record of a file begins. */
export function firstPosition({ bom }: CsvDialect): Position {
  return { offset: bom ? BYTE_ORDER_MARK : 0, row: 1 };
}

/**
 * The records that begin within a piece of the file. Where the piece begins at a record, the rows are those that the
 * whole file has there; see csv-pieces.ts for what a piece is good for when nobody knows whether it does.
 * @returns where the next record begins, at `Infinity` when there is none
 * @throws UnusableFile `cutOff` or `damaged`, with the row
 */
export async function* readPiece(
  path: string,
  dialect: CsvDialect,
  { offset, row, until }: Piece,
): AsyncGenerator<readonly RawRow[], Position> {
  let position: Position = { offset, row };
  for (let odd = 0; position.offset < until; odd++) {
    const stopped = yield* splitFrom(path, dialect, { ...position, until });
    if (!stopped.odd) return stopped;
    position = yield* parsed(path, dialect, { offset: stopped.offset, row: stopped.row, until }, odd < MAX_ODD_RECORDS);
  }
  return position;
}

interface Stopped extends Position {
  /** Whether a record begins here that splitting cannot read. */
  readonly odd: boolean;
}

async function* splitFrom(
  path: string,
  dialect: CsvDialect,
  { until, ...from }: Piece,
): AsyncGenerator<readonly RawRow[], Stopped> {
  let { offset, row } = from;
  const file = openSync(path, 'r');
  try {
    let buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    let rest = 0;
    for (let chunks = 1; ; chunks++) {
      if (rest === buffer.length) buffer = Buffer.concat([buffer], 2 * buffer.length);
      const read = readSync(file, buffer, rest, buffer.length - rest, offset + rest);
      if (read === 0) break;
      const block = buffer.subarray(0, rest + read);
      const split = splitBuffer(block, { offset, row, until }, dialect);
      if (split.rows.length > 0) yield split.rows;
      offset += split.used;
      row = split.row;
      if (offset >= until) return { offset, row, odd: false };
      if (split.odd || block.length - split.used > MAX_RECORD_BYTES) return { offset, row, odd: true };
      rest = block.copy(buffer, 0, split.used);
      if (chunks % CHUNKS_AT_A_TIME === 0) await setImmediate();
    }
    const end = { offset: Number.POSITIVE_INFINITY, row, odd: false };
    if (rest === 0) return end;
    // The last record lacks its line end.
    const split = splitBuffer(withLineEnd(buffer.subarray(0, rest)), { offset, row, until }, dialect);
    const complete = !split.odd && split.used === rest + 1;
    if (!complete) return { offset, row, odd: true };
    const last = split.rows.at(-1);
    if (last !== undefined) yield [...split.rows.slice(0, -1), { ...last, end: offset + rest }];
    return end;
  } finally {
    closeSync(file);
  }
}

function withLineEnd(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.from('\n')]);
}

interface SplitBuffer {
  readonly rows: RawRow[];
  /** Bytes of whole records. */
  readonly used: number;
  /** Line of the file the next record begins in. */
  readonly row: number;
  /** The next record is for csv-parse. */
  readonly odd: boolean;
}

function splitBuffer(buffer: Buffer, piece: Piece, dialect: CsvDialect): SplitBuffer {
  const { delimiter } = dialect;
  const { offset } = piece;
  const rows: RawRow[] = [];
  let row = piece.row;
  let start = 0;
  for (;;) {
    if (offset + start >= piece.until) return { rows, used: start, row, odd: false };
    let newline = buffer.indexOf(NEWLINE, start);
    if (newline < 0) return { rows, used: start, row, odd: false };
    let lines = 1;
    let text = lineText(buffer, start, newline, dialect);
    let cells = splitRecord(text, delimiter);
    while (cells === 'open') {
      newline = buffer.indexOf(NEWLINE, newline + 1);
      if (newline < 0) return { rows, used: start, row, odd: false };
      text = lineText(buffer, start, newline, dialect);
      cells = lines++ === MAX_LINES ? 'odd' : splitRecord(text, delimiter);
    }
    if (cells === 'odd') return { rows, used: start, row, odd: true };
    const end = newline + 1;
    if (cells.length > 1 || cells[0] !== '') rows.push({ row, cells, start: offset + start, end: offset + end, text });
    row += lines;
    start = end;
  }
}

function lineText(buffer: Buffer, start: number, newline: number, { encoding }: CsvDialect): string {
  const end = newline > start && buffer[newline - 1] === RETURN ? newline - 1 : newline;
  return encoding === 'utf-8' ? buffer.toString('utf8', start, end) : fromLatin1(buffer.toString('latin1', start, end));
}

/**
 * csv-parse from a record on.
 * @param oneOnly only the next record, else all that follow
 * @returns where splitting may go on
 */
async function* parsed(
  path: string,
  dialect: CsvDialect,
  piece: Piece,
  oneOnly: boolean,
): AsyncGenerator<readonly RawRow[], Position> {
  for await (const batch of parseFrom(path, dialect, piece)) {
    const inside = batch.findIndex(({ start }, at) => start >= piece.until || (oneOnly && at === 1));
    const rows = inside < 0 ? batch : batch.slice(0, inside);
    yield withoutBlank(rows);
    const last = rows.at(-1);
    const next = batch[inside];
    if (next !== undefined) return { offset: next.start, row: next.row };
    if (oneOnly && last !== undefined) return { offset: last.end, row: last.row + 1 + lineBreaksIn(last.cells) };
  }
  return { offset: Number.POSITIVE_INFINITY, row: piece.row };
}

function withoutBlank(rows: readonly RawRow[]): readonly RawRow[] {
  return rows.filter(({ cells }) => cells.length > 1 || cells[0] !== '');
}
