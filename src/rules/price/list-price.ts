import { lineRule, type Problem } from '../../engine/rule.ts';
import { aboutPrice, causeParameters, explainedBy, toldPrice } from './explained.ts';

export default lineRule({
  id: 'price/list-price',
  title: { nb: 'Prisen er nettoprisen', en: 'The price is the net price' },
  fault: {
    nb: 'Listeprisen ser ut til å stå i stedet for nettoprisen',
    en: 'The list price seems to be given instead of the net price',
  },
  because: {
    nb: 'Den avtalte rabatten er ikke trukket fra, og hver bestilling blir for dyr.',
    en: 'The agreed discount has not been taken off, and every order is too dear.',
  },
  advice: {
    nb: 'Oppgi prisen etter rabatt. Listeprisen kan stå i en egen kolonne.',
    en: 'Give the price after discount. The list price can have a column of its own.',
  },
  source: {
    nb: 'Den avtalte prislisten; listepris og rabatt på linjen eller i prislisten',
    en: 'The agreed price list; list price and discount of the line or the price list',
  },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  corrects: true,
  needs: ['price', 'agreed'],
  offAgreedOnly: true,
  replaces: ['price/above-agreed', 'price/change-limit'],
  passes: [
    { why: 'net of the discount', line: { price: '80', listPrice: '100' }, agreed: { price: '80' } },
    { why: 'no discount was agreed', line: { price: '100', listPrice: '100' }, agreed: { price: '100' } },
  ],
  fails: [
    {
      why: 'the amount of the list price',
      line: { price: '120', listPrice: '120' },
      agreed: { price: '90' },
      finds: [
        {
          field: 'price',
          actual: '120',
          expected: '90',
          parameters: { discount: '25', cause: 'listPrice:25' },
        },
      ],
    },
    {
      why: 'without the discount that the line names',
      line: { price: '120', discountPercent: '30' },
      agreed: { price: '84' },
      finds: [
        {
          field: 'price',
          actual: '120',
          expected: '84',
          parameters: { discount: '30', cause: 'listPrice:30' },
        },
      ],
    },
    { why: 'the list price of the price list', line: { price: '120' }, agreed: { price: '90', listPrice: '120' } },
  ],
  message: {
    nb: 'Prisen {actual:money} er listeprisen: avtalt pris {expected:money} er {discount:percent} lavere',
    en: 'The price {actual:money} is the list price: the agreed price {expected:money} is {discount:percent} lower',
  },
  check(line, { agreed }) {
    const { agreedPrice, price } = agreed;
    const verdict = explainedBy(price, 'listPrice');
    if (verdict === undefined || agreedPrice === undefined) return NONE;
    return [
      {
        ...aboutPrice(line, { ...agreed, agreedPrice }),
        parameters: { discount: verdict.explanation.discount, ...causeParameters(verdict) },
        correction: { price: toldPrice(agreedPrice) },
      },
    ];
  },
});

const NONE: readonly Problem[] = [];
