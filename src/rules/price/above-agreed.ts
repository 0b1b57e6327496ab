import { excess } from '../../agreement/price-verdict.ts';
import { baseQuantityOf } from '../../agreement/verdict/basis.ts';
import { isZero, multiply } from '../../catalogue/decimal.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { aboutPrice, isOnSide, shareCause, toldPrice } from './explained.ts';

export default lineRule({
  id: 'price/above-agreed',
  title: { nb: 'Prisen er ikke høyere enn avtalt', en: 'The price is not above the agreed price' },
  fault: { nb: 'Høyere pris enn avtalt', en: 'Price above the agreed price' },
  because: {
    nb: 'Kommunen betaler mer enn avtalt, på hver bestilling, til noen oppdager det.',
    en: 'The municipality pays more than agreed, on every order, until somebody notices.',
  },
  advice: {
    nb: 'Sett prisen til den avtalte, eller send krav om prisregulering til avtaleforvalteren først.',
    en: 'Set the price to the agreed one, or send a request for price adjustment to the agreement manager first.',
  },
  source: { nb: 'Den avtalte prislisten', en: 'The agreed price list' },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  corrects: true,
  needs: ['price', 'agreed'],
  offAgreedOnly: true,
  passes: [
    { why: 'the agreed price', line: { price: '49.90' }, agreed: { price: '49.90' } },
    { why: 'cheaper', line: { price: '45' }, agreed: { price: '49.90' } },
    { why: 'rounded up to whole øre', line: { price: '12.35' }, agreed: { price: '12.345' } },
    {
      why: 'the same price for a hundred',
      line: { price: '250', priceBaseQuantity: '100' },
      agreed: { price: '2.50' },
    },
    {
      why: 'a bigger box at a fair price',
      line: { price: '120', unit: 'XBX', packQuantity: '12' },
      agreed: { price: '100', unit: 'XBX', packQuantity: '10' },
    },
    {
      why: 'grams at the price of kilograms',
      line: { price: '0.10', unit: 'GRM' },
      agreed: { price: '100', unit: 'KGM' },
    },
    { why: 'no agreed price to compare with', line: { price: '49.90' }, agreed: {} },
  ],
  fails: [
    {
      why: 'dearer',
      line: { price: '54.90' },
      agreed: { price: '49.90' },
      finds: [
        {
          field: 'price',
          actual: '54.9',
          expected: '49.9',
          message: 'above',
          parameters: { percent: '10.02', difference: '5' },
        },
      ],
    },
    {
      why: 'agreed to be free of charge',
      line: { price: '10' },
      agreed: { price: '0' },
      finds: [{ field: 'price', actual: '10', expected: '0', message: 'aboveNothing' }],
    },
    {
      why: 'dearer by an øre in a large sum',
      line: { price: '500000.01' },
      agreed: { price: '500000' },
      finds: [
        {
          field: 'price',
          actual: '500000.01',
          expected: '500000',
          message: 'aboveBarely',
          parameters: { percent: '0', difference: '0.01', least: '0.01' },
        },
      ],
    },
    {
      why: 'fewer in the box, and not that much cheaper',
      line: { price: '95', unit: 'XBX', packQuantity: '8' },
      agreed: { price: '100', unit: 'XBX', packQuantity: '10' },
      finds: [
        {
          field: 'price',
          actual: '95',
          expected: '80',
          message: 'aboveForContent',
          parameters: {
            percent: '18.75',
            difference: '15',
            listed: '100',
            agreedContent: '10',
            content: '8',
            of: 'H87',
          },
        },
      ],
    },
    {
      why: 'a tenth dearer, as it is rounded to whole øre',
      line: { price: '54.89' },
      agreed: { price: '49.90' },
      finds: [
        {
          field: 'price',
          actual: '54.89',
          expected: '49.9',
          message: 'above',
          parameters: { percent: '10', difference: '4.99', cause: 'above:10' },
        },
      ],
    },
    { why: 'VAT left in is above, too', line: { price: '125' }, agreed: { price: '100' } },
  ],
  message: {
    above: {
      nb: 'Prisen {actual:money} er {difference:money} ({percent:percent}) over avtalt pris {expected:money}',
      en: 'The price {actual:money} is {difference:money} ({percent:percent}) above the agreed price {expected:money}',
    },
    aboveForContent: {
      nb: 'Prisen {actual:money} er {difference:money} ({percent:percent}) over avtalt pris {expected:money} for {content:decimal} {of:unit}; avtalt er {listed:money} for {agreedContent:decimal}',
      en: 'The price {actual:money} is {difference:money} ({percent:percent}) above the agreed price {expected:money} for {content:decimal} {of:unit}; agreed is {listed:money} for {agreedContent:decimal}',
    },
    aboveBarely: {
      nb: 'Prisen {actual:money} er {difference:money} (under {least:percent}) over avtalt pris {expected:money}',
      en: 'The price {actual:money} is {difference:money} (less than {least:percent}) above the agreed price {expected:money}',
    },
    aboveNothing: {
      nb: 'Prisen er {actual:money}, men avtalt pris er {expected:money}',
      en: 'The price is {actual:money}, but the agreed price is {expected:money}',
    },
  },
  check(line, { agreed }) {
    const { agreedPrice, price: verdict } = agreed;
    if (agreedPrice === undefined || !isOnSide(verdict, 'above')) return NONE;
    const correction = { price: toldPrice(agreedPrice) };
    const about = { ...aboutPrice(line, { ...agreed, agreedPrice }), correction };
    if (isZero(agreedPrice)) return [{ ...about, message: 'aboveNothing' }];
    const off = excess(line.price, agreedPrice);
    const cause = shareCause(line.price, agreedPrice, off.percent);
    const parameters = { ...off, ...(cause === undefined ? {} : { cause }) };
    if (isZero(parameters.percent))
      return [{ ...about, message: 'aboveBarely', parameters: { ...parameters, least: LEAST_PERCENT } }];
    const { article, converted } = agreed;
    if (converted === undefined || article.price === undefined) return [{ ...about, message: 'above', parameters }];
    return [
      {
        ...about,
        message: 'aboveForContent',
        parameters: {
          ...parameters,
          listed: article.price,
          agreedContent: multiply(converted.agreed.amount, baseQuantityOf(article)),
          content: multiply(converted.offered.amount, baseQuantityOf(line)),
          of: converted.agreed.of,
        },
      },
    ];
  },
});

const NONE: readonly Problem[] = [];
/** Percents are told to two decimals. */
const LEAST_PERCENT = '0.01';
