/** The links of a catalogue, each once, and what becomes of those that are opened. */
import { UnusableFile } from '../../catalogue/catalogue.ts';
import type { Field } from '../../catalogue/field.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { linkFault, linksIn } from '../../catalogue/link-form.ts';
import { onlyFields } from '../../diff/previous-version.ts';
import type { LinkState } from '../../engine/references.ts';
import { mapRow } from '../../mapping/map-rows.ts';
import type { OpenedCatalogue } from './open-catalogue.ts';
import { type OpeningTerms, openLinks } from './open-links.ts';

const LINK_FIELDS = ['imageUrl', 'productUrl', 'sds'] as const satisfies readonly Field[];

/** Of a catalogue with more links than this, the first are opened. */
const MOST_LINKS = 20_000;

/** @returns those that could not be opened */
export async function linkStates(
  catalogue: OpenedCatalogue | UnusableFile,
  terms: OpeningTerms,
): Promise<readonly LinkState[]> {
  if (catalogue instanceof UnusableFile) return [];
  return openLinks([...(await linksOf(catalogue, terms))], terms);
}

async function linksOf({ file, mapping }: OpenedCatalogue, terms: OpeningTerms): Promise<ReadonlySet<string>> {
  const links = new Set<string>();
  const onlyLinks = onlyFields(mapping, LINK_FIELDS);
  for await (const rows of file.rows()) {
    for (const row of rows) {
      const line = mapRow(row, onlyLinks) ?? NO_LINE;
      for (const link of LINK_FIELDS.flatMap((field) => linksIn(line[field] ?? '')))
        if (links.size < MOST_LINKS && isOpened(link, terms)) links.add(link);
    }
  }
  return links;
}

const NO_LINE: Partial<CatalogueLine> = {};
const WEB = /^https?:/i;

/** What is out of order is told by its form; an address of one's own network is in order for who asks for it. */
function isOpened(link: string, { anywhere = false }: OpeningTerms): boolean {
  if (!WEB.test(link)) return false;
  const fault = linkFault(link);
  return fault === undefined || (anywhere && fault === 'local');
}
