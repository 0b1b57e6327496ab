/** Other numbers of agreed articles, from the agreement and the table beside it. */
import type { Alias } from '../../agreement/article-index.ts';
import type { LoadedAgreement } from '../../agreement/load-agreement.ts';
import { readAliases, requireOneArticleEach, withTermAliases } from '../../agreement/read-aliases.ts';
import type { Source } from '../../readers/reader.ts';
import type { OpenTable } from './open-table.ts';

/**
 * The agreement with all the numbers that its articles are known by.
 * @param named how reports name a file
 * @throws OperationalError for a table that cannot be read, and a number of two articles
 */
export async function withAliases<A extends LoadedAgreement | undefined>(
  loaded: A,
  named: (path: string) => Source,
  open: OpenTable,
): Promise<A> {
  if (loaded === undefined) return loaded;
  const aliases = await allAliases(loaded, named, open);
  return { ...loaded, aliases, agreement: withTermAliases(loaded.agreement, aliases) };
}

async function allAliases(
  { path, aliases = [], aliasesFile }: LoadedAgreement,
  named: (path: string) => Source,
  open: OpenTable,
): Promise<readonly Alias[]> {
  const source = aliasesFile === undefined ? undefined : named(aliasesFile);
  const all = [...aliases, ...(source === undefined ? [] : await readAliases(source, open))];
  requireOneArticleEach(all, source?.name ?? path);
  return all;
}
