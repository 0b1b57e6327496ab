/** Which price is agreed for a line on a day: the term that wins, the arithmetic, the adjustment, the currency. */

import { compare, type Decimal, subtract } from '../../catalogue/decimal.ts';
import type { DerivationStep } from '../../catalogue/finding.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import type { Mutable } from '../../catalogue/mutable.ts';
import type { AgreedArticle, AgreedVerdict, Evidence } from '../agreement.ts';
import type { Change, SeriesBasis } from './adjustment.ts';
import { fraction, isExactly, times } from './fraction.ts';
import type { TermGrounds } from './grounds.ts';
import { type Rounding, rounded } from './rounding.ts';
import { type ScopeFound, scopesOf } from './scope.ts';
import {
  type Asked,
  type Basis,
  basisOf,
  entryIn,
  fixedAmount,
  HUNDRED,
  isSameBasis,
  listedAmount,
  lowestAmount,
  rateFor,
  type TermAmount,
  termAmount,
  vatFactor,
} from './term-price.ts';
import type { TermPrice } from './terms.ts';

export interface AgreedTerm {
  /** Which term holds, and by what it holds for the line; `priceList` is the price list's own price. */
  readonly winner: {
    readonly kind: TermPrice['kind'];
    readonly by: ScopeFound['by'] | 'priceList';
    readonly value?: string;
    readonly name?: string;
  };
  readonly steps: readonly DerivationStep[];
  /** An adjustment clause moves the price. */
  readonly adjustable: boolean;
  /** The list price that it is a discount on; for the article's own unit and price base quantity, as all below. */
  readonly listPrice?: Decimal;
  /** The price before the adjustments in force. */
  readonly unadjusted?: Decimal;
  /** The price of a campaign that is over, and its last day. */
  readonly lapsed?: { readonly price: Decimal; readonly to: string };
  /**
   * What the adjustment clause would allow, and from when; without a day where it is not approved. Of a price that rests
   * on a dated list: what the next list makes of it.
   */
  readonly next?: NextPrice;
}

export interface NextPrice {
  readonly price: Decimal;
  readonly from?: string;
  readonly noticed: boolean;
  /** The file of the next list that it rests on. */
  readonly list?: string;
  readonly steps: readonly DerivationStep[];
  /** ISO 4217; absent: the agreement's. */
  readonly currency?: string;
}

export interface TermMatch {
  /** With the agreed price; without one where the term prices nothing. */
  readonly article: AgreedArticle;
  readonly matchedBy: AgreedVerdict['matchedBy'];
  readonly term: AgreedTerm;
}

interface Winner {
  readonly amount: TermAmount | undefined;
  readonly by: AgreedTerm['winner'];
  readonly rounding: Rounding;
  /** What it is by the lists that hold next; absent where it rests on none of them. */
  readonly coming?: { readonly amount: TermAmount; readonly from: string; readonly list: string };
}

/**
 * @param found the line's entry in the agreed price list
 * @returns nothing where no term says anything of the line, so that the price list's price holds as it stands
 */
export function agreedTerm(
  line: CatalogueLine,
  found: { readonly article: AgreedArticle; readonly matchedBy: AgreedVerdict['matchedBy'] } | undefined,
  grounds: TermGrounds,
): TermMatch | undefined {
  const article = found?.article;
  const asked: Asked = { line, article };
  const known = found ?? firstEntry(line, grounds);
  const scopes = scopesOf(grounds.scopes, describedBy(line, known?.article));
  const { base, campaign, lapsed, passedOver } = choose(scopes, asked, grounds);
  const winner = campaign ?? base;
  if (winner === undefined) return undefined;
  const isPlain = winner.by.by === 'priceList' && passedOver.length === 0 && lapsed === undefined;
  const finished = finish(winner, asked, grounds);
  if (isPlain && finished.unmoved) return undefined;
  const { amount, price, currency, steps, ...rest } = finished;
  const own = amount?.entry ?? article ?? known?.article ?? NO_ENTRY;
  return {
    article: pricedArticle({ ...own, ...article, row: own.row, currency }, price, amount?.basis ?? own),
    matchedBy:
      known?.matchedBy ?? (winner.by.by === 'article' ? matchedByScope(line, winner.by.value, grounds) : 'term'),
    term: {
      winner: winner.by,
      steps: [...passedOver, ...winnerSteps(winner.by), ...steps],
      adjustable: rest.adjustable,
      ...(rest.listPrice === undefined ? {} : { listPrice: rest.listPrice }),
      ...(rest.unadjusted === undefined ? {} : { unadjusted: rest.unadjusted }),
      ...(lapsed === undefined ? {} : { lapsed }),
      ...(rest.next === undefined ? {} : { next: rest.next }),
    },
  };
}

type Draft = Mutable<AgreedArticle>;

/** Set in place: the copy is ours, and keys left out by name would make an object that the engine handles slowly. */
function pricedArticle(article: Draft, price: Decimal | undefined, basis: Basis): AgreedArticle {
  if (price === undefined) delete article.price;
  else article.price = price;
  const { unit, packQuantity, packUnit, pack, priceBaseQuantity } = basis;
  if (unit !== undefined) article.unit = unit;
  else if (article.unit !== undefined) delete article.unit;
  if (packQuantity !== undefined) article.packQuantity = packQuantity;
  else if (article.packQuantity !== undefined) delete article.packQuantity;
  if (packUnit !== undefined) article.packUnit = packUnit;
  else if (article.packUnit !== undefined) delete article.packUnit;
  if (pack !== undefined) article.pack = pack;
  else if (article.pack !== undefined) delete article.pack;
  if (priceBaseQuantity !== undefined) article.priceBaseQuantity = priceBaseQuantity;
  else if (article.priceBaseQuantity !== undefined) delete article.priceBaseQuantity;
  return article;
}

const NO_ENTRY: AgreedArticle = { row: 0, currency: '' };

function matchedByScope(line: CatalogueLine, value: string | undefined, { scopes }: TermGrounds): Evidence {
  if (line.itemNumber === value) return 'itemNumber';
  return line.itemNumber !== undefined && scopes.aliases.get(line.itemNumber) === value ? 'alias' : 'gtin';
}

/** The line's entry in any list that terms rest on, where the agreed price list has none. */
function firstEntry(
  line: CatalogueLine,
  { lists }: TermGrounds,
): { readonly article: AgreedArticle; readonly matchedBy: AgreedVerdict['matchedBy'] } | undefined {
  for (const { entries } of lists.values()) {
    const match = entries.find(line);
    if (match !== undefined) return match;
  }
  return undefined;
}

/** The buyer's own lists say which group an article is of; the supplier's line only where they are silent. */
function describedBy(line: CatalogueLine, entry: AgreedArticle | undefined): CatalogueLine | AgreedArticle {
  if (entry === undefined) return line;
  const itemNumber = entry.itemNumber ?? line.itemNumber;
  const gtin = entry.gtin ?? line.gtin;
  const { priceGroup, productGroup } = (entry.priceGroup ?? entry.productGroup) ? entry : line;
  const unspsc = entry.unspsc ?? line.unspsc;
  return {
    row: line.row,
    currency: entry.currency,
    ...(itemNumber === undefined ? {} : { itemNumber }),
    ...(gtin === undefined ? {} : { gtin }),
    ...(priceGroup === undefined ? {} : { priceGroup }),
    ...(productGroup === undefined ? {} : { productGroup }),
    ...(unspsc === undefined ? {} : { unspsc }),
  };
}

interface Choice {
  readonly base?: Winner;
  readonly campaign?: Winner;
  readonly lapsed?: AgreedTerm['lapsed'];
  /** Terms that would have come first, but do not hold now. */
  readonly passedOver: readonly DerivationStep[];
}

/**
 * The most specific term that has a price. The price list's own price is as specific as a term for the article, and
 * gives way to such a term. A campaign comes before other terms as specific as itself, and before the price list's price
 * however wide it is: it would never hold else.
 */
function choose(scopes: readonly ScopeFound[], asked: Asked, grounds: TermGrounds): Choice {
  const passedOver: DerivationStep[] = [];
  const base = baseOf(scopes, asked, grounds, passedOver);
  const campaigns = scopes.flatMap((found) =>
    found.term.price.kind === 'campaign' && standsOver(found, base) ? [{ found, price: found.term.price }] : [],
  );
  const current = campaigns.find(({ price }) => price.from <= grounds.day && grounds.day <= price.to);
  const campaign = current === undefined ? undefined : campaignOn(current.found, base, asked, grounds);
  const over = campaign === undefined ? campaigns.find(({ price }) => price.to < grounds.day) : undefined;
  const lapsed = over === undefined ? undefined : lapsedPrice(over.found, base, asked, grounds);
  if (over !== undefined) passedOver.push({ step: 'campaignOver', value: over.price.to });
  return {
    ...(base === undefined ? {} : { base }),
    ...(campaign === undefined ? {} : { campaign }),
    ...(lapsed === undefined ? {} : { lapsed }),
    passedOver,
  };
}

/** @param passedOver terms without a price for the article are noted here */
function baseOf(
  scopes: readonly ScopeFound[],
  asked: Asked,
  grounds: TermGrounds,
  passedOver: DerivationStep[],
): Winner | undefined {
  const { rounding } = grounds.pricing;
  const listed = listedAmount(asked);
  for (const found of scopes) {
    const { price, rounding: own } = found.term;
    if (price.kind === 'campaign') continue;
    if (found.by !== 'article' && listed !== undefined) break;
    const amount = simpleAmount(price, asked, grounds);
    if (amount !== undefined || price.kind === 'notPriced')
      return { amount, by: winnerOf(found), rounding: own ?? rounding, ...comingAmount(price, asked, grounds) };
    if (asked.article !== undefined) passedOver.push({ step: 'noPriceFor', value: nameOf(found) });
  }
  return listed === undefined ? undefined : { amount: listed, by: { kind: 'listed', by: 'priceList' }, rounding };
}

const WIDTH = { article: 0, productGroup: 1, unspsc: 2, agreement: 3, priceList: 4 } as const;

/** A campaign that is as specific as what would hold without it. */
function standsOver(campaign: ScopeFound, base: Winner | undefined): boolean {
  return base === undefined || WIDTH[campaign.by] <= WIDTH[base.by.by];
}

function simpleAmount(
  price: Exclude<TermPrice, { kind: 'campaign' }>,
  asked: Asked,
  grounds: TermGrounds,
): TermAmount | undefined {
  if (price.kind === 'notPriced') return undefined;
  return price.kind === 'lowestOf' ? lowestAmount(price.of, asked, grounds) : termAmount(price, asked, grounds);
}

/** The same term by the lists that hold next. */
function comingAmount(
  price: Exclude<TermPrice, { kind: 'campaign' }>,
  asked: Asked,
  grounds: TermGrounds,
): Pick<Winner, 'coming'> {
  if (grounds.coming.size === 0) return {};
  const amount = simpleAmount(price, asked, { ...grounds, lists: grounds.listsNext });
  const file = amount?.steps.find(({ step }) => step === 'list')?.value;
  const list = [...grounds.coming.values()].find(({ facts }) => facts.file === file);
  return amount === undefined || list === undefined
    ? {}
    : { coming: { amount, from: list.from, list: list.facts.file } };
}

/** @returns nothing for so many percent off what has no price */
function campaignOn(
  found: ScopeFound,
  base: Winner | undefined,
  asked: Asked,
  grounds: TermGrounds,
): Winner | undefined {
  const { price } = found.term;
  if (price.kind !== 'campaign') return undefined;
  const rounding = found.term.rounding ?? grounds.pricing.rounding;
  const period: readonly DerivationStep[] = [
    { step: 'campaignFrom', value: price.from },
    { step: 'campaignTo', value: price.to },
  ];
  if (price.percent === undefined) {
    const amount = fixedAmount(price, asked, grounds, 'campaignPrice');
    return {
      amount: { ...amount, regulated: false, steps: [...period, ...amount.steps] },
      by: winnerOf(found),
      rounding,
    };
  }
  if (base?.amount === undefined) return undefined;
  const usual = finish(base, asked, grounds);
  if (usual.amount === undefined || usual.price === undefined) return undefined;
  const amount: TermAmount = {
    ...usual.amount,
    amount: times(fraction(usual.price), fraction(subtract(HUNDRED, price.percent), HUNDRED)),
    currency: usual.currency,
    computed: true,
    regulated: false,
    steps: [
      ...usual.steps,
      ...inCurrency([{ step: 'usualPrice', value: usual.price }], usual.currency, grounds),
      ...period,
      { step: 'campaignPercent', value: price.percent },
      { step: 'formula', value: `${usual.price} × (100 − ${price.percent}) / 100` },
    ],
  };
  return { amount, by: winnerOf(found), rounding };
}

function lapsedPrice(
  found: ScopeFound,
  base: Winner | undefined,
  asked: Asked,
  grounds: TermGrounds,
): AgreedTerm['lapsed'] | undefined {
  const { price } = found.term;
  const campaign = campaignOn(found, base, asked, grounds);
  if (campaign?.amount === undefined || price.kind !== 'campaign') return undefined;
  return { price: rounded(campaign.amount.amount, campaign.rounding), to: price.to };
}

function winnerOf({ term, by, value }: ScopeFound): AgreedTerm['winner'] {
  return {
    kind: term.price.kind,
    by,
    ...(value === undefined ? {} : { value }),
    ...(term.name === undefined ? {} : { name: term.name }),
  };
}

function nameOf({ term }: ScopeFound): string {
  return term.name ?? term.price.kind;
}

function winnerSteps({ kind, by, value, name }: AgreedTerm['winner']): readonly DerivationStep[] {
  return [
    { step: 'term', value: kind },
    ...(name === undefined ? [] : [{ step: 'termName', value: name }]),
    { step: 'holdsFor', value: by },
    ...(value === undefined ? [] : [{ step: by === 'article' ? 'holdsForArticle' : 'holdsForGroup', value }]),
  ];
}

interface Finished extends Pick<AgreedTerm, 'listPrice' | 'unadjusted' | 'next' | 'steps' | 'adjustable'> {
  readonly amount: TermAmount | undefined;
  readonly price?: Decimal;
  readonly currency: string;
  /** The price is as it stood. */
  readonly unmoved: boolean;
}

/** Rounds, adjusts, and brings the price to the line's currency. */
function finish({ amount, rounding, coming: next }: Winner, { line, article }: Asked, grounds: TermGrounds): Finished {
  if (amount === undefined)
    return { amount, currency: article?.currency ?? grounds.currency, steps: [], adjustable: false, unmoved: false };
  const steps = inCurrency(amount.steps, amount.currency, grounds);
  const round = (value: Parameters<typeof rounded>[0]): Decimal => {
    const price = rounded(value, rounding);
    if (!isExactly(price, value)) steps.push({ step: 'rounding', value: `${rounding.mode} ${rounding.decimals}` });
    return price;
  };
  let price = amount.computed ? round(amount.amount) : amount.amount.top;
  const unadjusted = price;
  let { currency, basis, entry } = amount;
  const adjusted = amount.regulated ? adjust(price, { line, article }, grounds) : undefined;
  if (adjusted !== undefined) {
    steps.push(...inCurrency([{ step: 'unadjustedPrice', value: unadjusted }], currency, grounds));
    steps.push(...inCurrency(adjusted.steps, adjusted.entry?.currency ?? currency, grounds));
    price = round(adjusted.value);
    if (adjusted.entry !== undefined) ({ currency, basis, entry } = adjusted.entry);
  }
  const today: Today = { price, currency, basis };
  const coming = amount.regulated
    ? nextPrice(unadjusted, today, { line, article }, grounds, rounding)
    : nextOfList(next, today, grounds, rounding);
  const wanted = line.currency ?? grounds.currency;
  const exchange = exchangeTo(wanted, currency, grounds);
  if (exchange !== undefined) {
    steps.push(
      { step: 'priceInCurrency', value: `${price} ${currency}` },
      { step: 'formula', value: `${price} ${exchange.formula}` },
    );
    price = round(times(fraction(price), exchange.factor));
    currency = wanted;
  }
  const adjustable = amount.regulated && grounds.adjustment !== undefined;
  if (steps.at(-1)?.value !== price)
    steps.push(...inCurrency([{ step: 'termPrice', value: price }], currency, grounds));
  return {
    amount: { ...amount, basis, ...(entry === undefined ? {} : { entry }) },
    price,
    currency,
    steps,
    adjustable,
    unmoved: !adjustable && exchange === undefined,
    ...(amount.listPrice === undefined ? {} : { listPrice: amount.listPrice }),
    ...(adjusted === undefined || adjusted.entry !== undefined ? {} : { unadjusted }),
    ...(coming === undefined || exchange !== undefined ? {} : { next: coming }),
  };
}

/** What amounts are in is told where it is not the agreement's currency; a price brought to another tells it already. */
function inCurrency(steps: readonly DerivationStep[], currency: string, grounds: TermGrounds): DerivationStep[] {
  const isTold = currency === grounds.currency || steps.some(({ step }) => step === 'priceInCurrency');
  return isTold ? [...steps] : steps.map((step) => ({ ...step, currency }));
}

interface Adjusted {
  readonly value: Parameters<typeof rounded>[0];
  readonly steps: readonly DerivationStep[];
  /** Where another list says it. */
  readonly entry?: Pick<TermAmount, 'currency' | 'basis'> & { readonly entry: AgreedArticle };
}

function adjust(price: Decimal, asked: Asked, grounds: TermGrounds): Adjusted | undefined {
  const { adjustment } = grounds;
  if (adjustment === undefined) return undefined;
  const { basis } = adjustment.clause;
  if (basis.kind === 'notifiedList') return notifiedPrice(grounds.lists.get(basis.list), asked, grounds);
  if (adjustment.changes.length === 0) return undefined;
  const steps: readonly DerivationStep[] = [
    { step: 'series', value: basis.name },
    ...adjustment.changes.flatMap((change) => changeSteps(change, basis)),
    { step: 'formula', value: [price, ...adjustment.changes.map(factorOf)].join(' × ') },
  ];
  return { value: times(fraction(price), adjustment.factor), steps };
}

function changeSteps(
  { fromMonth, fromValue, toMonth, toValue, percent, capped }: Change,
  { share, cap }: SeriesBasis,
): readonly DerivationStep[] {
  return [
    { step: 'monthFrom', value: `${fromMonth}: ${fromValue}` },
    { step: 'monthTo', value: `${toMonth}: ${toValue}` },
    { step: 'seriesChange', value: percent, formula: `(${toValue} − ${fromValue}) × 100 / ${fromValue}` },
    ...(compare(share, HUNDRED) === 0 ? [] : [{ step: 'share', value: share }]),
    ...(capped && cap !== undefined ? [{ step: 'cap', value: cap }] : []),
  ];
}

function factorOf({ factor }: Change): string {
  return `${factor.top} / ${factor.bottom}`;
}

function notifiedPrice(
  list: Parameters<typeof entryIn>[0] | undefined,
  asked: Asked,
  grounds: TermGrounds,
): Adjusted | undefined {
  const entry = list === undefined ? undefined : entryIn(list, asked);
  if (list === undefined || entry?.price === undefined) return undefined;
  const { file, from, approved } = list.facts;
  const vat = vatFactor(list.facts, grounds.vat);
  return {
    value: vat === undefined ? fraction(entry.price) : times(fraction(entry.price), vat.factor),
    steps: [
      { step: 'list', value: file },
      ...(from === undefined ? [] : [{ step: 'listFrom', value: from }]),
      ...(approved === undefined ? [] : [{ step: 'listApproved', value: approved }]),
      { step: 'listRow', value: String(entry.row) },
      { step: 'notifiedPrice', value: entry.price },
      ...(vat === undefined ? [] : [{ step: 'formula', value: `${entry.price} ${vat.formula}` }]),
    ],
    entry: { currency: entry.currency, basis: basisOf(entry), entry },
  };
}

type Today = Pick<TermAmount, 'currency' | 'basis'> & { readonly price: Decimal };

/** What the clause would allow beyond the price of today; nothing where that is in another currency or for something else. */
function nextPrice(
  unadjusted: Decimal,
  today: Today,
  asked: Asked,
  grounds: TermGrounds,
  rounding: Rounding,
): AgreedTerm['next'] | undefined {
  const { adjustment, pending } = grounds;
  if (pending !== undefined) {
    const coming = notifiedPrice(pending, asked, grounds);
    if (coming?.entry === undefined || !isForTheSame(coming.entry, today)) return undefined;
    return {
      price: rounded(coming.value, rounding),
      ...toldIn(coming.steps, today, grounds),
      noticed: true,
      ...(pending.from === undefined ? {} : { from: pending.from }),
    };
  }
  const next = adjustment?.next;
  if (adjustment === undefined || next === undefined) return undefined;
  const factor = times(adjustment.factor, next.change.factor);
  const allowed = rounded(times(fraction(unadjusted), factor), rounding);
  if (compare(allowed, today.price) === 0) return undefined;
  const { basis } = adjustment.clause;
  const steps: readonly DerivationStep[] =
    basis.kind === 'notifiedList'
      ? []
      : [
          { step: 'series', value: basis.name },
          ...changeSteps(next.change, basis),
          {
            step: 'formula',
            value: [unadjusted, ...adjustment.changes.map(factorOf), factorOf(next.change)].join(' × '),
          },
        ];
  return { price: allowed, from: next.from, noticed: next.noticed, ...toldIn(steps, today, grounds) };
}

/** What the next list makes of a price; nothing where that is the same, or in another currency or for something else. */
function nextOfList(
  coming: Winner['coming'],
  today: Today,
  grounds: TermGrounds,
  rounding: Rounding,
): AgreedTerm['next'] | undefined {
  if (coming === undefined || !isForTheSame(coming.amount, today)) return undefined;
  const { amount, from, list } = coming;
  const price = rounded(amount.amount, rounding);
  if (compare(price, today.price) === 0) return undefined;
  return { price, from, noticed: true, list, ...toldIn(amount.steps, today, grounds) };
}

function isForTheSame(next: Pick<TermAmount, 'currency' | 'basis'>, { currency, basis }: Today): boolean {
  return next.currency === currency && isSameBasis(next.basis, basis);
}

function toldIn(
  steps: readonly DerivationStep[],
  { currency }: Today,
  grounds: TermGrounds,
): Pick<NextPrice, 'steps' | 'currency'> {
  return {
    steps: inCurrency(steps, currency, grounds),
    ...(currency === grounds.currency ? {} : { currency }),
  };
}

/** Where both currencies have an agreed rate, and they differ. */
function exchangeTo(wanted: string, from: string, grounds: TermGrounds) {
  if (wanted === from) return undefined;
  const rate = rateFor(from, grounds);
  const divisor = rateFor(wanted, grounds);
  if (rate === undefined || divisor === undefined) return undefined;
  return { factor: fraction(rate, divisor), formula: `× ${rate} / ${divisor}` };
}
