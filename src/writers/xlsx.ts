/** Rows to an Excel workbook with one sheet, the same bytes for the same rows and day. */
import { columnLetter } from '../catalogue/column-letter.ts';
import { parseDecimal } from '../catalogue/decimal.ts';
import { fileError, OperationalError } from '../catalogue/error.ts';
import type { CellKind, SheetLayout } from '../readers/reader.ts';
import { shownAs } from '../readers/xlsx-formats.ts';
import { dateSerial, escapeText } from '../readers/xlsx-values.ts';
import type { WrittenRow } from './writer.ts';
import { STRINGS, smallParts, stylesPart, WORKSHEET, XML } from './xlsx-parts.ts';
import { newZip, type ZipWriter } from './zip.ts';

export interface XlsxOptions {
  /** Name of the sheet; what spreadsheets do not allow in one is replaced. */
  readonly sheet: string;
  /** `YYYY-MM-DD`: stands in the workbook as the day it was made. */
  readonly day: string;
  /** How the sheet shall look; absent: widths that fit the first rows. */
  readonly layout?: SheetLayout;
}

const MAX_ROWS = 1_048_576;
/** More digits than these a workbook's number loses. */
const MAX_DIGITS = 15;
const ROWS_MEASURED = 200;
const MIN_WIDTH = 8;
const MAX_WIDTH = 60;
const PERCENT_FORMAT = '0.00%';
const PIECE_CHARACTERS = 128 * 1024;
const DATE_FORMAT = 'yyyy-mm-dd';
const DATE_TIME_FORMAT = 'yyyy-mm-dd hh:mm:ss';

/**
 * Writes a workbook to `path`. Text stays text, never a formula; a number, date or truth value that a workbook cannot
 * hold exactly is written as text too.
 * @throws OperationalError when the file cannot be written or the rows do not fit in a sheet
 */
export async function writeXlsx(
  rows: AsyncIterable<readonly WrittenRow[]>,
  path: string,
  options: XlsxOptions,
): Promise<void> {
  let zip: ZipWriter | undefined;
  try {
    zip = await newZip(path, options.day);
    await fill(zip, rows, options);
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? fileError(error, path) : error;
  } finally {
    await zip?.close();
  }
}

async function fill(
  zip: ZipWriter,
  rows: AsyncIterable<readonly WrittenRow[]>,
  { sheet, day, layout }: XlsxOptions,
): Promise<void> {
  const texts = sharedTexts();
  const styles = cellStyles();
  await zip.add('xl/worksheets/sheet1.xml', sheetXml(rows, layout, texts, styles));
  await zip.add('xl/sharedStrings.xml', texts.xml());
  for (const [name, xml] of smallParts(escapeXml(sheetName(sheet)), day, stylesPart(styles.all)))
    await zip.add(name, [XML + xml]);
  await zip.end();
}

async function* sheetXml(
  batches: AsyncIterable<readonly WrittenRow[]>,
  layout: SheetLayout | undefined,
  texts: SharedTexts,
  styles: CellStyles,
): AsyncGenerator<string> {
  let number = 0;
  let begun = false;
  let xml = '';
  for await (const batch of batches) {
    if (!begun) xml = beginning(batch, layout);
    begun = true;
    for (const row of batch) {
      number += 1;
      if (number > MAX_ROWS) throw tooManyRows();
      xml += rowXml(number, row, texts, styles, layout?.boldRows.has(number) === true);
      if (xml.length < PIECE_CHARACTERS) continue;
      yield xml;
      xml = '';
    }
  }
  yield `${begun ? xml : beginning([], layout)}</sheetData></worksheet>`;
}

/** What stands above the rows. Widths are as given, else enough for the first rows, within reason. */
function beginning(rows: readonly WrittenRow[], layout: SheetLayout | undefined): string {
  const widths: number[] = [];
  for (const { cells } of rows.slice(0, ROWS_MEASURED)) {
    for (const [index, text] of cells.entries()) {
      widths[index] = Math.max(widths[index] ?? MIN_WIDTH, Math.min(text.length + 2, MAX_WIDTH));
    }
  }
  const columns = widths.map((width, index) => {
    const column = index + 1;
    return `<col min="${column}" max="${column}" width="${layout?.widths[index] ?? width}" customWidth="1"/>`;
  });
  return `${XML}${WORKSHEET}${viewXml(layout)}${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>`;
}

function viewXml(layout: SheetLayout | undefined): string {
  const { rows = 0, columns = 0 } = layout?.frozen ?? {};
  if (rows + columns === 0) return '';
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = `${columns === 0 ? '' : ` xSplit="${columns}"`}${rows === 0 ? '' : ` ySplit="${rows}"`}`;
  return (
    `<sheetViews><sheetView workbookViewId="0"><pane${split} topLeftCell="${columnLetter(columns)}${rows + 1}" ` +
    `activePane="${pane}" state="frozen"/></sheetView></sheetViews>`
  );
}

function rowXml(
  number: number,
  { cells, kinds, formats }: WrittenRow,
  texts: SharedTexts,
  styles: CellStyles,
  bold: boolean,
): string {
  let xml = `<row r="${number}">`;
  for (let index = 0; index < cells.length; index++) {
    const text = cells[index];
    if (text === undefined || text === '') continue;
    const kind = kinds === undefined ? 'text' : (kinds[index] ?? 'text');
    const value = cellValue(text, kind);
    const format = cellFormat(value, text, formats?.[index], kind);
    const style = format === undefined && !bold ? '' : ` s="${styles.number(format, bold)}"`;
    const place = `<c r="${letterOf(index)}${number}"${style}`;
    if (typeof value === 'string') xml += `${place} t="s"><v>${texts.number(value, index)}</v></c>`;
    else if (typeof value === 'number') xml += `${place}><v>${value}</v></c>`;
    else xml += `${place} t="b"><v>${value ? 1 : 0}</v></c>`;
  }
  return `${xml}</row>`;
}

const LETTERS: string[] = [];

function letterOf(index: number): string {
  LETTERS[index] ??= columnLetter(index);
  return LETTERS[index];
}

interface SharedTexts {
  /**
   * The number cells name the text by.
   * @param column of the cell: the one below often says the same
   */
  number(text: string, column: number): number;
  xml(): AsyncGenerator<string>;
}

/** Every text of the workbook once. */
function sharedTexts(): SharedTexts {
  const numbers = new Map<string, number>();
  const above: string[] = [];
  const aboveNumbers: number[] = [];
  let cells = 0;
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const fresh = numbers.size;
    numbers.set(text, fresh);
    return fresh;
  };
  return {
    number(text, column) {
      cells++;
      const same = above[column] === text ? aboveNumbers[column] : undefined;
      if (same !== undefined) return same;
      above[column] = text;
      const number = numberOf(text);
      aboveNumbers[column] = number;
      return number;
    },
    async *xml() {
      let xml = `${XML}${STRINGS} count="${cells}" uniqueCount="${numbers.size}">`;
      for (const text of numbers.keys()) {
        xml += `<si><t${SPACES_AROUND.test(text) ? ' xml:space="preserve"' : ''}>${escapeXml(escapeText(text))}</t></si>`;
        if (xml.length < PIECE_CHARACTERS) continue;
        yield xml;
        xml = '';
      }
      yield `${xml}</sst>`;
    },
  };
}

/** Blanks that a reader may drop unless it is told not to. */
const SPACES_AROUND = /^\s|\s$|\n/;

interface CellStyles {
  /** In the order of their numbers; formats as XML has them. */
  readonly all: readonly { readonly format: string | undefined; readonly bold: boolean }[];
  number(format: string | undefined, bold: boolean): number;
}

function cellStyles(): CellStyles {
  const all: { format: string | undefined; bold: boolean }[] = [{ format: undefined, bold: false }];
  const plain = new Map<string | undefined, number>([[undefined, 0]]);
  const heavy = new Map<string | undefined, number>();
  return {
    all,
    number(format, bold) {
      const known = bold ? heavy : plain;
      const found = known.get(format);
      if (found !== undefined) return found;
      const fresh = all.push({ format: format === undefined ? undefined : escapeXml(format), bold }) - 1;
      known.set(format, fresh);
      return fresh;
    },
  };
}

function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function cellValue(text: string, kind: CellKind): string | number | boolean {
  if (kind === 'number' || kind === 'percent') return exactNumber(text) ?? text;
  if (kind === 'date') return dateSerial(text) ?? text;
  if (kind === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

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
  value: string | number | boolean,
  text: string,
  format: string | undefined,
  kind: CellKind | undefined,
): string | undefined {
  if (typeof value !== 'number') return format;
  const shown = format === undefined ? 'number' : shownAs(format);
  if (kind === 'percent') return shown === 'percent' ? format : PERCENT_FORMAT;
  if (kind !== 'date') return shown === 'number' || !isCountable(text, shown) ? format : undefined;
  if (shown === 'date') return format;
  return text.includes('T') ? DATE_TIME_FORMAT : DATE_FORMAT;
}

/** Below zero nothing is a day or a time, and a fraction is no code: there the number itself is shown in any format. */
function isCountable(text: string, shown: ReturnType<typeof shownAs>): boolean {
  if (shown === 'percent') return true;
  return shown === 'code' ? /^\d+$/.test(text) : !text.startsWith('-');
}

/** At most 31 characters, none of those that have a meaning in references. */
function sheetName(name: string): string {
  const allowed = name
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .slice(0, 31)
    .replace(/^[\s']+|[\s'\uD800-\uDBFF]+$/g, '');
  return allowed === '' ? 'Sheet1' : allowed;
}

function tooManyRows(): OperationalError {
  return new OperationalError({
    nb: `Et Excel-ark har plass til ${MAX_ROWS} rader, og det er flere. Skriv CSV i stedet.`,
    en: `An Excel sheet holds ${MAX_ROWS} rows, and there are more. Write CSV instead.`,
  });
}
