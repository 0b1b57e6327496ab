import { priceTiersIn, tierFault } from '../../catalogue/price-tiers.ts';
import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'price/tiers',
  title: { nb: 'Staffelprisene går riktig vei', en: 'The price tiers run the right way' },
  fault: { nb: 'Staffelpriser som ikke stemmer', en: 'Price tiers that do not fit together' },
  because: {
    nb: 'Står to priser på samme mengde, eller koster mer å kjøpe mye, vet ingen hva bestillingen koster.',
    en: 'If there are two prices for one quantity, or buying more costs more, nobody knows what the order costs.',
  },
  advice: {
    nb: 'Skriv hvert trinn én gang, med minste mengde og pris, slik: 10=95,00; 100=90,00.',
    en: 'Write each tier once, with its least quantity and price, like this: 10=95.00; 100=90.00.',
  },
  source: {
    nb: 'Peppol BIS Catalogue 3: minste antall og pris i hver ItemLocationQuantity',
    en: 'Peppol BIS Catalogue 3: minimum quantity and price of each item location quantity',
  },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['priceTiers'],
  passes: [
    { why: 'more is cheaper', line: { price: '100', priceTiers: '10=95.00; 100=90.00' } },
    { why: 'with a decimal comma, and the same price for more', line: { priceTiers: '10=95,00; 50=95,00' } },
    { why: 'written from the largest down', line: { price: '100', priceTiers: '100=90; 10=95' } },
    { why: 'each up to the next', line: { price: '100', priceTiers: '1-9=100; 10-99=95; 100=90' } },
  ],
  fails: [
    {
      why: 'dearer for more',
      line: { price: '100', priceTiers: '10=95; 100=97' },
      finds: [
        {
          field: 'priceTiers',
          actual: '10=95; 100=97',
          message: 'dearer',
          parameters: { quantity: '100', tierPrice: '97', before: '95' },
        },
      ],
    },
    {
      why: 'dearer than one alone',
      line: { price: '94', priceTiers: '10=95' },
      finds: [
        {
          field: 'priceTiers',
          actual: '10=95',
          message: 'dearer',
          parameters: { quantity: '10', tierPrice: '95', before: '94' },
        },
      ],
    },
    {
      why: 'two prices for one quantity',
      line: { priceTiers: '10=95; 10=90' },
      finds: [
        {
          field: 'priceTiers',
          actual: '10=95; 10=90',
          message: 'twice',
          parameters: { quantity: '10', tierPrice: '90', before: '95' },
        },
      ],
    },
    {
      why: 'two that overlap',
      line: { priceTiers: '10-100=95; 100=90' },
      finds: [
        {
          field: 'priceTiers',
          actual: '10-100=95; 100=90',
          message: 'overlap',
          parameters: { quantity: '100', tierPrice: '90', before: '95', to: '100' },
        },
      ],
    },
    {
      why: 'no tiers at all',
      line: { priceTiers: 'kontakt oss' },
      finds: [{ field: 'priceTiers', actual: 'kontakt oss', message: 'unreadable' }],
    },
  ],
  message: {
    dearer: {
      nb: 'Fra {quantity:decimal} er prisen {tierPrice:money}, men {before:money} for færre',
      en: 'From {quantity:decimal} on the price is {tierPrice:money}, but {before:money} for fewer',
    },
    twice: {
      nb: 'Fra {quantity:decimal} står både prisen {before:money} og {tierPrice:money}',
      en: 'From {quantity:decimal}, both {before:money} and {tierPrice:money} are given',
    },
    overlap: {
      nb: 'Prisen {tierPrice:money} gjelder fra {quantity:decimal}, men {before:money} gjelder til {to:decimal}',
      en: 'The price {tierPrice:money} applies from {quantity:decimal}, but {before:money} applies to {to:decimal}',
    },
    unreadable: {
      nb: '«{actual}» er ikke staffelpriser, som skrives 10=95,00; 100=90,00',
      en: '"{actual}" is no price tiers, which are written 10=95.00; 100=90.00',
    },
  },
  check({ priceTiers, price }) {
    const about = { field: 'priceTiers', actual: priceTiers } as const;
    const tiers = priceTiersIn(priceTiers);
    if (tiers === undefined) return [{ ...about, message: 'unreadable' }];
    const fault = tierFault(tiers, price);
    if (fault === undefined) return [];
    const { kind, tier, before } = fault;
    const parameters = { quantity: tier.from, tierPrice: tier.price, before: before.price };
    return [
      { ...about, message: kind, parameters: kind === 'overlap' ? { ...parameters, to: before.to ?? '' } : parameters },
    ];
  },
});
