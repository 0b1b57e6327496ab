/** The cells of one record, where it is as it should be. */

const QUOTE = '"';
/** A line end of its own in old files; lines of the file are counted by line feeds here. */
const LONE_RETURN = /\r(?!\n)/;

/**
 * @param text the record without its line end
 * @returns `open` when a quoted cell does not end here, so that the next line belongs to it; `odd` when the record is
 * for csv-parse to make sense of
 */
export function splitRecord(text: string, delimiter: string): string[] | 'open' | 'odd' {
  if (!text.includes(QUOTE)) return text.includes('\r') ? 'odd' : text.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === QUOTE) {
      const close = closingQuote(text, at + 1);
      if (close < 0) return 'open';
      const cell = text.slice(at + 1, close);
      if (cell.includes('\r') && LONE_RETURN.test(cell)) return 'odd';
      cells.push(cell.includes(QUOTE) ? cell.replaceAll('""', QUOTE) : cell);
      at = close + 1;
      if (at === text.length) return cells;
      if (!text.startsWith(delimiter, at)) return 'odd';
    } else {
      // A quote inside a cell that does not begin with one is a sign like any other: 24" is a length.
      const next = text.indexOf(delimiter, at);
      const cell = next < 0 ? text.slice(at) : text.slice(at, next);
      if (cell.includes('\r') || cell.includes('\n')) return 'odd';
      cells.push(cell);
      if (next < 0) return cells;
      at = next;
    }
    at += delimiter.length;
    if (at === text.length) {
      cells.push('');
      return cells;
    }
  }
}

/** The quote that ends the cell, past doubled ones; below 0 when there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf(QUOTE, from);
  while (at >= 0 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2);
  return at;
}
