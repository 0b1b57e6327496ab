/** Files that are on the disk, and not only on their way there, when the call comes back. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Digest } from '../readers/file-digest.ts';

const CHUNK_BYTES = 1 << 20;

/** @throws what the system says; a file of that name is never written over */
export async function writeDurably(file: string, bytes: string | Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Written beside, then renamed: whoever reads the file sees the old one or the new one, whole. */
export async function replaceDurably(file: string, bytes: string | Uint8Array): Promise<void> {
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    await writeDurably(beside, bytes);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/**
 * A copy, chunk by chunk, so that memory does not grow with the file.
 * @returns which bytes were copied
 */
export async function copyDurably(from: string, to: string): Promise<Digest> {
  const target = await open(to, 'wx');
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of createReadStream(from, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      await wholly(target, chunk);
      bytes += chunk.length;
    }
    await target.sync();
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    await target.close();
  }
}

/** A write may take a part only. */
async function wholly(target: FileHandle, chunk: Buffer): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    const { bytesWritten } = await target.write(chunk, written, chunk.length - written);
    written += bytesWritten;
  }
}

/** Of a file that another part of the program wrote. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** After a rename: the new name, too, is on the disk then. Windows knows no such thing of folders. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EISDIR' && code !== 'EPERM' && code !== 'EINVAL' && code !== 'EACCES') throw error;
  } finally {
    await handle?.close();
  }
}
