/** The folder of one run: written beside its place, then renamed, so that a half-written run is never seen. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { fileError } from '../../catalogue/error.ts';
import { MAX_SLUG } from '../../reporters/run-name.ts';

export interface RunFolder {
  /** Where files are written until the run is whole. */
  readonly path: string;
  /** @returns the folder's final path */
  keep(): Promise<string>;
  discard(): Promise<void>;
}

/** @throws OperationalError when the folder cannot be written */
export async function newRunFolder(parent: string, name: string): Promise<RunFolder> {
  // Not `mkdtemp`, whose folders nobody else may open: reports are read by colleagues.
  const temporary = path.join(parent, `.run-${randomUUID()}`);
  try {
    await mkdir(parent, { recursive: true });
    await mkdir(temporary);
  } catch (error) {
    throw fileError(error, parent);
  }
  return {
    path: temporary,
    async keep() {
      for (let counter = 1; ; counter++) {
        const suffix = counter === 1 ? '' : `-${counter}`;
        const target = path.join(parent, `${name.slice(0, MAX_SLUG - suffix.length)}${suffix}`);
        if (await moved(temporary, target)) return target;
      }
    },
    discard: () => rm(temporary, { recursive: true, force: true }),
  };
}

/** A folder never replaces one that holds something: the name is taken, the next counter is tried. */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    // Made first, so that a name is taken by whoever makes it; an empty folder can be replaced by the rename.
    await mkdir(to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fileError(error, to);
  }
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    await rmdir(to);
    // Windows does not rename onto an existing folder, even an empty one.
    if (code !== 'EPERM' && code !== 'EEXIST' && code !== 'EACCES') throw fileError(error, to);
    await rename(from, to);
    return true;
  }
}
