import type { AgreedVerdict } from '../../agreement/agreement.ts';
import { basisDifference } from '../../agreement/verdict/basis.ts';
import { atBaseQuantity, decimalShift } from '../../agreement/verdict/ratios.ts';
import type { Decimal } from '../../catalogue/decimal.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { aboutPrice, causeParameters, explainedBy, toldPrice } from './explained.ts';

export default lineRule({
  id: 'price/decimal-shift',
  title: { nb: 'Desimaltegnet i prisen står riktig', en: 'The decimal sign of the price is in the right place' },
  fault: { nb: 'Desimaltegnet i prisen ser ut til å stå feil', en: 'The decimal sign of the price seems misplaced' },
  because: {
    nb: 'En pris i øre, eller med desimaltegnet på feil plass, blir ti, hundre eller tusen ganger for høy eller for lav.',
    en: 'A price in øre, or with its decimal sign in the wrong place, is ten, a hundred or a thousand times too high or too low.',
  },
  advice: {
    nb: 'Sjekk om prisen er oppgitt i øre, gjelder en annen mengde eller har mistet desimaltegnet.',
    en: 'Check whether the price is in øre, is for another quantity, or has lost its decimal sign.',
  },
  source: {
    nb: 'Den avtalte prislisten, ellers den sist godkjente versjonen; innenfor 0,5 % av en tierpotens',
    en: 'The agreed price list, else the version approved last; within 0.5 % of a power of ten',
  },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  corrects: true,
  needs: ['price'],
  needsOneOf: ['agreed', 'previous'],
  replaces: ['price/above-agreed', 'price/below-agreed', 'price/change-limit'],
  passes: [
    { why: 'dearer, but not by a power of ten', line: { price: '990' }, agreed: { price: '100' } },
    {
      why: 'the agreement counts, not the version before',
      line: { price: '100' },
      agreed: { price: '100' },
      previous: { price: '1000' },
    },
    {
      why: 'the price before was for another unit',
      line: { price: '100', unit: 'XBX' },
      previous: { price: '10', unit: 'EA' },
    },
  ],
  fails: [
    {
      why: 'in øre',
      line: { price: '4990' },
      agreed: { price: '49.90' },
      finds: [
        {
          field: 'price',
          actual: '4990',
          expected: '49.9',
          message: 'timesAgreed',
          parameters: { factor: '100', cause: 'decimalShift:2' },
        },
      ],
    },
    {
      why: 'one tenth',
      line: { price: '4.99' },
      agreed: { price: '49.90' },
      finds: [
        {
          field: 'price',
          actual: '4.99',
          expected: '49.9',
          message: 'partOfAgreed',
          parameters: { factor: '10', cause: 'decimalShift:-1' },
        },
      ],
    },
    {
      why: 'a thousand times the price before, none agreed',
      line: { price: '12500' },
      agreed: {},
      previous: { price: '12.50' },
      finds: [
        { field: 'price', actual: '12500', message: 'timesPrevious', parameters: { factor: '1000', before: '12.5' } },
      ],
    },
    {
      why: 'a hundredth of the price before, without an agreement',
      line: { price: '0.125' },
      previous: { price: '12.50' },
      finds: [
        { field: 'price', actual: '0.125', message: 'partOfPrevious', parameters: { factor: '100', before: '12.5' } },
      ],
    },
  ],
  message: {
    timesAgreed: {
      nb: 'Prisen {actual:money} er {factor} ganger avtalt pris {expected:money}: står desimaltegnet feil?',
      en: 'The price {actual:money} is {factor} times the agreed price {expected:money}: is the decimal sign misplaced?',
    },
    partOfAgreed: {
      nb: 'Avtalt pris {expected:money} er {factor} ganger prisen {actual:money}: står desimaltegnet feil?',
      en: 'The agreed price {expected:money} is {factor} times the price {actual:money}: is the decimal sign misplaced?',
    },
    timesPrevious: {
      nb: 'Prisen {actual:money} er {factor} ganger forrige pris {before:money}: står desimaltegnet feil?',
      en: 'The price {actual:money} is {factor} times the previous price {before:money}: is the decimal sign misplaced?',
    },
    partOfPrevious: {
      nb: 'Forrige pris {before:money} er {factor} ganger prisen {actual:money}: står desimaltegnet feil?',
      en: 'The previous price {before:money} is {factor} times the price {actual:money}: is the decimal sign misplaced?',
    },
  },
  check(line, { agreed, previous }) {
    if (agreed !== undefined && agreed.price.kind !== 'notPriced') return againstAgreed(line, agreed);
    return previous === undefined ? [] : againstPrevious(line, previous);
  },
});

type Priced = CatalogueLine & { readonly price: Decimal };

function againstAgreed(line: Priced, agreed: AgreedVerdict): readonly Problem[] {
  const { agreedPrice, price } = agreed;
  const verdict = explainedBy(price, 'decimalShift');
  if (verdict === undefined || agreedPrice === undefined) return NONE;
  return [
    {
      ...aboutPrice(line, { ...agreed, agreedPrice }),
      message: verdict.side === 'above' ? 'timesAgreed' : 'partOfAgreed',
      parameters: { factor: factorOf(verdict.explanation.shift), ...causeParameters(verdict) },
      correction: { price: toldPrice(agreedPrice) },
    },
  ];
}

const NONE: readonly Problem[] = [];

function againstPrevious(line: Priced, previous: CatalogueLine): readonly Problem[] {
  if (previous.price === undefined || line.currency !== previous.currency) return [];
  if (basisDifference(line, previous) !== undefined) return [];
  const before = atBaseQuantity(previous.price, previous.priceBaseQuantity, line.priceBaseQuantity);
  const shift = decimalShift(line.price, before);
  if (shift === undefined) return [];
  return [
    {
      field: 'price',
      actual: line.price,
      message: shift > 0 ? 'timesPrevious' : 'partOfPrevious',
      parameters: { factor: factorOf(shift), before },
    },
  ];
}

function factorOf(shift: number): string {
  return String(10 ** Math.abs(shift));
}
