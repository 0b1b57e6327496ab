import { checkDigit, hasGtinLength } from '../../catalogue/gtin.ts';
import { lineRule } from '../../engine/rule.ts';

const ZEROS = /^0+$/;

export default lineRule({
  id: 'identity/gtin-check-digit',
  title: { nb: 'Kontrollsifferet i GTIN stemmer', en: 'The check digit of the GTIN is right' },
  fault: { nb: 'Feil kontrollsiffer i GTIN', en: 'Wrong check digit in GTIN' },
  because: {
    nb: 'Med et feilskrevet GTIN bestilles feil vare, eller ingen.',
    en: 'A mistyped GTIN orders the wrong item, or none.',
  },
  advice: {
    nb: 'Hent GTIN fra pakningen eller produsenten; la feltet stå tomt hvis varen ikke har noe.',
    en: 'Take the GTIN from the package or the manufacturer; leave the field empty if the item has none.',
  },
  source: 'GS1 General Specifications, check digit calculation',
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['gtin'],
  passes: [
    { why: 'GTIN-13', line: { gtin: '7038840000105' } },
    { why: 'GTIN-8', line: { gtin: '90311017' } },
    { why: 'another length is told by identity/gtin-length', line: { gtin: '12345' } },
  ],
  fails: [
    {
      why: 'two digits swapped',
      line: { gtin: '7038840000015' },
      finds: [{ field: 'gtin', actual: '7038840000015', expected: '3', message: 'wrong' }],
    },
    {
      why: 'filled with zeros',
      line: { gtin: '0000000000000' },
      finds: [{ field: 'gtin', actual: '0000000000000', message: 'zeros' }],
    },
  ],
  message: {
    wrong: {
      nb: 'GTIN {actual} er feilskrevet: med disse sifrene skulle kontrollsifferet vært {expected}',
      en: 'GTIN {actual} is mistyped: with these digits, the check digit should be {expected}',
    },
    zeros: { nb: 'GTIN {actual} består bare av nuller', en: 'GTIN {actual} consists of zeros only' },
  },
  check({ gtin }) {
    if (!hasGtinLength(gtin)) return [];
    if (ZEROS.test(gtin)) return [{ field: 'gtin', actual: gtin, message: 'zeros' }];
    const expected = checkDigit(gtin);
    return gtin.endsWith(expected) ? [] : [{ field: 'gtin', actual: gtin, expected, message: 'wrong' }];
  },
});
