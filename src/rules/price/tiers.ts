import { compare, type Decimal, decimal, parseDecimal } from '../../catalogue/decimal.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

/** From `from` on, each costs `price`. */
interface Tier {
  readonly from: Decimal;
  readonly price: Decimal;
}

export default lineRule({
  id: 'price/tiers',
  title: { nb: 'Staffelprisene går riktig vei', en: 'The price tiers run the right way' },
  fault: { nb: 'Staffelpriser som ikke stemmer', en: 'Price tiers that do not fit together' },
  because: {
    nb: 'Står to priser på samme mengde, eller koster mer å kjøpe mye, vet ingen hva bestillingen koster.',
    en: 'Where two prices stand for one quantity, or buying more costs more, nobody knows what the order costs.',
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
      en: 'From {quantity:decimal} on both {before:money} and {tierPrice:money} stand',
    },
    unreadable: {
      nb: '«{actual}» er ikke staffelpriser, som skrives 10=95,00; 100=90,00',
      en: '"{actual}" is no price tiers, which are written 10=95.00; 100=90.00',
    },
  },
  check({ priceTiers, price }) {
    const about = { field: 'priceTiers', actual: priceTiers } as const;
    const tiers = tiersIn(priceTiers);
    if (tiers === undefined) return [{ ...about, message: 'unreadable' }];
    let before: Tier | undefined = price === undefined ? undefined : { from: decimal('0'), price };
    for (const tier of tiers) {
      const parameters = before && { quantity: tier.from, tierPrice: tier.price, before: before.price };
      if (before !== undefined && parameters !== undefined) {
        if (compare(before.from, tier.from) === 0) return [{ ...about, message: 'twice', parameters }];
        if (compare(tier.price, before.price) > 0) return [{ ...about, message: 'dearer', parameters }];
      }
      before = tier;
    }
    return NONE;
  },
});

const NONE: readonly Problem[] = [];

/** By rising quantity; nothing where the text is no tiers. */
function tiersIn(text: string): readonly Tier[] | undefined {
  const tiers: Tier[] = [];
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const [from, price] = part.split('=').map((figure) => parseDecimal(figure.trim().replace(',', '.')));
    if (from === undefined || price === undefined) return undefined;
    tiers.push({ from, price });
  }
  return tiers.length === 0 ? undefined : tiers.sort((a, b) => compare(a.from, b.from));
}
