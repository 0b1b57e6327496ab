/** Everything that rules look things up in beside catalogue and agreement. */
import type { References } from '../engine/references.ts';
import type { InputFile } from '../reporters/result.ts';
import type { Surroundings } from './load-inputs.ts';
import { type LoadedWordLists, loadWordLists } from './load-word-lists.ts';

export interface LoadedReferences {
  readonly references: References;
  /** What they were read from, as reports name it. */
  readonly files: readonly InputFile[];
}

/** @throws OperationalError for whatever the operator must put right */
export async function loadReferences(workspace: string, around: Surroundings): Promise<LoadedReferences> {
  const { words, files } = await wordListsOf(workspace, around);
  return { references: { words }, files };
}

function wordListsOf(workspace: string, { wordLists }: Surroundings): Promise<LoadedWordLists> {
  const known = wordLists?.get(workspace);
  if (known !== undefined) return known;
  const loaded = loadWordLists(workspace);
  wordLists?.set(workspace, loaded);
  return loaded;
}
