/**
 * The fast way through a CSV file: line by line, cells by splitting. Nearly every record is one line of plain cells or of
 * cells in proper quotes. What is not (text behind a closing quote, a quote that never closes, lone carriage returns, a
 * record of very many lines) is read by csv-loose.ts, record by record.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { allowed, type Limits } from '../catalogue/limits.ts';
import {
  type LooseGrammar,
  looseGrammar,
  looseRecord,
  recordBytes,
  refuseManyCells,
  swallowsLines,
} from './csv-loose.ts';
import { splitRecord } from './csv-split.ts';
import type { CsvDialect, Piece, Position, RawRow, RowOddity } from './reader.ts';
import { decodeBytes, markBytes, unitBytes, unitsOf } from './text-code.ts';

/** Small enough that a batch of rows is gone before the garbage collector comes by. */
const CHUNK_BYTES = 1 << 16;
/** Read without waiting, which takes a third off the time; after so many chunks everything else gets its turn. */
const CHUNKS_AT_A_TIME = 16;
/** Of a chunk there are rarely more. */
const BATCH_ROWS = 8192;
/** A record of more lines than this is read thoroughly, which takes it in one go. */
const MAX_LINES = 64;
/** After so many it is asked whether a quote is missing. */
const LINES_BEFORE_DOUBT = 12;
/** As much of a file as an odd record is first looked for in. */
const LOOKED_AT_BYTES = 1 << 10;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** @throws UnusableFile `cutOff` or `tooLarge`, with the row */
export async function* readLines(
  path: string,
  dialect: CsvDialect,
  limits?: Limits,
): AsyncGenerator<readonly RawRow[]> {
  yield* readPiece(path, dialect, { ...firstPosition(dialect), until: Number.POSITIVE_INFINITY }, limits);
}

/** Where the first record of a file begins. */
export function firstPosition(dialect: CsvDialect): Position {
  return { offset: markBytes(dialect), row: 1 };
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
  { until, ...from }: Piece,
  limits?: Limits,
): AsyncGenerator<readonly RawRow[], Position> {
  let { offset, row } = from;
  if (offset >= until) return from;
  const how: HowRead = { dialect, grammar: looseGrammar(dialect, limits), plain: isPlain(dialect) };
  const file = openSync(path, 'r');
  try {
    let buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    let rest = 0;
    for (let chunks = 1; ; chunks++) {
      if (rest === buffer.length) buffer = Buffer.concat([buffer], 2 * buffer.length);
      const read = readSync(file, buffer, rest, buffer.length - rest, offset + rest);
      const split = splitBuffer(buffer.subarray(0, rest + read), { offset, row, until }, how, read === 0);
      yield* batchesOf(split.rows);
      if (split.failure !== undefined) throw split.failure;
      const used = offset + split.used;
      row = split.row;
      if (read === 0) return { offset: used >= until ? used : Number.POSITIVE_INFINITY, row };
      if (used >= until) return { offset: used, row };
      const left = buffer.subarray(split.used, rest + read);
      // What grew for one long record goes back to its size.
      if (left.length < CHUNK_BYTES && buffer.length > CHUNK_BYTES) buffer = Buffer.allocUnsafe(CHUNK_BYTES);
      rest = left.copy(buffer);
      offset = used;
      if (chunks % CHUNKS_AT_A_TIME === 0) await setImmediate();
    }
  } finally {
    closeSync(file);
  }
}

function* batchesOf(rows: readonly RawRow[]): Generator<readonly RawRow[]> {
  if (rows.length <= BATCH_ROWS) {
    if (rows.length > 0) yield rows;
    return;
  }
  for (let from = 0; from < rows.length; from += BATCH_ROWS) yield rows.slice(from, from + BATCH_ROWS);
}

interface HowRead {
  readonly dialect: CsvDialect;
  readonly grammar: LooseGrammar;
  /** Else all records are read thoroughly. */
  readonly plain: boolean;
}

/** Whether records can be split at line feeds and delimiters. */
export function isPlain({ encoding, lineEnd, quote, escapeSign }: CsvDialect): boolean {
  return unitBytes(encoding) === 1 && lineEnd !== '\r' && quote === undefined && escapeSign === undefined;
}

interface SplitBuffer {
  readonly rows: RawRow[];
  /** Bytes of whole records. */
  readonly used: number;
  /** Line of the file the next record begins in. */
  readonly row: number;
  /** The next record cannot be read, nor what follows. */
  readonly failure?: UnusableFile;
}

/** @param isEnd the file ends where the buffer does */
function splitBuffer(buffer: Buffer, { offset, row, until }: Piece, how: HowRead, isEnd: boolean): SplitBuffer {
  const rows: RawRow[] = [];
  const at = { row, start: 0 };
  const mostCells = allowed(how.grammar.limits, 'columns');
  while (at.start < buffer.length && offset + at.start < until) {
    const { start } = at;
    const newline = how.plain ? buffer.indexOf(NEWLINE, start) : -1;
    const text = lineText(buffer, start, newline, how.dialect);
    const cells = newline < 0 ? 'odd' : splitLine(text, how.dialect);
    if (typeof cells === 'string') {
      const record = longRecord(buffer, start, newline, cells, isEnd, how);
      if (record === 'more') break;
      if (record instanceof UnusableFile) return { rows, used: start, row: at.row, failure: inRow(record, at.row) };
      refuseManyCells(record.cells, at.row, how.grammar);
      takeRecord(record, at, offset, rows);
      continue;
    }
    if (cells.length > mostCells) refuseManyCells(cells, at.row, how.grammar);
    const end = newline + 1;
    if (!isBlank(cells)) rows.push({ row: at.row, cells, start: offset + start, end: offset + end, text });
    at.row++;
    at.start = end;
  }
  return { rows, used: at.start, row: at.row };
}

/** @param first where the first line ends, of a record that has more */
function longRecord(
  buffer: Buffer,
  start: number,
  first: number,
  cells: 'open' | 'odd',
  isEnd: boolean,
  how: HowRead,
): TakenRecord | UnusableFile | 'more' {
  const split = cells === 'open' ? splitLines(buffer, start, first, how) : undefined;
  return split ?? oddRecord(buffer, start, isEnd, how);
}

function splitLine(text: string, { delimiter, nul }: CsvDialect): string[] | 'open' | 'odd' {
  return nul === true && text.includes('\0') ? 'odd' : splitRecord(text, delimiter);
}

interface TakenRecord {
  readonly cells: readonly string[];
  readonly bytes: number;
  readonly lines: number;
  readonly oddities: readonly RowOddity[];
  readonly text?: string;
}

/** A record of several lines, where splitting can read it and it does not look as if a quote were missing. */
function splitLines(buffer: Buffer, start: number, first: number, how: HowRead): TakenRecord | undefined {
  const { dialect, grammar } = how;
  let newline = first;
  for (let lines = 2; lines <= MAX_LINES; lines++) {
    newline = buffer.indexOf(NEWLINE, newline + 1);
    if (newline < 0) return undefined;
    const text = lineText(buffer, start, newline, dialect);
    const cells = splitLine(text, dialect);
    if (cells === 'odd') return undefined;
    const isOpen = cells === 'open';
    if ((!isOpen || lines === LINES_BEFORE_DOUBT) && swallowsLines(text, grammar)) return undefined;
    if (isOpen) continue;
    return { cells, bytes: newline + 1 - start, lines, oddities: [], text };
  }
  return undefined;
}

/** The line without its end; nothing where it does not end here. */
function lineText(buffer: Buffer, start: number, newline: number, { encoding }: CsvDialect): string {
  if (newline < 0) return '';
  const end = newline > start && buffer[newline - 1] === RETURN ? newline - 1 : newline;
  return decodeBytes(buffer, start, end, encoding);
}

/** The record that begins at `start`, looked for in ever more of the buffer. @returns `more` when the buffer ends in it */
function oddRecord(
  buffer: Buffer,
  start: number,
  isEnd: boolean,
  { dialect, grammar }: HowRead,
): TakenRecord | UnusableFile | 'more' {
  const longest = recordBytes(grammar);
  const most = Math.min(buffer.length, start + longest);
  for (let size = LOOKED_AT_BYTES; ; size *= 4) {
    const end = Math.min(most, start + size);
    const behind = end === buffer.length && isEnd ? 'nothing' : end - start >= longest ? 'tooMuch' : 'more';
    try {
      const record = looseRecord(unitsOf(buffer, start, end, dialect.encoding), behind, grammar);
      if (record !== 'more') return { ...record, bytes: Math.min(record.units * grammar.unit, end - start) };
      if (end === most) return 'more';
    } catch (error) {
      if (error instanceof UnusableFile) return error;
      throw error;
    }
  }
}

function takeRecord(
  { cells, bytes, lines, oddities, text }: TakenRecord,
  at: { row: number; start: number },
  offset: number,
  rows: RawRow[],
): void {
  const { row } = at;
  const start = offset + at.start;
  at.row += lines;
  at.start += bytes;
  if (isBlank(cells)) return;
  rows.push({
    row,
    cells,
    start,
    end: start + bytes,
    ...(text === undefined ? {} : { text }),
    ...(oddities.length === 0 ? {} : { oddities }),
  });
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0] === '';
}

function inRow({ problem, detail, cause }: UnusableFile, row: number): UnusableFile {
  return new UnusableFile(problem, { row, ...(detail === undefined ? {} : { detail }), cause });
}
