import { lineRule, type Problem } from '../../engine/rule.ts';
import { aboutPrice, causeParameters, explainedBy } from './explained.ts';

export default lineRule({
  id: 'price/per-measure',
  title: { nb: 'Prisen gjelder den måleenheten linjen sier', en: 'The price is for the measure that the line says' },
  fault: {
    nb: 'Prisen ser ut til å gjelde en annen måleenhet (kg og g, par og stykk)',
    en: 'The price seems to be for another measure (kg and g, pair and piece)',
  },
  because: {
    nb: 'En pris per kilo som står som pris per gram, blir tusen ganger for høy.',
    en: 'A price per kilogram given as the price per gram is a thousand times too high.',
  },
  advice: {
    nb: 'Sjekk hvilken enhet prisen gjelder, og rett enheten eller prisen.',
    en: 'Check which unit the price is for, and correct the unit or the price.',
  },
  source: {
    nb: 'Den avtalte prislisten, regnet om til én grunnenhet (UN/ECE Recommendation 20); innenfor 0,5 %',
    en: 'The agreed price list, brought to one base unit (UN/ECE Recommendation 20); within 0.5 %',
  },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['price', 'agreed'],
  offAgreedOnly: true,
  replaces: ['price/above-agreed', 'price/below-agreed', 'price/change-limit'],
  passes: [
    { why: 'the same price per gram', line: { price: '0.10', unit: 'GRM' }, agreed: { price: '100', unit: 'KGM' } },
    { why: 'pairs at twice a piece', line: { price: '20', unit: 'PR' }, agreed: { price: '10', unit: 'EA' } },
  ],
  fails: [
    {
      why: 'the price of a kilogram for a gram',
      line: { price: '100', unit: 'GRM' },
      agreed: { price: '100', unit: 'KGM' },
      finds: [
        {
          field: 'price',
          actual: '100',
          expected: '0.1',
          message: 'times',
          parameters: { factor: '1000', of: 'KGM', also: 'decimalShift:3', cause: 'perMeasure:KGM' },
        },
      ],
    },
    {
      why: 'the price of one glove for a pair',
      line: { price: '20', unit: 'PR' },
      agreed: { price: '40', unit: 'PR' },
      finds: [
        {
          field: 'price',
          actual: '20',
          expected: '40',
          message: 'part',
          parameters: { factor: '2', of: 'H87', cause: 'perMeasure:H87' },
        },
      ],
    },
  ],
  message: {
    times: {
      nb: 'Prisen {actual:money} er {factor:decimal} ganger avtalt pris {expected:money}: gjelder den per {of:unit}?',
      en: 'The price {actual:money} is {factor:decimal} times the agreed price {expected:money}: is it per {of:unit}?',
    },
    part: {
      nb: 'Avtalt pris {expected:money} er {factor:decimal} ganger prisen {actual:money}: gjelder prisen per {of:unit}?',
      en: 'The agreed price {expected:money} is {factor:decimal} times the price {actual:money}: is the price per {of:unit}?',
    },
  },
  check(line, { agreed }) {
    const { agreedPrice, price } = agreed;
    const verdict = explainedBy(price, 'perMeasure');
    if (verdict === undefined || agreedPrice === undefined) return NONE;
    const { factor, of } = verdict.explanation;
    return [
      {
        ...aboutPrice(line, { ...agreed, agreedPrice }),
        message: verdict.side === 'above' ? 'times' : 'part',
        parameters: { factor, of, ...causeParameters(verdict) },
      },
    ];
  },
});

const NONE: readonly Problem[] = [];
