import {
  absolute,
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  multiply,
  subtract,
} from '../../catalogue/decimal.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { aboutPrice } from './explained.ts';

const AMOUNT = { type: 'string', pattern: '^[0-9]+([.][0-9]+)?$' };
const CURRENCIES = ['EUR', 'USD', 'GBP', 'DKK', 'SEK', 'NOK'] as const;
type Rates = { readonly [C in (typeof CURRENCIES)[number]]?: string };
type Options = Rates & {
  readonly tolerancePercent: string;
};
/**
 * So many of the agreement's currency is one of each: near enough to tell a currency by, for some years. Rates near 1
 * are left out, for a price a third lower may be a good price.
 */
const DEFAULTS: Options = { EUR: '11.6', USD: '10.4', GBP: '13.6', tolerancePercent: '3' };

export default lineRule({
  id: 'price/foreign-amount',
  title: { nb: 'Beløpet er i valutaen som står ved det', en: 'The amount is in the currency given with it' },
  fault: { nb: 'Beløpet ser ut til å være i en annen valuta', en: 'The amount seems to be in another currency' },
  because: {
    nb: 'Varen bestilles til et beløp som leverandøren ikke mente, og fakturaen stemmer ikke.',
    en: 'The item is ordered at an amount that the supplier did not mean, and the invoice does not match.',
  },
  advice: {
    nb: 'Regn prisen om til avtalens valuta, eller rett valutakoden.',
    en: "Convert the price to the agreement's currency, or correct the currency code.",
  },
  source: {
    nb: 'Den avtalte prislisten; satsene i valgene til regelen',
    en: 'The agreed price list; the rates in the options of the rule',
  },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['price', 'agreed'],
  offAgreedOnly: true,
  replaces: ['price/above-agreed', 'price/below-agreed', 'price/change-limit'],
  options: {
    properties: {
      ...Object.fromEntries(CURRENCIES.map((currency) => [currency, AMOUNT])),
      tolerancePercent: AMOUNT,
    },
    defaults: DEFAULTS,
  },
  passes: [
    { why: 'below, but by no rate', line: { price: '50' }, agreed: { price: '100' } },
    { why: 'another rate is given', line: { price: '10' }, agreed: { price: '116' }, options: { EUR: '8.2' } },
    { why: 'a currency of its own', line: { price: '10', currency: 'EUR' }, agreed: { price: '116' } },
  ],
  fails: [
    {
      why: 'euro that stand as kroner',
      line: { price: '10.10', currency: 'NOK' },
      agreed: { price: '116' },
      finds: [
        {
          field: 'price',
          actual: '10.1',
          expected: '116',
          message: 'in',
          parameters: { currency: 'EUR', rate: '11.6', cause: 'foreignAmount:EUR' },
        },
      ],
    },
    {
      why: 'kroner that stand as euro',
      line: { price: '114', currency: 'EUR' },
      agreed: { price: '10', currency: 'EUR' },
      options: { NOK: '0.0862', tolerancePercent: '2' },
      finds: [
        {
          field: 'price',
          actual: '114',
          expected: '10',
          message: 'in',
          parameters: { currency: 'NOK', rate: '0.0862', cause: 'foreignAmount:NOK' },
        },
      ],
    },
  ],
  message: {
    in: {
      nb: 'Prisen {actual:decimal} ganger kurs {rate:decimal} er nær avtalt pris {expected:money}: er beløpet i {currency:text}?',
      en: 'The price {actual:decimal} times the rate {rate:decimal} is near the agreed price {expected:money}: is the amount in {currency:text}?',
    },
  },
  check(line, { agreed, options }) {
    const { agreedPrice, price: verdict } = agreed;
    // What is explained by the figures of the line itself needs no rate that is only near.
    const isUnexplained = verdict.kind === 'above' || verdict.kind === 'below';
    if (!isUnexplained || agreedPrice === undefined || isZero(agreedPrice)) return NONE;
    const nearest = nearestRate(line.price, agreedPrice, options);
    if (nearest === undefined) return NONE;
    const [currency, rate] = nearest;
    return [
      {
        ...aboutPrice(line, { ...agreed, agreedPrice }),
        message: 'in',
        parameters: { currency, rate, cause: `foreignAmount:${currency}` },
      },
    ];
  },
});

const NONE: readonly Problem[] = [];
const HUNDRED = decimal('100');

function nearestRate(
  price: Decimal,
  agreed: Decimal,
  options: Options,
): readonly [currency: string, rate: string] | undefined {
  let nearest: { readonly found: readonly [string, string]; readonly off: Decimal } | undefined;
  const tolerance = decimal(options.tolerancePercent);
  for (const currency of CURRENCIES) {
    const rate = options[currency];
    if (rate === undefined) continue;
    const distance = absolute(subtract(multiply(price, decimal(rate)), agreed));
    const off = divide(multiply(distance, HUNDRED), agreed, 8);
    if (compare(off, tolerance) > 0 || (nearest !== undefined && compare(off, nearest.off) >= 0)) continue;
    nearest = { found: [currency, rate], off };
  }
  return nearest?.found;
}
