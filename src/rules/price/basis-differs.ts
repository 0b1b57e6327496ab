import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'price/basis-differs',
  title: { nb: 'Prisen gjelder samme enhet og innhold som avtalt', en: 'The price is for the unit and content agreed' },
  because: {
    nb: 'En pris per eske kan ikke holdes mot en avtalt pris per stykk; en for høy pris ville gått upåaktet gjennom.',
    en: 'A price per box cannot be held against an agreed price per piece; one that is too high would pass unseen.',
  },
  advice: {
    nb: 'Tilby varen i avtalt enhet og pakningsstørrelse, eller avklar endringen med avtaleforvalteren.',
    en: 'Offer the item in the unit and pack size agreed, or settle the change with the agreement manager.',
  },
  source: 'The agreed price list: unit and pack quantity',
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['price', 'agreed'],
  passes: [
    { why: 'the same unit', line: { price: '10', unit: 'EA' }, agreed: { price: '10', unit: 'EA' } },
    { why: 'pieces under another code', line: { price: '10', unit: 'C62' }, agreed: { price: '10', unit: 'EA' } },
    { why: 'the list does not tell', line: { price: '10', unit: 'XPK', packQuantity: '5' }, agreed: { price: '10' } },
  ],
  fails: [
    {
      why: 'per pack instead of per piece',
      line: { price: '10', unit: 'XPK' },
      agreed: { price: '10', unit: 'EA' },
      finds: [{ field: 'unit', actual: 'XPK', expected: 'EA', message: 'unit' }],
    },
    {
      why: 'fewer in the pack at the same price',
      line: { price: '100', unit: 'XPK', packQuantity: '8' },
      agreed: { price: '100', unit: 'XPK', packQuantity: '10' },
      finds: [{ field: 'packQuantity', actual: '8', expected: '10', message: 'packQuantity' }],
    },
  ],
  message: {
    unit: {
      nb: 'Prisen gjelder {actual:unit}, men avtalt pris gjelder {expected:unit}',
      en: 'The price is for {actual:unit}, but the agreed price is for {expected:unit}',
    },
    packQuantity: {
      nb: 'Pakningen har {actual:decimal}, men avtalt pris gjelder {expected:decimal}',
      en: 'The pack holds {actual:decimal}, but the agreed price is for {expected:decimal}',
    },
  },
  check(line, { agreed: { price: verdict } }) {
    if (verdict.kind !== 'otherBasis') return [];
    const { field, agreed: expected } = verdict;
    const actual = line[field];
    return [{ field, expected, message: field, ...(actual === undefined ? {} : { actual }) }];
  },
});
