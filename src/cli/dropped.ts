/** Files that are dropped onto the program, or given to it without a command, are checked. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** As `kit` names them. */
const KIT = /kit\.zip$/i;

export interface DroppedPlaces {
  readonly currentFolder: string;
  /** The program's own folder. */
  readonly programFolder: string;
}

/**
 * @param given the arguments
 * @returns the arguments of the command that is meant; `undefined` if a command was given
 */
export function droppedWords(
  given: readonly string[],
  { currentFolder, programFolder }: DroppedPlaces,
): readonly string[] | undefined {
  const [first] = given;
  // No command has a dot or a slash in its name.
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
    // Nobody looks in the folder where a program runs when a file is dropped onto it.
    ...(flags.some((word) => word.startsWith('--out')) ? [] : ['--out', outFolder(first, currentFolder)]),
  ];
}

function outFolder(first: string, currentFolder: string): string {
  return path.join(path.dirname(path.resolve(currentFolder, first)), 'reports');
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/** The newest, if there are several: each kit replaces the one before. */
function kitIn(folder: string): string | undefined {
  const kits = readdirSync(folder)
    .filter((name) => KIT.test(name))
    .map((name) => path.join(folder, name))
    .filter(isFile)
    .map((file) => ({ file, time: statSync(file).mtimeMs }));
  kits.sort((a, b) => b.time - a.time || (a.file < b.file ? -1 : 1));
  return kits[0]?.file;
}
