/** How a price came about, step by step, in words. */
import type { DerivationStep } from '../catalogue/finding.ts';
import type { Language, Text } from '../catalogue/text.ts';
import { formatKind } from './format-value.ts';

type Form =
  | 'text'
  | 'money'
  | 'percent'
  | 'decimal'
  | 'date'
  | 'unit'
  | 'formula'
  | 'kind'
  | 'by'
  | 'rounding'
  | 'month';

const step = (nb: string, en: string, form: Form): { readonly title: Text; readonly form: Form } => ({
  title: { nb, en },
  form,
});

const STEPS: Readonly<Record<string, { readonly title: Text; readonly form: Form } | undefined>> = {
  item: step('Vare', 'Item', 'text'),
  matchedBy: step('Funnet ved', 'Matched by', 'kind'),
  term: step('Vilkår', 'Term', 'kind'),
  termName: step('Kalt', 'Name', 'text'),
  holdsFor: step('Gjelder ved', 'Applies by', 'by'),
  holdsForArticle: step('Varen vilkåret nevner', 'Article in the term', 'text'),
  holdsForGroup: step('Gruppen vilkåret nevner', 'Group in the term', 'text'),
  noPriceFor: step('Har ingen pris for varen', 'Has no price for the article', 'kind'),
  campaignOver: step('Kampanjen gikk ut', 'The campaign ended', 'date'),
  priceListRow: step('Rad i prislisten', 'Row in the price list', 'text'),
  listedPrice: step('Pris i prislisten', 'Price in the price list', 'money'),
  list: step('Prisliste', 'Price list', 'text'),
  listFrom: step('Listen gjelder fra', 'The list is valid from', 'date'),
  listApproved: step('Listen ble godkjent', 'The list was approved', 'date'),
  listRow: step('Rad i listen', 'Row in the list', 'text'),
  listPrice: step('Listepris', 'List price', 'money'),
  costPrice: step('Kostpris', 'Cost price', 'money'),
  fixedPrice: step('Fast pris', 'Fixed price', 'money'),
  ceilingPrice: step('Pristak', 'Price ceiling', 'money'),
  ceilingPercent: step('Tak over listepris', 'Ceiling above the list price', 'percent'),
  markUpPercent: step('Påslag', 'Mark-up', 'percent'),
  discountPercent: step('Rabatt', 'Discount', 'percent'),
  vatRate: step('Mva i listen', 'VAT in the list', 'percent'),
  orderQuantity: step('Minste bestilling', 'Minimum order quantity', 'decimal'),
  tierFrom: step('Trinn fra og med', 'Tier from', 'decimal'),
  tierPrice: step('Pris på trinnet', 'Tier price', 'money'),
  campaignFrom: step('Kampanje fra', 'Campaign from', 'date'),
  campaignTo: step('Kampanje til', 'Campaign to', 'date'),
  campaignPrice: step('Kampanjepris', 'Campaign price', 'money'),
  campaignPercent: step('Kampanjerabatt', 'Campaign discount', 'percent'),
  usualPrice: step('Vanlig pris', 'Usual price', 'money'),
  lowest: step('Lavest', 'Lowest', 'kind'),
  notLowest: step('Ikke lavest', 'Not the lowest', 'kind'),
  notComparable: step('Kan ikke sammenlignes', 'Cannot be compared', 'kind'),
  formula: step('Regnestykke', 'Calculation', 'formula'),
  rounding: step('Avrundet', 'Rounded', 'rounding'),
  unadjustedPrice: step('Før prisregulering', 'Before adjustment', 'money'),
  series: step('Regulert etter', 'Adjusted by', 'text'),
  monthFrom: step('Fra måned', 'From the month', 'month'),
  monthTo: step('Til måned', 'To the month', 'month'),
  seriesChange: step('Endring', 'Change', 'percent'),
  share: step('Andel som slår ut', 'Share passed on', 'percent'),
  cap: step('Høyeste endring', 'Cap', 'percent'),
  notifiedPrice: step('Varslet pris', 'Notified price', 'money'),
  priceInCurrency: step('Pris før omregning', 'Price before conversion', 'formula'),
  termPrice: step('Pris etter vilkåret', 'Price under the term', 'money'),
  allowedPrice: step('Høyest tillatt etter klausulen', 'Highest price the clause allows', 'money'),
  allowedFrom: step('Tidligst fra', 'Earliest from', 'date'),
  listedUnit: step('Enhet', 'Unit', 'unit'),
  listedBaseQuantity: step('Avtalt pris gjelder for antall', 'Agreed price is for a quantity of', 'decimal'),
  offeredBaseQuantity: step('Tilbudt pris gjelder for antall', 'Offered price is for a quantity of', 'decimal'),
  baseUnit: step('Begge regnet om til', 'Both converted to', 'unit'),
  listedPack: step('Pakningen i prislisten', 'Pack in the price list', 'text'),
  listedContent: step('Innhold i én avtalt enhet', 'Content of one agreed unit', 'decimal'),
  offeredPack: step('Pakningen på linjen', 'Pack on the line', 'text'),
  offeredContent: step('Innhold i én tilbudt enhet', 'Content of one offered unit', 'decimal'),
  agreedPrice: step('Avtalt pris', 'Agreed price', 'money'),
  volumeRow: step('Rad i mengdefilen', 'Row in the volume file', 'text'),
  volume: step('Mengde', 'Volume', 'decimal'),
  volumeUnit: step('Mengden er i', 'Volume unit', 'unit'),
  volumeFrom: step('Mengden gjelder fra', 'The volume is from', 'date'),
  volumeTo: step('Mengden gjelder til', 'The volume is to', 'date'),
  yearlyVolume: step('Mengde i året', 'Volume per year', 'decimal'),
  effect: step('Kroneeffekt i året', 'Yearly effect', 'money'),
  effectNotKnown: step('Kroneeffekt i året er ikke kjent', 'Yearly effect is not known', 'kind'),
  offeredPrice: step('Tilbudt pris', 'Offered price', 'money'),
};

const KINDS: Readonly<Record<string, Text | undefined>> = {
  listed: { nb: 'prisen i prislisten', en: 'price in the price list' },
  fixed: { nb: 'fast pris', en: 'fixed price' },
  discount: { nb: 'rabatt på listepris', en: 'discount on the list price' },
  markUp: { nb: 'påslag på kostpris', en: 'mark-up on the cost price' },
  ceiling: { nb: 'pristak', en: 'price ceiling' },
  tiers: { nb: 'kvantumspriser', en: 'prices by quantity' },
  campaign: { nb: 'kampanjepris', en: 'campaign price' },
  lowestOf: { nb: 'den laveste av flere', en: 'the lowest of several' },
  notPriced: { nb: 'avtalt uten pris', en: 'agreed without a price' },
  noVolume: { nb: 'ingen mengde', en: 'no volume' },
  notComparable: { nb: 'mengden kan ikke holdes mot prisen', en: 'the volume cannot be compared with the price' },
  itemNumber: { nb: 'varenummer', en: 'item number' },
  gtin: { nb: 'GTIN', en: 'GTIN' },
  manufacturer: { nb: 'produsent og produsentens varenummer', en: 'manufacturer and its item number' },
  alias: { nb: 'annet varenummer i avtalen', en: 'another number in the agreement' },
};

/** A kind of price term, or what an article was found by. */
export function kindInWords(kind: string, language: Language): string {
  return (KINDS[kind] ?? BY[kind])?.[language] ?? kind;
}

const BY: Readonly<Record<string, Text | undefined>> = {
  article: { nb: 'vare', en: 'article' },
  productGroup: { nb: 'varegruppe', en: 'product group' },
  unspsc: { nb: 'UNSPSC', en: 'UNSPSC' },
  agreement: { nb: 'hele avtalen', en: 'the whole agreement' },
  priceList: { nb: 'prislisten', en: 'the price list' },
  term: { nb: 'prisvilkår', en: 'price term' },
};

const ROUNDED: Readonly<Record<string, Text | undefined>> = {
  halfUp: { nb: 'halve oppover', en: 'half up' },
  up: { nb: 'opp', en: 'up' },
  down: { nb: 'ned', en: 'down' },
};

export interface StepInWords {
  readonly title: string;
  readonly value: string;
}

/** A step that this version does not know stands as it is. @param agreed ISO 4217, the agreement's currency */
export function derivationInWords(
  steps: readonly DerivationStep[],
  language: Language,
  agreed: string | undefined,
): readonly StepInWords[] {
  return steps.map(({ step: name, value, formula, currency = agreed }) => {
    const known = STEPS[name];
    const shown = known === undefined ? value : inForm(known.form, value, language, currency);
    return {
      title: known?.title[language] ?? name,
      value: formula === undefined ? shown : `${shown} = ${formulaInWords(formula, language)}`,
    };
  });
}

function inForm(form: Form, value: string, language: Language, currency: string | undefined): string {
  switch (form) {
    case 'text':
    case 'money':
    case 'percent':
    case 'decimal':
    case 'date':
    case 'unit':
      return formatKind(form, value, language, 'prose', currency);
    case 'month':
    case 'formula':
      return formulaInWords(value, language);
    case 'kind':
      return kindInWords(value, language);
    case 'by':
      return BY[value]?.[language] ?? value;
    case 'rounding': {
      const [mode = '', decimals = ''] = value.split(' ');
      const how = ROUNDED[mode]?.[language] ?? mode;
      return language === 'nb' ? `${how}, ${decimals} desimaler` : `${how}, ${decimals} decimals`;
    }
  }
}

const CONVERTED: Readonly<Record<Language, string>> = { nb: 'Regnet om', en: 'Converted' };

/** How an agreed price was brought to the line's currency, as a sentence; empty where it was not. */
export function conversionInWords(steps: readonly DerivationStep[] = [], language: Language): string {
  const at = steps.findIndex(({ step: name }) => name === 'priceInCurrency');
  const [amount, arithmetic] = [steps[at], steps[at + 1]];
  if (amount === undefined || arithmetic === undefined) return '';
  const [price = ''] = amount.value.split(' ');
  const formula = arithmetic.value.replace(price, amount.value);
  return `${CONVERTED[language]}: ${formulaInWords(formula, language)}.`;
}

/** The arithmetic with the language's decimal sign. */
function formulaInWords(formula: string, language: Language): string {
  return language === 'nb' ? formula.replace(/(\d)\.(?=\d)/g, '$1,') : formula;
}
