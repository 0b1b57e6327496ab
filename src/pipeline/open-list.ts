/** A list of the buyer's own: an agreed price list, or a dated one that terms rest on. */
import { openFile } from '../readers/open-file.ts';
import type { ReadOptions, RowFile, Source } from '../readers/reader.ts';
import { withSpooledRows } from './spooled-rows.ts';

/** @param folder for what is set aside; whoever owns it removes it */
export async function openList(source: Source, options: ReadOptions, folder: string): Promise<RowFile> {
  return withSpooledRows(await openFile(source, options), folder, options);
}
