import { lineRule, type Problem } from '../../engine/rule.ts';
import { aboutPrice, causeParameters, explainedBy } from './explained.ts';

export default lineRule({
  id: 'price/per-pack',
  title: { nb: 'Prisen gjelder den mengden linjen sier', en: 'The price is for the quantity that the line says' },
  fault: { nb: 'Pris per pakning og pris per stykk er blandet', en: 'Price per pack and price per piece are mixed up' },
  because: {
    nb: 'Når prisen for hele pakningen står som pris for ett stykk, blir hver bestilling mange ganger for dyr.',
    en: 'If the price of the whole pack is given as the price of one piece, every order is many times too expensive.',
  },
  advice: {
    nb: 'Sjekk om prisen gjelder ett stykk, hele pakningen eller en annen mengde, og la enhet, innhold og pris passe sammen.',
    en: 'Check whether the price is for one piece, the whole pack or another quantity, and let unit, content and price agree.',
  },
  source: {
    nb: 'Den avtalte prislisten, regnet om til én grunnenhet; innenfor 0,5 % av det en pakning inneholder',
    en: 'The agreed price list, converted to one base unit; within 0.5 % of the content of a pack',
  },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['price', 'agreed'],
  offAgreedOnly: true,
  replaces: ['price/above-agreed', 'price/below-agreed', 'price/change-limit'],
  passes: [
    {
      why: 'the box at the price of what it holds',
      line: { price: '100', unit: 'XBX', packQuantity: '10' },
      agreed: { price: '10', unit: 'EA' },
    },
    { why: 'dearer, but not by what a pack holds', line: { price: '30', packQuantity: '12' }, agreed: { price: '10' } },
  ],
  fails: [
    {
      why: 'the price of the box for one piece',
      line: { price: '84', unit: 'EA' },
      agreed: { price: '84', unit: 'XBX', packQuantity: '12' },
      finds: [
        {
          field: 'price',
          actual: '84',
          expected: '7',
          message: 'ofPack',
          parameters: { factor: '12', cause: 'perPack' },
        },
      ],
    },
    {
      why: 'the price of one piece for the box',
      line: { price: '7', unit: 'XBX', packQuantity: '12' },
      agreed: { price: '84', unit: 'XBX', packQuantity: '12' },
      finds: [
        {
          field: 'price',
          actual: '7',
          expected: '84',
          message: 'ofOne',
          parameters: { factor: '12', cause: 'perPack' },
        },
      ],
    },
    {
      why: 'a hundred in the pack: a slip of the decimal sign gives the same',
      line: { price: '250', unit: 'EA', packQuantity: '100' },
      agreed: { price: '2.50', unit: 'EA', packQuantity: '100' },
      finds: [
        {
          field: 'price',
          actual: '250',
          expected: '2.5',
          message: 'ofPack',
          parameters: { factor: '100', also: 'decimalShift:2', cause: 'perPack' },
        },
      ],
    },
    {
      why: 'the amount for a hundred, without saying that it is for a hundred',
      line: { price: '250' },
      agreed: { price: '250', priceBaseQuantity: '100' },
      finds: [
        {
          field: 'price',
          actual: '250',
          expected: '2.5',
          message: 'ofQuantity',
          parameters: { of: '100', also: 'decimalShift:2', cause: 'baseQuantity:100' },
        },
      ],
    },
  ],
  message: {
    ofPack: {
      nb: 'Prisen {actual:money} er {factor:decimal} ganger avtalt pris {expected:money}: gjelder den en hel pakning på {factor:decimal}?',
      en: 'The price {actual:money} is {factor:decimal} times the agreed price {expected:money}: is it for a whole pack of {factor:decimal}?',
    },
    ofOne: {
      nb: 'Avtalt pris {expected:money} er {factor:decimal} ganger prisen {actual:money}: gjelder prisen ett stykk av en pakning på {factor:decimal}?',
      en: 'The agreed price {expected:money} is {factor:decimal} times the price {actual:money}: is the price for one of a pack of {factor:decimal}?',
    },
    ofQuantity: {
      nb: 'Prisen {actual:money} er den avtalte for {of:decimal}, men linjen sier en annen mengde; for den er avtalt pris {expected:money}',
      en: 'The price {actual:money} is the agreed one for {of:decimal}, but the line says another quantity; for that one the agreed price is {expected:money}',
    },
  },
  check(line, { agreed }) {
    const { agreedPrice, price } = agreed;
    const verdict = explainedBy(price, 'perPack', 'baseQuantity');
    if (verdict === undefined || agreedPrice === undefined) return NONE;
    const { explanation, side } = verdict;
    const about = aboutPrice(line, { ...agreed, agreedPrice });
    if (explanation.cause === 'baseQuantity') {
      const parameters = { of: explanation.of, ...causeParameters(verdict) };
      return [{ ...about, message: 'ofQuantity', parameters }];
    }
    const parameters = { factor: explanation.factor, ...causeParameters(verdict) };
    return [{ ...about, message: side === 'above' ? 'ofPack' : 'ofOne', parameters }];
  },
});

const NONE: readonly Problem[] = [];
