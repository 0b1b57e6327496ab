/** How the report tables are written: they open right in the Excel of the reader's language. */
import type { Language } from '../catalogue/text.ts';

const BYTE_ORDER_MARK = '\ufeff';
export const DELIMITER: Readonly<Record<Language, string>> = { nb: ';', en: ',' };
export const RECORD_END = '\r\n';
/** Few enough to stay small in memory, many enough that a chunk costs nothing. */
const ROWS_PER_CHUNK = 1000;

/**
 * A table with a heading row: UTF-8 with BOM, CRLF, in `nb` with `;`, in `en` with `,`.
 * @returns text in chunks of many rows
 */
export async function* reportCsv<T>(
  columns: readonly string[],
  items: AsyncIterable<T>,
  language: Language,
  cellsOf: (item: T) => readonly string[],
): AsyncIterable<string> {
  yield headingRecord(columns, language);
  let rows: string[] = [];
  for await (const item of items) {
    rows.push(joinedCells(cellsOf(item), language) + RECORD_END);
    if (rows.length < ROWS_PER_CHUNK) continue;
    yield rows.join('');
    rows = [];
  }
  if (rows.length > 0) yield rows.join('');
}

/** What such a table begins with: headings may be a supplier's too. */
export function headingRecord(columns: readonly string[], language: Language): string {
  return BYTE_ORDER_MARK + joinedCells(columns, language) + RECORD_END;
}

/** Cells of one record, from one to before another, with delimiters between them and without the record's end. */
export function joinedCells(
  cells: readonly string[],
  language: Language,
  start = 0,
  end: number = cells.length,
): string {
  let text = '';
  for (let at = start; at < end; at++) {
    const cell = cells[at] ?? '';
    if (at > start) text += DELIMITER[language];
    if (cell === '') continue;
    text += MAY_BE_SPECIAL.test(cell) ? quoted(safeCell(cell), language) : cell;
  }
  return text;
}

/** One question for most cells, that neither ask for quotes nor look like a formula. */
const MAY_BE_SPECIAL = /^[=+\-@\t\uff1d\uff0b\uff0d\uff20]|[";,\r\n]/;
/** What would split or end a cell. A line break that is not CRLF, too, would be taken for the end of the record. */
const NEEDS_QUOTES: Readonly<Record<Language, RegExp>> = { nb: /[";\r\n]/, en: /[",\r\n]/ };

function quoted(cell: string, language: Language): string {
  return NEEDS_QUOTES[language].test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Wide letters are signs of formulas in some languages' programs. A dash by itself is how people write "none". */
const FORMULA = /^(?!-$)[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const PLAIN_NEGATIVE = /^-\d+(?:[.,]\d+)?$/;

/** What a spreadsheet would run as a formula is made text; a negative number stays a number. */
function safeCell(cell: string): string {
  return FORMULA.test(cell) && !PLAIN_NEGATIVE.test(cell) ? `'${cell}` : cell;
}
