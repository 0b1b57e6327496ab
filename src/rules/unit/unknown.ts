import type { Field } from '../../catalogue/field.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

const FIELDS = ['unit', 'packUnit'] as const satisfies readonly Field[];

export default lineRule({
  id: 'unit/unknown',
  title: { nb: 'Enheten er kjent', en: 'The unit is known' },
  fault: { nb: 'Ukjent enhet', en: 'Unknown unit' },
  because: {
    nb: 'Når ingen vet om prisen gjelder per stykk eller per eske, bestilles feil mengde til feil pris.',
    en: 'When nobody knows whether the price is per piece or per box, the wrong amount is ordered at the wrong price.',
  },
  advice: {
    nb: 'Bruk en vanlig enhet (stk, pakke, eske, kg, liter, meter) eller UNECE-koden (EA, XPK, XBX, KGM, LTR, MTR).',
    en: 'Use a common unit (piece, pack, box, kg, litre, metre) or its UNECE code (EA, XPK, XBX, KGM, LTR, MTR).',
  },
  source: 'UNECE Recommendations 20 and 21',
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  // A price for an unknown unit is no price.
  guards: [...FIELDS, 'price'],
  needs: [],
  // What follows from it: the price cannot be judged.
  replaces: ['price/basis-differs'],
  passes: [
    { why: 'a unit that was understood', line: { unit: 'EA', packUnit: 'XPK' } },
    { why: 'another unreadable field is not its business', line: { unreadable: { price: '12,5O' } } },
  ],
  fails: [
    {
      why: 'a word nobody knows',
      line: { unreadable: { unit: 'KOLLIX' } },
      finds: [{ field: 'unit', actual: 'KOLLIX', parameters: { cause: 'unitWord:KOLLIX' } }],
    },
    {
      why: 'the unit of the content',
      line: { unit: 'XPK', unreadable: { packUnit: 'dingser' } },
      finds: [{ field: 'packUnit', actual: 'dingser', parameters: { cause: 'unitWord:dingser' } }],
    },
    {
      why: 'no word: each has something of its own',
      line: { unreadable: { unit: 'ca. 17,5 av de store' } },
      finds: [{ field: 'unit', actual: 'ca. 17,5 av de store' }],
    },
  ],
  message: {
    nb: '{field}: «{actual}» er ikke en kjent enhet',
    en: '{field}: "{actual}" is not a known unit',
  },
  hint: {
    nb: 'Leverandørens egne ord kan oppgis under units i mapping.yaml',
    en: "The supplier's own words can be given under units in mapping.yaml",
  },
  check({ unreadable }) {
    if (unreadable === undefined) return NONE;
    return FIELDS.flatMap((field) => {
      const actual = unreadable[field];
      if (actual === undefined) return [];
      // One word of the supplier's own is one cause, however many lines have it.
      return [WORD.test(actual) ? { field, actual, parameters: { cause: `unitWord:${actual}` } } : { field, actual }];
    });
  },
});

const NONE: readonly Problem[] = [];
const WORD = /^\p{L}[\p{L}.]{0,14}$/u;
