/** Writing `mapping.yaml` beside the agreement. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findAgreement } from '../../agreement/find-agreement.ts';
import { loadAgreement } from '../../agreement/load-agreement.ts';
import { fileError, OperationalError } from '../../catalogue/error.ts';
import { LABEL_WORDS } from './label-words.ts';

/**
 * @param catalogue where the catalogue lies
 * @param force overwrite a file that is there
 * @returns the path written
 * @throws OperationalError when there is no agreement, or a mapping file already
 */
export async function saveMapping(catalogue: string, text: string, force: boolean): Promise<string> {
  const agreement = await findAgreement(catalogue);
  if (agreement === undefined) {
    throw new OperationalError({
      nb: `Fant ingen agreement.yaml i mappen til ${catalogue} eller i en mappe over. Kolonneoppsettet lagres ved siden av avtalen; legg filen i avtalens inbox.`,
      en: `Found no agreement.yaml in the folder of ${catalogue} or above. The column mapping is saved beside the agreement; put the file into the agreement's inbox.`,
    });
  }
  const { mappingFile } = await loadAgreement(agreement, LABEL_WORDS);
  const target = mappingFile ?? path.join(path.dirname(agreement), 'mapping.yaml');
  try {
    await writeFile(target, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw fileError(error, target);
    throw new OperationalError({
      nb: `${target} finnes fra før og er ikke endret. Skriv over den med --force.`,
      en: `${target} exists already and was not changed. Overwrite it with --force.`,
    });
  }
  return target;
}
