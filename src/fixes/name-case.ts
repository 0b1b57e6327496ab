/**
 * Names in capitals, written as in a sentence. Only where a list says of every word how it is written: what may be a
 * brand or a code keeps the whole name as it is.
 */
import { PLAIN_WORDS, SMALL_UNIT_WORDS } from '../code-lists/plain-words.ts';
import type { WordLists } from '../engine/references.ts';

const LOWER_CASE = /\p{Ll}/u;
const WORD = /[\p{L}\p{N}]+/gu;
const DIGIT = /\p{N}/u;
const ONLY_DIGITS = /^\p{N}+$/u;
/** Shorter words are abbreviations as often as not. */
const TELLING_LENGTH = 4;

/** Every word the lists write in small letters, each once. */
export function plainWords(lists: WordLists | undefined): readonly string[] {
  const texts = [
    ...(lists?.genericTerms ?? []).flatMap(({ terms }) => terms),
    ...(lists?.synonyms ?? []).flatMap(({ word, searched }) => [word, ...searched]),
    ...(lists?.abbreviations ?? []).map(({ meaning }) => meaning),
  ];
  const words = texts.flatMap((text) => text.match(WORD) ?? []).filter((word) => word === word.toLowerCase());
  return [...new Set([...PLAIN_WORDS, ...words.filter((word) => !DIGIT.test(word))])];
}

/**
 * @param known words that are written in small letters
 * @param names what the line says of brand and manufacturer, each as it is written there
 * @returns the same text where some word is in no list, or the name is not in capitals
 */
export function inSentenceCase(text: string, known: ReadonlySet<string>, names: readonly string[]): string {
  if (LOWER_CASE.test(text)) return text;
  const spelt = names.flatMap((name) => name.match(WORD) ?? []).filter(isSpelling);
  const written = new Map(spelt.map((word) => [word.toUpperCase(), word]));
  let mended = '';
  let end = 0;
  let telling = false;
  let behindNumber = false;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const small = word.toLowerCase();
    const between = text.slice(end, index);
    const isUnit = behindNumber && between.trim() === '' && SMALL_UNIT_WORDS.has(small);
    const isPlain = known.has(small) || isUnit;
    const spelling = written.get(word) ?? (DIGIT.test(word) ? word : isPlain ? small : undefined);
    if (spelling === undefined) return text;
    telling ||= spelling === small && word.length >= TELLING_LENGTH && known.has(small);
    const isFirst = mended === '';
    mended += between + (isFirst && spelling === small ? capitalised(spelling) : spelling);
    end = index + word.length;
    behindNumber = ONLY_DIGITS.test(word);
  }
  return telling ? mended + text.slice(end) : text;
}

/** A file that writes all brands in capitals does not tell how they are written; two or three letters mostly are. */
function isSpelling(word: string): boolean {
  return LOWER_CASE.test(word) || word.length < TELLING_LENGTH;
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
