/** A file that a configuration file names: relative to it, with `/` on every system. */
import { readdir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, parse, posix } from 'node:path';
import { fileError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import { nearest } from './nearest.ts';
import { didYouMean } from './schema-problems.ts';

export type ReferencedFile =
  | { readonly kind: 'file'; readonly path: string }
  /** Completes "`prices` is `prices.csv`, ..." */
  | { readonly kind: 'problem'; readonly text: Text };

/**
 * @param folder what the reference is relative to
 * @returns the path, relative where the folder is; or why there is no such file
 * @throws OperationalError when the file system does not let us look
 */
export async function referencedFile(folder: string, reference: string): Promise<ReferencedFile> {
  // Written on Windows, read anywhere.
  const slashed = reference.replaceAll('\\', '/');
  const path = isAbsolute(slashed) ? slashed : join(folder, slashed);
  switch (await kindOf(path)) {
    case 'file':
      return { kind: 'file', path };
    case 'folder':
      return {
        kind: 'problem',
        text: { nb: `men ${path} er en mappe. Oppgi en fil.`, en: `but ${path} is a folder. Name a file.` },
      };
    case 'nothing': {
      const near = await nearestFile(path);
      const names = near.map((name) => posix.join(posix.dirname(slashed), name));
      const meant = names.length > 0 ? didYouMean(names) : CHECK;
      return {
        kind: 'problem',
        text: { nb: `men filen ${path} finnes ikke. ${meant.nb}`, en: `but there is no file ${path}. ${meant.en}` },
      };
    }
  }
}

const CHECK: Text = {
  nb: 'Sjekk navnet; stien regnes fra mappen filen ligger i.',
  en: 'Check the name; the path counts from the folder that this file is in.',
};

/** @throws OperationalError when the file system does not let us look */
export async function kindOf(path: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'nothing';
    throw fileError(error, path);
  }
}

/** By the name without its ending: it is the ending that is wrong most often. */
async function nearestFile(path: string): Promise<readonly string[]> {
  // For a suggestion only: a folder that is not there or may not be listed has none to offer.
  const entries = await readdir(dirname(path), { withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const [stem] = nearest(
    parse(path).name,
    files.map((name) => parse(name).name),
  );
  return files.filter((name) => parse(name).name === stem).slice(0, 1);
}
