/** A text cut into words. All rules on names look at the same words, which are found once for each line. */

/** `word` is letters only, `number` digits with decimal signs between them, `code` letters and digits. */
export type WordKind = 'word' | 'number' | 'code';

export interface Word {
  /** In small letters. */
  readonly lower: string;
  readonly kind: WordKind;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

const LETTER = 1;
const DIGIT = 2;

/** By code unit, as far as Latin letters go. */
const KINDS = new Uint8Array(0x250);
for (let unit = 0; unit < KINDS.length; unit++) {
  const sign = String.fromCharCode(unit);
  if (/\p{L}/u.test(sign)) KINDS[unit] = LETTER;
  else if (/\d/.test(sign)) KINDS[unit] = DIGIT;
}
const OTHER_LETTER = /[\p{L}\p{M}]/u;

const SPACE = 32;
const COMMA = 44;
const POINT = 46;

/** Every sign of every name goes through here: nothing is called for Latin letters. */
function findWords(text: string): readonly Word[] {
  const words: Word[] = [];
  const { length } = text;
  const small = inSmallLetters(text);
  // As a rule a text of its own, where `text` is a part of its record: its letters are read faster.
  const read = small ?? text;
  let start = -1;
  let met = 0;
  for (let at = 0; at <= length; at++) {
    const unit = at === length ? SPACE : read.charCodeAt(at);
    const kind = unit < KINDS.length ? (KINDS[unit] as number) : otherKind(text.charAt(at));
    if (kind !== 0) {
      if (start < 0) start = at;
      met |= kind;
    } else if (start >= 0 && !((unit === COMMA || unit === POINT) && isBetweenDigits(text, at))) {
      const lower = small === undefined ? text.slice(start, at).toLowerCase() : small.slice(start, at);
      words.push({ lower, kind: NAMES[met] as WordKind, start, end: at });
      start = -1;
      met = 0;
    }
  }
  return words;
}

/** All words at once; nothing where a small letter is two, or its form depends on where the word ends. */
function inSmallLetters(text: string): string | undefined {
  const small = text.toLowerCase();
  return small.length === text.length && !text.includes('Σ') ? small : undefined;
}

const NAMES: readonly (WordKind | undefined)[] = [undefined, 'word', 'number', 'code'];

function otherKind(sign: string): number {
  return OTHER_LETTER.test(sign) ? LETTER : 0;
}

function isBetweenDigits(text: string, at: number): boolean {
  return KINDS[text.charCodeAt(at - 1)] === DIGIT && KINDS[text.charCodeAt(at + 1)] === DIGIT;
}

let lastText = '';
let lastWords: readonly Word[] = [];

/** @returns the words in order; the same list as long as the text is the same */
export function wordsOf(text: string): readonly Word[] {
  if (text !== lastText) {
    lastWords = findWords(text);
    lastText = text;
  }
  return lastWords;
}
