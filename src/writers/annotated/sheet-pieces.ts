/**
 * The XML of a sheet cut at its rows, as text, so that one row can be changed and all others go on as they are. The
 * sheet was read before: it is well-formed.
 */
import { UnusableFile } from '../../catalogue/catalogue.ts';
import { damaged } from '../../catalogue/damage.ts';
import { xmlDecoder } from '../../readers/xml.ts';

export type SheetPiece =
  /** All before the first row. */
  | { readonly kind: 'head'; readonly text: string; readonly prefix: string }
  | { readonly kind: 'row'; readonly text: string }
  /** Between rows. */
  | { readonly kind: 'between'; readonly text: string }
  /** All behind the last row, from the end of `sheetData` on. */
  | { readonly kind: 'tail'; readonly text: string };

/** No sheet has as much before its rows; no row, and nothing between rows, is as long. */
const MAX_HELD = 256 * 1024 * 1024;

const SHEET_DATA = /<((?:[\w.-]+:)?)sheetData(?:\s[^>]*?)?(\/?)>/;

/** @param part name of the sheet's part, for messages */
export async function* sheetPieces(
  bytes: AsyncIterable<Uint8Array>,
  part: string,
): AsyncGenerator<readonly SheetPiece[]> {
  const decode = xmlDecoder(part);
  const cutter = newCutter();
  for await (const chunk of bytes) {
    const pieces = cutter.take(decode(chunk));
    if (pieces.length > 0) yield pieces;
    if (cutter.held() > MAX_HELD) throw damaged('unclosed', part);
  }
  const last = cutter.end(decode(undefined));
  if (last === undefined) throw new UnusableFile('damaged', { detail: part });
  yield [last];
}

function newCutter() {
  let held = '';
  let where: 'head' | 'rows' | 'tail' = 'head';
  let prefix = '';
  /** Where in what is held the search for the first row goes on. */
  let looked = 0;

  const takeHead = (pieces: SheetPiece[]): void => {
    const found = SHEET_DATA.exec(withoutComments(held).slice(looked));
    if (found === null) {
      looked = Math.max(0, held.lastIndexOf('<'));
      return;
    }
    prefix = found[1] ?? '';
    const isEmpty = found[2] === '/';
    const start = looked + found.index;
    const end = start + found[0].length;
    // A sheet without rows is written as one that could have some.
    const opening = isEmpty ? `<${prefix}sheetData>` : held.slice(start, end);
    pieces.push({ kind: 'head', text: held.slice(0, start) + opening, prefix });
    held = isEmpty ? `</${prefix}sheetData>${held.slice(end)}` : held.slice(end);
    where = 'rows';
  };

  const takeRows = (pieces: SheetPiece[]): void => {
    let at = 0;
    for (;;) {
      const next = nextPiece(held, at, prefix);
      if (next === undefined) break;
      if (next === 'tail') {
        where = 'tail';
        break;
      }
      pieces.push({ kind: next.isRow ? 'row' : 'between', text: held.slice(at, next.end) });
      at = next.end;
    }
    held = held.slice(at);
  };

  return {
    held: (): number => (where === 'tail' ? 0 : held.length),
    take(text: string): readonly SheetPiece[] {
      held += text;
      const pieces: SheetPiece[] = [];
      if (where === 'head') takeHead(pieces);
      if (where === 'rows') takeRows(pieces);
      return pieces;
    },
    end(text: string): SheetPiece | undefined {
      held += text;
      return where === 'tail' ? { kind: 'tail', text: held } : undefined;
    },
  };
}

/** @returns where the next row, or what stands before it, ends; `undefined` where not all of it has come */
function nextPiece(
  text: string,
  at: number,
  prefix: string,
): { readonly end: number; readonly isRow: boolean } | 'tail' | undefined {
  if (text.charCodeAt(at) !== LESS) {
    const next = text.indexOf('<', at);
    return next < 0 ? undefined : { end: next, isRow: false };
  }
  if (text.startsWith(`<${prefix}row`, at)) {
    const end = rowEnd(text, at, prefix);
    return end < 0 ? undefined : { end, isRow: true };
  }
  if (text.startsWith(`</${prefix}sheetData`, at)) return 'tail';
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    return close < 0 ? undefined : { end: close + 3, isRow: false };
  }
  // It may be the beginning of one of those.
  const close = text.indexOf('>', at);
  return close < 0 ? undefined : { end: close + 1, isRow: false };
}

const LESS = 60;

/** @returns behind the row that begins here; -1 where it has not all come */
function rowEnd(text: string, at: number, prefix: string): number {
  const tagEnd = text.indexOf('>', at);
  if (tagEnd < 0) return -1;
  if (text[tagEnd - 1] === '/') return tagEnd + 1;
  const closing = `</${prefix}row`;
  let close = text.indexOf(closing, tagEnd);
  if (close >= 0 && text.slice(tagEnd, close).includes('<!'))
    close = withoutComments(text.slice(at)).indexOf(closing, tagEnd - at) + at;
  if (close < at) return -1;
  const end = text.indexOf('>', close);
  return end < 0 ? -1 : end + 1;
}

/** Comments, CDATA and instructions as blanks: what stands in them is no markup. Every other sign stays in its place. */
export function withoutComments(text: string): string {
  if (!text.includes('<!') && !text.includes('<?')) return text;
  return text.replace(COMMENTS, (comment) => ' '.repeat(comment.length));
}

const COMMENTS = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)/g;
