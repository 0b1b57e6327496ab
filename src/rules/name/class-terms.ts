/** What articles of a class are called, found by their UNSPSC code. */
import { remembering } from '../../catalogue/remembering.ts';
import { unspscPrefix } from '../../catalogue/unspsc.ts';
import { preparedOnce, type WantedInName, type WordLists } from '../../engine/references.ts';
import { isKindOf } from './inflection.ts';
import { wordsOf } from './words.ts';

export interface ClassTerms {
  /** What most call it. */
  readonly usual: string;
  readonly wants: readonly WantedInName[];
  /** Whether a word, in small letters, is one of the terms, a form of it, or a kind of the thing. */
  isTerm(word: string): boolean;
}

const classes = preparedOnce(({ genericTerms = [] }: WordLists) => {
  const byPrefix = new Map(
    genericTerms.map(({ unspsc, terms, wants }): [string, ClassTerms] => [
      unspsc,
      { usual: terms[0] ?? '', wants, isTerm: isTermOf(terms) },
    ]),
  );
  return remembering((unspsc: string): ClassTerms | undefined => {
    // The longest prefix that the list has.
    for (let code = unspscPrefix(unspsc); code.length >= 2; code = code.slice(0, -2)) {
      const known = byPrefix.get(code);
      if (known !== undefined) return known;
    }
    return undefined;
  });
});

/** A term of several words, `cottage cheese`, is known by its first one. */
function isTermOf(terms: readonly string[]): ClassTerms['isTerm'] {
  const heads = terms.flatMap((term) => wordsOf(term)[0]?.lower ?? []);
  return remembering((word) => heads.some((head) => isKindOf(word, head)));
}

export function classOf(words: WordLists, unspsc: string): ClassTerms | undefined {
  return classes(words)(unspsc);
}
