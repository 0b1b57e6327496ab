import { fixRule } from './fix-rule.ts';

export default fixRule({
  id: 'fix/name-case',
  how: 'nameCase',
  title: { nb: 'Navnet er skrevet som i en setning', en: 'The name is written as in a sentence' },
  fault: { nb: 'Navn i store bokstaver er skrevet om', en: 'Names in capitals were written anew' },
  because: {
    nb: 'Navn i store bokstaver er tyngre å lese, og skjuler hva som er merke, kode og ord.',
    en: 'Names in capitals are harder to read, and hide what is a brand, a code or a word.',
  },
  advice: {
    nb: 'Skriv navnet som i en vanlig setning: «Kopipapir A4», ikke «KOPIPAPIR A4».',
    en: 'Write the name as in a sentence: "Copy paper A4", not "COPY PAPER A4".',
  },
  source: {
    nb: 'Ordlistene i rules/words: bare navn der hvert ord står i en liste, skrives om',
    en: 'The word lists in rules/words: only names of which every word is in a list are written anew',
  },
  example: { why: 'every word is in a list', field: 'name', before: 'KOPIPAPIR A4', after: 'Kopipapir A4' },
});
