/** Everything that rules look things up in beside catalogue and agreement. */
import { readVolumes } from '../agreement/read-volumes.ts';
import type { References } from '../engine/references.ts';
import { openFile } from '../readers/open-file.ts';
import type { InputFile } from '../reporters/result.ts';
import { describeInput } from './input-file.ts';
import type { Surroundings } from './load-inputs.ts';
import { type LoadedWordLists, loadWordLists } from './load-word-lists.ts';
import { sourceIn } from './workspace.ts';

export interface LoadedReferences {
  readonly references: References;
  /** What they were read from, as reports name it. */
  readonly files: readonly InputFile[];
  /** Rows of the table of volumes that cannot be read. */
  readonly unreadVolumes: number;
}

/**
 * @param volumes the table of what is bought, if there is one: its path
 * @throws OperationalError for whatever the operator must put right
 */
export async function loadReferences(
  workspace: string,
  volumes: string | undefined,
  around: Surroundings,
): Promise<LoadedReferences> {
  const { words, files } = await wordListsOf(workspace, around);
  if (volumes === undefined) return { references: { words }, files, unreadVolumes: 0 };
  const source = sourceIn(workspace, volumes);
  const read = await readVolumes(source, (file) => openFile(file));
  return {
    references: { words, volumes: read.volumes },
    files: [...files, await describeInput(source)],
    unreadVolumes: read.faults.length,
  };
}

function wordListsOf(workspace: string, { wordLists }: Surroundings): Promise<LoadedWordLists> {
  const known = wordLists?.get(workspace);
  if (known !== undefined) return known;
  const loaded = loadWordLists(workspace);
  wordLists?.set(workspace, loaded);
  return loaded;
}
