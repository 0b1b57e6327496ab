/** One row of a sheet with some cells in another style, and one put in; everything else stays as it is written. */
import { columnLetter } from '../../catalogue/column-letter.ts';
import { edited } from '../xml-patch.ts';
import { withoutComments } from './sheet-pieces.ts';
import { attributeIn, type TextEdit, withAttribute } from './tag-text.ts';

/** A cell as it stands in the text of its row. */
export interface RowCell {
  /** From 0. */
  readonly column: number;
  readonly start: number;
  /** Behind its opening tag. */
  readonly tagEnd: number;
  readonly end: number;
  /** Absent: the sheet's usual one. */
  readonly style: number | undefined;
  readonly holdsSomething: boolean;
}

export interface RowText {
  readonly text: string;
  readonly prefix: string;
  /** From 1. */
  readonly number: number;
  readonly tagEnd: number;
  readonly isClosed: boolean;
  /** Of cells that are not there. */
  readonly style: number | undefined;
  readonly cells: readonly RowCell[];
}

/** @param before number of the row before, for rows that do not tell theirs */
export function rowNumber(text: string, before: number): number {
  const number = Number(attributeIn(text.slice(0, text.indexOf('>') + 1), 'r') ?? before + 1);
  return Number.isInteger(number) && number > 0 ? number : before + 1;
}

/** @param text of the row @param number as {@link rowNumber} */
export function readRow(text: string, prefix: string, number: number): RowText {
  const tagEnd = text.indexOf('>') + 1;
  const tag = text.slice(0, tagEnd);
  const isCustom = /^(?:1|true)$/.test(attributeIn(tag, 'customFormat') ?? '');
  return {
    text,
    prefix,
    number,
    tagEnd,
    isClosed: text[tagEnd - 2] === '/',
    style: isCustom ? styleIn(tag) : undefined,
    cells: readCells(text, prefix),
  };
}

const CELL_PATTERNS = new Map<string, { readonly cell: RegExp; readonly content: RegExp }>();

function patternsFor(prefix: string): { readonly cell: RegExp; readonly content: RegExp } {
  const known = CELL_PATTERNS.get(prefix);
  if (known !== undefined) return known;
  const patterns = {
    cell: new RegExp(`<${prefix}c(?=[\\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>`, 'g'),
    content: new RegExp(`<${prefix}(?:v>[^<]|is[\\s>]|f[\\s/>])`),
  };
  CELL_PATTERNS.set(prefix, patterns);
  return patterns;
}

function readCells(text: string, prefix: string): readonly RowCell[] {
  const visible = withoutComments(text);
  const { cell, content } = patternsFor(prefix);
  const closing = `</${prefix}c`;
  const cells: RowCell[] = [];
  let column = -1;
  for (const { 0: tag, index: start } of visible.matchAll(cell)) {
    const tagEnd = start + tag.length;
    const isClosed = tag.endsWith('/>');
    const end = isClosed ? tagEnd : visible.indexOf('>', visible.indexOf(closing, tagEnd)) + 1;
    column = referenceColumn(attributeIn(tag, 'r')) ?? column + 1;
    // Text in CDATA is text.
    const holdsSomething = !isClosed && content.test(text.slice(tagEnd, end).replace('<![CDATA[', ''));
    cells.push({ column, start, tagEnd, end, style: styleIn(tag), holdsSomething });
  }
  return cells;
}

function styleIn(tag: string): number | undefined {
  const style = attributeIn(tag, 's');
  return style === undefined ? undefined : Number(style);
}

/** From 0, of a reference such as `AB12`. */
function referenceColumn(reference: string | undefined): number | undefined {
  const letters = /^[A-Za-z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** What a cell is to be. */
export interface CellChange {
  readonly column: number;
  readonly style: number | undefined;
  /** What stands in it instead: text, or nothing. Absent: what stands there. */
  readonly text?: string;
}

/** @param changes each column once */
export function patchedRow(row: RowText, changes: readonly CellChange[]): string {
  if (changes.length === 0) return row.text;
  const edits: TextEdit[] = [];
  /** By the place they are put in at, in the order of their columns. */
  const put = new Map<number, string>();
  const end = row.isClosed ? row.tagEnd : row.text.lastIndexOf('<');
  for (const change of [...changes].sort((a, b) => a.column - b.column)) {
    const there = row.cells.find(({ column }) => column === change.column);
    if (there === undefined) {
      if (change.text === '') continue;
      const at = row.cells.find(({ column }) => column > change.column)?.start ?? end;
      put.set(at, (put.get(at) ?? '') + newCell(row, change));
    } else edits.push(editOf(row, there, change));
  }
  for (const [start, text] of put) edits.push({ start, end: start, text });
  const last = Math.max(...changes.map(({ column }) => column)) + 1;
  const tag = row.text.slice(0, row.tagEnd);
  const opened = wideEnough(row.isClosed ? `${tag.slice(0, -2).trimEnd()}>` : tag, last);
  if (opened !== tag) edits.push({ start: 0, end: row.tagEnd, text: opened });
  const closing = row.isClosed && put.size > 0 ? `</${row.prefix}row>` : '';
  return row.isClosed && put.size === 0 ? row.text : edited(row.text, edits) + closing;
}

function editOf({ text, prefix, number }: RowText, cell: RowCell, change: CellChange): TextEdit {
  if (change.text === undefined) {
    const tag = text.slice(cell.start, cell.tagEnd);
    return { start: cell.start, end: cell.tagEnd, text: withStyle(tag, change.style) };
  }
  const made = change.text === '' ? '' : cellXml(prefix, `${columnLetter(cell.column)}${number}`, change);
  return { start: cell.start, end: cell.end, text: made };
}

function withStyle(tag: string, style: number | undefined): string {
  return style === undefined ? tag : withAttribute(tag, 's', String(style));
}

function newCell({ prefix, number }: RowText, change: CellChange): string {
  return cellXml(prefix, `${columnLetter(change.column)}${number}`, change);
}

function cellXml(prefix: string, reference: string, { style, text }: CellChange): string {
  const tag = `${prefix}c r="${reference}"${style === undefined ? '' : ` s="${style}"`}`;
  if (text === undefined) return `<${tag}/>`;
  return `<${tag} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is></${prefix}c>`;
}

/** The attribute tells from which column to which the row has cells. */
function wideEnough(tag: string, last: number): string {
  const spans = attributeIn(tag, 'spans');
  const range = /^(\d+):(\d+)$/.exec(spans ?? '');
  if (range === null || Number(range[2]) >= last) return tag;
  return withAttribute(tag, 'spans', `${range[1]}:${last}`);
}
