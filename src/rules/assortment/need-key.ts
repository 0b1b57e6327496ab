/** What need an article covers, as one key: its class, what is ordered of it, and the words of its name in any order. */
import type { CatalogueLine } from '../../catalogue/line.ts';
import { remembering } from '../../catalogue/remembering.ts';
import { wordsOf } from '../name/words.ts';

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
  const brand = line.brand === undefined ? NO_WORDS : hashesOf(line.brand);
  const maker = line.manufacturer === undefined ? NO_WORDS : hashesOf(line.manufacturer);
  let [words, sum, mixed, numbers] = [0, 0, 0, 0];
  for (const { lower, kind } of wordsOf(name)) {
    const hash = hashOf(lower);
    if (kind !== 'word') numbers = Math.imul(numbers ^ hash, FACTOR);
    else if (!brand.has(hash) && !maker.has(hash)) {
      words++;
      sum = (sum + hash) | 0;
      mixed = (mixed + Math.imul(hash ^ (hash >>> 15), MIX)) | 0;
    }
  }
  if (words === 0 || (words < FEWEST_WORDS && numbers === 0)) return undefined;
  return `${unspsc} ${unit ?? ''} ${packQuantity ?? ''} ${asText(sum)}${asText(mixed)}${asText(numbers)}`;
}

const START = 0x811c9dc5 | 0;
const FACTOR = 0x01000193;
const MIX = 0x85ebca6b | 0;

/** FNV-1a over the code units. */
function hashOf(word: string): number {
  let hash = START;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FACTOR);
  return hash;
}

/** Two code units: digits take several times as long to write. */
function asText(bits: number): string {
  return String.fromCharCode(bits & 0xffff, bits >>> 16);
}

const NO_WORDS: ReadonlySet<number> = new Set();

const hashesOf = remembering((text): ReadonlySet<number> => new Set(wordsOf(text).map(({ lower }) => hashOf(lower))));
