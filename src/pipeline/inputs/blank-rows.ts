/** Rows between the lines of a file in which nothing stands: readers pass them over. */
import type { Aside, BlankRows } from '../../catalogue/catalogue.ts';
import type { Ledger } from '../../decision/ledger.ts';
import type { RowFile } from '../../readers/reader.ts';

interface Stretch {
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

type Places = Pick<Ledger, 'row' | 'start' | 'end'>;

export interface Between {
  /** Lines that may not stand right behind the line before, ascending. */
  readonly apart: readonly number[];
  /** Rows between the lines that are no articles, in file order. */
  readonly asides: readonly Aside[];
}

/**
 * @param most so many stretches are told
 * @returns in file order; what stands behind the last line is nobody's concern
 */
export function blankRows(
  { format, origins, records }: RowFile,
  ledger: Places,
  between: Between,
  most: number,
): readonly BlankRows[] {
  // A file put together of others has rows of several.
  if (origins !== undefined || records === undefined) return [];
  const found: BlankRows[] = [];
  for (const [before, next] of neighbours(ledger, between)) {
    const rows = format === 'xlsx' ? next.row - before.row - 1 : lineEnds(before, next, records);
    if (rows > 0) found.push({ from: next.row - rows, to: next.row - 1 });
    if (found.length >= most) break;
  }
  return found;
}

/** Records follow each other without a byte between, but for blank lines; the last line end is no part of the text. */
function lineEnds({ end }: Stretch, { start }: Stretch, records: NonNullable<RowFile['records']>): number {
  return start > end ? records.text(end, start).split(/\r\n|\r|\n/).length : 0;
}

/** Each line that may stand apart with what stands before it, asides among them. */
function* neighbours(ledger: Places, { apart, asides }: Between): Generator<readonly [Stretch, Stretch]> {
  let next = 0;
  for (const ordinal of apart) {
    const line = stretchOf(ledger, ordinal);
    let before = ordinal === 0 ? undefined : stretchOf(ledger, ordinal - 1);
    for (let aside = asides[next]; aside !== undefined && aside.row < line.row; aside = asides[++next]) {
      const stretch = { row: aside.row, start: aside.start ?? line.start, end: aside.end ?? line.start };
      if (before !== undefined) yield [before, stretch];
      before = stretch;
    }
    if (before !== undefined) yield [before, line];
  }
}

function stretchOf(ledger: Places, ordinal: number): Stretch {
  return { row: ledger.row(ordinal), start: ledger.start(ordinal), end: ledger.end(ordinal) };
}
