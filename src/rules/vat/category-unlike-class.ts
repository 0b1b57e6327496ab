import { lineRule } from '../../engine/rule.ts';
import { vatCountry } from './country.ts';
import { isFood, isOtherGoods } from './goods.ts';

export default lineRule({
  id: 'vat/category-unlike-class',
  title: { nb: 'Mva-kategorien passer til varen', en: 'The VAT category fits the item' },
  fault: { nb: 'Mva-kategori som ikke passer til varen', en: 'VAT category that does not fit the item' },
  because: {
    nb: 'En avgiftspliktig vare uten avgift i katalogen ser billigere ut enn den blir på fakturaen.',
    en: 'A taxable item without VAT in the catalogue looks cheaper than it will be on the invoice.',
  },
  advice: {
    nb: 'Mat og vanlige varer er avgiftspliktige: kategori S. Rett kategorien, eller UNSPSC-koden hvis det er den som er feil.',
    en: 'Food and ordinary goods are taxable: category S. Correct the category, or the UNSPSC code if that is wrong.',
  },
  source: {
    nb: 'Merverdiavgiftsloven kapittel 3 og 6: hva som er unntatt og fritatt; segmentene i UNSPSC',
    en: 'Norwegian VAT Act, chapters 3 and 6: what is exempt and zero rated; UNSPSC segments',
  },
  sets: { recommended: { severity: 'warning' }, supplier: { severity: 'warning' } },
  needs: ['vatCategory', 'unspsc'],
  passes: [
    { why: 'a pen with VAT', line: { vatCategory: 'S', unspsc: '44121701' } },
    { why: 'a book is zero rated', line: { vatCategory: 'Z', unspsc: '55101500' } },
    { why: 'a service may be exempt', line: { vatCategory: 'E', unspsc: '85121500' } },
    { why: 'electric cars were zero rated', line: { vatCategory: 'Z', unspsc: '25101503' } },
    { why: 'a supplier outside the register has no VAT at all', line: { vatCategory: 'O', unspsc: '44121701' } },
    { why: 'Swedish rules are others', line: { vatCategory: 'E', unspsc: '44121701', currency: 'SEK' } },
  ],
  fails: [
    {
      why: 'a pen, zero rated',
      line: { vatCategory: 'Z', unspsc: '44121701' },
      finds: [{ field: 'vatCategory', actual: 'Z', expected: 'S', parameters: { unspsc: '44121701' } }],
    },
    {
      why: 'coffee, exempt',
      line: { vatCategory: 'E', unspsc: '50201706' },
      finds: [{ field: 'vatCategory', actual: 'E', expected: 'S', parameters: { unspsc: '50201706' } }],
    },
  ],
  message: {
    nb: 'Mva-kategorien er {actual} (uten avgift), men {unspsc:text} er avgiftspliktig; kategorien skal være {expected}',
    en: 'The VAT category is {actual} (without VAT), but {unspsc:text} is taxable; the category should be {expected}',
  },
  check({ vatCategory: actual, unspsc, currency }, { agreement }) {
    if ((actual !== 'Z' && actual !== 'E') || unspsc.length !== 8) return [];
    if (vatCountry(currency, agreement) !== 'NO' || !isAlwaysTaxed(unspsc)) return [];
    return [{ field: 'vatCategory', actual, expected: 'S', parameters: { unspsc } }];
  },
});

/** Vehicles, ships and aircraft have exemptions of their own; so have aids that are bought as medicine. */
const WITH_EXEMPTIONS: ReadonlySet<string> = new Set(['25', '42']);

function isAlwaysTaxed(unspsc: string): boolean {
  return isFood(unspsc) || (isOtherGoods(unspsc) && !WITH_EXEMPTIONS.has(unspsc.slice(0, 2)));
}
