/** Names that are the same words in any order, case and punctuation: `Kopipapir A4, 80 g` and `80G kopipapir (A4)`. */
import type { KeyHashes } from '../catalogue/key-table.ts';

const ZERO = 48;
const NINE = 57;
const SMALL_A = 97;
const SMALL_Z = 122;
/** From here on letters with signs, as good as all of them. */
const BEYOND_ASCII = 0xc0;
/** The bit that tells small letters from capitals, in ASCII and Latin-1. */
const SMALL = 0x20;

const DIGIT = 1;
const LETTER = 2;

/** 0 for what stands between words. */
function kindOf(code: number): number {
  if (code >= ZERO && code <= NINE) return DIGIT;
  const small = code | SMALL;
  return (small >= SMALL_A && small <= SMALL_Z) || code >= BEYOND_ASCII ? LETTER : 0;
}

/**
 * Puts the hash of a name's words in its place: the sum of the hashes of its words, so that their order does not
 * matter, made without a list of words. Letters and digits are words of their own, so that `80g` is `80 g`.
 * @param hashes as a key table takes them; left alone where the name is fewer than two words
 */
export function nameHashInto(hashes: KeyHashes, at: number, name: string): void {
  let high = 0;
  let low = 0;
  let words = 0;
  let kind = 0;
  let word = 0;
  for (let i = 0; i <= name.length; i++) {
    const code = i < name.length ? name.charCodeAt(i) : 0;
    const now = kindOf(code);
    if (now !== kind) {
      if (kind !== 0) {
        high = (high + mixed(word, 0x85ebca6b)) | 0;
        low = (low + mixed(word, 0xc2b2ae35)) | 0;
        words++;
      }
      kind = now;
      word = now;
    }
    if (now !== 0) word = (Math.imul(word, 31) + (now === DIGIT ? code : code | SMALL)) | 0;
  }
  if (words < 2) return;
  hashes[2 * at] = high;
  hashes[2 * at + 1] = low === 0 ? 1 : low;
}

function mixed(value: number, by: number): number {
  let hash = Math.imul(value ^ (value >>> 16), by);
  hash = Math.imul(hash ^ (hash >>> 13), 0x9e3779b1);
  return hash ^ (hash >>> 16);
}
