/** Runs that read their files in small pieces, shared by threads: whoever reads which, all that is written is the same. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DAY, type Workspace } from './workspace.ts';

// Threads run what is built.
const BUILT = new URL('../../dist/pipeline/check.js', import.meta.url).href;

/** @returns all that a check of the file writes, as one text */
export async function writtenInPieces({ folder }: Workspace, file: string, threads: number): Promise<string> {
  const { checkCatalogue } = (await import(BUILT)) as typeof import('../../src/pipeline/check.ts');
  const run = await checkCatalogue(
    { file, reading: {}, asOf: DAY, threads, pieceBytes: 4096, out: path.join(folder, `ut-${threads}`) },
    { currentFolder: folder, locale: 'nb', now: new Date(0) },
  );
  return readdirSync(run.folder)
    .sort()
    .map((name) => `${name}\n${readFileSync(path.join(run.folder, name), 'utf8')}`)
    .join('\n');
}
