import type { CatalogueLine } from '../../catalogue/line.ts';
import { preparedOnce, type Search, type WordLists } from '../../engine/references.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { lemmasOf } from './inflection.ts';
import { withKeyword } from './keywords.ts';
import { type Word, wordsOf } from './words.ts';

const LOG = {
  words: {
    searches: [
      { text: 'kaffe filter', count: 140 },
      { text: 'kulepenner', count: 60 },
      { text: 'tavlesvamp', count: 2 },
    ],
  },
};

interface PlacedSearch extends Search {
  /** In the log. */
  readonly position: number;
}

/** Searches by what they come to when parts are joined and endings taken off. */
const searchesOf = preparedOnce(({ searches = [] }: WordLists) => {
  const byForm = new Map<string, PlacedSearch>();
  for (const [position, search] of searches.entries()) {
    const joined = wordsOf(search.text)
      .map(({ lower }) => lower)
      .join('');
    if (joined.length < SHORTEST) continue;
    for (const form of lemmasOf(joined)) {
      const known = byForm.get(form);
      if (known === undefined || known.count < search.count) byForm.set(form, { ...search, position });
    }
  }
  return byForm as ReadonlyMap<string, PlacedSearch>;
});

export default lineRule({
  id: 'name/searched-form',
  title: {
    nb: 'Varen blir funnet slik innkjøperne skriver det',
    en: 'The item is found the way buyers write it',
  },
  fault: { nb: 'Søk i loggen som ikke finner varen', en: 'Searches in the log that miss the item' },
  because: {
    nb: 'Mange søk deler opp ord eller bøyer dem; søket gir da ingen treff selv om varen er i katalogen.',
    en: 'Many searches split words or inflect them, and then find nothing although the item is in the catalogue.',
  },
  advice: {
    nb: 'Legg skrivemåten fra søkeloggen i søkeordene.',
    en: 'Add the spelling in the search log to the keywords.',
  },
  source: {
    nb: 'Innkjøpernes egen søkelogg: rules/words/searches.csv',
    en: "The buyers' own search log: rules/words/searches.csv",
  },
  sets: { recommended: { severity: 'info' } },
  needs: ['name', 'searches'],
  corrects: true,
  options: { properties: { atLeast: { type: 'integer', minimum: 1 } }, defaults: { atLeast: 5 } },
  passes: [
    { why: 'as it was searched for', line: { name: 'Kulepenner blå' }, references: LOG },
    { why: 'seldom searched for', line: { name: 'Tavlesvampen' }, references: LOG },
    { why: 'among the keywords', line: { name: 'Kaffefilter', keywords: 'kaffe filter' }, references: LOG },
  ],
  fails: [
    {
      why: 'split in the search, one word in the name',
      line: { name: 'Kaffefilter 1x4, 100 stk' },
      references: LOG,
      finds: [
        {
          field: 'keywords',
          expected: 'kaffe filter',
          parameters: { word: 'Kaffefilter', search: 'kaffe filter', count: '140' },
        },
      ],
    },
    {
      why: 'another form',
      line: { name: 'Kulepenn blå' },
      references: LOG,
      finds: [
        {
          field: 'keywords',
          expected: 'kulepenner',
          parameters: { word: 'Kulepenn', search: 'kulepenner', count: '60' },
        },
      ],
    },
  ],
  message: {
    nb: '«{search}» er søkt etter {count} ganger og finner ikke «{word}»; legg til søkeordet',
    en: '"{search}" was searched for {count} times and does not find "{word}"; add the keyword',
  },
  check(line, { references, options: { atLeast } }) {
    if (references?.words === undefined) return NONE;
    const known = searchesOf(references.words);
    const words = wordsOf(line.name);
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as Word;
      const search = searchAt(words, at, known);
      if (search === undefined || search.count < atLeast || isIn(line, search.text)) continue;
      const parameters = {
        word: line.name.slice(word.start, word.end),
        search: search.text,
        count: String(search.count),
      };
      return [withKeyword(line, search.text, parameters)];
    }
    return NONE;
  },
});

const NONE: readonly Problem[] = [];
/** Shorter words have too many forms that are other words. */
const SHORTEST = 5;

/** Positions in the log of searches that mean a word of the name, in whatever form. */
export function searchesMetBy(name: string, lists: WordLists): readonly number[] {
  const known = searchesOf(lists);
  const words = wordsOf(name);
  return words.flatMap((_, at) => searchAt(words, at, known)?.position ?? []);
}

/** The search that means this word, or this and the next written as one. */
function searchAt(
  words: readonly Word[],
  at: number,
  known: ReadonlyMap<string, PlacedSearch>,
): PlacedSearch | undefined {
  const word = words[at];
  if (word?.kind !== 'word') return undefined;
  const next = words[at + 1];
  return (
    searchFor(word.lower, known) ??
    (next?.kind === 'word' && next.start === word.end + 1 ? searchFor(word.lower + next.lower, known) : undefined)
  );
}

function searchFor(word: string, known: ReadonlyMap<string, PlacedSearch>): PlacedSearch | undefined {
  if (word.length < SHORTEST) return undefined;
  for (const form of lemmasOf(word)) {
    const search = known.get(form);
    if (search !== undefined) return search;
  }
  return undefined;
}

function isIn({ name, description, keywords }: CatalogueLine, search: string): boolean {
  return [keywords, name, description].some((text) => text?.toLowerCase().includes(search));
}
