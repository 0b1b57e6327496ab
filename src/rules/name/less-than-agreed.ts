import { lineRule, type Problem } from '../../engine/rule.ts';
import { isFormOf } from './inflection.ts';
import { type Word, wordsOf } from './words.ts';

export default lineRule({
  id: 'name/less-than-agreed',
  title: { nb: 'Navnet sier minst like mye som det avtalte', en: 'The name says no less than the agreed one' },
  fault: { nb: 'Navnet sier mindre enn det avtalte', en: 'The name says less than the agreed one' },
  because: {
    nb: 'Det som er borte, var det som skilte varen fra andre; den kan være byttet ut uten at det syns.',
    en: 'What is missing distinguished the item from others; it may have been replaced without anybody noticing.',
  },
  advice: {
    nb: 'Bruk navnet fra den avtalte prislisten, eller et som sier mer.',
    en: 'Use the name from the agreed price list, or one that says more.',
  },
  source: { nb: 'Varenavnet i den avtalte prislisten', en: 'The item name in the agreed price list' },
  sets: { recommended: { severity: 'info' }, strict: { severity: 'warning' } },
  needs: ['name', 'agreed'],
  corrects: true,
  passes: [
    { why: 'the same', line: { name: 'Hanske nitril L' }, agreed: { name: 'Hanske nitril L' } },
    { why: 'more', line: { name: 'Hanske nitril L, 100 stk' }, agreed: { name: 'Hanske nitril L' } },
    { why: 'other words, and as many', line: { name: 'Nitrilhanske str. L' }, agreed: { name: 'Hanske nitril L' } },
    { why: 'in another form and order', line: { name: 'Nitril hansker, L' }, agreed: { name: 'Hanske, nitril, L' } },
  ],
  fails: [
    {
      why: 'the size is gone',
      line: { name: 'Hanske nitril' },
      agreed: { name: 'Hanske nitril, størrelse L' },
      finds: [
        {
          field: 'name',
          actual: 'Hanske nitril',
          expected: 'Hanske nitril, størrelse L',
          parameters: { missing: 'størrelse, L' },
        },
      ],
    },
  ],
  message: {
    nb: 'Navnet «{actual}» mangler noe det avtalte har: {missing}. Avtalt navn: «{expected}»',
    en: 'The name "{actual}" lacks what the agreed one has: {missing}. Agreed name: "{expected}"',
  },
  check({ name }, { agreed }) {
    const expected = agreed.article.name;
    if (expected === undefined || name.length >= expected.length || name === '') return NONE;
    const wanted = wordsOf(expected);
    const words = wordsOf(name);
    // With words of its own it is another name, not a shorter one.
    if (words.length === 0 || words.length >= wanted.length || !words.every((word) => has(wanted, word))) return NONE;
    const missing = wanted.filter((word) => !has(words, word)).map(({ start, end }) => expected.slice(start, end));
    if (missing.length === 0) return NONE;
    return [
      {
        field: 'name',
        actual: name,
        expected,
        parameters: { missing: [...new Set(missing)].join(', ') },
        correction: { name: expected },
      },
    ];
  },
});

const NONE: readonly Problem[] = [];

function has(words: readonly Word[], { lower }: Word): boolean {
  return words.some((other) => other.lower === lower || isFormOf(other.lower, lower) || isFormOf(lower, other.lower));
}
