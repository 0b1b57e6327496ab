import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'price/basis-differs',
  title: {
    nb: 'Prisen gjelder samme enhet og pakningsstørrelse som avtalt',
    en: 'The price is for the agreed unit and pack size',
  },
  fault: { nb: 'Annen enhet eller pakningsstørrelse enn avtalt', en: 'Other unit or pack size than agreed' },
  because: {
    nb: 'En pris per eske kan ikke sammenlignes med en avtalt pris per stykk, og en for høy pris ville gått ubemerket gjennom.',
    en: 'A price per box cannot be compared with an agreed price per piece, and one that is too high would go unnoticed.',
  },
  advice: {
    nb: 'Tilby varen i avtalt enhet og pakningsstørrelse, eller avklar endringen med avtaleforvalteren.',
    en: 'Offer the item in the agreed unit and pack size, or settle the change with the agreement manager.',
  },
  source: 'The agreed price list: unit and pack quantity',
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['price', 'agreed'],
  replaces: ['price/change-limit'],
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
      nb: 'Prisen er per {actual:unit}, men avtalt pris er per {expected:unit}',
      en: 'The price is per {actual:unit}, but the agreed price is per {expected:unit}',
    },
    packQuantity: {
      nb: 'Antall i pakningen er {actual:decimal}, men avtalt pris gjelder for {expected:decimal}',
      en: 'The pack contains {actual:decimal}, but the agreed price is for {expected:decimal}',
    },
  },
  check(line, { agreed: { price: verdict } }) {
    if (verdict.kind !== 'otherBasis') return [];
    const { field, agreed: expected } = verdict;
    const actual = line[field];
    return [{ field, expected, message: field, ...(actual === undefined ? {} : { actual }) }];
  },
});
