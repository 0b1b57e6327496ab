import type { PriceVerdict } from '../../agreement/agreement.ts';
import { excess } from '../../agreement/price-verdict.ts';
import { isZero } from '../../catalogue/decimal.ts';
import { lineRule } from '../../engine/rule.ts';
import { deriveAgreedPrice } from './derivation.ts';

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
  source: 'The agreed price list',
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  corrects: true,
  needs: ['price', 'agreed'],
  passes: [
    { why: 'the agreed price', line: { price: '49.90' }, agreed: { price: '49.90' } },
    { why: 'cheaper', line: { price: '45' }, agreed: { price: '49.90' } },
    { why: 'rounded up to whole øre', line: { price: '12.35' }, agreed: { price: '12.345' } },
    {
      why: 'the same price for a hundred',
      line: { price: '250', priceBaseQuantity: '100' },
      agreed: { price: '2.50' },
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
    { why: 'VAT left in is above, too', line: { price: '125' }, agreed: { price: '100' } },
  ],
  message: {
    above: {
      nb: 'Prisen {actual:money} er {difference:money} ({percent:percent}) over avtalt pris {expected:money}',
      en: 'The price {actual:money} is {difference:money} ({percent:percent}) above the agreed price {expected:money}',
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
    if (agreedPrice === undefined || !isAbove(verdict)) return [];
    const about = {
      field: 'price',
      actual: line.price,
      expected: agreedPrice,
      correction: { price: agreedPrice },
      derivation: deriveAgreedPrice(line, agreed),
    } as const;
    if (isZero(agreedPrice)) return [{ ...about, message: 'aboveNothing' }];
    const parameters = excess(line.price, agreedPrice);
    if (!isZero(parameters.percent)) return [{ ...about, message: 'above', parameters }];
    return [{ ...about, message: 'aboveBarely', parameters: { ...parameters, least: LEAST_PERCENT } }];
  },
});

/** Percents are told to two decimals. */
const LEAST_PERCENT = '0.01';

/** Also what a more specific rule explains: were that one off, the price would still be too high. */
function isAbove(verdict: PriceVerdict): boolean {
  return (
    verdict.kind === 'above' || verdict.kind === 'vatIncluded' || (verdict.kind === 'decimalShift' && verdict.above)
  );
}
