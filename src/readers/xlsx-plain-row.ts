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

const ZERO = 48;
const NINE = 57;
const SPACE = 32;
const QUOTE = 34;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const LOWER_C = 99;
const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;

/** @param to behind the end tag @returns false for another form; what was taken till then does not count */
export function readPlainRow(text: string, from: number, to: number, taker: RowTaker): boolean {
  const tag = readRowTag(text, from + '<row'.length, taker);
  if (tag < 0) return false;
  if (text.charCodeAt(tag - 2) === SLASH) return tag === to;
  const end = to - '</row>'.length;
  const cell: CellTag = { column: 0, style: undefined, type: undefined };
  let at = tag;
  while (at < end) {
    if (text.charCodeAt(at) !== LESS || text.charCodeAt(at + 1) !== LOWER_C) return false;
    at = readCell(text, at + 2, end, cell, taker);
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

/** What the tag of a cell says. One object for all cells of a row: there are twenty million of them. */
interface CellTag {
  column: number;
  style: string | undefined;
  type: string | undefined;
}

/** @param from behind `<c` @returns behind the cell, or -1 */
function readCell(text: string, from: number, end: number, tag: CellTag, taker: RowTaker): number {
  const at = readCellTag(text, from, end, tag);
  if (at < 0) return -1;
  const next = text.charCodeAt(at);
  if (next === SLASH) return text.charCodeAt(at + 1) === GREATER && taker.skip(tag.column) ? at + 2 : -1;
  if (next !== GREATER) return -1;
  const shared = tag.type === 's' ? sharedEnd(text, at + 1) : -1;
  if (shared < 0) return readContent(text, at + 1, end, tag, taker);
  return taker.shared(tag.column, wholeNumber(text, at + 1 + VALUE.length, shared), tag.style)
    ? shared + SHARED_END.length
    : -1;
}

const REFERENCE = 1;
const STYLE = 2;
const TYPE = 4;

/** @returns behind the last attribute, or -1 */
function readCellTag(text: string, from: number, end: number, tag: CellTag): number {
  tag.column = 0;
  tag.style = undefined;
  tag.type = undefined;
  let at = from;
  let seen = 0;
  while (text.charCodeAt(at) === SPACE) {
    if (text.charCodeAt(at + 2) !== EQUALS || text.charCodeAt(at + 3) !== QUOTE) return -1;
    const close = text.indexOf('"', at + 4);
    if (close < 0 || close > end) return -1;
    const what = attributeAt(text.charCodeAt(at + 1));
    if (what === 0 || (seen & what) !== 0 || !readAttribute(what, text, at + 4, close, tag)) return -1;
    seen |= what;
    at = close + 1;
  }
  return at;
}

function attributeAt(name: number): number {
  if (name === LOWER_R) return REFERENCE;
  if (name === LOWER_S) return STYLE;
  return name === LOWER_T ? TYPE : 0;
}

function readAttribute(what: number, text: string, from: number, to: number, tag: CellTag): boolean {
  if (what === REFERENCE) {
    tag.column = columnOf(text, from, to);
    return tag.column > 0;
  }
  if (what === STYLE) {
    tag.style = styleOf(text, from, to);
    return tag.style !== undefined;
  }
  if (to === from + 1 && text.charCodeAt(from) === LOWER_S) {
    tag.type = 's';
    return true;
  }
  tag.type = text.slice(from, to);
  return /^[a-zA-Z]+$/.test(tag.type);
}

const VALUE = '<v>';
const SHARED_END = '</v></c>';

/** Where the digits end in `<v>12</v></c>`; -1 for any other content. */
function sharedEnd(text: string, from: number): number {
  if (!text.startsWith(VALUE, from)) return -1;
  const begin = from + VALUE.length;
  let at = begin;
  while (isDigit(text.charCodeAt(at))) at++;
  return at > begin && text.startsWith(SHARED_END, at) ? at : -1;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function wholeNumber(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + (text.charCodeAt(at) - ZERO);
  return number;
}

/** @param from behind the cell's tag @returns behind the cell, or -1 */
function readContent(
  text: string,
  from: number,
  end: number,
  { column, type, style }: CellTag,
  taker: RowTaker,
): number {
  let at = from;
  let value: string | undefined;
  let formula: string | undefined;
  let inlineText: string | undefined;
  while (at < end && !text.startsWith(CELL_END, at)) {
    const form = FORMS.find(({ begins }) => text.startsWith(begins, at));
    if (form === undefined) return -1;
    const begin = at + form.begins.length;
    const close = text.indexOf('<', begin);
    if (!text.startsWith(form.ends, close)) return -1;
    const content = text.slice(begin, close);
    if (form.is === 'value' && value === undefined) value = content;
    else if (form.is === 'formula' && formula === undefined) formula = content;
    else if (form.is === 'inline' && inlineText === undefined) inlineText = content;
    else return -1;
    at = close + form.ends.length;
  }
  const isEmpty = value === undefined && formula === undefined && inlineText === undefined;
  const taken = isEmpty ? taker.skip(column) : taker.cell(column, { type, style, value, formula, inlineText });
  return taken && at < end ? at + CELL_END.length : -1;
}

const CELL_END = '</c>';

/** What stands in a cell, the usual first. */
const FORMS = [
  { is: 'value', begins: VALUE, ends: '</v>' },
  { is: 'formula', begins: '<f>', ends: '</f>' },
  { is: 'inline', begins: '<is><t>', ends: '</t></is>' },
  { is: 'inline', begins: '<is><t xml:space="preserve">', ends: '</t></is>' },
] as const;

const STYLE_NAMES: readonly string[] = Array.from({ length: 100 }, (_, style) => String(style));

/** One of a few texts: every cell has a style. @returns `undefined` for what is no number */
function styleOf(text: string, from: number, to: number): string | undefined {
  if (to - from > 2 || to === from) {
    const style = text.slice(from, to);
    return /^\d+$/.test(style) ? style : undefined;
  }
  for (let at = from; at < to; at++) if (!isDigit(text.charCodeAt(at))) return undefined;
  const number = wholeNumber(text, from, to);
  // With a zero in front it is another name.
  return to - from === 2 && number < 10 ? text.slice(from, to) : STYLE_NAMES[number];
}

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
  for (; at < to; at++) if (!isDigit(text.charCodeAt(at))) return 0;
  return column;
}
