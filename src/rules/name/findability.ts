import type { CatalogueLine } from '../../catalogue/line.ts';
import { remembering } from '../../catalogue/remembering.ts';
import { unspscPrefix } from '../../catalogue/unspsc.ts';
import { preparedOnce, type Synonyms, type WordLists } from '../../engine/references.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { lemmasOf } from './inflection.ts';
import { withKeyword } from './keywords.ts';
import { wordsOf } from './words.ts';

const SUGAR = { words: { synonyms: [{ word: 'farin', searched: ['sukker'] }] } };
const FOOD = { words: { synonyms: [{ word: 'melis', searched: ['sukker'], unspsc: '50' }] } };

/** By word, whatever its form, what buyers search for when they want it; none for most. */
const synonymsOf = preparedOnce(({ synonyms = [] }: WordLists) => {
  const byWord = new Map<string, Synonyms[]>();
  for (const one of synonyms) byWord.set(one.word, [...(byWord.get(one.word) ?? []), one]);
  return remembering((word: string): readonly Synonyms[] | undefined => {
    const found = lemmasOf(word).flatMap((lemma) => byWord.get(lemma) ?? []);
    return found.length === 0 ? undefined : found;
  });
});

export default lineRule({
  id: 'name/findability',
  title: { nb: 'Varen blir funnet med ordene folk søker på', en: 'The item is found by the words people search for' },
  fault: { nb: 'Varer som ikke blir funnet i søk', en: 'Items that a search misses' },
  because: {
    nb: 'Den som søker på det vanlige ordet, finner ikke varen, og kjøper utenfor avtalen.',
    en: 'Whoever searches for the everyday word misses the item, and buys outside the agreement.',
  },
  advice: {
    nb: 'Legg det foreslåtte ordet i søkeordene.',
    en: 'Add the word proposed to the keywords.',
  },
  source: {
    nb: 'Peppol BIS Catalogue 3: søkeord er synonymer for navnet. Ordene står i rules/words/synonyms.csv',
    en: 'Peppol BIS Catalogue 3: keywords are synonyms of the name. The words are in rules/words/synonyms.csv',
  },
  sets: { recommended: { severity: 'info' }, supplier: { severity: 'info' } },
  needs: ['name'],
  corrects: true,
  passes: [
    { why: 'the word is a keyword', line: { name: 'Farin 1 kg', keywords: 'sukker' }, references: SUGAR },
    { why: 'it is part of the name', line: { name: 'Farin, hvitt sukker' }, references: SUGAR },
    { why: 'the description has it', line: { name: 'Farin 1 kg', description: 'Sukker' }, references: SUGAR },
    { why: 'another class', line: { name: 'Melis grå', unspsc: '53000000' }, references: FOOD },
  ],
  fails: [
    {
      why: 'the trade word only',
      line: { name: 'Farin 1 kg' },
      references: SUGAR,
      finds: [{ field: 'keywords', expected: 'sukker', parameters: { word: 'Farin', keyword: 'sukker' } }],
    },
    {
      why: 'other keywords',
      line: { name: 'Melis 500 g', keywords: 'bakst, dessert', unspsc: '50161509' },
      references: FOOD,
      finds: [
        {
          field: 'keywords',
          actual: 'bakst, dessert',
          expected: 'bakst, dessert, sukker',
          parameters: { word: 'Melis', keyword: 'sukker' },
        },
      ],
    },
  ],
  message: {
    nb: 'Den som søker på «{keyword}», finner ikke varen, som heter «{word}»; legg til søkeordet',
    en: 'Whoever searches for "{keyword}" misses the item, which is called "{word}"; add the keyword',
  },
  check(line, { references }) {
    const { name, unspsc } = line;
    if (references?.words === undefined) return NONE;
    const known = synonymsOf(references.words);
    for (const { lower, kind, start, end } of wordsOf(name)) {
      if (kind !== 'word') continue;
      const found = known(lower)?.find((one) => isOfClass(one, unspsc));
      if (found === undefined || found.searched.some((searched) => isIn(line, searched))) continue;
      const keyword = found.searched[0] ?? '';
      return [withKeyword(line, keyword, { word: name.slice(start, end), keyword })];
    }
    return NONE;
  },
});

const NONE: readonly Problem[] = [];

function isOfClass({ unspsc }: Synonyms, code: string | undefined): boolean {
  return unspsc === undefined || (code !== undefined && unspscPrefix(code).startsWith(unspsc));
}

/** Searches find parts of words: where the letters stand, the item is found. */
function isIn({ name, description, keywords }: CatalogueLine, searched: string): boolean {
  return [keywords, name, description].some((text) => text?.toLowerCase().includes(searched));
}
