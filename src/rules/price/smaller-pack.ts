import { lineRule, type Problem } from '../../engine/rule.ts';
import { aboutPrice, causeParameters, explainedBy } from './explained.ts';

export default lineRule({
  id: 'price/smaller-pack',
  title: { nb: 'En mindre pakning koster mindre', en: 'A smaller pack costs less' },
  fault: { nb: 'Mindre i pakningen til samme pris', en: 'Less in the pack at the same price' },
  because: {
    nb: 'Prisen ser uendret ut, men kommunen betaler mer for hvert stykk.',
    en: 'The price looks unchanged, but the municipality pays more for each piece.',
  },
  advice: {
    nb: 'Tilby den avtalte pakningen, eller sett prisen ned i samme forhold.',
    en: 'Offer the agreed pack, or lower the price in proportion.',
  },
  source: {
    nb: 'Den avtalte prislisten: pris og antall i pakning',
    en: 'The agreed price list: price and pack quantity',
  },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['price', 'agreed'],
  offAgreedOnly: true,
  replaces: ['price/above-agreed', 'price/change-limit', 'unit/content-in-name'],
  passes: [
    {
      why: 'cheaper in proportion',
      line: { price: '80', unit: 'XPK', packQuantity: '8' },
      agreed: { price: '100', unit: 'XPK', packQuantity: '10' },
    },
    {
      why: 'more in the pack',
      line: { price: '100', unit: 'XPK', packQuantity: '12' },
      agreed: { price: '100', unit: 'XPK', packQuantity: '10' },
    },
  ],
  fails: [
    {
      why: 'fewer in the pack at the same price',
      line: { price: '100', unit: 'XPK', packQuantity: '8' },
      agreed: { price: '100', unit: 'XPK', packQuantity: '10' },
      finds: [
        {
          field: 'price',
          actual: '100',
          expected: '80',
          parameters: {
            agreedContent: '10',
            content: '8',
            percent: '25',
            also: 'vatIncluded:25',
            cause: 'smallerPack',
          },
        },
      ],
    },
  ],
  message: {
    nb: 'Prisen {actual:money} er som avtalt for {agreedContent:decimal}, men pakningen har {content:decimal}: det er {percent:percent} dyrere, og avtalt pris er {expected:money}',
    en: 'The price {actual:money} is as agreed for {agreedContent:decimal}, but the pack contains {content:decimal}: that is {percent:percent} more expensive, and the agreed price is {expected:money}',
  },
  check(line, { agreed }) {
    const { agreedPrice, price, converted } = agreed;
    const verdict = explainedBy(price, 'smallerPack');
    if (verdict === undefined || agreedPrice === undefined || converted === undefined) return NONE;
    return [
      {
        ...aboutPrice(line, { ...agreed, agreedPrice }),
        parameters: {
          agreedContent: converted.agreed.amount,
          content: converted.offered.amount,
          percent: verdict.percent,
          ...causeParameters(verdict),
        },
      },
    ];
  },
});

const NONE: readonly Problem[] = [];
