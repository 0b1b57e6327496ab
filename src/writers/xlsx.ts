/** Rows to an Excel workbook with one sheet, the same bytes for the same rows and day. */
import { Buffer } from 'node:buffer';
import { columnLetter } from '../catalogue/column-letter.ts';
import { fileError } from '../catalogue/error.ts';
import { inOrder } from '../catalogue/in-order.ts';
import { escaped } from '../catalogue/xml-text.ts';
import type { SharedTextItems, SheetLayout } from '../readers/reader.ts';
import { NotInFormat } from './not-in-format.ts';
import { type PackedPiece, packed, packedSoon } from './packed-piece.ts';
import type { WrittenRow } from './writer.ts';
import { STRINGS, smallParts, stylesPart, WORKSHEET, XML } from './xlsx-parts.ts';
import { type Filling, nextPlace, pieceSoon, type SheetPiece } from './xlsx-piece.ts';
import { sheetRows } from './xlsx-rows.ts';
import { type CellStyles, cellStyles } from './xlsx-styles.ts';
import { type SharedTexts, sharedTexts } from './xlsx-texts.ts';
import { newZip, type ZipWriter } from './zip.ts';

export interface XlsxOptions {
  /** Name of the sheet; what spreadsheets do not allow in one is replaced. */
  readonly sheet: string;
  /** `YYYY-MM-DD`: stands in the workbook as the day it was made. */
  readonly day: string;
  /** How the sheet shall look; absent: widths that fit the first rows. */
  readonly layout?: SheetLayout;
}

/** A sheet whose rows somebody else made into pieces. */
export interface SheetInPieces {
  /** The first of its rows: for widths that fit them. */
  readonly firstRows: readonly WrittenRow[];
  /** In the order of their rows. */
  readonly pieces: AsyncIterable<SheetPiece>;
  readonly styles: CellStyles;
  /** Those that the pieces name by number. */
  readonly texts: SharedTexts;
}

const MAX_ROWS = 1_048_576;
const ROWS_MEASURED = 200;
const MIN_WIDTH = 8;
const MAX_WIDTH = 60;
/** About so many are put together at a time. */
const CELLS_A_PIECE = 1 << 17;

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
  const styles = cellStyles([]);
  const filling = newFilling();
  const groups = inGroups(rows);
  const first = await groups.next();
  const firstRows = first.done === true ? [] : first.value;
  const pieces = piecesSoon(withFirst(firstRows, groups), styles, filling, options.layout?.boldRows);
  await writeSheet({ firstRows, pieces, styles, texts: filling.texts }, path, options);
}

/** The same of a sheet that is in pieces already. @throws OperationalError as {@link writeXlsx} does */
export async function writeSheet(content: SheetInPieces, path: string, options: XlsxOptions): Promise<void> {
  let zip: ZipWriter | undefined;
  try {
    zip = await newZip(path, options.day);
    await fill(zip, content, options);
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? fileError(error, path) : error;
  } finally {
    await zip?.close();
  }
}

/** @param sent the texts of a workbook whose cells may name them */
export function newFilling(sent: readonly SharedTextItems[] = []): Filling {
  return { rows: 0, texts: sharedTexts(sent) };
}

/** Pieces of groups of rows; one is packed while the next is put together. */
export async function* piecesSoon(
  groups: AsyncIterable<readonly WrittenRow[]> | Iterable<readonly WrittenRow[]>,
  styles: CellStyles,
  filling: Filling,
  boldRows?: ReadonlySet<number>,
): AsyncGenerator<SheetPiece> {
  const begun = async (group: readonly WrittenRow[]): Promise<SheetPiece> => {
    const rows = sheetRows(group, styles);
    const place = nextPlace(filling, rows);
    requireRoom(filling.rows);
    return pieceSoon(rows, place, (row) => boldRows?.has(row) === true);
  };
  for await (const { reply } of inOrder(groups, begun, 2)) yield reply;
}

async function* inGroups(batches: AsyncIterable<readonly WrittenRow[]>): AsyncGenerator<readonly WrittenRow[], void> {
  let group: WrittenRow[] = [];
  let cells = 0;
  for await (const batch of batches) {
    for (const row of batch) {
      group.push(row);
      // A row without cells is one, too.
      cells += 1 + row.cells.length;
    }
    if (cells < CELLS_A_PIECE) continue;
    yield group;
    group = [];
    cells = 0;
  }
  if (group.length > 0) yield group;
}

async function* withFirst<T>(first: T, others: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* others;
}

async function fill(
  zip: ZipWriter,
  { firstRows, pieces, styles, texts }: SheetInPieces,
  { sheet, day, layout }: XlsxOptions,
): Promise<void> {
  let textCells = 0;
  async function* sheetXml(): AsyncGenerator<PackedPiece> {
    yield await packed(Buffer.from(beginning(firstRows, layout)));
    let rows = 0;
    for await (const piece of pieces) {
      rows += piece.rows;
      requireRoom(rows);
      textCells += piece.textCells;
      texts.use(piece.named);
      yield piece.sheet;
    }
    yield await packed(Buffer.from('</sheetData></worksheet>'));
  }
  await zip.addPacked('xl/worksheets/sheet1.xml', sheetXml());
  async function* textsXml(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`${XML}${STRINGS} count="${textCells}" uniqueCount="${texts.size}">`);
    yield* texts.pieces();
    yield Buffer.from('</sst>');
  }
  await zip.addPacked('xl/sharedStrings.xml', packedSoon(textsXml()));
  for (const [name, xml] of smallParts(escaped(sheetName(sheet)), day, stylesPart(styles.all)))
    await zip.add(name, [XML + xml]);
  await zip.end();
}

function requireRoom(rows: number): void {
  if (rows > MAX_ROWS) throw tooManyRows();
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
