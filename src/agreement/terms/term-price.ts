/** The price that one term gives an article, exact and not yet rounded. */
import { add, compare, type Decimal, decimal, subtract } from '../../catalogue/decimal.ts';
import type { DerivationStep } from '../../catalogue/finding.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import type { AgreedArticle } from '../agreement.ts';
import { baseQuantityOf, basisDifference } from '../verdict/basis.ts';
import { compareFractions, type Fraction, fraction, times } from './fraction.ts';
import type { DatedList, TermGrounds } from './grounds.ts';
import { groupKey } from './scope.ts';
import type { AgreedAmount, ListDiscount, PriceListFacts, SimplePrice, Tier } from './terms.ts';

/** What a price is for. */
export type Basis = Pick<AgreedArticle, 'unit' | 'packQuantity' | 'packUnit' | 'pack' | 'priceBaseQuantity'>;

export interface TermAmount {
  readonly amount: Fraction;
  readonly currency: string;
  readonly basis: Basis;
  /** False: the price stands as it is somewhere, and is not rounded. */
  readonly computed: boolean;
  /** It stands in the agreement or its price list, so that an adjustment clause moves it. */
  readonly regulated: boolean;
  readonly steps: readonly DerivationStep[];
  /** The entry of a list that it was made of. */
  readonly entry?: AgreedArticle;
  readonly listPrice?: Decimal;
}

/** The line and what is known of it. */
export interface Asked {
  readonly line: CatalogueLine;
  /** Its entry in the agreed price list. */
  readonly article: AgreedArticle | undefined;
}

export const HUNDRED = decimal('100');
const ONE = decimal('1');

/** @returns nothing where the term has no price for the article: no list entry, no list price, too small a quantity */
export function termAmount(price: SimplePrice, asked: Asked, grounds: TermGrounds): TermAmount | undefined {
  switch (price.kind) {
    case 'listed':
      return listedAmount(asked);
    case 'fixed':
      return fixedAmount(price, asked, grounds, 'fixedPrice');
    case 'discount':
      return discounted(price, asked, grounds);
    case 'markUp':
      return overList(price.list, price.percent, 'costPrice', 'markUpPercent', asked, grounds);
    case 'ceiling':
      return price.list === undefined
        ? fixedAmount(price, asked, grounds, 'ceilingPrice')
        : overList(price.list, price.percent, 'listPrice', 'ceilingPercent', asked, grounds);
    case 'tiers':
      return tierAmount(price.steps, price.list, asked, grounds);
  }
}

export function listedAmount({ article }: Asked): TermAmount | undefined {
  if (article?.price === undefined) return undefined;
  return {
    amount: fraction(article.price),
    currency: article.currency,
    basis: basisOf(article),
    computed: false,
    regulated: true,
    steps: [
      { step: 'priceListRow', value: String(article.row) },
      { step: 'listedPrice', value: article.price },
    ],
  };
}

export function fixedAmount(amount: AgreedAmount, { article }: Asked, grounds: TermGrounds, step: string): TermAmount {
  return {
    amount: fraction(amount.price),
    currency: amount.currency ?? grounds.currency,
    basis: { ...(isOfOtherPack(amount) ? withoutContent(article) : basisOf(article)), ...basisOf(amount) },
    computed: false,
    regulated: true,
    steps: [{ step, value: amount.price }],
  };
}

function discounted(discount: ListDiscount, asked: Asked, grounds: TermGrounds): TermAmount | undefined {
  const from = listPriceOf(discount.list, asked, grounds);
  if (from === undefined) return undefined;
  const percent = rateOf(discount, from.entry, asked);
  if (percent === undefined) return undefined;
  return withPercent(from, subtract(HUNDRED, percent), `(100 − ${percent})`, [
    ...from.steps,
    { step: 'discountPercent', value: percent },
  ]);
}

/** The rate of the group, as the buyer's list has the article; what the supplier writes counts only where none has it. */
function rateOf(
  { groups, percent }: ListDiscount,
  entry: AgreedArticle,
  { article, line }: Asked,
): Decimal | undefined {
  for (const { priceGroup, productGroup } of article === undefined ? [entry, line] : [article, entry]) {
    for (const group of [priceGroup, productGroup]) {
      if (group === undefined) continue;
      const rate = groups?.find((candidate) => groupKey(candidate.group) === groupKey(group));
      if (rate !== undefined) return rate.percent;
    }
  }
  return percent ?? entry.discountPercent;
}

function overList(
  list: string,
  percent: Decimal,
  priceStep: string,
  percentStep: string,
  asked: Asked,
  grounds: TermGrounds,
): TermAmount | undefined {
  const from = listPriceOf(list, asked, grounds, priceStep);
  if (from === undefined) return undefined;
  const parts = add(percent, HUNDRED);
  return withPercent(from, parts, `(100 + ${percent})`, [...from.steps, { step: percentStep, value: percent }]);
}

function tierAmount(
  tiers: readonly Tier[],
  list: string | undefined,
  asked: Asked,
  grounds: TermGrounds,
): TermAmount | undefined {
  const quantity = asked.line.minOrderQuantity ?? ONE;
  const tier = tiers.findLast(({ from }) => compare(from, quantity) <= 0);
  if (tier === undefined) return undefined;
  const steps = [
    { step: 'orderQuantity', value: quantity },
    { step: 'tierFrom', value: tier.from },
  ];
  if (tier.percent === undefined) {
    const amount = fixedAmount({ price: tier.price }, asked, grounds, 'tierPrice');
    return { ...amount, steps: [...steps, ...amount.steps] };
  }
  const from = listPriceOf(list, asked, grounds);
  if (from === undefined) return undefined;
  return withPercent(from, subtract(HUNDRED, tier.percent), `(100 − ${tier.percent})`, [
    ...from.steps,
    ...steps,
    { step: 'discountPercent', value: tier.percent },
  ]);
}

interface ListPrice {
  readonly amount: Fraction;
  /** As arithmetic: `149`, or `149 / 1.25`. */
  readonly formula: string;
  readonly entry: AgreedArticle;
  readonly listPrice: Decimal;
  readonly steps: readonly DerivationStep[];
}

function withPercent(
  { amount, formula, entry, listPrice }: ListPrice,
  parts: Decimal,
  partsFormula: string,
  steps: readonly DerivationStep[],
): TermAmount {
  return {
    amount: times(amount, fraction(parts, HUNDRED)),
    currency: entry.currency,
    basis: basisOf(entry),
    computed: true,
    regulated: false,
    steps: [...steps, { step: 'formula', value: `${formula} × ${partsFormula} / 100` }],
    entry,
    listPrice,
  };
}

/** From a named list, or from the list price column of the agreed price list. */
function listPriceOf(
  name: string | undefined,
  asked: Asked,
  grounds: TermGrounds,
  step = 'listPrice',
): ListPrice | undefined {
  if (name === undefined) {
    const { article } = asked;
    if (article?.listPrice === undefined) return undefined;
    return {
      amount: fraction(article.listPrice),
      formula: article.listPrice,
      entry: article,
      listPrice: article.listPrice,
      steps: [
        { step: 'priceListRow', value: String(article.row) },
        { step, value: article.listPrice },
      ],
    };
  }
  const list = grounds.lists.get(name);
  const entry = list === undefined ? undefined : entryIn(list, asked);
  if (list === undefined || entry?.price === undefined) return undefined;
  const { facts } = list;
  const steps: DerivationStep[] = [
    { step: 'list', value: facts.file },
    ...(facts.from === undefined ? [] : [{ step: 'listFrom', value: facts.from }]),
    { step: 'listRow', value: String(entry.row) },
    { step, value: entry.price },
  ];
  const vat = vatFactor(facts, grounds.vat);
  if (vat === undefined)
    return { amount: fraction(entry.price), formula: entry.price, entry, listPrice: entry.price, steps };
  return {
    amount: times(fraction(entry.price), vat.factor),
    formula: `${entry.price} ${vat.formula}`,
    entry,
    listPrice: entry.price,
    steps: [...steps, { step: 'vatRate', value: vat.rate }],
  };
}

/** The article's entry in a dated list; by what the agreed price list knows it by, where that has it. */
export function entryIn({ entries }: DatedList, { line, article }: Asked): AgreedArticle | undefined {
  if (article === undefined) return entries.find(line)?.article;
  const itemNumber = article.itemNumber ?? line.itemNumber;
  const gtin = article.gtin ?? line.gtin;
  const { manufacturer, manufacturerItemNumber } = article.manufacturerItemNumber === undefined ? line : article;
  const known: CatalogueLine = {
    row: line.row,
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(manufacturerItemNumber === undefined ? {} : { manufacturerItemNumber }),
    ...(itemNumber === undefined ? {} : { itemNumber }),
    ...(gtin === undefined ? {} : { gtin }),
  };
  return entries.find(known)?.article;
}

/** How prices of a list are brought to the agreement's way of counting VAT. */
export function vatFactor(
  { vat, vatRate }: PriceListFacts,
  agreed: 'excluded' | 'included',
): { readonly factor: Fraction; readonly formula: string; readonly rate: Decimal } | undefined {
  if (vat === undefined || vat === agreed || vatRate === undefined) return undefined;
  const whole = add(vatRate, HUNDRED);
  return vat === 'included'
    ? { factor: fraction(HUNDRED, whole), formula: `× 100 / ${whole}`, rate: vatRate }
    : { factor: fraction(whole, HUNDRED), formula: `× ${whole} / 100`, rate: vatRate };
}

/** What is in a pack that the amount itself tells is not what the price list says of its own. */
function isOfOtherPack({ unit, packQuantity }: AgreedAmount): boolean {
  return unit !== undefined || packQuantity !== undefined;
}

function withoutContent(article: AgreedArticle | undefined): Basis {
  const { packUnit: _, pack: __, ...rest } = basisOf(article);
  return rest;
}

export function basisOf(of: Basis | undefined): Basis {
  return {
    ...(of?.unit === undefined ? {} : { unit: of.unit }),
    ...(of?.packQuantity === undefined ? {} : { packQuantity: of.packQuantity }),
    ...(of?.packUnit === undefined ? {} : { packUnit: of.packUnit }),
    ...(of?.pack === undefined ? {} : { pack: of.pack }),
    ...(of?.priceBaseQuantity === undefined ? {} : { priceBaseQuantity: of.priceBaseQuantity }),
  };
}

/** Amounts for it can be compared as they stand. */
export function isSameBasis(one: Basis, other: Basis): boolean {
  return basisDifference(one, other) === undefined && compare(baseQuantityOf(one), baseQuantityOf(other)) === 0;
}

/** What one unit of a currency costs in the agreement's; nothing where none is agreed. */
export function rateFor(currency: string, { pricing, currency: own }: TermGrounds): Decimal | undefined {
  return currency === own ? ONE : pricing.rates[currency];
}

/** The lowest of several, brought to one price base and currency; what is for another unit or pack is left out. */
export function lowestAmount(of: readonly SimplePrice[], asked: Asked, grounds: TermGrounds): TermAmount | undefined {
  let lowest: { readonly found: TermAmount; readonly each: Fraction; readonly kind: string } | undefined;
  const others: DerivationStep[] = [];
  for (const price of of) {
    const found = termAmount(price, asked, grounds);
    const each = found === undefined ? undefined : perUnit(found, grounds);
    if (found === undefined || each === undefined) continue;
    if (lowest === undefined) lowest = { found, each, kind: price.kind };
    else if (basisDifference(found.basis, lowest.found.basis) !== undefined) {
      others.push({ step: 'notComparable', value: price.kind });
    } else if (compareFractions(each, lowest.each) < 0) {
      others.push(notLowest(lowest.kind, lowest.found));
      lowest = { found, each, kind: price.kind };
    } else others.push(notLowest(price.kind, found));
  }
  if (lowest === undefined) return undefined;
  return { ...lowest.found, steps: [...others, { step: 'lowest', value: lowest.kind }, ...lowest.found.steps] };
}

function notLowest(kind: string, { steps, amount }: TermAmount): DerivationStep {
  const formula = steps.find(({ step }) => step === 'formula')?.value;
  return { step: 'notLowest', value: kind, formula: formula ?? amount.top };
}

function perUnit({ amount, currency, basis }: TermAmount, grounds: TermGrounds): Fraction | undefined {
  const rate = rateFor(currency, grounds);
  if (rate === undefined) return undefined;
  return times(amount, fraction(rate, baseQuantityOf(basis)));
}
