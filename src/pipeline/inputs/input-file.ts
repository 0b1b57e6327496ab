/** What a report says of an input: which bytes it was. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { fileError } from '../../catalogue/error.ts';
import { fileDigest } from '../../readers/file-digest.ts';
import type { Source } from '../../readers/reader.ts';
import type { InputFile } from '../../reporters/result.ts';

/** @throws OperationalError when the file is missing, a folder, or not permitted */
export async function requireReadable({ path }: Source): Promise<void> {
  try {
    const file = await open(path);
    await file.read(Buffer.alloc(1)).finally(() => file.close());
  } catch (error) {
    throw fileError(error, path);
  }
}

/** @throws OperationalError when the file cannot be read */
export async function describeInput(source: Source): Promise<InputFile> {
  try {
    return { file: source.name, ...(await fileDigest(source.path)) };
  } catch (error) {
    throw fileError(error, source.typed ?? source.path);
  }
}

/** As {@link describeInput}, for bytes already read. */
export function describeBytes(file: string, bytes: Uint8Array): InputFile {
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}
