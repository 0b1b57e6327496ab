/** Which agreement a stored run was held against. */
import path from 'node:path';
import { OperationalError } from '../../catalogue/error.ts';
import { kindOf } from '../../engine/referenced-file.ts';
import type { Result } from '../../reporters/result.ts';

/**
 * The run knows its agreement by its place in the workspace, which is a folder above the run's.
 * @returns an absolute path
 * @throws OperationalError when it had none, or it is not there any more
 */
export async function agreementOf(folder: string, result: Result): Promise<string> {
  const name = result.agreement?.file;
  if (name === undefined) {
    throw new OperationalError({
      nb: `Kjøringen ${folder} ble gjort uten avtale, og godtatte avvik og versjoner lagres ved siden av avtalen. Oppgi den med --agreement.`,
      en: `The run ${folder} had no agreement, and accepted deviations and versions are kept beside one. Name it with --agreement.`,
    });
  }
  for (let above = path.resolve(folder); ; above = path.dirname(above)) {
    const candidate = path.join(above, ...name.split('/'));
    if ((await kindOf(candidate)) === 'file') return candidate;
    if (above === path.dirname(above)) break;
  }
  throw new OperationalError({
    nb: `Fant ikke ${name} i noen mappe over ${folder}. Oppgi avtalen med --agreement.`,
    en: `Found no ${name} in any folder above ${folder}. Name the agreement with --agreement.`,
  });
}
