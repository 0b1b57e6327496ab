/** An agreement as a person names it: its folder, its file, the name of the folder in `catalogs/`, or its number. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type LoadedAgreement, loadAgreement } from '../../agreement/load-agreement.ts';
import { fileError, OperationalError } from '../../catalogue/error.ts';
import { kindOf } from '../../engine/referenced-file.ts';
import { LABEL_WORDS } from './label-words.ts';

const FILE = 'agreement.yaml';
const CATALOGS = 'catalogs';

/** @returns the agreement's folder, as it would be typed */
export async function agreementFolderOf(word: string, currentFolder: string): Promise<string> {
  const kind = await kindOf(path.resolve(currentFolder, word));
  if (kind === 'file') return path.dirname(path.resolve(currentFolder, word));
  for (const folder of [word, path.join(CATALOGS, word)])
    if ((await kindOf(path.resolve(currentFolder, folder, FILE))) === 'file')
      return path.resolve(currentFolder, folder);
  const all = await agreementFolders(currentFolder);
  for (const folder of all) {
    const { agreement } = await loadedIn(folder);
    if (agreement.number === word) return folder;
  }
  const names = all.map((folder) => path.basename(folder)).join(', ');
  throw new OperationalError({
    nb: `Fant ingen avtale «${word}». ${names === '' ? 'Kjør kommandoen i arbeidsområdet, mappen som har catalogs/ i seg.' : `Avtaler her: ${names}.`}`,
    en: `Found no agreement "${word}". ${names === '' ? 'Run the command in the workspace, the folder that contains catalogs/.' : `Agreements here: ${names}.`}`,
  });
}

/** As {@link agreementFolderOf}. @returns the file, from the current folder, so that messages show what people know */
export async function agreementFileOf(word: string, currentFolder: string): Promise<string> {
  return path.join(path.relative(currentFolder, await agreementFolderOf(word, currentFolder)), FILE);
}

/** @returns the folders of all agreements of the workspace, in code-unit order */
export async function agreementFolders(currentFolder: string): Promise<readonly string[]> {
  const folder = path.resolve(currentFolder, CATALOGS);
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fileError(error, folder);
  });
  const found: string[] = [];
  for (const { name } of entries.filter((entry) => entry.isDirectory()))
    if ((await kindOf(path.join(folder, name, FILE))) === 'file') found.push(path.join(folder, name));
  return found.sort();
}

export function loadedIn(agreementFolder: string): Promise<LoadedAgreement> {
  return loadAgreement(path.join(agreementFolder, FILE), LABEL_WORDS);
}

export interface NamedVersion {
  /** The agreement's. */
  readonly folder: string;
  readonly number: string;
}

/** A version as a person names it: its folder, or an agreement and a number, `kontor-renhold/0002`. */
export async function versionNamed(word: string, currentFolder: string): Promise<NamedVersion> {
  const at = word.replaceAll('\\', '/').replace(/\/+$/, '');
  const number = at.slice(at.lastIndexOf('/') + 1);
  const before = at.slice(0, Math.max(0, at.lastIndexOf('/')));
  if (!/^\d+$/.test(number)) throw noVersion(word);
  // Its own folder lies in `approved/`.
  const agreement = path.posix.basename(before) === 'approved' ? path.posix.dirname(before) : before;
  return { folder: await agreementFolderOf(agreement || '.', currentFolder), number: number.padStart(4, '0') };
}

function noVersion(word: string): OperationalError {
  return new OperationalError({
    nb: `«${word}» er ingen versjon. Skriv avtalen og nummeret, slik: kontor-renhold/0002.`,
    en: `"${word}" is not a version. Write the agreement and the number, like this: kontor-renhold/0002.`,
  });
}
