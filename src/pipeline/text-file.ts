/** Writes a file as its parts come, waiting where the disk is slower. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileError } from '../catalogue/error.ts';

/** @throws OperationalError when the disk is full or the folder cannot be written */
export async function writeFileFrom(
  path: string,
  parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  try {
    await pipeline(Readable.from(parts), createWriteStream(path));
  } catch (error) {
    throw isFileError(error) ? fileError(error, path) : error;
  }
}

function isFileError(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException | undefined)?.syscall === 'string';
}
