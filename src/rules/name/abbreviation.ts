import { preparedOnce, type WordLists } from '../../engine/references.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { type Word, wordsOf } from './words.ts';

/** Meanings by abbreviation, as the list has them: with the slash or point where it counts. */
const meanings = preparedOnce(
  ({ abbreviations = [] }: WordLists) => new Map(abbreviations.map((one) => [one.abbreviation, one.meaning])),
);

export default lineRule({
  id: 'name/abbreviation',
  title: { nb: 'Navnet er skrevet uten interne forkortelser', en: 'The name has no internal abbreviations' },
  fault: { nb: 'Forkortelser i navn', en: 'Abbreviations in names' },
  because: {
    nb: 'Den som bestiller, søker på hele ord og finner ikke varen; forkortelser tolkes dessuten ulikt.',
    en: 'Whoever orders searches for whole words and misses the item; besides, abbreviations are read in different ways.',
  },
  advice: { nb: 'Skriv ordet helt ut.', en: 'Write the word in full.' },
  source: 'NOBB text guide: no abbreviations in the text customers see. The list is rules/words/abbreviations.csv',
  sets: { recommended: { severity: 'info' }, strict: { severity: 'warning' }, supplier: { severity: 'info' } },
  needs: ['name'],
  passes: [
    {
      why: 'whole words',
      line: { name: 'Diverse kontorrekvisita' },
      references: { words: { abbreviations: [{ abbreviation: 'div', meaning: 'diverse' }] } },
    },
    {
      why: 'a unit behind a number is read by everybody',
      line: { name: 'Hanske nitril, 100 pk' },
      references: { words: { abbreviations: [{ abbreviation: 'pk', meaning: 'pakke' }] } },
    },
  ],
  fails: [
    {
      why: 'a word cut short',
      line: { name: 'Div. kontorrekvisita' },
      references: { words: { abbreviations: [{ abbreviation: 'div', meaning: 'diverse' }] } },
      finds: [
        { field: 'name', actual: 'Div. kontorrekvisita', parameters: { abbreviation: 'Div.', meaning: 'diverse' } },
      ],
    },
    {
      why: 'one that is made with a slash',
      line: { name: 'Bøtte m/lokk' },
      references: { words: { abbreviations: [{ abbreviation: 'm/', meaning: 'med' }] } },
      finds: [{ field: 'name', actual: 'Bøtte m/lokk', parameters: { abbreviation: 'm/', meaning: 'med' } }],
    },
  ],
  message: {
    nb: 'Navnet har forkortelsen «{abbreviation}»; skriv «{meaning}»',
    en: 'The name has the abbreviation "{abbreviation}"; write "{meaning}"',
  },
  check({ name }, { references }) {
    if (references?.words === undefined) return NONE;
    const known = meanings(references.words);
    const words = wordsOf(name);
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as Word;
      if (word.kind !== 'word' || word.lower.length > LONGEST) continue;
      const found = foundAt(name, words, at, known);
      if (found !== undefined) return [{ field: 'name', actual: name, parameters: found }];
    }
    return NONE;
  },
});

const NONE: readonly Problem[] = [];
/** Longer words are none. */
const LONGEST = 8;

function foundAt(
  name: string,
  words: readonly Word[],
  at: number,
  known: ReadonlyMap<string, string>,
): { readonly abbreviation: string; readonly meaning: string } | undefined {
  const { lower, start, end } = words[at] as Word;
  const mark = name.charAt(end);
  const marked = mark === '/' || mark === '.' ? known.get(lower + mark) : undefined;
  const meaning = marked ?? known.get(lower);
  if (meaning === undefined) return undefined;
  const before = words[at - 1];
  // `100 pk` and `ark/pk` are measures.
  if (before !== undefined && (before.kind === 'number' || name.charAt(start - 1) === '/')) return undefined;
  const told = marked !== undefined || mark === '.' ? end + 1 : end;
  return { abbreviation: name.slice(start, told), meaning };
}
