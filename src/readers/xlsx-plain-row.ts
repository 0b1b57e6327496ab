/** Rows of a sheet in the form spreadsheet programs write, read from their text; any other form is left to the parser. */
import type { StoredCell } from './xlsx-cell.ts';

/** Gets what stands in a row, cell by cell. Each says whether it can be; if not, nothing of the row counts. */
export interface RowTaker {
  /** @param number from 1; absent: the row after the one before */
  begin(number: number | undefined, hidden: boolean): boolean;
  /** @param column from 1; 0: the one after the cell before */
  cell(column: number, cell: StoredCell): boolean;
  /** A cell that names a shared text. */
  shared(column: number, text: number, style: string | undefined): boolean;
  /** A cell that says nothing but its place. */
  skip(column: number): boolean;
}

const SPACE = 32;
const QUOTE = 34;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const LOWER_C = 99;
const LOWER_F = 102;
const LOWER_I = 105;
const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;
const LOWER_V = 118;

/** @param to behind the end tag @returns false for another form; what was taken till then does not count */
export function readPlainRow(text: string, from: number, to: number, taker: RowTaker): boolean {
  const tag = readRowTag(text, from + '<row'.length, taker);
  if (tag < 0) return false;
  if (text.charCodeAt(tag - 2) === SLASH) return tag === to;
  const end = to - '</row>'.length;
  let at = tag;
  while (at < end) {
    if (text.charCodeAt(at) !== LESS || text.charCodeAt(at + 1) !== LOWER_C) return false;
    at = readCell(text, at + 2, end, taker);
    if (at < 0) return false;
  }
  return at === end;
}

/** @returns behind the tag, or -1 */
function readRowTag(text: string, from: number, taker: RowTaker): number {
  let at = from;
  let number: number | undefined;
  let hidden = false;
  const names: string[] = [];
  while (text.charCodeAt(at) === SPACE) {
    const equals = text.indexOf('="', at);
    const close = equals < 0 ? -1 : text.indexOf('"', equals + 2);
    if (close < 0) return -1;
    const name = text.slice(at + 1, equals);
    const value = text.slice(equals + 2, close);
    if (!/^[A-Za-z_][\w:.-]*$/.test(name) || names.includes(name) || value.includes('<')) return -1;
    names.push(name);
    if (name === 'r') number = Number(value);
    else if (name === 'hidden') hidden = value === '1' || value === 'true';
    at = close + 1;
  }
  if (text.charCodeAt(at) === SLASH) at++;
  if (text.charCodeAt(at) !== GREATER) return -1;
  return taker.begin(number, hidden) ? at + 1 : -1;
}

/** @param from behind `<c` @returns behind the cell, or -1 */
function readCell(text: string, from: number, end: number, taker: RowTaker): number {
  let at = from;
  let column = 0;
  let style: string | undefined;
  let type: string | undefined;
  let seen = 0;
  while (text.charCodeAt(at) === SPACE) {
    const name = text.charCodeAt(at + 1);
    if (text.charCodeAt(at + 2) !== EQUALS || text.charCodeAt(at + 3) !== QUOTE) return -1;
    const close = text.indexOf('"', at + 4);
    if (close < 0 || close > end) return -1;
    const bit = name === LOWER_R ? 1 : name === LOWER_S ? 2 : name === LOWER_T ? 4 : 0;
    if (bit === 0 || (seen & bit) !== 0) return -1;
    seen |= bit;
    if (bit === 1) {
      column = columnOf(text, at + 4, close);
      if (column === 0) return -1;
    } else if (bit === 2) {
      style = styleOf(text, at + 4, close);
      if (style === undefined) return -1;
    } else if (close === at + 5 && text.charCodeAt(at + 4) === LOWER_S) {
      type = 's';
    } else {
      type = text.slice(at + 4, close);
      if (!/^[a-zA-Z]+$/.test(type)) return -1;
    }
    at = close + 1;
  }
  const next = text.charCodeAt(at);
  if (next === SLASH) return text.charCodeAt(at + 1) === GREATER && taker.skip(column) ? at + 2 : -1;
  if (next !== GREATER) return -1;
  return readContent(text, at + 1, end, column, type, style, taker);
}

/** @param from behind the cell's tag @returns behind the cell, or -1 */
function readContent(
  text: string,
  from: number,
  end: number,
  column: number,
  type: string | undefined,
  style: string | undefined,
  taker: RowTaker,
): number {
  if (type === 's') {
    const behind = readShared(text, from, column, style, taker);
    if (behind > 0) return behind;
  }
  let at = from;
  let value: string | undefined;
  let formula: string | undefined;
  let inlineText: string | undefined;
  while (at < end && text.charCodeAt(at) === LESS) {
    const name = text.charCodeAt(at + 1);
    if (name === LOWER_V && value === undefined && text.charCodeAt(at + 2) === GREATER) {
      const close = text.indexOf('<', at + 3);
      if (!text.startsWith('</v>', close)) return -1;
      value = text.slice(at + 3, close);
      at = close + 4;
    } else if (name === LOWER_F && formula === undefined && text.charCodeAt(at + 2) === GREATER) {
      const close = text.indexOf('<', at + 3);
      if (!text.startsWith('</f>', close)) return -1;
      formula = text.slice(at + 3, close);
      at = close + 4;
    } else if (name === LOWER_I && inlineText === undefined) {
      const begin = text.startsWith('<is><t>', at)
        ? at + '<is><t>'.length
        : text.startsWith(INLINE_WITH_SPACES, at)
          ? at + INLINE_WITH_SPACES.length
          : -1;
      if (begin < 0) return -1;
      const close = text.indexOf('<', begin);
      if (!text.startsWith('</t></is>', close)) return -1;
      inlineText = text.slice(begin, close);
      at = close + '</t></is>'.length;
    } else if (text.startsWith('</c>', at)) {
      if (value === undefined && formula === undefined && inlineText === undefined) {
        return taker.skip(column) ? at + 4 : -1;
      }
      return taker.cell(column, { type, style, value, formula, inlineText }) ? at + 4 : -1;
    } else return -1;
  }
  return -1;
}

/** `<v>12</v></c>`, and nothing else. @returns behind the cell, or -1 */
function readShared(
  text: string,
  from: number,
  column: number,
  style: string | undefined,
  taker: RowTaker,
): number {
  if (!text.startsWith('<v>', from)) return -1;
  let at = from + 3;
  let number = 0;
  for (let digit = text.charCodeAt(at) - 48; digit >= 0 && digit <= 9; digit = text.charCodeAt(++at) - 48) {
    number = number * 10 + digit;
  }
  if (at === from + 3 || !text.startsWith('</v></c>', at)) return -1;
  return taker.shared(column, number, style) ? at + '</v></c>'.length : -1;
}

const STYLE_NAMES: readonly string[] = Array.from({ length: 100 }, (_, style) => String(style));

/** One of a few texts: every cell has a style. @returns `undefined` for what is no number */
function styleOf(text: string, from: number, to: number): string | undefined {
  if (to - from > 2 || to === from) {
    const style = text.slice(from, to);
    return /^\d+$/.test(style) ? style : undefined;
  }
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  // With a zero in front it is another name.
  return to - from === 2 && number < 10 ? text.slice(from, to) : STYLE_NAMES[number];
}

const INLINE_WITH_SPACES = '<is><t xml:space="preserve">';

/** Of a reference such as `AB12`, from 1; 0 for what is none. */
function columnOf(text: string, from: number, to: number): number {
  let at = from;
  let column = 0;
  while (at < to) {
    const letter = text.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    at++;
  }
  const letters = at - from;
  if (letters === 0 || letters > 3 || at === to) return 0;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return 0;
  }
  return column;
}
