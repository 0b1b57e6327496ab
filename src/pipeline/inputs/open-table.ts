/** Opens a table of the buyer's own, packed or not: aliases, volumes, a class list, a register of licences. */
import { openFile } from '../../readers/open-file.ts';
import type { RowFile, Source } from '../../readers/reader.ts';
import type { ListPlaces } from './open-list.ts';
import { unpacked } from './unpacked.ts';

export type OpenTable = (source: Source) => Promise<RowFile>;

export function tableOpener({ folder, limits }: ListPlaces): OpenTable {
  return async (source) => openFile(await unpacked(source, folder, limits), limits === undefined ? {} : { limits });
}
