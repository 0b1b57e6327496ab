import { basisDifference } from '../../agreement/verdict/basis.ts';
import { atBaseQuantity } from '../../agreement/verdict/ratios.ts';
import {
  absolute,
  compare,
  decimal,
  isNegative,
  isZero,
  multiply,
  percentChange,
  subtract,
} from '../../catalogue/decimal.ts';
import { lineRule } from '../../engine/rule.ts';

/** Limits as decimals, in percent and in the catalogue's currency; an amount that is not given does not limit. */
type Limits = {
  readonly risePercent: string;
  readonly fallPercent: string;
  readonly riseAmount?: string;
  readonly fallAmount?: string;
};
const DEFAULTS: Limits = { risePercent: '15', fallPercent: '30' };
const LIMIT = { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)?$' };

export default lineRule({
  id: 'price/change-limit',
  title: { nb: 'Prisen endrer seg ikke uvanlig mye', en: 'The price does not change unusually much' },
  fault: { nb: 'Uvanlig stor prisendring', en: 'Unusually large price change' },
  because: {
    nb: 'Et stort hopp fra forrige versjon er ofte en feil, og uansett noe avtaleforvalteren bør vite om.',
    en: 'A large jump from the previous version is often a mistake, and in any case something the agreement manager should know about.',
  },
  advice: {
    nb: 'Sjekk prisen mot forrige katalog. Stemmer den, forklar avtaleforvalteren hvorfor.',
    en: 'Check the price against the previous catalogue. If it is right, explain the change to the agreement manager.',
  },
  source: { nb: 'Den sist godkjente versjonen', en: 'The version approved last' },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['price', 'previous'],
  // Of a price that has fallen far, that it is below the agreed one is no second remark.
  replaces: ['price/below-agreed'],
  options: {
    properties: { risePercent: LIMIT, fallPercent: LIMIT, riseAmount: LIMIT, fallAmount: LIMIT },
    defaults: DEFAULTS,
  },
  passes: [
    { why: 'up exactly the limit', line: { price: '115' }, previous: { price: '100' } },
    { why: 'down exactly the limit', line: { price: '70' }, previous: { price: '100' } },
    {
      why: 'the price before was in other money',
      line: { price: '100', currency: 'NOK' },
      previous: { price: '9', currency: 'EUR' },
    },
    {
      why: 'the price before was for a pack',
      line: { price: '10', unit: 'EA' },
      previous: { price: '100', unit: 'XPK' },
    },
  ],
  fails: [
    {
      why: 'an øre above the limit',
      line: { price: '115.01' },
      previous: { price: '100' },
      finds: [
        {
          field: 'price',
          actual: '115.01',
          message: 'risePercent',
          parameters: { before: '100', percent: '15.01', difference: '15.01', limit: '15' },
        },
      ],
    },
    {
      why: 'an øre below the limit',
      line: { price: '69.99' },
      previous: { price: '100' },
      finds: [
        {
          field: 'price',
          actual: '69.99',
          message: 'fallPercent',
          parameters: { before: '100', percent: '30.01', difference: '30.01', limit: '30' },
        },
      ],
    },
    {
      why: 'few percent, but many kroner',
      line: { price: '10600' },
      previous: { price: '10000' },
      options: { riseAmount: '500' },
      finds: [
        {
          field: 'price',
          actual: '10600',
          message: 'riseAmount',
          parameters: { before: '10000', difference: '600', limit: '500' },
        },
      ],
    },
    {
      why: 'the same downwards',
      line: { price: '9400' },
      previous: { price: '10000' },
      options: { fallAmount: '500' },
      finds: [
        {
          field: 'price',
          actual: '9400',
          message: 'fallAmount',
          parameters: { before: '10000', difference: '600', limit: '500' },
        },
      ],
    },
  ],
  message: {
    risePercent: {
      nb: 'Prisen øker med {percent:percent}, fra {before:money} til {actual:money}; grensen er {limit:percent}',
      en: 'The price rises by {percent:percent}, from {before:money} to {actual:money}; the limit is {limit:percent}',
    },
    fallPercent: {
      nb: 'Prisen går ned med {percent:percent}, fra {before:money} til {actual:money}; grensen er {limit:percent}',
      en: 'The price falls by {percent:percent}, from {before:money} to {actual:money}; the limit is {limit:percent}',
    },
    riseAmount: {
      nb: 'Prisen øker med {difference:money}, fra {before:money} til {actual:money}; grensen er {limit:money}',
      en: 'The price rises by {difference:money}, from {before:money} to {actual:money}; the limit is {limit:money}',
    },
    fallAmount: {
      nb: 'Prisen går ned med {difference:money}, fra {before:money} til {actual:money}; grensen er {limit:money}',
      en: 'The price falls by {difference:money}, from {before:money} to {actual:money}; the limit is {limit:money}',
    },
  },
  check(line, { previous, options }) {
    if (
      previous.price === undefined ||
      (line.price === previous.price && line.priceBaseQuantity === previous.priceBaseQuantity)
    )
      return [];
    if (line.currency !== previous.currency || basisDifference(line, previous) !== undefined) return [];
    const before = atBaseQuantity(previous.price, previous.priceBaseQuantity, line.priceBaseQuantity);
    const change = subtract(line.price, before);
    const difference = absolute(change);
    const rises = !isNegative(change);
    const limitPercent = decimal(rises ? options.risePercent : options.fallPercent);
    const about = { field: 'price', actual: line.price } as const;
    // Multiplied out, so that no rounding decides what is exactly at the limit.
    const allowed = multiply(absolute(before), limitPercent);
    if (!isZero(before) && compare(multiply(difference, HUNDRED), allowed) > 0) {
      const percent = absolute(percentChange(before, line.price) ?? HUNDRED);
      const parameters = { before, percent, difference, limit: limitPercent };
      return [{ ...about, message: rises ? 'risePercent' : 'fallPercent', parameters }];
    }
    const limitAmount = rises ? options.riseAmount : options.fallAmount;
    if (limitAmount === undefined || compare(difference, decimal(limitAmount)) <= 0) return [];
    const parameters = { before, difference, limit: decimal(limitAmount) };
    return [{ ...about, message: rises ? 'riseAmount' : 'fallAmount', parameters }];
  },
});

const HUNDRED = decimal('100');
