/** Which of the buyers' searches find anything at all, noted line after line. */
import type { CatalogueLine } from '../../catalogue/line.ts';
import { preparedOnce, type WordLists } from '../../engine/references.ts';
import { searchesMetBy } from './searched-form.ts';
import { wordsOf } from './words.ts';

export interface SearchTaker {
  add(line: Pick<CatalogueLine, 'name' | 'description' | 'keywords'>): void;
  /** Positions in the log of the searches that some line answers to. */
  readonly met: ReadonlySet<number>;
}

/** Shorter words are in every text: a search of nothing else is taken to find something. */
const SHORTEST = 3;

interface Looked {
  /** Searches by the first three letters of their longest word: where those do not stand, the search finds nothing. */
  readonly byLetters: ReadonlyMap<string, readonly Wanted[]>;
  readonly tooShort: readonly number[];
}

interface Wanted {
  readonly position: number;
  readonly words: readonly string[];
}

const lookedFor = preparedOnce(({ searches = [] }: WordLists): Looked => {
  const byLetters = new Map<string, Wanted[]>();
  const tooShort: number[] = [];
  for (const [position, { text }] of searches.entries()) {
    const words = wordsOf(text).map(({ lower }) => lower);
    const longest = words.reduce((first, word) => (word.length > first.length ? word : first), '');
    if (longest.length < SHORTEST) {
      tooShort.push(position);
      continue;
    }
    const letters = longest.slice(0, SHORTEST);
    const alike = byLetters.get(letters);
    if (alike === undefined) byLetters.set(letters, [{ position, words }]);
    else alike.push({ position, words });
  }
  return { byLetters, tooShort };
});

/** @param words absent, or without a search log: nothing is noted */
export function searchTaker(words: WordLists | undefined): SearchTaker {
  if (words?.searches === undefined) return NOTHING;
  const { byLetters, tooShort } = lookedFor(words);
  const met = new Set(tooShort);
  return {
    met,
    add({ name = '', description = '', keywords = '' }) {
      const text = `${name}\n${keywords}\n${description}`.toLowerCase();
      for (let at = 0; at + SHORTEST <= text.length; at++) {
        for (const { position, words: wanted } of byLetters.get(text.slice(at, at + SHORTEST)) ?? NONE)
          if (!met.has(position) && wanted.every((word) => text.includes(word))) met.add(position);
      }
      // One that only its spelling keeps from finding the line is told on the line.
      for (const position of searchesMetBy(name, words)) met.add(position);
    },
  };
}

const NONE: readonly Wanted[] = [];
const NOTHING: SearchTaker = { met: new Set(), add() {} };
