/**
 * The thorough way to read a CSV record, for those that plain splitting cannot: text behind a closing quote, lone
 * carriage returns, other quotes, and quotes that nothing closes. Such a quote is taken for a letter, so that it spoils
 * its own line and not all that follow. What is not such a case is read as csv-parse reads it; a test holds them together.
 */
import { UnusableFile } from '../catalogue/catalogue.ts';
import { allowed, allowedBytes, beyond, type Limits } from '../catalogue/limits.ts';
import type { CsvDialect, RowOddity } from './reader.ts';
import { decodeUnits, unitBytes, unitsFrom } from './text-code.ts';

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
  readonly limits: Limits | undefined;
}

export function looseGrammar(dialect: CsvDialect, limits?: Limits): LooseGrammar {
  const delimiter = unitsFrom(dialect.delimiter, dialect.encoding) ?? dialect.delimiter;
  const quote = dialect.quote ?? '"';
  const parting = delimiter.replace(/[$^*+?.()|[\]{}\\/]/g, '\\$&');
  return {
    dialect,
    limits,
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
    const quote = parsed === 'more' ? quoteTooFar(units, grammar, literals) : brokenQuote(parsed, units, grammar);
    if (parsed === 'more') {
      if (quote === undefined) return 'more';
      literals.add(quote);
      continue;
    }
    if (quote === undefined) {
      if (behind === 'tooMuch' && parsed.end === units.length && !endsLine(units)) throw beyondLimit(grammar);
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

function beyondLimit({ limits }: LooseGrammar): UnusableFile {
  return beyond('record', allowed(limits, 'record'));
}

/** How long a record may be. */
export function recordBytes({ limits }: LooseGrammar): number {
  return allowedBytes(limits, 'record');
}

/** @throws UnusableFile `tooLarge` */
export function refuseManyCells(cells: readonly string[], row: number, { limits }: LooseGrammar): void {
  const most = allowed(limits, 'columns');
  if (cells.length > most) throw beyond('columns', most, { row });
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
  let stray = false;
  for (let at = 0; ; at += delimiter.length) {
    const quoted = quotedCell(units, at, isWhole, grammar, literals);
    if (quoted === 'more') return 'more';
    if (quoted === 'open')
      return { cells, end: units.length, stray, spanning: spanning ?? at, strayFar: undefined, open: true };
    if (quoted.spans) spanning ??= at;
    // What follows is read once more, without this quote: one on every line would mean all of the file each time.
    if (quoted.stray && quoted.spans)
      return { cells, end: quoted.end, stray: true, spanning, strayFar: at, open: false };
    stray ||= quoted.stray;
    cellEnd.lastIndex = quoted.end;
    at = cellEnd.exec(units)?.index ?? units.length;
    cells.push(quoted.text + units.slice(quoted.end, at));
    if (units.startsWith(delimiter, at)) continue;
    const end = lineEndBehind(units, at, isWhole);
    return end === 'more' ? 'more' : { cells, end, stray, spanning, strayFar: undefined, open: false };
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
    cells: cells.map((cell) => own(decodeUnits(hasNul ? cell.replaceAll('\0', '') : cell, dialect.encoding))),
    units: end,
    lines: breaks,
    oddities,
  };
}

/** A copy: a cell that is a part of the text it was read from keeps all of that in memory. */
function own(cell: string): string {
  return cell.length < SHORT ? cell : Buffer.from(cell, 'utf16le').toString('utf16le');
}

/** So short a part of a text is a copy already. */
const SHORT = 13;

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
 * The quote that makes a record go on and on over lines which are records by themselves. Else every such line would be
 * read as far as a record may reach.
 */
function quoteTooFar(units: string, grammar: LooseGrammar, literals: ReadonlySet<number>): number | undefined {
  if (units.length < FAR_UNITS) return undefined;
  const isFar =
    units.length < VERY_FAR_UNITS
      ? swallowsLines(units, grammar)
      : units.split(/\r\n|\n|\r/).some((line, at) => at > 0 && fits(line, grammar) && looksFilled(line, grammar));
  if (!isFar) return undefined;
  const parsed = parseRecord(units, true, grammar, literals);
  return parsed === 'more' ? undefined : parsed.spanning;
}

/** Behind so much it is asked whether the lines are like articles, mostly; behind so much more whether one of them is. */
const FAR_UNITS = 1 << 10;
const VERY_FAR_UNITS = 1 << 16;

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
  throw behind === 'tooMuch' ? beyondLimit(grammar) : new UnusableFile('cutOff');
}

/** As far behind a quote that nothing closes a line that can be read is looked for. */
const RECOVERY_UNITS = 1 << 20;
