/** One article of a BMEcat document: where in it stands what a catalogue line is made of. */
import { compare, decimal, multiply, parseDecimal } from '../catalogue/decimal.ts';
import { type BmecatHeader, isSameLanguage, languageCode, type Period, periodOf } from './bmecat-header.ts';
import type { XmlEncoding } from './xml-encoding.ts';
import { tell, type XmlNode } from './xml-node.ts';
import { attributeOf, child, childrenNamed } from './xml-tree.ts';

/** What articles are called: up to edition 1.2, and since that of 2005. */
export type ArticleName = 'ARTICLE' | 'PRODUCT';

export function isArticleName(name: string): name is ArticleName {
  return name === 'ARTICLE' || name === 'PRODUCT';
}

/** What holds for all articles of a file; plain data. */
export interface BmecatDocument {
  readonly name: ArticleName;
  readonly header: BmecatHeader;
  readonly encoding: XmlEncoding;
  /** What stands before the first article: a line end and blanks, mostly. */
  readonly indent: string;
  /** The day whose prices are wanted, `YYYY-MM-DD`; absent: the first prices given. */
  readonly asOf?: string;
}

export interface BmecatArticle {
  readonly node: XmlNode;
  readonly header: BmecatHeader;
  readonly details: XmlNode | undefined;
  readonly order: XmlNode | undefined;
  readonly logistics: XmlNode | undefined;
  readonly features: readonly XmlNode[];
  readonly prices: ArticlePrices;
}

export function articleOf(node: XmlNode, { header, asOf }: Pick<BmecatDocument, 'header' | 'asOf'>): BmecatArticle {
  const part = (name: string): XmlNode | undefined => child(node, `ARTICLE_${name}`, `PRODUCT_${name}`);
  return {
    node,
    header,
    details: part('DETAILS'),
    order: part('ORDER_DETAILS'),
    logistics: part('LOGISTIC_DETAILS'),
    features: childrenNamed(node, 'ARTICLE_FEATURES', 'PRODUCT_FEATURES'),
    prices: pricesOf(node, header, asOf),
  };
}

export interface ArticlePrices {
  /** What the buyer pays, what stands in the list, and the list price with tax; each the lowest tier's. */
  readonly customer: XmlNode | undefined;
  readonly list: XmlNode | undefined;
  readonly gross: XmlNode | undefined;
  /** Further tiers of what the buyer pays. */
  readonly tiers: readonly XmlNode[];
  /** Every price that is none of these. */
  readonly others: readonly XmlNode[];
  readonly period: Period;
}

function pricesOf(node: XmlNode, header: BmecatHeader, asOf: string | undefined): ArticlePrices {
  const groups = childrenNamed(node, 'ARTICLE_PRICE_DETAILS', 'PRODUCT_PRICE_DETAILS').map((group) => ({
    period: periodOf(group, 'valid_start_date', 'valid_end_date'),
    prices: childrenNamed(group, 'ARTICLE_PRICE', 'PRODUCT_PRICE'),
  }));
  const chosen = groups.find(({ period }) => asOf !== undefined && holdsOn(period, asOf)) ?? groups[0];
  const prices = chosen?.prices ?? [];
  const ofType = (type: string, currency: string): readonly XmlNode[] => {
    const some = prices.filter((price) => attributeOf(price, 'price_type').toLowerCase() === type);
    return bestFirst(some, currency);
  };
  const [customer, ...rest] = ofType('net_customer', header.currency);
  // A line has one currency.
  const inCurrency = (price: XmlNode): boolean =>
    customer === undefined || currencyOf(price, header) === currencyOf(customer, header);
  const list = ofType('net_list', header.currency).find(inCurrency);
  const gross = ofType('gros_list', header.currency).find(inCurrency);
  const tiers = rest.filter((price) => isTierBeside(price, customer, header));
  const used = new Set([customer, list, gross, ...tiers]);
  return {
    customer,
    list,
    gross,
    tiers,
    others: groups.flatMap((group) => group.prices).filter((price) => !used.has(price)),
    period: chosen?.period ?? { from: '', to: '' },
  };
}

/** The days as written may have a time of day behind them. */
function holdsOn({ from, to }: Period, day: string): boolean {
  return (from === '' || from.slice(0, day.length) <= day) && (to === '' || to.slice(0, day.length) >= day);
}

/** For Norway before those for all countries before those for others; the catalogue's currency; the lowest tier. */
function bestFirst(prices: readonly XmlNode[], currency: string): readonly XmlNode[] {
  return prices
    .map((price) => ({
      price,
      away: territoryRank(price),
      foreign: currencyRank(price, currency),
      from: boundOf(price),
    }))
    .sort((a, b) => a.away - b.away || a.foreign - b.foreign || compare(a.from, b.from))
    .map(({ price }) => price);
}

function territoryRank(price: XmlNode): number {
  const territories = childrenNamed(price, 'TERRITORY').map(({ text }) => text.trim().toUpperCase());
  if (territories.length === 0) return 1;
  return territories.some((territory) => territory === 'NO' || territory === 'NOR') ? 0 : 2;
}

function currencyRank(price: XmlNode, currency: string): number {
  const own = child(price, 'PRICE_CURRENCY')?.text.trim() ?? '';
  return own === '' || own === currency ? 0 : 1;
}

const ONE = decimal('1');

function boundOf(price: XmlNode): ReturnType<typeof decimal> {
  return parseDecimal(pointed(child(price, 'LOWER_BOUND')?.text.trim() ?? '')) ?? ONE;
}

/** Another quantity of the same price: same currency, same countries, a higher bound. */
function isTierBeside(price: XmlNode, first: XmlNode | undefined, header: BmecatHeader): boolean {
  if (first === undefined || compare(boundOf(price), boundOf(first)) <= 0) return false;
  return currencyOf(price, header) === currencyOf(first, header) && territoryRank(price) === territoryRank(first);
}

export function currencyOf(price: XmlNode | undefined, header: BmecatHeader): string {
  return child(price, 'PRICE_CURRENCY')?.text.trim() || header.currency;
}

/** The amount with its factor, which the format says to multiply by. */
export function amountOf(price: XmlNode | undefined): string {
  const amount = pointed(tell(child(price, 'PRICE_AMOUNT')));
  const factor = parseDecimal(pointed(tell(child(price, 'PRICE_FACTOR'))));
  const exact = factor === undefined || factor === ONE ? undefined : parseDecimal(amount);
  return exact === undefined || factor === undefined ? amount : multiply(exact, factor);
}

/** `100=1300.9`: from so many, so much. */
export function tierOf(price: XmlNode): string {
  return `${pointed(tell(child(price, 'LOWER_BOUND')))}=${amountOf(price)}`;
}

/**
 * The format writes a decimal point, but its own first sample, and many since, a comma. Three digits behind it may be
 * thousands: such a number stays as it is.
 */
export function pointed(text: string): string {
  return /^-?\d*,(?:\d{1,2}|\d{4,})$/.test(text) ? text.replace(',', '.').replace(/^(-?)\./, '$10.') : text;
}

/** The text in the catalogue's language; the others of this name, `en=Ballpoint pen`. */
export function textOf(
  parent: XmlNode | undefined,
  name: string,
  { language }: BmecatHeader,
): { readonly own: readonly XmlNode[]; readonly others: readonly XmlNode[] } {
  const all = childrenNamed(parent, name);
  const inLanguage = (wanted: string): readonly XmlNode[] =>
    all.filter((one) => isSameLanguage(languageCode(attributeOf(one, 'lang')), wanted));
  const found = [inLanguage(language), inLanguage('')].find((some) => some.length > 0);
  const first = attributeOf(all[0], 'lang');
  const own = found ?? all.filter((one) => attributeOf(one, 'lang') === first);
  return { own, others: all.filter((one) => !own.includes(one)) };
}
