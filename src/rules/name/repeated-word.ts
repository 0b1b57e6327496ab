import { lineRule, type Problem } from '../../engine/rule.ts';
import { type Word, wordsOf } from './words.ts';

export default lineRule({
  id: 'name/repeated-word',
  title: {
    nb: 'Ingen ord står to ganger etter hverandre i navnet',
    en: 'No word is written twice in a row in the name',
  },
  fault: { nb: 'Ord som gjentas i navn', en: 'Words repeated in names' },
  because: {
    nb: 'Gjentakelsen kommer av at felt er slått sammen, og plassen mangler til det som skiller varen fra andre.',
    en: 'The repetition comes of fields joined together, and the place is missing for what tells the item apart.',
  },
  advice: { nb: 'Skriv ordet én gang.', en: 'Write the word once.' },
  source: { nb: 'Navneregler: hvert ord én gang', en: 'Naming guides: every word once' },
  sets: { recommended: { severity: 'info' }, supplier: { severity: 'info' } },
  needs: ['name'],
  passes: [
    { why: 'every word once', line: { name: 'Kulepenn blå' } },
    { why: 'numbers may be alike', line: { name: 'Lapper 76 x 76 mm' } },
    { why: 'as the brand does', line: { name: 'Kjeks voli voli', brand: 'Voli Voli' } },
    { why: 'parted by others', line: { name: 'Filter til kaffe, filter nr. 4' } },
    { why: 'joined by a sign', line: { name: 'Kjeks Choc & Choc 150 g' } },
  ],
  fails: [
    {
      why: 'twice in a row',
      line: { name: 'Penn penn blå' },
      finds: [{ field: 'name', actual: 'Penn penn blå', parameters: { found: 'Penn penn' } }],
    },
    {
      why: 'the whole name twice',
      line: { name: 'Kopipapir A4 - Kopipapir A4' },
      finds: [
        {
          field: 'name',
          actual: 'Kopipapir A4 - Kopipapir A4',
          parameters: { found: 'Kopipapir A4 - Kopipapir A4' },
        },
      ],
    },
  ],
  message: { nb: 'Navnet gjentar seg: «{found}»', en: 'The name repeats itself: "{found}"' },
  check({ name, brand }) {
    const words = wordsOf(name);
    for (let at = 1; at < words.length; at++) {
      const word = words[at] as Word;
      const before = words[at - 1] as Word;
      if (word.lower !== before.lower || word.kind !== 'word' || isMeant(word.lower, brand)) continue;
      if (AND.test(name.slice(before.end, word.start))) continue;
      return [problem(name, before.start, word.end)];
    }
    const half = words.length / 2;
    if (half < 2 || !Number.isInteger(half)) return NONE;
    for (let at = 0; at < half; at++) if (words[at]?.lower !== words[at + half]?.lower) return NONE;
    return [problem(name, (words[0] as Word).start, (words.at(-1) as Word).end)];
  },
});

const NONE: readonly Problem[] = [];
/** `Choc & Choc`: a name of a taste or a series. */
const AND = /[&+]/;
/** Shorter ones are codes, sizes and names that are meant so: `XX`, `Fri fri`. */
const SHORTEST = 4;
const MEANT: ReadonlySet<string> = new Set(['cous', 'mini', 'zero', 'maxi', 'extra']);

/** What the brand itself repeats is meant. */
function isMeant(word: string, brand: string | undefined): boolean {
  if (word.length < SHORTEST || MEANT.has(word)) return true;
  if (brand === undefined) return false;
  const text = brand.toLowerCase();
  const at = text.indexOf(word);
  return at >= 0 && text.includes(word, at + 1);
}

function problem(name: string, start: number, end: number): Problem {
  return { field: 'name', actual: name, parameters: { found: name.slice(start, end) } };
}
