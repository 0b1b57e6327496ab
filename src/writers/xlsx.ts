/** The door to exceljs: rows to an Excel workbook with one sheet, the same bytes for the same rows and day. */
import { createWriteStream, type WriteStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Row, Style, stream, Worksheet, WorksheetView } from 'exceljs';
import { parseDecimal } from '../catalogue/decimal.ts';
import { fileError, OperationalError } from '../catalogue/error.ts';
import type { CellKind, SheetLayout } from '../readers/reader.ts';
import { shownAs } from '../readers/xlsx-formats.ts';
import { dateSerial, escapeText } from '../readers/xlsx-values.ts';
import type { WrittenRow } from './writer.ts';
import { setEntryDay } from './xlsx-entry-day.ts';

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
  const { default: excel } = await import('exceljs');
  const file = createWriteStream(path);
  // The library waits for a stream that failed without end, so we listen ourselves from the start.
  const failed = new Promise<never>((_, reject) => file.once('error', reject));
  try {
    const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true, useSharedStrings: true });
    await Promise.race([fill(workbook, rows, file, options), failed]);
  } catch (error) {
    file.destroy();
    throw error === file.errored ? fileError(error, path) : error;
  }
  await setEntryDay(path, options.day);
}

async function fill(
  workbook: stream.xlsx.WorkbookWriter,
  rows: AsyncIterable<readonly WrittenRow[]>,
  file: WriteStream,
  { sheet: name, day, layout }: XlsxOptions,
): Promise<void> {
  workbook.creator = 'katalogvakt';
  workbook.lastModifiedBy = 'katalogvakt';
  workbook.created = new Date(`${day}T00:00:00Z`);
  workbook.modified = workbook.created;
  const sheet = workbook.addWorksheet(sheetName(name), { views: viewsOf(layout) });
  const styleFor = styles();
  let number = 0;
  for await (const batch of rows) {
    if (number === 0) setWidths(sheet, batch, layout?.widths);
    for (const row of batch) {
      number += 1;
      if (number > MAX_ROWS) throw tooManyRows();
      fillRow(sheet.getRow(number), row, styleFor, layout?.boldRows.has(number) === true);
    }
    // The library never pushes back; this lets it pack what it has before more comes.
    await setImmediate();
    if (file.errored) throw file.errored;
  }
  await workbook.commit();
}

function fillRow(row: Row, { cells, kinds, formats }: WrittenRow, styleFor: StyleFor, bold: boolean): void {
  for (const [index, text] of cells.entries()) {
    if (text === '') continue;
    const value = cellValue(text, kinds?.[index] ?? 'text');
    const format = cellFormat(value, text, formats?.[index], kinds?.[index]);
    const cell = row.getCell(index + 1);
    cell.value = value;
    cell.style = styleFor(format, bold);
  }
  row.commit();
}

function cellValue(text: string, kind: CellKind): string | number | boolean {
  if (kind === 'number') return exactNumber(text) ?? escapeText(text);
  if (kind === 'date') return dateSerial(text) ?? escapeText(text);
  if (kind === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return escapeText(text);
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
  if (kind !== 'date') return shown === 'number' || !isCountable(text, shown) ? format : undefined;
  if (shown === 'date') return format;
  return text.includes('T') ? DATE_TIME_FORMAT : DATE_FORMAT;
}

/** Below zero nothing is a day or a time, and a fraction is no code: there the number itself is shown in any format. */
function isCountable(text: string, shown: ReturnType<typeof shownAs>): boolean {
  return shown === 'code' ? /^\d+$/.test(text) : !text.startsWith('-');
}

function viewsOf(layout: SheetLayout | undefined): Partial<WorksheetView>[] {
  const { rows = 0, columns = 0 } = layout?.frozen ?? {};
  return rows + columns === 0 ? [] : [{ state: 'frozen', xSplit: columns, ySplit: rows }];
}

type StyleFor = (format: string | undefined, bold: boolean) => Partial<Style>;

/** One object per format and weight: the library knows styles it has seen by their identity. */
function styles(): StyleFor {
  const newStyles = (shared: Partial<Style>): ((format: string | undefined) => Partial<Style>) => {
    const known = new Map<string, Partial<Style>>();
    return (format) => {
      if (format === undefined) return shared;
      const style = known.get(format) ?? { ...shared, numFmt: format };
      known.set(format, style);
      return style;
    };
  };
  const plain = newStyles({});
  const heavy = newStyles({ font: { bold: true } });
  return (format, bold) => (bold ? heavy : plain)(format);
}

/** As given, else wide enough for the first rows, within reason. Must come before the first row. */
function setWidths(sheet: Worksheet, rows: readonly WrittenRow[], given: SheetLayout['widths'] = []): void {
  const widths: number[] = [];
  for (const { cells } of rows.slice(0, ROWS_MEASURED)) {
    for (const [index, text] of cells.entries()) {
      widths[index] = Math.max(widths[index] ?? MIN_WIDTH, Math.min(text.length + 2, MAX_WIDTH));
    }
  }
  sheet.columns = widths.map((width, index) => ({ width: given[index] ?? width }));
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
