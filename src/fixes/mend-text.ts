/** Text put right where there is one way to: spaces too many, and letters read in the wrong encoding. */
import { encodeText, fromLatin1 } from '../readers/text-code.ts';

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;
const TAB = 0x09;

const isBlank = (code: number): boolean => code === SPACE || code === NO_BREAK_SPACE || code === TAB;

/** Blanks around the text; line breaks are none. @returns the same text where there are none */
export function withoutOuterBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

const SEVERAL_SPACES = /[ \u00a0]{2,}/g;

/** One space between words. A no-break space by itself may be meant. */
export function withSingleSpaces(text: string): string {
  const trimmed = withoutOuterBlanks(text);
  return SEVERAL_SPACES.test(trimmed) ? trimmed.replace(SEVERAL_SPACES, ' ') : trimmed;
}

/**
 * What the first byte of a letter in UTF-8 looks like, and one beyond ASCII behind it. `Å`, the first byte of `š`, stands
 * before a degree sign rightly.
 */
const LIKE_MOJIBAKE = /[\u00c2\u00c3\u00e2][^\0-\u007f]/;
/** Letters of Latin alphabets, and the signs that stand in the names of goods. */
const PLAIN =
  /^[\t\n\r\u0020-\u007e\u00a0-\u017f\u02c6\u02dc\u2010-\u2026\u2030\u2032-\u203a\u20ac\u2122\u2153\u2154\u215b-\u215e\u2264\u2265]*$/;
/** Read wrongly twice, some exports are; three times, none. */
const MOST_TIMES = 2;

/**
 * UTF-8 that was read as Windows-1252, read rightly.
 * @returns the same text where that is not what happened to all of it: then what it was is anybody's guess
 */
export function withLettersBack(text: string): string {
  let mended = text;
  for (let times = 0; times < MOST_TIMES && LIKE_MOJIBAKE.test(mended); times++) {
    const read = readAsUtf8(mended);
    if (read === undefined) break;
    mended = read;
  }
  return mended;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readAsUtf8(text: string): string | undefined {
  // Some programs read it as ISO-8859-1, where the same bytes are control characters.
  const bytes = encodeText(fromLatin1(text), 'windows-1252');
  if (bytes === undefined) return undefined;
  try {
    const read = utf8.decode(bytes);
    return PLAIN.test(read) || LIKE_MOJIBAKE.test(read) ? read : undefined;
  } catch {
    return undefined;
  }
}
