/** One cell of a sheet: from what is stored to what a person sees. */
import type { CellKind } from './reader.ts';
import { type CellFormat, type CellFormats, codeText, GENERAL } from './xlsx-formats.ts';
import { isoCellDate, numberText, serialDate, serialDuration, serialTime, unescapeText } from './xlsx-values.ts';

/** A cell as it stands in the file; absent: there is no such attribute or element. */
export interface StoredCell {
  readonly type: string | undefined;
  readonly style: string | undefined;
  readonly value: string | undefined;
  readonly formula: string | undefined;
  readonly inlineText: string | undefined;
}

export interface CellContext {
  readonly strings: readonly string[];
  readonly formats: CellFormats;
  /** Days count from 1904, not 1900. */
  readonly date1904: boolean;
}

export interface CellValue {
  readonly text: string;
  readonly kind: CellKind;
}

const EMPTY: CellValue = { text: '', kind: 'text' };

/** @returns `undefined` for a cell that names a shared string which is not there */
export function cellValue(cell: StoredCell, context: CellContext): CellValue | undefined {
  const { type, value = '', formula, inlineText } = cell;
  // Never calculated by the program that wrote it: the result is not in the file, and it must not look like an empty cell.
  if (formula !== undefined && value === '' && type !== 'str') return { text: `=${formula}`, kind: 'error' };
  if (value === '') return inlineText === undefined ? EMPTY : { text: inlineText, kind: 'text' };
  switch (type) {
    case 's': {
      const text = context.strings[Number(value)];
      return text === undefined ? undefined : { text, kind: 'text' };
    }
    case 'str':
    case 'inlineStr':
      return { text: unescapeText(value), kind: 'text' };
    case 'b':
      return { text: booleanText(value), kind: 'boolean' };
    case 'e':
      return { text: value, kind: 'error' };
    case 'd': {
      const date = isoCellDate(value);
      return date === undefined ? { text: value, kind: 'text' } : { text: date, kind: 'date' };
    }
    default:
      return numberValue(value, formatOf(cell.style, context), context.date1904);
  }
}

export function formatOf(style: string | undefined, context: CellContext): CellFormat {
  return context.formats.get(style ?? '0') ?? GENERAL;
}

function numberValue(stored: string, { code = '', shown }: CellFormat, date1904: boolean): CellValue {
  const text = numberText(stored);
  if (text === undefined) return { text: stored, kind: 'text' };
  if (shown === 'percent') return { text, kind: 'percent' };
  const other = shown === 'number' ? undefined : shownText(text, shown, code, date1904);
  if (other === undefined) return { text, kind: 'number' };
  return { text: other, kind: shown === 'date' ? 'date' : 'text' };
}

/** @returns `undefined` where only the number itself can be said: a negative day, an amount in a format for codes */
function shownText(text: string, shown: CellFormat['shown'], code: string, date1904: boolean): string | undefined {
  switch (shown) {
    case 'date':
      return serialDate(Number(text), date1904);
    case 'time':
      return serialTime(Number(text));
    case 'duration':
      return serialDuration(Number(text));
    case 'code':
      return /^\d+$/.test(text) ? codeText(text, code) : undefined;
    case 'percent':
    case 'number':
      return undefined;
  }
}

function booleanText(stored: string): string {
  const value = stored.trim();
  if (value === '1' || value === 'true') return 'true';
  return value === '0' || value === 'false' ? 'false' : value;
}
