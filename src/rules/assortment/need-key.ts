/** What need an article covers, as one key: its class, what is ordered of it, and the words of its name in any order. */
import type { CatalogueLine } from '../../catalogue/line.ts';
import { remembering } from '../../catalogue/remembering.ts';

/** Fewer words say too little: `Papir`. */
const FEWEST_WORDS = 2;

/**
 * Words count in any order, numbers in the order they stand: `20 x 40` is not `40 x 20`. Words of brand and manufacturer
 * do not count. Nothing is kept of the words but sums of their hashes, so that a million names leave nothing behind.
 * @returns nothing for a line whose class or name says too little
 */
export function needKey(line: CatalogueLine): string | undefined {
  const { name, unspsc, unit, packQuantity } = line;
  if (name === undefined || unspsc === undefined || unspsc.length !== 8 || unspsc.endsWith('00')) return undefined;
  const brand = line.brand === undefined ? NO_WORDS : wordsOf(line.brand);
  const maker = line.manufacturer === undefined ? NO_WORDS : wordsOf(line.manufacturer);
  const count = findWords(name);
  let [words, sum, mixed, numbers] = [0, 0, 0, 0];
  for (let at = 0; at < count; at++) {
    const hash = hashes[at] ?? 0;
    if (areNumbers[at] === 1) numbers = Math.imul(numbers ^ hash, FACTOR);
    else if (!brand.has(hash) && !maker.has(hash)) {
      words++;
      sum = (sum + hash) | 0;
      mixed = (mixed + Math.imul(hash ^ (hash >>> 15), MIX)) | 0;
    }
  }
  if (words === 0 || (words < FEWEST_WORDS && numbers === 0)) return undefined;
  return `${unspsc} ${unit ?? ''} ${packQuantity ?? ''} ${sum} ${mixed} ${numbers}`;
}

const START = 0x811c9dc5 | 0;
const FACTOR = 0x01000193;
const MIX = 0x85ebca6b | 0;
const BLANK = 32;
const ZERO = 48;
const NINE = 57;

/** Longer names say enough with their beginning. */
const MOST_WORDS = 64;
/** Of the text looked at last: a hash for each word, and whether it has digits. */
const hashes = new Int32Array(MOST_WORDS);
const areNumbers = new Uint8Array(MOST_WORDS);

/** @returns how many words there are */
function findWords(text: string): number {
  let count = 0;
  let hash = START;
  let length = 0;
  let digits = 0;
  for (let at = 0; at <= text.length && count < MOST_WORDS; at++) {
    const given = at < text.length ? text.charCodeAt(at) : BLANK;
    const code = given < LOWER.length ? (LOWER[given] ?? BLANK) : given >= 0x2000 && given <= 0x206f ? BLANK : given;
    if (code !== BLANK) {
      if (code >= ZERO && code <= NINE) digits = 1;
      hash = Math.imul(hash ^ code, FACTOR);
      length++;
      continue;
    }
    if (length === 0) continue;
    hashes[count] = hash;
    areNumbers[count++] = digits;
    hash = START;
    length = 0;
    digits = 0;
  }
  return count;
}

/** By letter of Western Europe the letter in small; signs are blanks. */
const LOWER: Uint16Array = Uint16Array.from({ length: 0x180 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase();
  return /[\p{L}\p{N}]/u.test(letter) ? letter.charCodeAt(0) : BLANK;
});

const NO_WORDS: ReadonlySet<number> = new Set();

const wordsOf = remembering((text): ReadonlySet<number> => new Set(hashes.slice(0, findWords(text))));
