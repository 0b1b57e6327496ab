/** The workspace a file belongs to, and how its files are named in reports: relative, with `/`, on every system. */
import path from 'node:path';
import { kindOf } from '../../engine/referenced-file.ts';
import type { Source } from '../../readers/reader.ts';

/** The folder that holds `catalogs/`, seen from an agreement; the agreement's own folder when it lies elsewhere. */
export function workspaceOf(agreementPath: string | undefined, currentFolder: string): string {
  if (agreementPath === undefined) return currentFolder;
  const folder = path.dirname(path.resolve(agreementPath));
  const parent = path.dirname(folder);
  return path.basename(parent) === 'catalogs' ? path.dirname(parent) : folder;
}

/** A file outside the workspace is named by its last part only: where it lay on somebody's disk is nobody's business. */
export function sourceIn(workspace: string, file: string): Source {
  const absolute = path.resolve(file);
  const relative = path.relative(workspace, absolute);
  const outside = relative.startsWith('..') || path.isAbsolute(relative);
  return { name: outside ? path.basename(absolute) : relative.split(path.sep).join('/'), path: absolute, typed: file };
}

/**
 * The workspace of a run that is stored: the nearest folder above one of these in which its agreement lies.
 * @param agreement as the run names it
 * @param folders absolute
 */
export async function workspaceAround(
  agreement: string | undefined,
  folders: readonly string[],
): Promise<string | undefined> {
  if (agreement === undefined) return undefined;
  for (const start of folders) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      if ((await kindOf(path.join(folder, agreement))) === 'file') return folder;
      if (folder === path.dirname(folder)) break;
    }
  }
  return undefined;
}
