/** Writes a file as its parts come, waiting where the disk is slower. */
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileError } from '../../catalogue/error.ts';

type Parts = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** @throws OperationalError when the disk is full or the folder cannot be written */
export async function writeFileFrom(path: string, parts: Parts): Promise<void> {
  try {
    await written(path, parts);
  } catch (error) {
    throw isFileError(error) ? fileError(error, path) : error;
  }
}

/**
 * Written beside, then renamed: whoever reads the file sees the old one or the new one.
 * @throws OperationalError when the disk is full or the folder cannot be written
 */
export async function writeBeside(path: string, parts: Parts): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  try {
    await written(beside, parts);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw isFileError(error) ? fileError(error, path) : error;
  }
}

async function written(path: string, parts: Parts): Promise<void> {
  // Closed when this returns: whoever takes away what failed finds all of it.
  const file = await open(path, 'w');
  try {
    await pipeline(Readable.from(parts), file.createWriteStream());
  } finally {
    await file.close();
  }
}

function isFileError(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException | undefined)?.syscall === 'string';
}
