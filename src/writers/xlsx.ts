/** Rows to an Excel workbook with one sheet, the same bytes for the same rows and day. */
import { columnLetter } from '../catalogue/column-letter.ts';
import { parseDecimal } from '../catalogue/decimal.ts';
import { fileError } from '../catalogue/error.ts';
import { remembering } from '../catalogue/remembering.ts';
import { escaped } from '../catalogue/xml-text.ts';
import type { CellKind, SheetLayout } from '../readers/reader.ts';
import { shownAs } from '../readers/xlsx-formats.ts';
import { dateSerial } from '../readers/xlsx-values.ts';
import { NotInFormat } from './not-in-format.ts';
import type { WrittenRow } from './writer.ts';
import { smallParts, stylesPart, WORKSHEET, XML } from './xlsx-parts.ts';
import { type SharedTexts, sharedTexts } from './xlsx-texts.ts';
import { newXmlPieces, PIECE_BYTES, type XmlPieces } from './xml-pieces.ts';
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
  for (const [name, xml] of smallParts(escaped(sheetName(sheet)), day, stylesPart(styles.all)))
    await zip.add(name, [XML + xml]);
  await zip.end();
}

async function* sheetXml(
  batches: AsyncIterable<readonly WrittenRow[]>,
  layout: SheetLayout | undefined,
  texts: SharedTexts,
  styles: CellStyles,
): AsyncGenerator<Uint8Array> {
  const xml = newXmlPieces();
  let number = 0;
  let begun = false;
  for await (const batch of batches) {
    if (!begun) xml.putText(beginning(batch, layout));
    begun = true;
    for (const row of batch) {
      number += 1;
      if (number > MAX_ROWS) throw tooManyRows();
      putRow(xml, String(number), row, texts, styles, layout?.boldRows.has(number) === true);
      if (xml.size >= PIECE_BYTES) yield xml.take();
    }
  }
  if (!begun) xml.putText(beginning([], layout));
  xml.put('</sheetData></worksheet>');
  yield xml.take();
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

function putRow(
  xml: XmlPieces,
  number: string,
  { cells, kinds, formats }: WrittenRow,
  texts: SharedTexts,
  styles: CellStyles,
  bold: boolean,
): void {
  xml.put('<row r="');
  xml.put(number);
  xml.put('">');
  for (let index = 0; index < cells.length; index++) {
    const text = cells[index];
    if (text === undefined || text === '') continue;
    const kind = kinds === undefined ? 'text' : (kinds[index] ?? 'text');
    const stored = storedValue(text, kind);
    const format = cellFormat(stored?.type, text, formats?.[index], kind);
    xml.put(cellBeginning(index));
    xml.put(number);
    xml.put(format === undefined && !bold ? '"' : styles.attribute(format, bold));
    xml.put(BEFORE_VALUE[stored?.type ?? 'text']);
    xml.put(stored?.value ?? String(texts.number(text, index)));
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

interface CellStyles {
  /** In the order of their numbers; formats as XML has them. */
  readonly all: readonly { readonly format: string | undefined; readonly bold: boolean }[];
  /** What stands in a cell's tag behind its place: the quote that ends that, and the style. */
  attribute(format: string | undefined, bold: boolean): string;
}

function cellStyles(): CellStyles {
  const all: { format: string | undefined; bold: boolean }[] = [{ format: undefined, bold: false }];
  const plain = new Map<string | undefined, string>([[undefined, styleAttribute(0)]]);
  const heavy = new Map<string | undefined, string>();
  return {
    all,
    attribute(format, bold) {
      const known = bold ? heavy : plain;
      const found = known.get(format);
      if (found !== undefined) return found;
      const number = all.push({ format: format === undefined ? undefined : escaped(format), bold }) - 1;
      const fresh = styleAttribute(number);
      known.set(format, fresh);
      return fresh;
    },
  };
}

function styleAttribute(number: number): string {
  return `" s="${number}"`;
}

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

/** At most 31 characters, none of those that have a meaning in references. */
function sheetName(name: string): string {
  const allowed = name
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .slice(0, 31)
    .replace(/^[\s']+|[\s'\uD800-\uDBFF]+$/g, '');
  return allowed === '' ? 'Sheet1' : allowed;
}

function tooManyRows(): NotInFormat {
  return new NotInFormat({
    nb: `Et Excel-ark har plass til ${MAX_ROWS} rader, og det er flere. Skriv CSV i stedet.`,
    en: `An Excel sheet holds ${MAX_ROWS} rows, and there are more. Write CSV instead.`,
  });
}
