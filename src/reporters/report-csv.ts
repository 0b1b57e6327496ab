/** How the report tables are written: they open right in the Excel of the reader's language. */
import { stringify } from 'csv-stringify/sync';
import type { Language } from '../catalogue/text.ts';

const BYTE_ORDER_MARK = '\ufeff';
const DELIMITER: Readonly<Record<Language, string>> = { nb: ';', en: ',' };
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
  const options = {
    delimiter: DELIMITER[language],
    record_delimiter: '\r\n',
    // A line break that is not CRLF would otherwise stand unquoted and split the row.
    quoted_match: /[\r\n]/,
  };
  yield BYTE_ORDER_MARK + stringify([columns], options);
  let rows: string[][] = [];
  for await (const item of items) {
    rows.push(cellsOf(item).map(safeCell));
    if (rows.length < ROWS_PER_CHUNK) continue;
    yield stringify(rows, options);
    rows = [];
  }
  if (rows.length > 0) yield stringify(rows, options);
}

/** A dash by itself is how people write "none". */
const FORMULA = /^(?!-$)[=+\-@\t\r]/;
const PLAIN_NEGATIVE = /^-\d+(?:[.,]\d+)?$/;

/** What a spreadsheet would run as a formula is made text; a negative number stays a number. */
function safeCell(cell: string): string {
  return FORMULA.test(cell) && !PLAIN_NEGATIVE.test(cell) ? `'${cell}` : cell;
}
