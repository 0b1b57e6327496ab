/**
 * Norwegian words in their forms, lightly: plural, definite, genitive, and the head of a compound. No dictionary, so that
 * it errs on the side of finding two words alike: where rules ask, that means silence.
 */
import { remembering } from '../../catalogue/remembering.ts';

const ENDINGS = ['ene', 'ane', 'er', 'ar', 'en', 'et', 'e', 'r', 'n', 's'] as const;
/** What is left of a word without its ending is no word when it is shorter. */
const SHORTEST_STEM = 3;
const VOWELS = 'aeiouyæøåäö';

/**
 * Base forms the word may be a form of, itself first: `hanskene` may be `hansk`, `hanske`, and more that are no words.
 * @param word in small letters
 */
export const lemmasOf = remembering((word: string): readonly string[] => {
  const lemmas = new Set([word]);
  for (const ending of ENDINGS) {
    const stem = word.slice(0, -ending.length);
    if (!word.endsWith(ending) || stem.length < SHORTEST_STEM) continue;
    lemmas.add(stem);
    // `flasker` is `flaske`; `lommene`, `lomme`.
    if (ending !== 'e' && ending !== 's') lemmas.add(`${stem}e`);
    for (const restored of withVowel(stem)) lemmas.add(restored);
    // `rommet` is `rom`.
    if (isDoubled(stem)) lemmas.add(stem.slice(0, -1));
  }
  return [...lemmas];
});

/** `filtre` is `filter`, `nøkler` is `nøkkel`: the vowel before the last letter falls out. */
function withVowel(stem: string): readonly string[] {
  const last = stem.at(-1) ?? '';
  const before = stem.at(-2) ?? '';
  if ((last !== 'r' && last !== 'l') || VOWELS.includes(before)) return [];
  const restored = `${stem.slice(0, -1)}e${last}`;
  return [restored, `${stem.slice(0, -1)}${before}e${last}`];
}

function isDoubled(stem: string): boolean {
  return stem.length > SHORTEST_STEM && stem.at(-1) === stem.at(-2);
}

/** Whether the word is a form of the lemma: `hanskene` of `hanske`. Both in small letters. */
export function isFormOf(word: string, lemma: string): boolean {
  return lemmasOf(word).includes(lemma);
}

/** The first part of a compound is no shorter. */
const SHORTEST_FIRST_PART = 2;
/** Shorter words end too many others: `te`, `øl`. */
const SHORTEST_HEAD = 3;

/** Whether the word is a form of the lemma or of a compound with it as head: `engangshansker` is a kind of `hanske`. */
export function isKindOf(word: string, lemma: string): boolean {
  const lemmas = lemmasOf(word);
  if (lemmas.includes(lemma)) return true;
  if (lemma.length < SHORTEST_HEAD) return false;
  return lemmas.some((one) => one.length >= lemma.length + SHORTEST_FIRST_PART && one.endsWith(lemma));
}
