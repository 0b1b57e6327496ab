import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'unit/pack-contradicts',
  title: { nb: 'Enheten og antallet i pakningen sier det samme', en: 'The unit and the pack quantity say the same' },
  fault: {
    nb: 'Enheten sier et annet antall enn pakningen',
    en: 'The unit says another number than the pack quantity',
  },
  because: {
    nb: 'Når linjen sier to ting om hvor mange prisen gjelder for, kan den ikke sammenlignes trygt med avtalen.',
    en: 'When the line says two things of how many the price is for, it cannot safely be compared with the agreement.',
  },
  advice: {
    nb: 'Skriv antallet i én kolonne, og bare enheten (pk, eske, krt) i enhetskolonnen.',
    en: 'Write the number in one column, and only the unit (pack, box, carton) in the unit column.',
  },
  source: {
    nb: 'Opplysninger om pakningen sammenlignes uansett hvor de står; feltet for antall i pakning teller',
    en: 'Facts about the pack are compared wherever they are given; the pack quantity\u2019s own field counts',
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'warning' },
  },
  needs: ['unit', 'packQuantity'],
  passes: [
    { why: 'the unit says no number', line: { unit: 'XPK', packQuantity: '100' } },
    {
      why: 'both say 100',
      line: { unit: 'XPK', packQuantity: '100', pack: { field: 'unit', text: 'pk à 100', quantity: '100' } },
    },
    {
      why: 'a text in the field itself is its value',
      line: { unit: 'XPK', packQuantity: '6', pack: { field: 'packQuantity', text: '6x1,5 l', quantity: '6' } },
    },
  ],
  fails: [
    {
      why: 'a pack of 100, and 50',
      line: { unit: 'XPK', packQuantity: '50', pack: { field: 'unit', text: 'pk à 100', quantity: '100' } },
      finds: [{ field: 'packQuantity', actual: '50', expected: '100', parameters: { text: 'pk à 100' } }],
    },
  ],
  message: {
    nb: 'Antall i pakning er {actual:decimal}, men enheten «{text}» sier {expected:decimal}',
    en: 'The pack quantity is {actual:decimal}, but the unit "{text}" says {expected:decimal}',
  },
  check({ packQuantity, pack }) {
    if (pack === undefined || pack.field !== 'unit' || pack.quantity === packQuantity) return [];
    return [{ field: 'packQuantity', actual: packQuantity, expected: pack.quantity, parameters: { text: pack.text } }];
  },
});
