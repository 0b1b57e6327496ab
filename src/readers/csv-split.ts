/** The cells of one record, where it is as it should be. */

const QUOTE = '"';
/** A line end of its own in old files; lines of the file are counted by line feeds here. */
const LONE_RETURN = /\r(?!\n)/;
const LINE_END = /[\r\n]/;

/**
 * @param text the record without its line end
 * @returns `open` when a quoted cell does not end here, so that the next line belongs to it; `odd` when the record is
 * for csv-loose.ts to make sense of
 */
export function splitRecord(text: string, delimiter: string): string[] | 'open' | 'odd' {
  if (!text.includes(QUOTE)) return text.includes('\r') ? 'odd' : text.split(delimiter);
  const cells: string[] = [];
  for (let at = 0; ; at += delimiter.length) {
    const end = text[at] === QUOTE ? quotedCell(text, at, cells) : plainCell(text, at, delimiter, cells);
    if (typeof end === 'string') return end;
    if (end === text.length) return cells;
    if (!text.startsWith(delimiter, end)) return 'odd';
    at = end;
  }
}

/** @returns where the cell ends, its quotes included */
function quotedCell(text: string, start: number, cells: string[]): number | 'open' | 'odd' {
  let close = text.indexOf(QUOTE, start + 1);
  while (close >= 0 && text[close + 1] === QUOTE) close = text.indexOf(QUOTE, close + 2);
  if (close < 0) return 'open';
  const cell = text.slice(start + 1, close);
  if (LONE_RETURN.test(cell)) return 'odd';
  cells.push(cell.includes(QUOTE) ? cell.replaceAll('""', QUOTE) : cell);
  return close + 1;
}

/** A quote inside a cell that does not begin with one is a sign like any other: 24" is a length. */
function plainCell(text: string, start: number, delimiter: string, cells: string[]): number | 'odd' {
  const next = text.indexOf(delimiter, start);
  const end = next < 0 ? text.length : next;
  const cell = text.slice(start, end);
  if (LINE_END.test(cell)) return 'odd';
  cells.push(cell);
  return end;
}
