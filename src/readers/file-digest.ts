/** Which bytes a file is. */
import { createHash } from 'node:crypto';
import { fileChunks } from './file-chunks.ts';

export interface Digest {
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
}

/** @throws what the system says of a file that cannot be read */
export function fileDigest(path: string): Promise<Digest> {
  return digestOf(fileChunks(path));
}

export async function digestOf(chunks: AsyncIterable<Uint8Array>): Promise<Digest> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
