import { absolute, isZero } from '../../catalogue/decimal.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { aboutPrice, causeParameters, isOnSide, shareCause } from './explained.ts';

export default lineRule({
  id: 'price/below-agreed',
  title: { nb: 'Prisen er ikke lavere enn avtalt', en: 'The price is not below the agreed price' },
  fault: { nb: 'Lavere pris enn avtalt', en: 'Price below the agreed price' },
  because: {
    nb: 'En lavere pris er lov, men kan skyldes en feil, og fakturaen kommer da med en annen pris enn katalogen.',
    en: 'A lower price is allowed, but may be a mistake, and the invoice then has another price than the catalogue.',
  },
  advice: {
    nb: 'Ingenting, hvis prisen er satt ned med vilje. Ellers rett den til den avtalte.',
    en: 'Nothing, if the price was lowered on purpose. Otherwise set it to the agreed one.',
  },
  source: { nb: 'Den avtalte prislisten', en: 'The agreed price list' },
  sets: { recommended: { severity: 'info' } },
  needs: ['price', 'agreed'],
  offAgreedOnly: true,
  passes: [
    { why: 'the agreed price', line: { price: '49.90' }, agreed: { price: '49.90' } },
    { why: 'less than an øre below', line: { price: '12.34' }, agreed: { price: '12.345' } },
    { why: 'above', line: { price: '50' }, agreed: { price: '49.90' } },
    { why: 'zero is no price', line: { price: '0' }, agreed: { price: '49.90' } },
  ],
  fails: [
    {
      why: 'cheaper',
      line: { price: '45' },
      agreed: { price: '50' },
      finds: [
        {
          field: 'price',
          actual: '45',
          expected: '50',
          message: 'below',
          parameters: { percent: '10', difference: '5', cause: 'below:10' },
        },
      ],
    },
    {
      why: 'the discount taken off twice',
      line: { price: '64', discountPercent: '20' },
      agreed: { price: '80' },
      finds: [
        {
          field: 'price',
          actual: '64',
          expected: '80',
          message: 'discountTwice',
          parameters: { percent: '20', difference: '16', discount: '20', cause: 'discountTwice:20' },
        },
      ],
    },
    {
      why: 'cheaper by an øre in a large sum',
      line: { price: '499999.99' },
      agreed: { price: '500000' },
      finds: [
        {
          field: 'price',
          actual: '499999.99',
          expected: '500000',
          message: 'belowBarely',
          parameters: { difference: '0.01' },
        },
      ],
    },
  ],
  message: {
    below: {
      nb: 'Prisen {actual:money} er {difference:money} ({percent:percent}) under avtalt pris {expected:money}',
      en: 'The price {actual:money} is {difference:money} ({percent:percent}) below the agreed price {expected:money}',
    },
    belowBarely: {
      nb: 'Prisen {actual:money} er {difference:money} under avtalt pris {expected:money}',
      en: 'The price {actual:money} is {difference:money} below the agreed price {expected:money}',
    },
    discountTwice: {
      nb: 'Prisen {actual:money} er avtalt pris {expected:money} med rabatten på {discount:percent} trukket fra en gang til',
      en: 'The price {actual:money} is the agreed price {expected:money} with the discount of {discount:percent} taken off once more',
    },
  },
  check(line, { agreed }) {
    const { agreedPrice, price: verdict } = agreed;
    if (agreedPrice === undefined || !isOnSide(verdict, 'below')) return NONE;
    if (verdict.kind !== 'below' && verdict.kind !== 'explained') return NONE;
    const about = aboutPrice(line, { ...agreed, agreedPrice });
    const difference = absolute(verdict.difference);
    if (isZero(verdict.percent)) return [{ ...about, message: 'belowBarely', parameters: { difference } }];
    const off = { percent: absolute(verdict.percent), difference };
    if (verdict.kind === 'explained' && verdict.explanation.cause === 'discountTwice') {
      const { discount } = verdict.explanation;
      const parameters = { ...off, discount, ...causeParameters(verdict) };
      return [{ ...about, message: 'discountTwice', parameters }];
    }
    const cause = shareCause(line.price, agreedPrice, verdict.percent);
    return [{ ...about, message: 'below', parameters: { ...off, ...(cause === undefined ? {} : { cause }) } }];
  },
});

const NONE: readonly Problem[] = [];
