import { compare } from '../../catalogue/decimal.ts';
import { sameUnit } from '../../code-lists/units.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'unit/changed',
  title: {
    nb: 'Enheten og innholdet er som i forrige versjon',
    en: 'Unit and content are those of the previous version',
  },
  fault: { nb: 'Endret enhet eller innhold', en: 'Changed unit or content' },
  because: {
    nb: 'Den som bestiller «1» av vane, får noe annet enn før, og en uendret pris kan skjule en økning.',
    en: 'Whoever orders "1" out of habit gets something else than before, and an unchanged price may hide a rise.',
  },
  advice: {
    nb: 'Behold enheten og antallet i pakningen. Er pakningen ny, gi den eget varenummer og si fra til avtaleforvalteren.',
    en: 'Keep the unit and the pack quantity. If the package is new, give it its own item number and tell the agreement manager.',
  },
  source: { nb: 'Versjonen som sist ble godkjent', en: 'The version approved last' },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'keepPrevious' },
  },
  needs: ['previous'],
  anyColumn: ['unit', 'packQuantity'],
  // That the unit is new explains why it is not the agreed one, and why the price is another.
  replaces: ['price/basis-differs', 'price/smaller-pack', 'price/change-limit'],
  passes: [
    { why: 'the same', line: { unit: 'XPK', packQuantity: '10' }, previous: { unit: 'XPK', packQuantity: '10.0' } },
    { why: 'another code for a piece', line: { unit: 'H87' }, previous: { unit: 'EA' } },
    { why: 'it was not told before', line: { unit: 'XPK', packQuantity: '10' }, previous: { name: 'Penn' } },
    {
      why: 'it is the agreed one now',
      line: { unit: 'XPK', packQuantity: '10' },
      previous: { unit: 'EA', packQuantity: '1' },
      agreed: { unit: 'XPK', packQuantity: '10' },
    },
  ],
  fails: [
    {
      why: 'a piece before, a pack now',
      line: { unit: 'XPK', packQuantity: '10' },
      previous: { unit: 'EA' },
      finds: [{ field: 'unit', actual: 'XPK', message: 'unit', parameters: { before: 'EA' } }],
    },
    {
      why: 'the agreement has it as it was',
      line: { unit: 'XPK' },
      previous: { unit: 'EA' },
      agreed: { unit: 'EA' },
      finds: [{ field: 'unit', actual: 'XPK', expected: 'EA', message: 'agreedUnit', parameters: { before: 'EA' } }],
    },
    {
      why: 'fewer in the pack',
      line: { unit: 'XPK', packQuantity: '80' },
      previous: { unit: 'XPK', packQuantity: '100' },
      finds: [{ field: 'packQuantity', actual: '80', message: 'content', parameters: { before: '100' } }],
    },
    {
      why: 'fewer than before and than agreed',
      line: { unit: 'XPK', packQuantity: '80' },
      previous: { unit: 'XPK', packQuantity: '100' },
      agreed: { unit: 'XPK', packQuantity: '100' },
      finds: [
        {
          field: 'packQuantity',
          actual: '80',
          expected: '100',
          message: 'agreedContent',
          parameters: { before: '100' },
        },
      ],
    },
  ],
  message: {
    unit: {
      nb: 'Enheten er {actual}; i forrige versjon var den {before:unit}',
      en: 'The unit is {actual}; in the previous version it was {before:unit}',
    },
    agreedUnit: {
      nb: 'Enheten er endret fra {before:unit} til {actual}; i avtalen er den {expected}',
      en: 'The unit was changed from {before:unit} to {actual}; in the agreement it is {expected}',
    },
    content: {
      nb: 'Antall i pakningen er {actual}; i forrige versjon var det {before:decimal}',
      en: 'The pack quantity is {actual}; in the previous version it was {before:decimal}',
    },
    agreedContent: {
      nb: 'Antall i pakningen er endret fra {before:decimal} til {actual}; i avtalen er det {expected}',
      en: 'The pack quantity was changed from {before:decimal} to {actual}; in the agreement it is {expected}',
    },
  },
  check({ unit, packQuantity }, { previous, agreed }) {
    if (unit === previous.unit && packQuantity === previous.packQuantity) return NONE;
    const article = agreed?.article;
    if (unit !== undefined && previous.unit !== undefined && !sameUnit(unit, previous.unit)) {
      const about = { field: 'unit', actual: unit, parameters: { before: previous.unit } } as const;
      const expected = article?.unit;
      if (expected === undefined) return [{ ...about, message: 'unit' }];
      return sameUnit(unit, expected) ? NONE : [{ ...about, expected, message: 'agreedUnit' }];
    }
    const before = previous.packQuantity;
    if (packQuantity === undefined || before === undefined || compare(packQuantity, before) === 0) return NONE;
    const about = { field: 'packQuantity', actual: packQuantity, parameters: { before } } as const;
    const expected = article?.packQuantity;
    if (expected === undefined) return [{ ...about, message: 'content' }];
    return compare(packQuantity, expected) === 0 ? NONE : [{ ...about, expected, message: 'agreedContent' }];
  },
});

const NONE: readonly Problem[] = [];
