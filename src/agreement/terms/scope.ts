/** Which terms hold for an article, the most specific first. */
import { comparableGtin } from '../../catalogue/gtin.ts';
import type { PriceTerm, Pricing } from './terms.ts';

export interface ScopeFound {
  readonly term: PriceTerm;
  readonly by: 'article' | 'productGroup' | 'unspsc' | 'agreement';
  /** The item number, group or beginning of a code that it was found by. */
  readonly value?: string;
}

/** Terms by what they hold for. */
export interface ScopeIndex {
  readonly articles: ReadonlyMap<string, readonly PriceTerm[]>;
  readonly productGroups: ReadonlyMap<string, readonly PriceTerm[]>;
  readonly unspsc: ReadonlyMap<string, readonly PriceTerm[]>;
  readonly whole: readonly PriceTerm[];
  readonly aliases: ReadonlyMap<string, string>;
}

export interface Described {
  readonly itemNumber?: string;
  readonly gtin?: string;
  readonly productGroup?: string;
  readonly priceGroup?: string;
  readonly unspsc?: string;
}

export function scopeIndex({ terms, aliases = {} }: Pick<Pricing, 'terms' | 'aliases'>): ScopeIndex {
  const articles = new Map<string, PriceTerm[]>();
  const productGroups = new Map<string, PriceTerm[]>();
  const unspsc = new Map<string, PriceTerm[]>();
  const whole: PriceTerm[] = [];
  for (const term of terms) {
    const { scope } = term;
    if (isWhole(term)) whole.push(term);
    for (const article of scope.articles ?? []) put(articles, article, term);
    for (const group of scope.productGroups ?? []) put(productGroups, groupKey(group), term);
    for (const prefix of scope.unspsc ?? []) put(unspsc, prefix, term);
  }
  return { articles, productGroups, unspsc, whole, aliases: new Map(Object.entries(aliases)) };
}

export function isWhole({ scope }: Pick<PriceTerm, 'scope'>): boolean {
  return scope.articles === undefined && scope.productGroups === undefined && scope.unspsc === undefined;
}

function put(index: Map<string, PriceTerm[]>, key: string, term: PriceTerm): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [term]);
  else known.push(term);
}

/** Groups are typed by hand on both sides. */
export function groupKey(group: string): string {
  return group.trim().toLowerCase();
}

/** @returns terms by article, then by supplier's group, then by UNSPSC, the longest beginning first, then the rest */
export function scopesOf(index: ScopeIndex, of: Described): readonly ScopeFound[] {
  const found: ScopeFound[] = [];
  const seen = new Set<PriceTerm>();
  const add = (by: ScopeFound['by'], value: string | undefined, terms: readonly PriceTerm[] | undefined): void => {
    for (const term of terms ?? []) {
      if (seen.has(term)) continue;
      seen.add(term);
      found.push({ term, by, ...(value === undefined ? {} : { value }) });
    }
  };
  const { itemNumber, gtin, priceGroup, productGroup, unspsc } = of;
  if (index.articles.size > 0) {
    if (itemNumber !== undefined) add('article', itemNumber, index.articles.get(itemNumber));
    const meant = itemNumber === undefined ? undefined : index.aliases.get(itemNumber);
    if (meant !== undefined) add('article', meant, index.articles.get(meant));
    if (gtin !== undefined) add('article', gtin, index.articles.get(gtin) ?? index.articles.get(comparableGtin(gtin)));
  }
  if (index.productGroups.size > 0) {
    for (const group of [priceGroup, productGroup]) {
      if (group !== undefined) add('productGroup', group.trim(), index.productGroups.get(groupKey(group)));
    }
  }
  if (index.unspsc.size > 0 && unspsc !== undefined) {
    for (const length of [8, 6, 4, 2])
      add('unspsc', unspsc.slice(0, length), index.unspsc.get(unspsc.slice(0, length)));
  }
  add('agreement', undefined, index.whole);
  return found;
}
