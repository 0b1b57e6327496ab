import { lineRule } from '../../engine/rule.ts';

const LOWER_CASE = /\p{Ll}/u;
/** Letters without a digit beside them: `A4` and `HP305X` are codes, not words. */
const WORDS = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu;
const VOWEL = /[AEIOUYÆØÅÄÖ]/;

export default lineRule({
  id: 'name/upper-case',
  title: { nb: 'Navnet er ikke skrevet med bare store bokstaver', en: 'The name is not written in capitals only' },
  fault: { nb: 'Navn med bare store bokstaver', en: 'Names in capitals only' },
  because: {
    nb: 'Navn i store bokstaver er tyngre å lese, og skjuler hva som er merke, kode og ord.',
    en: 'Names in capitals are harder to read, and hide what is a brand, a code or a word.',
  },
  advice: {
    nb: 'Skriv navnet som i en vanlig setning: «Kopipapir A4», ikke «KOPIPAPIR A4».',
    en: 'Write the name as in a sentence: "Copy paper A4", not "COPY PAPER A4".',
  },
  source: {
    nb: 'Markedsplassenes navneregler: stor forbokstav, ellers små bokstaver',
    en: 'Naming guides of marketplaces: sentence case',
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'warning' },
  },
  needs: ['name'],
  passes: [
    { why: 'sentence case', line: { name: 'Kopipapir A4 80 g' } },
    { why: 'a brand in capitals', line: { name: 'Limstift UHU, 21 g' } },
    { why: 'codes only', line: { name: 'HP 305X' } },
    { why: 'abbreviations only', line: { name: 'USB-C LED' } },
  ],
  fails: [
    { why: 'one word', line: { name: 'KOPIPAPIR A4' }, finds: [{ field: 'name', actual: 'KOPIPAPIR A4' }] },
    { why: 'short words', line: { name: 'PENN BLÅ 0,7' }, finds: [{ field: 'name', actual: 'PENN BLÅ 0,7' }] },
  ],
  message: {
    nb: 'Navnet er skrevet med bare store bokstaver: {actual}',
    en: 'The name is written in capitals only: {actual}',
  },
  check({ name }) {
    return isShouted(name) ? [{ field: 'name', actual: name }] : [];
  },
});

/** Whether the capitals make words, not only codes and abbreviations: one long word, or a word of four beside another. */
function isShouted(name: string): boolean {
  if (LOWER_CASE.test(name)) return false;
  const words = name.match(WORDS) ?? [];
  if (words.some((word) => word.length >= 5 && VOWEL.test(word))) return true;
  return words.length > 1 && words.some((word) => word.length === 4 && VOWEL.test(word.slice(0, 3)));
}
