import { fixRule } from './fix-rule.ts';

export default fixRule({
  id: 'fix/mojibake',
  how: 'mojibake',
  title: { nb: 'Bokstavene er lest i riktig tegnsett', en: 'The letters were read in the right encoding' },
  fault: { nb: 'Bokstaver lest i feil tegnsett er rettet', en: 'Letters read in the wrong encoding were corrected' },
  because: {
    nb: 'Ødelagte bokstaver gjør at varen ikke blir funnet i søk.',
    en: 'Garbled letters keep the item from being found.',
  },
  advice: {
    nb: 'Eksporter på nytt med riktig tegnsett (UTF-8).',
    en: 'Export again in the right encoding (UTF-8).',
  },
  source: {
    nb: 'UTF-8 lest som Windows-1252 kan leses riktig igjen, og bare på én måte',
    en: 'UTF-8 that was read as Windows-1252 can be read rightly again, in one way only',
  },
  example: { why: 'UTF-8 read as Windows-1252', field: 'name', before: 'BlÃ¥bÃ¦r', after: 'Blåbær' },
});
