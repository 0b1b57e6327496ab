/** Files that were dropped onto the program, or given to it without a command: they are checked. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** As `kit` names them. */
const KIT = /kit\.zip$/i;

export interface DroppedPlaces {
  readonly currentFolder: string;
  /** Where the program lies. */
  readonly programFolder: string;
}

/**
 * @param given what stands behind the program's name
 * @returns the command that is meant; `undefined` where one was given
 */
export function droppedWords(
  given: readonly string[],
  { currentFolder, programFolder }: DroppedPlaces,
): readonly string[] | undefined {
  const [first] = given;
  // No command has a point or a slash in its name.
  if (first === undefined || !/[./\\]/.test(first)) return undefined;
  const files = given.filter((word) => isFile(path.resolve(currentFolder, word)));
  if (files.length === 0 || files[0] !== first) return undefined;
  const flags = given.filter((word) => !files.includes(word));
  const kits = files.filter((file) => KIT.test(file));
  const catalogues = files.filter((file) => !KIT.test(file));
  if (catalogues.length === 0) return undefined;
  const kit = flags.some((word) => word.startsWith('--agreement')) ? undefined : (kits[0] ?? kitIn(programFolder));
  return [
    'check',
    ...catalogues,
    ...flags,
    ...(kit === undefined ? [] : ['--agreement', kit]),
    // Where a program that was dropped onto runs, is not where anybody looks.
    ...(flags.some((word) => word.startsWith('--out')) ? [] : ['--out', outFolder(first, currentFolder)]),
  ];
}

function outFolder(first: string, currentFolder: string): string {
  return path.join(path.dirname(path.resolve(currentFolder, first)), 'reports');
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/** The newest, where there are several: a kit is replaced by the next one. */
function kitIn(folder: string): string | undefined {
  const kits = readdirSync(folder)
    .filter((name) => KIT.test(name))
    .map((name) => path.join(folder, name))
    .filter(isFile)
    .map((file) => ({ file, time: statSync(file).mtimeMs }));
  kits.sort((a, b) => b.time - a.time || (a.file < b.file ? -1 : 1));
  return kits[0]?.file;
}
