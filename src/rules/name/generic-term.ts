import { lineRule, type Problem } from '../../engine/rule.ts';
import { brandEnd } from './brand.ts';
import { classOf } from './class-terms.ts';
import { LANGUAGE_OF_WORD } from './language-words.ts';
import { type Word, wordsOf } from './words.ts';

const PAPER = { words: { genericTerms: [{ unspsc: '14111507', terms: ['kopipapir', 'papir'], wants: [] }] } };

export default lineRule({
  id: 'name/generic-term',
  title: { nb: 'Navnet begynner med hva varen er', en: 'The name begins with what the item is' },
  fault: { nb: 'Navnet sier ikke først hva varen er', en: 'The name does not begin with what the item is' },
  because: {
    nb: 'Den som bestiller, søker på hva varen er, ikke på merket. Uten den vanlige betegnelsen blir den ikke funnet.',
    en: 'Whoever orders searches for the thing, not for its brand. Without the usual word the item is not found.',
  },
  advice: {
    nb: 'Skriv den vanlige betegnelsen først, så det som skiller varen fra andre, og merket sist.',
    en: 'Write the usual word first, then what tells the item apart, and the brand last.',
  },
  source: {
    nb: 'Navneregler i NOBB og BuyerQuest: varetypen først. Betegnelsene står i rules/words/generic-terms.csv',
    en: 'Naming guides of NOBB and BuyerQuest: the kind of product first. The words are in rules/words/generic-terms.csv',
  },
  sets: { recommended: { severity: 'info' }, strict: { severity: 'warning' }, supplier: { severity: 'info' } },
  needs: ['name', 'unspsc'],
  passes: [
    { why: 'the usual word first', line: { name: 'Kopipapir A4', unspsc: '14111507' }, references: PAPER },
    { why: 'a form of a compound of it', line: { name: 'Fargepapiret A4', unspsc: '14111507' }, references: PAPER },
    {
      why: 'in another language: told by name/language',
      line: { name: 'Copy paper A4 80 g', unspsc: '14111507' },
      references: PAPER,
    },
    { why: 'no words are known for the class', line: { name: 'Xtra 4711', unspsc: '44121700' }, references: PAPER },
  ],
  fails: [
    {
      why: 'the word is nowhere',
      line: { name: 'Xtra Premium A4', unspsc: '14111507' },
      references: PAPER,
      finds: [
        {
          field: 'name',
          actual: 'Xtra Premium A4',
          message: 'missing',
          parameters: { term: 'kopipapir', unspsc: '14111507' },
        },
      ],
    },
    {
      why: 'the brand first',
      line: { name: 'Xtra kopipapir A4', brand: 'Xtra', unspsc: '14111507' },
      references: PAPER,
      finds: [
        {
          field: 'name',
          actual: 'Xtra kopipapir A4',
          message: 'brandFirst',
          parameters: { term: 'kopipapir', brand: 'Xtra' },
        },
      ],
    },
  ],
  message: {
    missing: {
      nb: 'Navnet «{actual}» sier ikke hva varen er; i varegruppe {unspsc} er «{term}» den vanlige betegnelsen',
      en: 'The name "{actual}" does not say what the item is; in class {unspsc} "{term}" is the usual word',
    },
    brandFirst: {
      nb: 'Navnet begynner med merket «{brand}»; skriv «{term}» først',
      en: 'The name begins with the brand "{brand}"; write "{term}" first',
    },
  },
  check({ name, unspsc, brand }, { references }) {
    const words = references?.words;
    const known = words === undefined ? undefined : classOf(words, unspsc);
    if (known === undefined) return NONE;
    const all = wordsOf(name);
    // Where nothing is said, that is another rule's.
    if (all.length === 0) return NONE;
    for (const { lower, kind, start, end } of all) {
      if (kind === 'number' || !known.isTerm(lower)) continue;
      if (start === 0 || brand === undefined || brandEnd(name, brand) === 0) return NONE;
      // A brand that is itself such a word has told what the thing is.
      if (brandEnd(name, brand) >= end) return NONE;
      const parameters = { term: name.slice(start, end), brand };
      return [{ field: 'name', actual: name, message: 'brandFirst', parameters }];
    }
    if (isForeign(all)) return NONE;
    return [{ field: 'name', actual: name, message: 'missing', parameters: { term: known.usual, unspsc } }];
  },
});

const NONE: readonly Problem[] = [];

/** Shorter ones are units and codes. */
const SHORTEST = 3;

/** Half of the words tell of another language: which that is, is told by name/language, and no word of ours is there. */
function isForeign(words: readonly Word[]): boolean {
  const ofLetters = words.filter(({ kind, lower }) => kind === 'word' && lower.length >= SHORTEST);
  const foreign = ofLetters.filter(({ lower }) => {
    const language = LANGUAGE_OF_WORD.get(lower);
    return language !== undefined && language !== 'nb' && language !== 'nn';
  });
  return foreign.length > 0 && 2 * foreign.length >= ofLetters.length;
}
