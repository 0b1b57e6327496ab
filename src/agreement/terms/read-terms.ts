/** Price terms as they stand in `agreement.yaml`, in the form they are reckoned with. */
import { type Decimal, decimal, parseDecimal } from '../../catalogue/decimal.ts';
import { comparableGtin } from '../../catalogue/gtin.ts';
import type { SeriesBasis } from './adjustment.ts';
import { USUAL_ROUNDING } from './rounding.ts';
import type { AgreedAmount, PriceListFacts, PriceTerm, Pricing, Scope, SimplePrice, TermPrice } from './terms.ts';
import type {
  AdjustmentFile,
  AmountFile,
  ListFile,
  PricingFile,
  RoundingFile,
  SimplePriceFile,
  TermFile,
} from './terms-schema.ts';

/**
 * @param file known to be without problems, see `termProblems`
 * @param nameOf a list's file, as reports name it
 * @param series of the adjustment clause
 * @returns nothing where the agreement says no more of prices than its price list does
 */
export function pricingOf(
  file: PricingFile,
  nameOf: (list: ListFile) => string,
  series: SeriesBasis['series'],
): Pricing | undefined {
  const { priceTerms, priceLists, adjustment, currencies } = file;
  const given = [priceTerms, priceLists, adjustment, currencies, file.rounding];
  if (given.every((value) => value === undefined)) return undefined;
  return {
    terms: (priceTerms ?? []).map(termOf),
    lists: (priceLists ?? []).map((list) => listOf(list, nameOf(list))),
    rounding: file.rounding === undefined ? USUAL_ROUNDING : roundingOf(file.rounding),
    rates: Object.fromEntries((currencies ?? []).map(({ code, rate }) => [code, exact(rate)])),
    ...(adjustment === undefined ? {} : { adjustment: clauseOf(adjustment, series) }),
  };
}

function termOf(term: TermFile): PriceTerm {
  return {
    ...(term.name === undefined ? {} : { name: term.name }),
    scope: scopeOf(term.for),
    price: priceOf(term),
    ...(term.rounding === undefined ? {} : { rounding: roundingOf(term.rounding) }),
  };
}

/** GTINs are compared in one form, whatever their length. */
function scopeOf(scope: TermFile['for'] = {}): Scope {
  const { articles, ...rest } = scope;
  if (articles === undefined) return rest;
  return { ...rest, articles: [...new Set(articles.flatMap((article) => [article, comparableGtin(article)]))] };
}

function priceOf(term: TermFile): TermPrice {
  const { campaign, lowestOf, notPriced } = term;
  if (notPriced !== undefined) return { kind: 'notPriced' };
  if (lowestOf !== undefined) return { kind: 'lowestOf', of: lowestOf.flatMap((price) => simpleOf(price) ?? []) };
  if (campaign === undefined) return simpleOf(term) ?? { kind: 'notPriced' };
  const { from, to, percent } = campaign;
  const period = { kind: 'campaign', from, to } as const;
  return percent === undefined ? { ...period, ...amountOf(campaign) } : { ...period, percent: exact(percent) };
}

/** @returns nothing where none is given */
function simpleOf({ listed, fixed, discount, markUp, ceiling, tiers }: SimplePriceFile): SimplePrice | undefined {
  if (listed !== undefined) return { kind: 'listed' };
  if (fixed !== undefined) return { kind: 'fixed', ...amountOf(fixed) };
  if (markUp !== undefined) return { kind: 'markUp', list: markUp.list, percent: exact(markUp.percent) };
  if (discount !== undefined) {
    const { list, percent, groups } = discount;
    return {
      kind: 'discount',
      ...(list === undefined ? {} : { list }),
      ...(percent === undefined ? {} : { percent: exact(percent) }),
      ...(groups === undefined
        ? {}
        : { groups: groups.map((rate) => ({ group: rate.group, percent: exact(rate.percent) })) }),
    };
  }
  if (ceiling !== undefined) {
    const { list, percent } = ceiling;
    return list === undefined
      ? { kind: 'ceiling', ...amountOf(ceiling) }
      : { kind: 'ceiling', list, percent: exact(percent ?? 0) };
  }
  if (tiers !== undefined) {
    const { list, steps } = tiers;
    return {
      kind: 'tiers',
      ...(list === undefined ? {} : { list }),
      steps: steps.map(({ from, price, percent }) =>
        percent === undefined
          ? { from: exact(from), price: exact(price ?? 0) }
          : { from: exact(from), percent: exact(percent) },
      ),
    };
  }
  return undefined;
}

function amountOf({ price = 0, currency, unit, packQuantity, priceBaseQuantity }: Partial<AmountFile>): AgreedAmount {
  return {
    price: exact(price),
    ...(currency === undefined ? {} : { currency }),
    ...(unit === undefined ? {} : { unit }),
    ...(packQuantity === undefined ? {} : { packQuantity: exact(packQuantity) }),
    ...(priceBaseQuantity === undefined ? {} : { priceBaseQuantity: exact(priceBaseQuantity) }),
  };
}

function listOf({ name, from, notified, approved, vat, vatRate }: ListFile, file: string): PriceListFacts {
  return {
    name,
    file,
    ...(from === undefined ? {} : { from }),
    ...(notified === undefined ? {} : { notified }),
    ...(approved === undefined ? {} : { approved }),
    ...(vat === undefined ? {} : { vat }),
    ...(vatRate === undefined ? {} : { vatRate: exact(vatRate) }),
  };
}

function roundingOf({ decimals, mode = 'halfUp' }: RoundingFile): Pricing['rounding'] {
  return { decimals, mode };
}

function clauseOf(file: AdjustmentFile, series: SeriesBasis['series']): NonNullable<Pricing['adjustment']> {
  const { earliest, noticeDays = 0, timesPerYear, notices = [] } = file;
  return {
    basis: basisOfClause(file, series),
    noticeDays,
    notices,
    ...(earliest === undefined ? {} : { earliest }),
    ...(timesPerYear === undefined ? {} : { timesPerYear }),
  };
}

function basisOfClause(
  { index, currency, notifiedList, share = 100, threshold, cap }: AdjustmentFile,
  series: SeriesBasis['series'],
): NonNullable<Pricing['adjustment']>['basis'] {
  const followed = index ?? currency;
  if (followed === undefined) return { kind: 'notifiedList', list: notifiedList ?? '' };
  return {
    kind: index === undefined ? 'currency' : 'index',
    name: followed.name,
    baseMonth: followed.baseMonth,
    series,
    share: exact(share),
    ...(threshold === undefined ? {} : { threshold: exact(threshold) }),
    ...(cap === undefined ? {} : { cap: exact(cap) }),
  };
}

/** What was typed: the shortest text that makes the number. Very small ones have an exponent there. */
function exact(value: number): Decimal {
  return parseDecimal(String(value)) ?? decimal(value.toFixed(12));
}
