/**
 * How a CSV file marks its cells and records: delimiter, quote, escape and line end, from how evenly each would cut a
 * sample of rows. The sample is of the file's beginning, middle and end: what stands above the headings, and the first
 * lines, are often unlike the rest.
 */
import { open } from 'node:fs/promises';
import type { CsvDialect } from './reader.ts';
import { decodeBytes, markBytes, unitBytes } from './text-code.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;
/** They win only where they part nearly all rows, into more cells than decimal commas do. */
const RARE_DELIMITERS = ['^', '~', '¦', '§'] as const;
/** Looked at only where nothing else parts anything: they stand in texts too. */
const LAST_DELIMITERS = [':', '#', '/'] as const;
const QUOTES = ['"', "'"] as const;
const HEAD_BYTES = 1 << 17;
/** Of the middle, and of the end. */
const PART_BYTES = 1 << 15;
const HEAD_ROWS = 300;
/** More rows than this share must be of one length to say what a record is. */
const MOST_ROWS = 0.5;
/** And of a rare delimiter. */
const NEARLY_ALL_ROWS = 0.9;

type Found = Pick<CsvDialect, 'delimiter' | 'lineEnd' | 'quote' | 'escapeSign' | 'width'>;

/**
 * @param delimiter as a person says
 * @returns a single column without any delimiter counts as `;`
 */
export async function findDialect(
  path: string,
  written: Pick<CsvDialect, 'encoding' | 'bom'>,
  delimiter?: string,
): Promise<Found> {
  const sample = await sampleOf(path, written);
  const named = delimiter ?? namedDelimiter(sample[0] ?? '');
  const usual = bestOf(sample, named === undefined ? DELIMITERS : [named]);
  const best = named === undefined ? rareOr(sample, usual) : usual;
  const { lineEnd, quote, width, share } = best;
  const escapeSign = escapeOf(sample, best);
  return {
    delimiter: best.delimiter,
    lineEnd,
    ...(quote === "'" ? { quote } : {}),
    ...(escapeSign === undefined ? {} : { escapeSign }),
    ...(width > 1 && share > MOST_ROWS ? { width } : {}),
  };
}

/** Excel's own first line, `sep=;`. */
function namedDelimiter(head: string): string | undefined {
  return /^"?sep=([^\r\n"])"?;*(?=[\r\n])/i.exec(head)?.[1];
}

interface Scored {
  readonly delimiter: string;
  readonly quote: (typeof QUOTES)[number];
  readonly lineEnd: CsvDialect['lineEnd'];
  /** Rows that agree on how many cells they have, weighted by how many cells that is. */
  readonly score: number;
  /** Cells of those rows. */
  readonly width: number;
  /** Of all rows. */
  readonly share: number;
}

/** The first where nothing parts anything. */
function bestOf(sample: readonly string[], [first = DELIMITERS[0], ...others]: readonly string[]): Scored {
  const scored = [first, ...present(sample, others)].map((delimiter) => score(sample, delimiter));
  return scored.reduce((a, b) => (b.score > a.score ? b : a));
}

function rareOr(sample: readonly string[], usual: Scored): Scored {
  const rare = present(sample, usual.score === 0 ? [...RARE_DELIMITERS, ...LAST_DELIMITERS] : RARE_DELIMITERS);
  if (rare.length === 0) return usual;
  const best = bestOf(sample, rare);
  return best.width > usual.width && best.share >= NEARLY_ALL_ROWS ? best : usual;
}

/** Cutting the sample takes far longer than looking whether there is anything to cut at. */
function present(sample: readonly string[], delimiters: readonly string[]): readonly string[] {
  return delimiters.filter((delimiter) => sample.some((part) => part.includes(delimiter)));
}

function score(sample: readonly string[], delimiter: string): Scored {
  const quote = quoteOf(sample, delimiter);
  const marks = marksOf(delimiter, quote);
  const ends = { '\r\n': 0, '\n': 0, '\r': 0 };
  const cells = sample.flatMap((part, at) => cutRows(part, delimiter, quote, marks, ends, at === 0));
  const lineEnd = ends['\r\n'] > ends['\n'] ? '\r\n' : ends['\r'] > ends['\n'] ? '\r' : '\n';
  return { delimiter, quote, lineEnd, ...evenness(cells) };
}

/** Apostrophes are quotes where many cells stand in them, and far fewer in the usual ones. */
function quoteOf(sample: readonly string[], delimiter: string): (typeof QUOTES)[number] {
  if (!sample.some((part) => part.includes("'"))) return '"';
  const [double = 0, single = 0] = QUOTES.map((quote) => {
    const whole = new RegExp(
      `(?<=^|[${classOf(delimiter)}\\r\\n])${quote}[^${quote}\\r\\n]*${quote}(?=$|[${classOf(delimiter)}\\r\\n])`,
      'g',
    );
    return sample.reduce((sum, part) => sum + (part.match(whole)?.length ?? 0), 0);
  });
  return single > 2 && single > 4 * double ? "'" : '"';
}

/** Backslashes go before quotes where quotes follow them that end no cell, and none is doubled. */
function escapeOf(sample: readonly string[], { delimiter, quote }: Scored): '\\' | undefined {
  const within = new RegExp(`[^\\\\${classOf(delimiter)}\\r\\n]\\\\${quote}(?![${classOf(delimiter)}\\r\\n]|$)`);
  const doubled = new RegExp(`[^${classOf(delimiter)}\\r\\n\\\\${quote}]${quote}${quote}(?=[^${quote}])`);
  return sample.some((part) => within.test(part)) && !sample.some((part) => doubled.test(part)) ? '\\' : undefined;
}

/** Only counts, so it need not be right about cells that are quoted oddly. @returns cells of each row, blank ones left out */
function cutRows(
  text: string,
  delimiter: string,
  quote: string,
  marks: RegExp,
  ends: Record<CsvDialect['lineEnd'], number>,
  mayBeCut: boolean,
): readonly number[] {
  const cells: number[] = [];
  let count = 1;
  let start = 0;
  marks.lastIndex = 0;
  // Not `matchAll`, which takes twice the time.
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const { 0: mark, index } = found;
    if (mark === delimiter) count++;
    if (mark === delimiter || mark.startsWith(quote)) continue;
    ends[mark as CsvDialect['lineEnd']]++;
    if (index > start) cells.push(count);
    if (cells.length === HEAD_ROWS) break;
    count = 1;
    start = index + mark.length;
  }
  // A row the sample cuts in two says nothing, unless there is no other.
  return cells.length === 0 && mayBeCut ? [count] : cells;
}

/** Quoted cells, whole, so that what stands in them is passed over; line ends; the delimiter. */
function marksOf(delimiter: string, quote: string): RegExp {
  const d = classOf(delimiter);
  return new RegExp(
    `(?<=^|[${d}\\r\\n])${quote}[^${quote}]*(?:${quote}${quote}[^${quote}]*)*(?:${quote}|$)|\\r\\n|[\\r\\n${d}]`,
    'g',
  );
}

/** In a class of letters. */
function classOf(delimiter: string): string {
  return delimiter.replace(/[\\\]^-]/g, '\\$&');
}

function evenness(cells: readonly number[]): Pick<Scored, 'score' | 'width' | 'share'> {
  const rows = new Map<number, number>();
  for (const count of cells) rows.set(count, (rows.get(count) ?? 0) + 1);
  let best = { score: 0, width: 1, share: 0 };
  for (const [width, howMany] of rows) {
    const share = howMany / cells.length;
    const score = (width - 1) * share ** 2;
    if (score > best.score) best = { score, width, share };
  }
  return best;
}

/** Texts of the beginning, the middle and the end; the last two from a line's beginning on. */
async function sampleOf(path: string, written: Pick<CsvDialect, 'encoding' | 'bom'>): Promise<readonly string[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const unit = unitBytes(written.encoding);
    const at = async (from: number, bytes: number): Promise<string> => {
      const start = from - (from % unit);
      const buffer = Buffer.alloc(bytes);
      const { bytesRead } = await file.read(buffer, 0, bytes, start);
      return decodeBytes(buffer, 0, bytesRead, written.encoding);
    };
    const head = await at(markBytes(written), HEAD_BYTES);
    if (size < HEAD_BYTES + 2 * PART_BYTES) return [head];
    const parts = [await at(Math.floor(size / 2), PART_BYTES), await at(size - PART_BYTES, PART_BYTES)];
    return [head, ...parts.map((part) => /[\r\n][\s\S]*$/.exec(part)?.[0] ?? '')];
  } finally {
    await file.close();
  }
}
