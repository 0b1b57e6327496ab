/** A price list as the code that reads it wants it, its first sheet with anything in it. */
import type { PriceListFile } from '../../src/agreement/price-list.ts';
import { prepareMapping } from '../../src/mapping/map-rows.ts';
import { openFile } from '../../src/readers/open-file.ts';
import type { Source } from '../../src/readers/reader.ts';

export async function openedList(source: Source): Promise<Pick<PriceListFile, 'file' | 'mapping'>> {
  const file = await openFile(source);
  return { file, mapping: await prepareMapping(file, {}) };
}
