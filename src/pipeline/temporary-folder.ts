import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileError } from '../catalogue/error.ts';

/** A folder for what a run sets aside; gone when the work is done or has failed. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'katalogvakt-')).catch((error: unknown) => {
    throw fileError(error, tmpdir());
  });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
