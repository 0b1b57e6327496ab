/** `waivers.yaml` with more entries: what stands in it, comments too, stays as it is. */
import { readFile } from 'node:fs/promises';
import { fileError } from '../../catalogue/error.ts';
import { loadWaivers } from '../../decision/waiver-file.ts';
import type { Waiver } from '../../decision/waivers.ts';
import type { Result } from '../../reporters/result.ts';
import { rules as builtIn } from '../../rules/index.ts';

const HEAD = 'Godtatte avvik / accepted deviations';

/**
 * @param file that is there, or not yet
 * @param run whose rules may be named
 * @returns the file's new text
 * @throws OperationalError for a file that is wrong: that is told before anything is added to it
 */
export async function withWaivers(
  file: string,
  waivers: readonly Waiver[],
  run: Pick<Result, 'rules'>,
): Promise<string> {
  const source = await sourceOf(file);
  if (source !== undefined)
    await loadWaivers(file, [...new Set([...builtIn.map(({ id }) => id), ...run.rules.map(({ rule }) => rule)])]);
  const { withAppended } = await import('../../engine/yaml-append.ts');
  const items = waivers.map((waiver) => ({ ...waiver }));
  return withAppended(source, 'waivers', items, HEAD);
}

async function sourceOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw fileError(error, file);
  }
}
