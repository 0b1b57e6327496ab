/**
 * Which single-byte encoding a text is in, by how well each makes words of it: an ø belongs between small letters, a ½
 * behind a digit, and a frame of a box nowhere. Weighed for the languages catalogues here are written in.
 */
import { type SingleByte, UPPER_HALVES } from './code-pages.ts';

/** A byte from 80 up with the bytes before and behind it; 0x20 at the borders of the file. */
export type HighByte = readonly [before: number, byte: number, behind: number];

/** Of equals the first: most text that several fit is of Windows. */
const CANDIDATES: readonly SingleByte[] = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850', 'cp865'];

export function guessSingleByte(sample: readonly HighByte[]): SingleByte {
  const [first = 'windows-1252', ...others] = CANDIDATES;
  let best: { readonly encoding: SingleByte; readonly score: number } = {
    encoding: first,
    score: fitAll(sample, first),
  };
  for (const encoding of others) {
    const score = fitAll(sample, encoding);
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

function fitAll(sample: readonly HighByte[], encoding: SingleByte): number {
  const upper = UPPER_HALVES[encoding];
  const letterOf = (byte: number): string => (byte < 0x80 ? String.fromCharCode(byte) : (upper[byte - 0x80] ?? ' '));
  let score = 0;
  for (const [before, byte, behind] of sample) score += fitOf(letterOf(before), letterOf(byte), letterOf(behind));
  return score;
}

/** What bokmål, nynorsk, Swedish, Danish and German are written with, and what is borrowed now and then. */
const USUAL = /[æøåäöüßéÆØÅÄÖÜÉ]/;
const BORROWED = /[àáâãçèêëìíîïñòóôõùúûýÿðþœšžÀÁÂÃÇÈÊËÌÍÎÏÑÒÓÔÕÙÚÛÝÐÞŒŠŽŸ]/;
/** Signs that stand by numbers. */
const MEASURES = /[°²³½¼¾×±€£µ‰§]/;
const PUNCTUATION = /[\u00a0–—‘’“”„‚…•™®©·´«»¨]/;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const WORD = /[\p{L}]/u;

function fitOf(before: string, letter: string, behind: string): number {
  if (USUAL.test(letter)) return asLetter(before, letter, behind) + 2;
  if (BORROWED.test(letter)) return asLetter(before, letter, behind);
  const within = WORD.test(before) && WORD.test(behind);
  if (MEASURES.test(letter)) return within ? -2 : /[\d\s]/.test(before) || /\d/.test(behind) ? 2 : 0.5;
  if (letter === '’' || letter === '´') return within ? 1 : 0.5;
  if (PUNCTUATION.test(letter)) return within ? -1 : 1;
  return -3;
}

/** A letter among letters of its size; a capital begins a word, or stands in one of capitals. */
function asLetter(before: string, letter: string, behind: string): number {
  const alone = !WORD.test(before) && !WORD.test(behind);
  if (alone) return -1;
  if (UPPER.test(letter)) {
    if (LOWER.test(before)) return -3;
    return 1;
  }
  if (UPPER.test(behind) || /\d/.test(before)) return -2;
  return UPPER.test(before) && !LOWER.test(behind) ? -1 : 1;
}
