/** The dated price lists that price terms rest on: those that count on the day, read like the price list. */
import type { LoadedAgreement } from '../../agreement/load-agreement.ts';
import {
  type AgreedPriceList,
  articleSource,
  keyedArticles,
  openPriceList,
  readPriceList,
} from '../../agreement/price-list.ts';
import { type ListsNeeded, listsNeeded, type TermGrounds, termGrounds } from '../../agreement/terms/grounds.ts';
import type { Source } from '../../readers/reader.ts';
import type { Crew } from '../threads/crew.ts';
import { passOver } from '../threads/pass-over.ts';
import { keyedArticlesSetup } from '../threads/pass-setup.ts';
import { type ListPlaces, openList } from './open-list.ts';

export interface LoadedTerms {
  readonly grounds: TermGrounds;
  /** With their positions among the agreement's lists. */
  readonly lists: readonly { readonly at: number; readonly list: AgreedPriceList }[];
}

/** The files that count on the day, beside the price list. @returns absolute paths */
export function termFilesOf(loaded: LoadedAgreement | undefined, asOf: string): readonly string[] {
  if (loaded === undefined) return [];
  const aliases = loaded.aliasesFile === undefined ? [] : [loaded.aliasesFile];
  if (loaded.agreement.pricing === undefined) return aliases;
  const lists = positionsOf(listsNeeded(loaded.agreement.pricing, asOf)).flatMap(
    (at) => loaded.priceListFiles?.[at]?.path ?? [],
  );
  return [...aliases, ...lists, ...(loaded.seriesFile === undefined ? [] : [loaded.seriesFile])];
}

/**
 * @param named how reports name a file
 * @returns nothing where the agreement says no more of prices than its price list does
 * @throws OperationalError for a list that cannot be read: the buyer's own file, so the buyer puts it right
 */
export async function loadTerms(
  { agreement, aliases = [], priceListFiles = [] }: LoadedAgreement,
  asOf: string,
  named: (path: string) => Source,
  crew: Crew,
  where: ListPlaces,
): Promise<LoadedTerms | undefined> {
  const { pricing } = agreement;
  if (pricing === undefined) return undefined;
  const lists: LoadedTerms['lists'][number][] = [];
  for (const at of positionsOf(listsNeeded(pricing, asOf))) {
    const file = priceListFiles[at];
    if (file === undefined) continue;
    const opened = await openPriceList(named(file.path), (source) => openList(source, file.sheet, where), {
      vat: agreement.vat,
      listPrices: true,
    });
    const articles = articleSource(opened, agreement, asOf, 'dated');
    const setup = () => keyedArticlesSetup(opened, agreement, asOf, 'dated');
    const list = await readPriceList(opened, articles, passOver(crew, opened, keyedArticles(articles), setup));
    list.enterAliases(aliases);
    lists.push({ at, list });
  }
  const grounds = termGrounds(agreement, asOf, (at) => lists.find((list) => list.at === at)?.list);
  return grounds === undefined ? undefined : { grounds, lists };
}

function positionsOf({ inForce, coming, pending }: ListsNeeded): readonly number[] {
  return [...inForce, ...coming.map(({ at }) => at), ...(pending === undefined ? [] : [pending.at])];
}
