/**
 * The thorough way to read a CSV record, for those that plain splitting cannot: text behind a closing quote, lone
 * carriage returns, other quotes, and quotes that nothing closes. Such a quote is taken for a letter, so that it spoils
 * its own line and not all that follow. What is not such a case is read as csv-parse reads it; a test holds them together.
 */
import { UnusableFile } from '../catalogue/catalogue.ts';
import type { CsvDialect, RowOddity } from './reader.ts';
import { decodeUnits, unitBytes, unitsFrom } from './text-code.ts';

/** A record longer than this is no catalogue line. */
export const MAX_RECORD_BYTES = 8 << 20;
/** As many columns as a workbook has. */
export const MAX_CELLS = 16_384;
/** After so many quotes of one record that nothing closes, all of it is taken as letters. */
const MAX_LITERALS = 8;

export interface LooseRecord {
  readonly cells: readonly string[];
  /** Units, the line end included. */
  readonly units: number;
  /** Lines of the file. */
  readonly lines: number;
  readonly oddities: readonly RowOddity[];
}

/** How records are marked, in units; see text-code.ts. */
export interface LooseGrammar {
  readonly dialect: CsvDialect;
  /** Bytes of a unit. */
  readonly unit: 1 | 2;
  readonly delimiter: string;
  readonly quote: string;
  readonly escapeSign: string | undefined;
  /** What ends a cell without quotes. */
  readonly cellEnd: RegExp;
  /** A cell in quotes, with the delimiter before it. */
  readonly quotedCell: RegExp;
}

export function looseGrammar(dialect: CsvDialect): LooseGrammar {
  const delimiter = unitsFrom(dialect.delimiter, dialect.encoding) ?? dialect.delimiter;
  const quote = dialect.quote ?? '"';
  const parting = delimiter.replace(/[$^*+?.()|[\]{}\\/]/g, '\\$&');
  return {
    dialect,
    unit: unitBytes(dialect.encoding),
    delimiter,
    quote,
    escapeSign: dialect.escapeSign,
    cellEnd: new RegExp(`${parting}|[\\r\\n]`, 'g'),
    quotedCell: new RegExp(
      `(^|${parting})${quote}[^${quote}]*(?:${quote}${quote}[^${quote}]*)*${quote}(?=${parting}|$)`,
      'g',
    ),
  };
}

/** What stands behind the text given: nothing, more that can be read, or more than a record may have. */
export type Behind = 'nothing' | 'more' | 'tooMuch';

/**
 * The record at the beginning of a text.
 * @param units of the file from where the record begins
 * @returns `more` when the record is not whole; never when nothing, or too much, stands behind
 * @throws UnusableFile `cutOff` when the file ends within quotes and no line behind can be read by itself; `tooLarge`
 */
export function looseRecord(units: string, behind: Behind, grammar: LooseGrammar): LooseRecord | 'more' {
  const literals = new Set<number>();
  for (;;) {
    const parsed = parseRecord(units, behind !== 'more', grammar, literals);
    if (parsed === 'more') return 'more';
    const quote = brokenQuote(parsed, units, grammar);
    if (quote === undefined) {
      if (behind === 'tooMuch' && parsed.end === units.length && !endsLine(units)) throw beyondLimit();
      return recordOf(parsed, units, literals, grammar);
    }
    if (parsed.open) refuseUnlessReadOn(units, quote, behind, grammar);
    if (literals.size >= MAX_LITERALS) literals.add(EVERYWHERE);
    literals.add(quote);
  }
}

/** The cells of a record whose bytes are known. */
export function looseCells(units: string, grammar: LooseGrammar): Pick<LooseRecord, 'cells' | 'oddities'> {
  const literals = new Set<number>();
  for (;;) {
    const parsed = parseRecord(units, true, grammar, literals);
    if (parsed !== 'more' && !parsed.open) return recordOf(parsed, units, literals, grammar);
    if (literals.size >= MAX_LITERALS) literals.add(EVERYWHERE);
    if (parsed !== 'more') literals.add(parsed.spanning ?? EVERYWHERE);
  }
}

function beyondLimit(): UnusableFile {
  return new UnusableFile('tooLarge', { detail: `a line of more than ${MAX_RECORD_BYTES >> 20} MiB` });
}

/** @throws UnusableFile `tooLarge` */
export function refuseManyCells(cells: readonly string[], row: number): void {
  if (cells.length > MAX_CELLS)
    throw new UnusableFile('tooLarge', { row, detail: `a line of more than ${MAX_CELLS} cells` });
}

/** Among the places of quotes that are letters: all of them are. */
const EVERYWHERE = -1;

interface Parsed {
  readonly cells: readonly string[];
  /** Behind the line end. */
  readonly end: number;
  readonly stray: boolean;
  /** Where the first cell with a line break in it opens, or the one that nothing closes. */
  readonly spanning: number | undefined;
  /** Where a cell opens whose closing quote stands on another line, with text behind it. */
  readonly strayFar: number | undefined;
  /** The text ends within quotes. */
  readonly open: boolean;
}

function parseRecord(
  units: string,
  isWhole: boolean,
  grammar: LooseGrammar,
  literals: ReadonlySet<number>,
): Parsed | 'more' {
  const { delimiter, cellEnd } = grammar;
  const cells: string[] = [];
  let spanning: number | undefined;
  let strayFar: number | undefined;
  let stray = false;
  for (let at = 0; ; at += delimiter.length) {
    const quoted = quotedCell(units, at, isWhole, grammar, literals);
    if (quoted === 'more') return 'more';
    if (quoted === 'open') return { cells, end: units.length, stray, spanning: at, strayFar, open: true };
    if (quoted.spans) spanning ??= at;
    if (quoted.stray && quoted.spans) strayFar ??= at;
    stray ||= quoted.stray;
    cellEnd.lastIndex = quoted.end;
    at = cellEnd.exec(units)?.index ?? units.length;
    cells.push(quoted.text + units.slice(quoted.end, at));
    if (units.startsWith(delimiter, at)) continue;
    const end = lineEndBehind(units, at, isWhole);
    return end === 'more' ? 'more' : { cells, end, stray, spanning, strayFar, open: false };
  }
}

/** Behind the line end at a place; the end of the text is one too. */
function lineEndBehind(units: string, at: number, isWhole: boolean): number | 'more' {
  // Whether a line feed follows the carriage return, or the text at all, is not known yet.
  if (!isWhole && (at === units.length || (units[at] === '\r' && at + 1 === units.length))) return 'more';
  return Math.min(at + (units[at] === '\r' && units[at + 1] === '\n' ? 2 : 1), units.length);
}

interface QuotedPart {
  /** As it was meant; with its quotes where text stands behind them, for then they are letters like the others. */
  readonly text: string;
  /** Behind the closing quote. */
  readonly end: number;
  readonly spans: boolean;
  readonly stray: boolean;
}

/** The part of a cell that stands in quotes; empty where no quote opens it. */
function quotedCell(
  units: string,
  at: number,
  isWhole: boolean,
  grammar: LooseGrammar,
  literals: ReadonlySet<number>,
): QuotedPart | 'open' | 'more' {
  const { quote, delimiter } = grammar;
  if (!units.startsWith(quote, at) || literals.has(at) || literals.has(EVERYWHERE)) {
    return { text: '', end: at, spans: false, stray: false };
  }
  const close = closingQuote(units, at + 1, grammar);
  if (!isWhole && (close < 0 || close + 1 === units.length)) return 'more';
  if (close < 0) return 'open';
  const cell = units.slice(at + 1, close);
  const text = unescaped(cell, grammar);
  const stray = !endsCell(units, close + 1, delimiter);
  return { text: stray ? quote + text + quote : text, end: close + 1, spans: LINE_BREAK.test(cell), stray };
}

const LINE_BREAK = /[\r\n]/;
const LINE_BREAKS = /\r\n|\n|\r/g;

/** @returns below 0 when there is none */
function closingQuote(units: string, from: number, { quote, escapeSign }: LooseGrammar): number {
  let close = units.indexOf(quote, from);
  while (close >= 0) {
    if (escapeSign !== undefined && isEscaped(units, from, close, escapeSign)) close = units.indexOf(quote, close + 1);
    else if (units[close + 1] === quote) close = units.indexOf(quote, close + 2);
    else return close;
  }
  return close;
}

/** An odd number of backslashes stands before it. */
function isEscaped(units: string, from: number, at: number, sign: string): boolean {
  let first = at;
  while (first > from && units[first - 1] === sign) first--;
  return (at - first) % 2 === 1;
}

function unescaped(cell: string, { quote, escapeSign }: LooseGrammar): string {
  if (escapeSign !== undefined && cell.includes(escapeSign)) return cell.replace(/\\(["'\\])/g, '$1');
  return cell.includes(quote) ? cell.replaceAll(quote + quote, quote) : cell;
}

function endsCell(units: string, at: number, delimiter: string): boolean {
  return at === units.length || units[at] === '\n' || units[at] === '\r' || units.startsWith(delimiter, at);
}

function endsLine(units: string): boolean {
  return units.endsWith('\n') || units.endsWith('\r');
}

function recordOf(
  { cells, end, stray }: Parsed,
  units: string,
  literals: ReadonlySet<number>,
  { dialect }: LooseGrammar,
): LooseRecord {
  let breaks = 1;
  for (const cell of cells) if (LINE_BREAK.test(cell)) breaks += cell.match(LINE_BREAKS)?.length ?? 0;
  const oddities: RowOddity[] = [];
  if (literals.size > 0) oddities.push('unclosedQuote');
  else if (stray) oddities.push('strayQuote');
  const hasNul = dialect.nul === true && units.slice(0, end).includes('\0');
  if (hasNul) oddities.push('nulByte');
  return {
    cells: cells.map((cell) => decodeUnits(hasNul ? cell.replaceAll('\0', '') : cell, dialect.encoding)),
    units: end,
    lines: breaks,
    oddities,
  };
}

/**
 * The quote that opens a cell by mistake: one that nothing closes; one that something closes which stands on another
 * line and with text behind it; one that makes a cell of lines each of which is a record by itself.
 */
function brokenQuote(
  { open, spanning, strayFar, end }: Parsed,
  units: string,
  grammar: LooseGrammar,
): number | undefined {
  if (open) return spanning;
  if (strayFar !== undefined) return strayFar;
  return spanning !== undefined && swallowsLines(units.slice(0, end), grammar) ? spanning : undefined;
}

/**
 * Whether a record of several lines looks like several records that a quote keeps together: its first line, and most of
 * the others, have as many cells as records have, and are filled as an article's are.
 */
export function swallowsLines(record: string, grammar: LooseGrammar): boolean {
  if ((grammar.dialect.width ?? 0) < MIN_SWALLOWED) return false;
  const [first = '', ...others] = record.split(/\r\n|\n|\r/).filter((line) => line !== '');
  if (!fits(first, grammar)) return false;
  const alike = others.filter((line) => fits(line, grammar) && looksFilled(line, grammar));
  return alike.length > 0 && 2 * alike.length >= others.length;
}

/** Lines of fewer cells are too like a text with a comma in it. */
const MIN_SWALLOWED = 4;

function fits(line: string, { dialect: { width = 0 }, delimiter, quotedCell }: LooseGrammar): boolean {
  return width >= 2 && line.length < LONG_LINE && line.replace(quotedCell, '$1').split(delimiter).length === width;
}

/** What is longer is taken for no article. */
const LONG_LINE = 1 << 16;

/** Half of its cells at least, and a number among them: prose has commas too. */
function looksFilled(line: string, { delimiter }: LooseGrammar): boolean {
  const cells = line.split(delimiter);
  return (
    2 * cells.filter((cell) => cell.trim() !== '').length >= cells.length && cells.some((cell) => NUMBER.test(cell))
  );
}

const NUMBER = /^[\s"']*\d[\d\s.,]*["']?$/;

/**
 * A quote that nothing closes spoils its line only, where a line behind it can be read by itself, or where the file goes
 * on to the end of a line that has all its cells. Else the file was cut off within a cell, or the cell is too long.
 */
function refuseUnlessReadOn(units: string, quote: number, behind: Behind, grammar: LooseGrammar): void {
  const from = Math.max(units.lastIndexOf('\n', quote), units.lastIndexOf('\r', quote)) + 1;
  const [first = '', ...others] = units.slice(from, from + RECOVERY_UNITS).split(/\r\n|\n|\r/);
  if (others.some((line) => fits(line, grammar))) return;
  if (behind === 'nothing' && endsLine(units) && fits(first, grammar)) return;
  throw behind === 'tooMuch' ? beyondLimit() : new UnusableFile('cutOff');
}

/** As far behind a quote that nothing closes a line that can be read is looked for. */
const RECOVERY_UNITS = 1 << 20;
