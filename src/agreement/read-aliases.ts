/** Other numbers of agreed articles: paper and electronic item numbers differ, and the agreement says which is which. */
import { OperationalError } from '../catalogue/error.ts';
import { FIELDS } from '../catalogue/field.ts';
import type { RowFile, Source } from '../readers/reader.ts';
import type { Agreement } from './agreement.ts';
import type { Alias } from './article-index.ts';
import { readBuyerTable } from './buyer-table.ts';

const COLUMNS = {
  catalogue: {
    title: { nb: 'Varenummer i katalogen', en: 'Catalogue item number' },
    words:
      'Alias|Varenummer i katalogen|Katalogens varenummer|Katalognummer|Elektronisk varenummer|Elektronisk varenr|Nytt varenummer|Nytt varenr|Catalogue item number|Item number in the catalogue|Electronic item number|New item number',
  },
  agreed: {
    title: { nb: 'Varenummer i avtalen', en: 'Agreed item number' },
    words:
      'Varenummer i avtalen|Varenummer i prislisten|Varenr i avtalen|Avtalens varenummer|Avtalt varenummer|Prislistens varenummer|Papirnummer|Agreed item number|Item number in the agreement|Item number in the price list',
    fields: ['itemNumber', 'gtin'],
  },
} as const;

/** @throws OperationalError when the table cannot be read, or names two articles for one number */
export async function readAliases(
  source: Source,
  open: (source: Source) => Promise<RowFile>,
): Promise<readonly Alias[]> {
  const { rows } = await readBuyerTable(source, open, COLUMNS, [['catalogue'], ['agreed']]);
  return rows.flatMap(({ row, cells: { catalogue, agreed } }) =>
    catalogue === undefined || agreed === undefined ? [] : [{ row, catalogue, agreed }],
  );
}

/**
 * One number for two articles says nothing: which is agreed is never guessed.
 * @throws OperationalError with every such number
 */
export function requireOneArticleEach(aliases: readonly Alias[], name: string): void {
  const first = new Map<string, string>();
  const twice = new Set<string>();
  for (const { catalogue, agreed } of aliases) {
    const other = first.get(catalogue);
    if (other === undefined) first.set(catalogue, agreed);
    else if (other !== agreed) twice.add(catalogue);
  }
  if (twice.size === 0) return;
  const numbers = [...twice].slice(0, MOST_TOLD).join(', ');
  throw new OperationalError({
    nb: `${name}: ${numbers} (${FIELDS.itemNumber.title.nb} i katalogen) viser til flere avtalte varer. Behold den riktige.`,
    en: `${name}: ${numbers} (${FIELDS.itemNumber.title.en} in the catalogue) points to several agreed articles. Keep the right one.`,
  });
}

const MOST_TOLD = 10;

/** Aliases of articles that only price terms name: those have no place in any list. */
export function withTermAliases(agreement: Agreement, aliases: readonly Alias[]): Agreement {
  const { pricing } = agreement;
  if (pricing === undefined || aliases.length === 0) return agreement;
  const named = new Set(pricing.terms.flatMap(({ scope }) => scope.articles ?? []));
  const own = aliases.filter(({ agreed }) => named.has(agreed)).map(({ catalogue, agreed }) => [catalogue, agreed]);
  return own.length === 0 ? agreement : { ...agreement, pricing: { ...pricing, aliases: Object.fromEntries(own) } };
}
