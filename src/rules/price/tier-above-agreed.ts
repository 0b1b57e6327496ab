import { lineRule } from '../../engine/rule.ts';
import { deriveAgreedPrice } from './derivation.ts';
import { toldPrice } from './explained.ts';
import { withSteps } from './tier-examples.ts';

export default lineRule({
  id: 'price/tier-above-agreed',
  title: {
    nb: 'Ingen staffelpris er høyere enn avtalt for så mange',
    en: 'No price for a quantity is above the price agreed for that quantity',
  },
  fault: { nb: 'Høyere staffelpris enn avtalt', en: 'Price for a quantity above the agreed one' },
  because: {
    nb: 'Prisen for én er riktig, men den som kjøper mange, betaler mer enn avtalt.',
    en: 'The price of one is right, but whoever buys many pays more than agreed.',
  },
  advice: {
    nb: 'Sett staffelprisene til de avtalte.',
    en: 'Set the prices by quantity to the agreed ones.',
  },
  source: { nb: 'Avtalen: kvantumspriser', en: 'The agreement: prices by quantity' },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['priceTiers', 'agreed'],
  passes: [
    {
      why: 'the agreed steps',
      line: { itemNumber: '1', price: '10', priceTiers: '100=9' },
      agreed: { itemNumber: '1', price: '10' },
      agreement: withSteps(),
    },
    { why: 'no steps are agreed', line: { price: '10', priceTiers: '100=9.9' }, agreed: { price: '10' } },
  ],
  fails: [
    {
      why: 'a smaller rebate for a hundred than agreed',
      line: { itemNumber: '1', price: '10', priceTiers: '100=9.8' },
      agreed: { itemNumber: '1', price: '10' },
      agreement: withSteps(),
      finds: [
        {
          field: 'priceTiers',
          actual: '100=9.8',
          parameters: { quantity: '100', tierPrice: '9.8', agreedPrice: '9' },
        },
      ],
    },
  ],
  message: {
    nb: 'Fra {quantity:decimal} er prisen {tierPrice:money}, men {agreedPrice:money} er avtalt for så mange',
    en: 'From {quantity:decimal} on the price is {tierPrice:money}, but {agreedPrice:money} is agreed for so many',
  },
  check(line, { agreed }) {
    const { dearTiers: [first] = [] } = agreed;
    if (first === undefined) return [];
    const { from, price, agreed: forSoMany } = first;
    return [
      {
        field: 'priceTiers',
        actual: line.priceTiers,
        parameters: { quantity: from, tierPrice: price, agreedPrice: toldPrice(forSoMany.agreedPrice) },
        derivation: deriveAgreedPrice({ ...line, price, minOrderQuantity: from }, forSoMany),
      },
    ];
  },
});
