/** A list of the buyer's own, packed or not: an agreed price list, or a dated one that terms rest on. */
import type { CatalogueSheet } from '../../catalogue/catalogue.ts';
import { OperationalError } from '../../catalogue/error.ts';
import type { Limits } from '../../catalogue/limits.ts';
import type { MappedFile } from '../../diff/previous-version.ts';
import { prepareMapping } from '../../mapping/map-rows.ts';
import { openFile } from '../../readers/open-file.ts';
import type { Source } from '../../readers/reader.ts';
import { withRowsSetAside } from '../rows/set-aside.ts';
import { chooseSheet } from './choose-sheet.ts';
import { unpacked } from './unpacked.ts';

export interface ListPlaces {
  /** For what is set aside; whoever owns it removes it. */
  readonly folder: string;
  readonly limits: Limits | undefined;
}

/**
 * @param sheet as the agreement names it; absent: the one that looks most like a price list
 * @throws OperationalError when two sheets look like it: the buyer's own file, so the buyer says which
 * @throws UnusableFile when the file cannot be read
 */
export async function openList(
  source: Source,
  sheet: string | undefined,
  { folder, limits }: ListPlaces,
): Promise<MappedFile> {
  const content = await unpacked(source, folder, limits);
  const options = { ...(sheet === undefined ? {} : { sheet }), ...(limits === undefined ? {} : { limits }) };
  const opened = await openFile(content, options);
  const { file, mapping } =
    sheet === undefined ? await chooseSheet(opened, {}) : { file: opened, mapping: await prepareMapping(opened, {}) };
  const { sheetsAlike } = mapping.header;
  if (sheetsAlike !== undefined) throw severalSheets(source, sheetsAlike);
  return { file: await withRowsSetAside(file, folder, { limits }), mapping };
}

function severalSheets({ name }: Source, sheets: readonly CatalogueSheet[]): OperationalError {
  const names = sheets.map((sheet) => sheet.name);
  const all = names.join(', ');
  return new OperationalError({
    nb: `Prislisten ${name} har flere ark som kan være listen: ${all}. Si hvilket i agreement.yaml, for eksempel prices: { file: ${name}, sheet: ${names[0]} }.`,
    en: `The price list ${name} has several sheets that may be the list: ${all}. Say which in agreement.yaml, such as prices: { file: ${name}, sheet: ${names[0]} }.`,
  });
}
