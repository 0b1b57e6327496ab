import { lineRule, type Problem } from '../../engine/rule.ts';
import { wordsOf } from './words.ts';

export default lineRule({
  id: 'name/lower-case',
  title: { nb: 'Navnet begynner med stor bokstav', en: 'The name begins with a capital letter' },
  fault: { nb: 'Navn med bare små bokstaver', en: 'Names in small letters only' },
  because: {
    nb: 'Lister sorterer slike navn for seg, og katalogen ser uferdig ut.',
    en: 'Lists sort such names apart, and the catalogue looks unfinished.',
  },
  advice: { nb: 'Skriv navnet som en vanlig setning.', en: 'Write the name as in a sentence.' },
  source: { nb: 'Navneregler for markedsplasser: vanlig setning', en: 'Naming guides of marketplaces: sentence case' },
  sets: { recommended: { severity: 'info' }, supplier: { severity: 'info' } },
  needs: ['name'],
  passes: [
    { why: 'a sentence', line: { name: 'Kulepenn blå' } },
    { why: 'a brand written so', line: { name: 'iPad Air 11' } },
    { why: 'a single word', line: { name: 'tesa' } },
  ],
  fails: [
    {
      why: 'small letters only',
      line: { name: 'kulepenn blå' },
      finds: [{ field: 'name', actual: 'kulepenn blå', expected: 'Kulepenn blå' }],
    },
  ],
  message: {
    nb: 'Navnet er skrevet med bare små bokstaver: «{actual}»',
    en: 'The name is written in small letters only: "{actual}"',
  },
  check({ name }) {
    const first = name.charAt(0);
    const capital = first.toUpperCase();
    if (first === capital || name !== name.toLowerCase()) return NONE;
    // A single word may be a brand that is written so.
    if (wordsOf(name).filter(({ kind, lower }) => kind === 'word' && lower.length > 1).length < 2) return NONE;
    return [{ field: 'name', actual: name, expected: capital + name.slice(1) }];
  },
});

const NONE: readonly Problem[] = [];
