/** Which catalogue a check compares with: the one named, else the version approved last, else what the agreement names. */
import path from 'node:path';
import type { LoadedAgreement } from '../../agreement/load-agreement.ts';
import { loadMappingFile, type MappingFile } from '../../mapping/mapping-file.ts';
import { catalogueOf, newestVersion } from '../../versions/version-folder.ts';
import type { CheckRequest } from './check-request.ts';
import type { Reading } from './open-catalogue.ts';

export interface FormerCatalogue {
  readonly path: string;
  readonly reading: Reading;
  readonly mappingFile: MappingFile | undefined;
  /** The day it was approved for; absent where it is no version of the store. */
  readonly day?: string;
}

/**
 * @param mappingFile of today
 * @throws OperationalError for a version whose manifest cannot be read
 */
export async function formerCatalogue(
  { previous, reading }: Pick<CheckRequest, 'previous' | 'reading'>,
  agreement: LoadedAgreement | undefined,
  mappingFile: MappingFile | undefined,
): Promise<FormerCatalogue | undefined> {
  if (previous !== undefined) return { path: previous, reading, mappingFile };
  if (agreement === undefined) return undefined;
  const newest = await newestVersion(path.dirname(agreement.path));
  if (newest === undefined) {
    const { previousFile } = agreement;
    return previousFile === undefined ? undefined : { path: previousFile, reading, mappingFile };
  }
  const catalogue = catalogueOf(newest);
  return {
    path: catalogue.path,
    day: newest.manifest.asOf,
    // As it was read when it was approved, whatever today's file needs.
    reading: { ...(reading.limits === undefined ? {} : { limits: reading.limits }), ...catalogue.reading },
    mappingFile:
      catalogue.mappingFile === undefined ? undefined : (await loadMappingFile(catalogue.mappingFile)).mapping,
  };
}
