/** Files for tests, in a folder of their own that is gone when the tests of the file are done. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Source } from '../../src/readers/reader.ts';

export interface TemporaryFolder {
  readonly path: string;
  /** @returns the file's path; folders on the way are made */
  write(name: string, content: string | Uint8Array): string;
  /** As `write`, as readers want it. */
  source(name: string, content: string | Uint8Array): Source;
}

/** To be called outside of tests, once per file. */
export function temporaryFolder(): TemporaryFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'katalogvakt-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, content: string | Uint8Array): string => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  };
  return { path: folder, write, source: (name, content) => ({ name, path: write(name, content) }) };
}

/** All that comes, in one list. */
export async function collected<T>(batches: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const batch of batches) for (const one of batch) all.push(one);
  return all;
}
