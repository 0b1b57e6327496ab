/** Signs that a text did not come through as it was written. */

export interface Damage {
  /** Read in the wrong encoding; letters replaced for good; markup; characters nobody sees. */
  readonly kind: 'mojibake' | 'lost' | 'markup' | 'invisible';
  /** The first sign met; invisible characters by their number, as `U+00AD`. */
  readonly found: string;
}

/** What the bytes 80 to BF look like in Windows-1252 and Latin-1. */
const CONTINUATION = '\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** Most text holds none of these, and needs no closer look. */
const SUSPICIOUS = /[\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF\uFFFDÃÂâï&<?_]/;

const MOJIBAKE = new RegExp(`Ã[${CONTINUATION}]|Â[\u0080-\u00BF]|â[${CONTINUATION}]{2}|ï»¿`);

/** A question mark inside a word, as exports write for letters they do not know; addresses hold them rightly. */
const LOST = /\uFFFD|(?<=\p{Ll})\?(?=\p{Ll})/u;
const ADDRESS = /:\/\/|www\.|=/;

const ENTITY_NAMES =
  'amp|lt|gt|quot|apos|nbsp|shy|oslash|aring|aelig|ouml|auml|uuml|eacute|egrave|deg|reg|copy|trade|ndash|mdash|hellip|bull|middot|micro|times|frac12|sup2|sup3|rdquo|ldquo|rsquo|lsquo|laquo|raquo';
const TAG_NAMES = 'br|p|b|i|u|ul|ol|li|div|span|strong|em|sup|sub|font|a|h[1-6]|table|tbody|tr|td|th|img|hr';
const MARKUP = new RegExp(
  `&(?:${ENTITY_NAMES}|#\\d{2,6}|#x[0-9a-f]{2,6});|</?(?:${TAG_NAMES})(?:\\s[^<>]*)?/?>|_x00[0-9a-f]{2}_`,
  'i',
);

const INVISIBLE = /[\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/;
const INVISIBLE_IN_LINES =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/;

/** @param lines whether the text may have line breaks and tabs */
export function findDamage(text: string, lines: boolean): Damage | undefined {
  if (!SUSPICIOUS.test(text)) return undefined;
  const mojibake = MOJIBAKE.exec(text);
  if (mojibake !== null) return { kind: 'mojibake', found: visible(mojibake[0]) };
  const lost = LOST.exec(text);
  if (lost !== null && (lost[0] === '\uFFFD' || !ADDRESS.test(text))) return { kind: 'lost', found: lost[0] };
  const markup = MARKUP.exec(text);
  if (markup !== null) return { kind: 'markup', found: markup[0] };
  const invisible = (lines ? INVISIBLE_IN_LINES : INVISIBLE).exec(text);
  return invisible === null ? undefined : { kind: 'invisible', found: codePoint(invisible[0]) };
}

function visible(found: string): string {
  return [...found].map((character) => (INVISIBLE.test(character) ? codePoint(character) : character)).join('');
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
