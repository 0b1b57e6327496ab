import { compare, type Decimal, isZero } from '../../catalogue/decimal.ts';
import { foodVatRate, vatRatesInForce } from '../../code-lists/vat.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { vatCountry } from './country.ts';
import { isFood, isOtherGoods } from './goods.ts';

export default lineRule({
  id: 'vat/rate-unlike-class',
  title: { nb: 'Mva-satsen passer til varen', en: 'The VAT rate fits the item' },
  fault: { nb: 'Mva-sats som ikke passer til varen', en: 'VAT rate that does not fit the item' },
  because: {
    nb: 'Med feil sats blir prisen med mva feil, og fakturaen stemmer ikke med bestillingen.',
    en: 'With the wrong rate the price with VAT is wrong, and the invoice does not match the order.',
  },
  advice: {
    nb: 'Mat og drikke uten alkohol har lav sats, andre varer full sats. Rett satsen, eller UNSPSC-koden hvis det er den som er feil.',
    en: 'Food and drink without alcohol have the reduced rate, other goods the general one. Correct the rate, or the UNSPSC code if that is wrong.',
  },
  source: {
    nb: 'Merverdiavgiftsloven kapittel 5 og Stortingets vedtak om merverdiavgift; segmentene i UNSPSC',
    en: 'Norwegian VAT Act, chapter 5, and the parliamentary decision on VAT; UNSPSC segments',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: ['vatRate', 'unspsc'],
  passes: [
    { why: 'coffee', line: { vatRate: '15', unspsc: '50201706' } },
    { why: 'a pen', line: { vatRate: '25', unspsc: '44121701' } },
    { why: 'wine', line: { vatRate: '25', unspsc: '50202203' } },
    { why: 'fish from the boat', line: { vatRate: '11.11', unspsc: '50121500' } },
    { why: 'a book', line: { vatRate: '0', unspsc: '55101500' } },
    { why: 'no rate at all is told by vat/rate-unknown', line: { vatRate: '3', unspsc: '44121701' } },
    { why: 'Swedish rules are others', line: { vatRate: '12', unspsc: '44121701', currency: 'SEK' } },
  ],
  fails: [
    {
      why: 'coffee at the general rate',
      line: { vatRate: '25', unspsc: '50201706' },
      finds: [{ field: 'vatRate', actual: '25', expected: '15', message: 'food', parameters: { unspsc: '50201706' } }],
    },
    {
      why: 'soap at the rate of food',
      line: { vatRate: '15', unspsc: '53131608' },
      finds: [{ field: 'vatRate', actual: '15', expected: '25', message: 'goods', parameters: { unspsc: '53131608' } }],
    },
  ],
  message: {
    food: {
      nb: 'Mva-satsen er {actual}, men {unspsc:text} er mat eller drikke, som har {expected}',
      en: 'The VAT rate is {actual}, but {unspsc:text} is food or drink, which has {expected}',
    },
    goods: {
      nb: 'Mva-satsen er {actual}, men {unspsc:text} er ikke mat eller drikke, og skal ha {expected}',
      en: 'The VAT rate is {actual}, but {unspsc:text} is not food or drink, and should have {expected}',
    },
  },
  check({ vatRate, unspsc, currency }, { asOf, agreement }) {
    if (isZero(vatRate) || unspsc.length !== 8 || vatCountry(currency, agreement) !== 'NO') return NONE;
    const { general, food, all } = norwegianRates(asOf);
    if (general === undefined || food === undefined || !all.includes(vatRate)) return NONE;
    const about = { field: 'vatRate', actual: vatRate, parameters: { unspsc } } as const;
    if (isFood(unspsc)) return vatRate === general ? [{ ...about, expected: food, message: 'food' }] : NONE;
    const isReduced = compare(vatRate, general) < 0;
    return isReduced && isOtherGoods(unspsc) ? [{ ...about, expected: general, message: 'goods' }] : NONE;
  },
});

const NONE: readonly Problem[] = [];

interface Rates {
  readonly day: string;
  readonly general: Decimal | undefined;
  readonly food: Decimal | undefined;
  readonly all: readonly Decimal[];
}

/** Of the day asked about last: a catalogue has one. */
let last: Rates | undefined;

function norwegianRates(day: string): Rates {
  if (last?.day !== day) {
    const all = vatRatesInForce('NO', day);
    last = { day, general: all[0], food: foodVatRate('NO', day), all };
  }
  return last;
}
