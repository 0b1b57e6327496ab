import { USUAL_ROUNDING } from '../../agreement/terms/rounding.ts';
import { lineRule } from '../../engine/rule.ts';
import { deriveAgreedPrice } from './derivation.ts';

const FREE_TEXT = {
  pricing: {
    terms: [{ scope: { productGroups: ['FRITEKST'] }, price: { kind: 'notPriced' } }],
    lists: [],
    rounding: USUAL_ROUNDING,
    rates: {},
  },
} as const;

export default lineRule({
  id: 'price/not-priced',
  title: {
    nb: 'Prisen er holdt mot en avtalt pris',
    en: 'The price is compared with an agreed price',
  },
  fault: { nb: 'Avtalt uten pris', en: 'Agreed without a price' },
  because: {
    nb: 'Prisen på slike varer går videre uansett hvor høy den er.',
    en: 'The price of such articles passes, however high it is.',
  },
  advice: {
    nb: 'Se over prisene. Den som har avtalen, kan føre varene opp i prislisten.',
    en: 'Look through the prices. Whoever has the agreement can put the articles into the price list.',
  },
  source: { nb: 'Avtalen: varer uten pris', en: 'The agreement: articles without a price' },
  sets: { recommended: { severity: 'warning' } },
  needs: ['price', 'agreed'],
  offAgreedOnly: true,
  passes: [{ why: 'an agreed price', line: { price: '10' }, agreed: { price: '10' } }],
  fails: [
    {
      why: 'the price list puts it into the group without prices',
      line: { price: '900' },
      agreed: { itemNumber: '1', productGroup: 'Fritekst' },
      agreement: FREE_TEXT,
      finds: [{ field: 'price', actual: '900', message: 'agreed', severity: 'info' }],
    },
    {
      why: 'nobody but the supplier says that it is of that group',
      line: { price: '900', productGroup: 'Fritekst' },
      agreed: { itemNumber: '1' },
      agreement: FREE_TEXT,
      finds: [{ field: 'price', actual: '900', message: 'bySupplier', parameters: { group: 'Fritekst' } }],
    },
  ],
  message: {
    agreed: {
      nb: 'Varen er avtalt uten pris; {actual:money} er ikke holdt mot noe',
      en: 'The article is agreed without a price; {actual:money} is not compared with anything',
    },
    bySupplier: {
      nb: 'Varer i gruppen {group} er avtalt uten pris, og bare leverandøren sier at varen er i den; {actual:money} er ikke holdt mot noe',
      en: 'Articles of the group {group} are agreed without a price, and only the supplier says that this is one; {actual:money} is not compared with anything',
    },
  },
  check(line, { agreed }) {
    const { price: verdict, article, term } = agreed;
    if (verdict.kind !== 'notPriced' || term === undefined) return [];
    const about = { field: 'price', actual: line.price, derivation: deriveAgreedPrice(line, agreed) } as const;
    const group = line.productGroup ?? line.priceGroup;
    const isOwnWord =
      term.winner.by === 'productGroup' && article.productGroup === undefined && article.priceGroup === undefined;
    return isOwnWord && group !== undefined
      ? [{ ...about, message: 'bySupplier', parameters: { group } }]
      : [{ ...about, message: 'agreed', severity: 'info' }];
  },
});
