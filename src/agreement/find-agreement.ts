/** Which agreement a catalogue belongs to, by where it lies. */
import { dirname, join, resolve } from 'node:path';
import { kindOf } from '../engine/referenced-file.ts';

export const AGREEMENT_FILE = 'agreement.yaml';

/**
 * The nearest `agreement.yaml` in the catalogue's folder or a folder above it.
 * @returns a path relative to where the catalogue's is, or `undefined`
 */
export async function findAgreement(catalogueFile: string): Promise<string | undefined> {
  for (let folder = dirname(catalogueFile); ; folder = join(folder, '..')) {
    const candidate = join(folder, AGREEMENT_FILE);
    if ((await kindOf(candidate)) === 'file') return candidate;
    if (resolve(folder) === resolve(folder, '..')) return undefined;
  }
}
