import { hasGtinLength } from '../../catalogue/gtin.ts';
import { lineRule } from '../../engine/rule.ts';

const DIGITS = /^\d+$/;

export default lineRule({
  id: 'identity/gtin-length',
  title: { nb: 'GTIN har 8, 12, 13 eller 14 sifre', en: 'A GTIN has 8, 12, 13 or 14 digits' },
  fault: { nb: 'Feil antall sifre i GTIN', en: 'Wrong number of digits in GTIN' },
  because: {
    nb: 'Med et avkuttet eller feilskrevet GTIN bestilles feil vare, eller ingen.',
    en: 'A GTIN that is cut short or mistyped orders the wrong item, or none.',
  },
  advice: {
    nb: 'Lagre GTIN som tekst, så regnearket ikke endrer det. Egne numre hører hjemme i kolonnen for varenummer.',
    en: 'Store GTINs as text, so that the spreadsheet does not change them. Your own numbers belong in the item number column.',
  },
  source: 'GS1 General Specifications, GTIN formats',
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['gtin'],
  passes: [
    { why: 'GTIN-8', line: { gtin: '90311017' } },
    { why: 'GTIN-12', line: { gtin: '036282818705' } },
    { why: 'GTIN-13', line: { gtin: '7038840000105' } },
    { why: 'GTIN-14', line: { gtin: '05704066204093' } },
  ],
  fails: [
    {
      why: 'eleven digits',
      line: { gtin: '36282818705' },
      finds: [{ field: 'gtin', actual: '36282818705', message: 'length', parameters: { length: '11' } }],
    },
    {
      why: 'a letter among the digits',
      line: { gtin: '70388400001O5' },
      finds: [{ field: 'gtin', actual: '70388400001O5', message: 'notDigits' }],
    },
  ],
  message: {
    length: {
      nb: 'GTIN {actual} har {length} sifre; det skal ha 8, 12, 13 eller 14',
      en: 'GTIN {actual} has {length} digits; it should have 8, 12, 13 or 14',
    },
    notDigits: {
      nb: 'GTIN {actual} inneholder andre tegn enn sifre',
      en: 'GTIN {actual} contains other characters than digits',
    },
  },
  check({ gtin }) {
    if (hasGtinLength(gtin)) return [];
    const about = { field: 'gtin', actual: gtin } as const;
    if (!DIGITS.test(gtin)) return [{ ...about, message: 'notDigits' }];
    return [{ ...about, message: 'length', parameters: { length: String(gtin.length) } }];
  },
});
