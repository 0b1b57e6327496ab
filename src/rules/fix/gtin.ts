import { fixRule } from './fix-rule.ts';

export default fixRule({
  id: 'fix/gtin',
  how: 'gtin',
  title: { nb: 'GTIN har nullene foran', en: 'The GTIN has its leading zeros' },
  fault: { nb: 'Nuller foran i GTIN er satt inn igjen', en: 'Leading zeros of GTINs were put back' },
  because: {
    nb: 'Regneark fjerner nuller foran, og nummeret blir et annet.',
    en: 'Spreadsheets drop leading zeros, and the number becomes another one.',
  },
  advice: {
    nb: 'Formater kolonnen som tekst før numrene fylles inn.',
    en: 'Format the column as text before the numbers are filled in.',
  },
  source: 'GS1 General Specifications, GTIN formats',
  example: { why: 'eleven digits of twelve', field: 'gtin', before: '36282818705', after: '036282818705' },
});
