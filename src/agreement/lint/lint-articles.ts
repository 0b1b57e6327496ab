/** What is to be said of the articles of a price list: each by itself, and of several with one number. */
import { addDays } from '../../catalogue/days.ts';
import { comparableGtin, isGtin } from '../../catalogue/gtin.ts';
import { holdsOn } from '../../catalogue/period.ts';
import { priceTiersIn, tierFault } from '../../catalogue/price-tiers.ts';
import type { Text } from '../../catalogue/text.ts';
import type { AgreedArticle } from '../agreement.ts';
import { SAME } from '../price-list.ts';
import type { ListRemark } from './remark.ts';

export interface ArticleGrounds {
  readonly day: string;
  /** The agreement's, and those it has a rate for. */
  readonly currencies: ReadonlySet<string>;
  /** The list has a column of units: a blank cell is then one that was forgotten. */
  readonly hasUnits: boolean;
}

/** @returns remarks in the order of the list */
export function lintArticles(articles: readonly AgreedArticle[], grounds: ArticleGrounds): readonly ListRemark[] {
  const remarks = articles.flatMap((article) => lintArticle(article, grounds));
  remarks.push(...lintSame(articles, grounds), ...lintGtins(articles));
  return remarks.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

function lintArticle(article: AgreedArticle, { currencies, hasUnits }: ArticleGrounds): readonly ListRemark[] {
  const { unit, gtin, currency, validFrom, validTo } = article;
  const found: ListRemark[] = [];
  const warn = (field: ListRemark['field'], nb: string, en: string): void => {
    found.push({ ...about(article, { nb, en }), ...(field === undefined ? {} : { field }) });
  };
  if (hasUnits && unit === undefined) warn('unit', 'prisen har ingen enhet', 'the price has no unit');
  if (gtin !== undefined && !isGtin(gtin))
    warn('gtin', `${gtin} er ikke et gyldig GTIN`, `${gtin} is not a valid GTIN`);
  if (!currencies.has(currency))
    warn(
      'currency',
      `prisen er i ${currency}, som avtalen verken er i eller har en kurs for (currencies)`,
      `the price is in ${currency}, which is neither the currency of the agreement nor one it has a rate for (currencies)`,
    );
  if (validFrom !== undefined && validTo !== undefined && validTo < validFrom)
    warn(
      'validTo',
      `gjelder til ${validTo}, før den begynner ${validFrom}`,
      `valid until ${validTo}, before it starts on ${validFrom}`,
    );
  const tiers = article.priceTiers === undefined ? undefined : tierText(article.priceTiers, article.price);
  if (tiers !== undefined) warn('priceTiers', tiers.nb, tiers.en);
  return found;
}

/** What is wrong with prices by quantity. */
function tierText(text: string, price: AgreedArticle['price']): Text | undefined {
  const tiers = priceTiersIn(text);
  if (tiers === undefined)
    return { nb: `«${text}» er ikke staffelpriser`, en: `"${text}" is not a list of prices by quantity` };
  const fault = tierFault(tiers, price);
  if (fault === undefined) return undefined;
  const { kind, tier } = fault;
  return kind === 'dearer'
    ? {
        nb: `staffelprisen fra ${tier.from} er høyere enn for færre`,
        en: `the price from ${tier.from} is higher than for fewer`,
      }
    : { nb: `to staffelpriser gjelder for ${tier.from}`, en: `two prices apply to a quantity of ${tier.from}` };
}

function about({ row, itemNumber, gtin }: AgreedArticle, text: Text): ListRemark {
  const item = itemNumber ?? gtin;
  return { severity: 'warning', row, text, ...(item === undefined ? {} : { item }) };
}

/** Entries of one number: twice at a time, with a gap, or all in the past. */
function lintSame(articles: readonly AgreedArticle[], { day }: ArticleGrounds): readonly ListRemark[] {
  const remarks: ListRemark[] = [];
  for (const entries of grouped(articles, ({ itemNumber, gtin }) => itemNumber ?? gtin)) {
    const inOrder = [...entries].sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
    for (const [at, entry] of inOrder.entries()) {
      const before = inOrder[at - 1];
      const text = before === undefined ? undefined : betweenEntries(before, entry);
      if (text !== undefined && before !== undefined)
        remarks.push({ ...about(entry, text), severity: isRefused(before, entry, day) ? 'error' : 'warning' });
    }
    const last = inOrder.at(-1);
    if (last !== undefined && entries.every(({ validTo }) => validTo !== undefined && validTo < day)) {
      const until = inOrder.reduce((latest, { validTo = '' }) => (validTo > latest ? validTo : latest), '');
      remarks.push({ ...about(last, { nb: `gjaldt til ${until}`, en: `expired on ${until}` }), field: 'validTo' });
    }
  }
  return remarks;
}

function betweenEntries(before: AgreedArticle, entry: AgreedArticle): Text | undefined {
  const { validTo } = before;
  const from = entry.validFrom;
  if (validTo === undefined || from === undefined || from <= validTo) {
    const same = isSame(before, entry);
    return {
      nb: same ? `står også i rad ${before.row}` : `gjelder samtidig som rad ${before.row}, med andre vilkår`,
      en: same ? `also listed in row ${before.row}` : `valid at the same time as row ${before.row}, on other terms`,
    };
  }
  return from > addDays(validTo, 1)
    ? {
        nb: `ingen pris fra ${addDays(validTo, 1)} til ${addDays(from, -1)}`,
        en: `no price from ${addDays(validTo, 1)} to ${addDays(from, -1)}`,
      }
    : undefined;
}

function isSame(a: AgreedArticle, b: AgreedArticle): boolean {
  return SAME.every((field) => a[field] === b[field]);
}

/** A run takes no side between two prices of one day. */
function isRefused(a: AgreedArticle, b: AgreedArticle, day: string): boolean {
  return holdsOn(a, day) && holdsOn(b, day) && !isSame(a, b);
}

/** One GTIN on two item numbers. */
function lintGtins(articles: readonly AgreedArticle[]): readonly ListRemark[] {
  const remarks: ListRemark[] = [];
  const keyOf = ({ gtin, itemNumber }: AgreedArticle) =>
    gtin === undefined || itemNumber === undefined ? undefined : comparableGtin(gtin);
  for (const entries of grouped(articles, keyOf)) {
    const [first] = entries;
    for (const entry of entries) {
      if (first === undefined || entry.itemNumber === first.itemNumber) continue;
      const nb = `GTIN ${entry.gtin} står også på ${first.itemNumber} i rad ${first.row}`;
      const en = `GTIN ${entry.gtin} is that of ${first.itemNumber} in row ${first.row}, too`;
      remarks.push({ ...about(entry, { nb, en }), field: 'gtin' });
    }
  }
  return remarks;
}

function grouped(
  articles: readonly AgreedArticle[],
  keyOf: (article: AgreedArticle) => string | undefined,
): Iterable<readonly AgreedArticle[]> {
  const groups = new Map<string, AgreedArticle[]>();
  for (const article of articles) {
    const key = keyOf(article);
    if (key === undefined) continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [article]);
    else known.push(article);
  }
  return groups.values();
}
