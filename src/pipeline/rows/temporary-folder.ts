import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileError } from '../../catalogue/error.ts';

/** Work that goes on in a folder while other work is done. */
export interface Background {
  /** Aborted when the folder is to go, or the command is interrupted. */
  readonly signal: AbortSignal;
  /** It is waited for before the folder goes; of a failure only those hear who ask for what it makes. */
  add(work: Promise<unknown>): void;
}

/**
 * A folder for what a run sets aside; gone when the work is done or has failed.
 * @param interrupted ends what goes on in the background at once
 */
export async function withTemporaryFolder<T>(
  work: (folder: string, background: Background) => Promise<T>,
  interrupted?: AbortSignal,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'katalogvakt-')).catch((error: unknown) => {
    throw fileError(error, tmpdir());
  });
  const going: Promise<unknown>[] = [];
  const ending = new AbortController();
  const signal = interrupted === undefined ? ending.signal : AbortSignal.any([ending.signal, interrupted]);
  try {
    return await work(folder, {
      signal,
      add(more) {
        more.catch(() => {});
        going.push(more);
      },
    });
  } finally {
    ending.abort();
    await Promise.allSettled(going);
    await rm(folder, { recursive: true, force: true });
  }
}
