/** What was agreed on prices: the price list, and the terms beside it. */
import type { LoadedAgreement } from '../../agreement/load-agreement.ts';
import {
  type AgreedPriceList,
  articleSource,
  keyedArticles,
  openPriceList,
  readPriceList,
} from '../../agreement/price-list.ts';
import type { Source } from '../../readers/reader.ts';
import type { Crew } from '../threads/crew.ts';
import { passOver } from '../threads/pass-over.ts';
import { keyedArticlesSetup } from '../threads/pass-setup.ts';
import type { Inputs } from './inputs.ts';
import { loadTerms } from './load-terms.ts';
import { type ListPlaces, openList } from './open-list.ts';

export async function pricesAndTerms(
  agreement: LoadedAgreement | undefined,
  asOf: string,
  named: (path: string) => Source,
  crew: Crew,
  where: ListPlaces,
): Promise<Pick<Inputs, 'prices' | 'terms'>> {
  if (agreement === undefined) return {};
  const { pricesFile } = agreement;
  const prices = pricesFile === undefined ? undefined : await pricesOf(named(pricesFile), agreement, asOf, crew, where);
  const terms = await loadTerms(agreement, asOf, named, crew, where);
  return { ...(prices === undefined ? {} : { prices }), ...(terms === undefined ? {} : { terms }) };
}

export async function pricesOf(
  source: Source,
  loaded: LoadedAgreement,
  asOf: string,
  crew: Crew,
  where: ListPlaces,
): Promise<AgreedPriceList> {
  const { agreement } = loaded;
  const list = await openPriceList(source, (file) => openList(file, loaded.pricesSheet, where), {
    vat: agreement.vat,
    listPrices: agreement.pricing !== undefined,
  });
  const articles = articleSource(list, agreement, asOf);
  const passed = passOver(crew, list, keyedArticles(articles), () => keyedArticlesSetup(list, agreement, asOf));
  const prices = await readPriceList(list, articles, passed);
  prices.enterAliases(loaded.aliases ?? []);
  return prices;
}
