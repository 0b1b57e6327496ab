/** What a file of changes makes of the catalogue before, where its faults are an error and not a finding. */
import { UnusableFile } from '../../catalogue/catalogue.ts';
import type { PreviousVersion } from '../../diff/previous-version.ts';
import type { Mapping } from '../../mapping/map-rows.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import { unusable } from '../inputs/unusable.ts';
import { type AppliedDelta, type DeltaPlaces, isDelta } from './delta.ts';

/**
 * @param index indexes the catalogue before for one of such columns
 * @returns nothing for a file that is whole already
 * @throws OperationalError when the changes cannot be applied
 */
export async function wholeOfChanges(
  sent: OpenedCatalogue,
  before: OpenedCatalogue,
  index: (current: Mapping) => Promise<PreviousVersion>,
  where: DeltaPlaces,
): Promise<AppliedDelta | undefined> {
  if (!isDelta(sent)) return undefined;
  const { applyDelta } = await import('./apply-delta.ts');
  try {
    return await applyDelta(sent, before, index, where);
  } catch (error) {
    throw error instanceof UnusableFile ? unusable(where.sentName, error) : error;
  }
}
