/** Catalogues that nobody but the operator can put right: what is wrong with them is an error, not a finding. */
import { UnusableFile } from '../../catalogue/catalogue.ts';
import { mapRows } from '../../mapping/map-rows.ts';
import type { CatalogueLines } from '../../writers/catalogue-content.ts';
import { withRowsSetAside } from '../rows/set-aside.ts';
import type { Surroundings } from './check-request.ts';
import { type OpenedCatalogue, openMapped, type Reading } from './open-catalogue.ts';
import { soundRows } from './sound-rows.ts';
import { unpacked } from './unpacked.ts';
import { unusable } from './unusable.ts';
import { sourceIn } from './workspace.ts';

/**
 * @param folder for what is unpacked and set aside; whoever owns it removes it
 * @param asOf of several prices, those of that day are meant, `YYYY-MM-DD`
 * @param ask throws where the file is not what is wanted, before its rows are read
 * @throws OperationalError when the file is missing or cannot be used
 */
export async function openSound(
  file: string,
  reading: Reading,
  around: Pick<Surroundings, 'currentFolder'>,
  folder: string,
  asOf?: string,
  ask?: (opened: OpenedCatalogue) => Promise<void>,
): Promise<OpenedCatalogue> {
  const source = sourceIn(around.currentFolder, file);
  try {
    const content = await unpacked(source, folder, reading.limits);
    const opened = await openMapped(content, reading, undefined, asOf);
    await ask?.(opened);
    const { file, ...rest } = opened;
    const sound = soundRows(file, (error) => unusable(source.name, error));
    return { ...rest, file: await withRowsSetAside(sound, folder, reading) };
  } catch (error) {
    throw error instanceof UnusableFile ? unusable(source.name, error) : error;
  }
}

/** The lines of a file, from its beginning each time they are asked for. */
export function linesOf({ file, mapping }: Pick<OpenedCatalogue, 'file' | 'mapping'>): CatalogueLines {
  return async function* () {
    for await (const batch of mapRows(file.rows(), mapping)) yield batch.map(({ line }) => line);
  };
}
