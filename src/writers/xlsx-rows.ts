/**
 * Some rows of a sheet, on their way into it. How many they are and which texts they say is known first, so that several
 * threads can write different rows of the same sheet.
 */
import { columnLetter } from '../catalogue/column-letter.ts';
import { parseDecimal } from '../catalogue/decimal.ts';
import { remembering } from '../catalogue/remembering.ts';
import type { CellKind } from '../readers/reader.ts';
import { shownAs } from '../readers/xlsx-formats.ts';
import { dateSerial } from '../readers/xlsx-values.ts';
import type { WrittenRow } from './writer.ts';
import { type CellStyles, DATE_FORMAT, DATE_TIME_FORMAT, PERCENT_FORMAT } from './xlsx-styles.ts';
import { type OwnTexts, ownTexts, type TextItems } from './xlsx-texts.ts';
import { newXmlPieces, type XmlPieces } from './xml-pieces.ts';

export interface SheetRows {
  /** How many there are. */
  readonly rows: number;
  /** How many cells say a text. */
  readonly textCells: number;
  /** The texts they say, but for those they name. */
  readonly texts: TextItems;
  /** The texts of the sent workbook that they name, as often as they do. */
  readonly named: Int32Array;
  /** As XML. @param isBold rows, from 1 */
  xml(place: PlaceInSheet, isBold?: (row: number) => boolean): Uint8Array;
}

/** Plain data. */
export interface PlaceInSheet {
  /** How many rows stand above. */
  readonly above: number;
  /** The numbers that the texts they say have in the workbook. */
  readonly numbers: Int32Array;
}

/** Numbers the texts of the rows among themselves. */
export function sheetRows(rows: readonly WrittenRow[], styles: CellStyles): SheetRows {
  const texts = ownTexts();
  const inOrder = textNumbers(rows, texts);
  return {
    rows: rows.length,
    textCells: inOrder.length,
    texts: texts.items(),
    named: Int32Array.from(inOrder.filter((number) => number >= 0)),
    xml({ above, numbers }, isBold = () => false) {
      const xml = newXmlPieces();
      let cells = 0;
      const nextText = (): number => {
        const number = inOrder[cells++] ?? 0;
        return number < 0 ? (numbers[-1 - number] ?? 0) : number;
      };
      let number = above;
      for (const row of rows) {
        number += 1;
        putRow(xml, String(number), row, nextText, styles, isBold(number));
      }
      return xml.take();
    },
  };
}

/** Of every cell that holds a text, in order: its number in the sent workbook, or -1 less that among the texts. */
function textNumbers(rows: readonly WrittenRow[], texts: OwnTexts): readonly number[] {
  const numbers: number[] = [];
  // In many columns all rows say the same, and to see that takes less than to look it up.
  const above: string[] = [];
  const numbersAbove: number[] = [];
  const numberOf = (text: string, index: number): number => {
    if (text !== above[index]) {
      above[index] = text;
      numbersAbove[index] = -1 - texts.number(text);
    }
    return numbersAbove[index] ?? -1;
  };
  for (const { cells, kinds, named } of rows) {
    for (let index = 0; index < cells.length; index++) {
      const text = cells[index];
      if (text === undefined || text === '') continue;
      const name = nameOf(text, index, named);
      if (name >= 0) numbers.push(name);
      else if (storedValue(text, kindAt(kinds, index)) === undefined) numbers.push(numberOf(text, index));
    }
  }
  return numbers;
}

/** The sent text that a cell still says; below 0 for none. */
function nameOf(text: string, index: number, named: WrittenRow['named']): number {
  return named?.cells[index] === text ? (named.numbers[index] ?? -1) : -1;
}

function kindAt(kinds: WrittenRow['kinds'], index: number): CellKind {
  return kinds === undefined ? 'text' : (kinds[index] ?? 'text');
}

function putRow(
  xml: XmlPieces,
  number: string,
  { cells, kinds, formats }: WrittenRow,
  nextText: () => number,
  styles: CellStyles,
  bold: boolean,
): void {
  xml.put('<row r="');
  xml.put(number);
  xml.put('">');
  for (let index = 0; index < cells.length; index++) {
    const text = cells[index];
    if (text === undefined || text === '') continue;
    const kind = kindAt(kinds, index);
    const stored = storedValue(text, kind);
    const format = cellFormat(stored?.type, text, formats?.[index], kind);
    xml.put(cellBeginning(index));
    xml.put(number);
    xml.put(format === undefined && !bold ? '"' : styles.attribute(format, bold));
    xml.put(BEFORE_VALUE[stored?.type ?? 'text']);
    xml.put(stored?.value ?? String(nextText()));
    xml.put('</v></c>');
  }
  xml.put('</row>');
}

const CELL_BEGINNINGS: string[] = [];

function cellBeginning(index: number): string {
  CELL_BEGINNINGS[index] ??= `<c r="${columnLetter(index)}`;
  return CELL_BEGINNINGS[index];
}

/** What stands between a cell's style and its value. */
const BEFORE_VALUE = { text: ' t="s"><v>', number: '><v>', boolean: ' t="b"><v>' } as const;

/** What is no text, as the cell holds it. */
interface StoredValue {
  readonly type: 'number' | 'boolean';
  readonly value: string;
}

/** @returns `undefined` for what is stored as text */
function storedValue(text: string, kind: CellKind): StoredValue | undefined {
  switch (kind) {
    case 'number':
    case 'percent':
      return storedNumber(USUAL_NUMBER.test(text) ? text : exactNumber(text));
    case 'date':
      return storedNumber(dateSerial(text));
    case 'boolean':
      return text === 'true' || text === 'false' ? { type: 'boolean', value: text === 'true' ? '1' : '0' } : undefined;
    case 'text':
    case 'error':
      return undefined;
  }
}

function storedNumber(value: number | string | undefined): StoredValue | undefined {
  return value === undefined ? undefined : { type: 'number', value: String(value) };
}

/** More digits than these a workbook's number loses. */
const MAX_DIGITS = 15;

/** Programs write such a number just so. */
const USUAL_NUMBER = /^[1-9]\d{0,8}(?:\.\d{0,4}[1-9])?$/;

function exactNumber(text: string): number | undefined {
  if (parseDecimal(text) === undefined) return undefined;
  if (text.length > MAX_DIGITS) {
    const digits = text.replace(/[-+.]/g, '').replace(/^0+/, '');
    if (digits.length > MAX_DIGITS && /[1-9]/.test(digits.slice(MAX_DIGITS))) return undefined;
  }
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** The cell's own format, unless the value would then be read as something else. */
function cellFormat(
  type: StoredValue['type'] | undefined,
  text: string,
  format: string | undefined,
  kind: CellKind | undefined,
): string | undefined {
  if (type !== 'number') return format;
  const shown = format === undefined ? 'number' : shownBy(format);
  if (kind === 'percent') return shown === 'percent' ? format : PERCENT_FORMAT;
  if (kind !== 'date') return shown === 'number' || !isCountable(text, shown) ? format : undefined;
  if (shown === 'date') return format;
  return text.includes('T') ? DATE_TIME_FORMAT : DATE_FORMAT;
}

const shownBy = remembering(shownAs);

/** Below zero nothing is a day or a time, and a fraction is no code: there the number itself is shown in any format. */
function isCountable(text: string, shown: ReturnType<typeof shownAs>): boolean {
  if (shown === 'percent') return true;
  return shown === 'code' ? /^\d+$/.test(text) : !text.startsWith('-');
}
