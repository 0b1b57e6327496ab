import { lineRule, type Problem } from '../../engine/rule.ts';
import { aboutPrice, causeParameters, explainedBy, toldPrice } from './explained.ts';

export default lineRule({
  id: 'price/vat-included',
  title: { nb: 'Prisen er uten merverdiavgift', en: 'The price excludes VAT' },
  fault: { nb: 'Merverdiavgiften ser ut til å være med i prisen', en: 'The price seems to include VAT' },
  because: {
    nb: 'Avgiften legges til på fakturaen. Ligger den allerede i prisen, betales den to ganger.',
    en: 'VAT is added on the invoice. If it is already in the price, it is paid twice.',
  },
  advice: {
    nb: 'Oppgi prisen eks. mva. Sjekk hele katalogen: feilen gjelder sjelden bare én vare.',
    en: 'Give the price excluding VAT. Check the whole catalogue: this seldom affects one item only.',
  },
  source: {
    nb: 'Den avtalte prislisten; gjeldende mva-satser (merverdiavgiftsloven, Stortingets avgiftsvedtak)',
    en: 'The agreed price list; VAT rates in force (Merverdiavgiftsloven, Stortingets avgiftsvedtak)',
  },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  corrects: true,
  needs: ['price', 'agreed'],
  offAgreedOnly: true,
  replaces: ['price/above-agreed', 'price/change-limit'],
  passes: [
    { why: 'above, but by no VAT rate', line: { price: '110' }, agreed: { price: '100' } },
    {
      why: 'prices are agreed with VAT',
      line: { price: '125' },
      agreed: { price: '100' },
      agreement: { vat: 'included' },
    },
    { why: 'cheaper by a fifth', line: { price: '80' }, agreed: { price: '100' } },
  ],
  fails: [
    {
      why: 'the general rate',
      line: { price: '62.38' },
      agreed: { price: '49.90' },
      finds: [
        { field: 'price', actual: '62.38', expected: '49.9', parameters: { rate: '25', cause: 'vatIncluded:25' } },
      ],
    },
    {
      why: 'the rate for food',
      line: { price: '115' },
      agreed: { price: '100' },
      finds: [{ field: 'price', actual: '115', expected: '100', parameters: { rate: '15', cause: 'vatIncluded:15' } }],
    },
  ],
  message: {
    nb: 'Prisen {actual:money} er avtalt pris {expected:money} med {rate:percent} mva. lagt til',
    en: 'The price {actual:money} is the agreed price {expected:money} with {rate:percent} VAT added',
  },
  check(line, { agreed }) {
    const { agreedPrice, price } = agreed;
    const verdict = explainedBy(price, 'vatIncluded');
    if (verdict === undefined || agreedPrice === undefined) return NONE;
    return [
      {
        ...aboutPrice(line, { ...agreed, agreedPrice }),
        parameters: { rate: verdict.explanation.rate, ...causeParameters(verdict) },
        correction: { price: toldPrice(agreedPrice) },
      },
    ];
  },
});

const NONE: readonly Problem[] = [];
