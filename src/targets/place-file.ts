/** A file that is whole or not there: written beside under a hidden name, on the disk, and then renamed. */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../versions/durable.ts';
import { systemFault } from './system-fault.ts';

export interface PlaceTerms {
  readonly content: Parameters<FileHandle['writeFile']>[0] | AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal | undefined;
  /** Called with the hidden file's path when it is whole; what it throws leaves nothing behind. */
  readonly before?: (hidden: string) => Promise<void>;
}

/**
 * @param hidden name of the file while it is written, in the same folder
 * @throws OperationalError when the folder cannot be written, the disk is full
 */
export async function placeFile(file: string, hidden: string, { content, signal, before }: PlaceTerms): Promise<void> {
  const beside = path.join(path.dirname(file), hidden);
  try {
    const handle = await open(beside, 'w');
    try {
      await handle.writeFile(content as string, { signal });
      await handle.sync();
    } finally {
      await handle.close();
    }
    await before?.(beside);
    await rename(beside, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    // What made it fail is told; a share that is gone cannot be tidied either.
    await rm(beside, { force: true }).catch(() => {});
    throw systemFault(error, file);
  }
}
