/** Everything that rules look things up in beside catalogue and agreement. */
import { type ReadVolumes, readVolumes } from '../../agreement/read-volumes.ts';
import type { References } from '../../engine/references.ts';
import type { InputFile } from '../../reporters/result.ts';
import type { Surroundings } from './check-request.ts';
import { describeInput } from './input-file.ts';
import { loadClassList } from './load-class-list.ts';
import { loadLabelRegister } from './load-label-register.ts';
import { type LoadedWordLists, loadWordLists } from './load-word-lists.ts';
import type { OpenTable } from './open-table.ts';
import { sourceIn } from './workspace.ts';

export interface LoadedReferences {
  readonly references: References;
  /** What they were read from, as reports name it. */
  readonly files: readonly InputFile[];
  /** The table of volumes as it was read, and its file as reports name it. */
  readonly volumes?: { readonly file: string; readonly read: ReadVolumes };
}

/** Paths of what an agreement or a command names; absent: there is none. */
export interface ReferenceFiles {
  /** The table of what is bought. */
  readonly volumes: string | undefined;
  /** The list of UNSPSC codes. */
  readonly classes: string | undefined;
  /** The register of eco-label licences. */
  readonly labelRegister: string | undefined;
}

/** What else is named, and is no file of its own. */
export interface NamedOtherwise {
  /** Profiles of the ordering systems that the catalogue goes to. */
  readonly systems?: readonly string[] | undefined;
  readonly open: OpenTable;
}

/** @throws OperationalError for whatever the operator must put right */
export async function loadReferences(
  workspace: string,
  named: ReferenceFiles,
  { systems, open }: NamedOtherwise,
  around: Surroundings,
): Promise<LoadedReferences> {
  const { words, files } = await wordListsOf(workspace, around);
  const sources = [named.volumes, named.classes, named.labelRegister].map((path) =>
    path === undefined ? undefined : sourceIn(workspace, path),
  );
  const [volumes, classes, register] = sources;
  const read = volumes === undefined ? undefined : await readVolumes(volumes, open);
  // Most agreements name none: what reads profiles is loaded only then.
  const limits =
    systems === undefined
      ? undefined
      : await (await import('./load-text-limits.ts')).loadTextLimits(systems, workspace);
  const given = sources.filter((source) => source !== undefined);
  return {
    references: {
      words,
      ...(read === undefined ? {} : { volumes: read.volumes }),
      ...(classes === undefined ? {} : { classes: await loadClassList(classes, open) }),
      ...(register === undefined ? {} : { labelRegister: await loadLabelRegister(register, open) }),
      ...(limits === undefined ? {} : { textLimits: limits.textLimits }),
    },
    files: [...files, ...(await Promise.all(given.map(describeInput))), ...(limits?.files ?? [])],
    ...(read === undefined || volumes === undefined ? {} : { volumes: { file: volumes.name, read } }),
  };
}

function wordListsOf(workspace: string, { wordLists }: Surroundings): Promise<LoadedWordLists> {
  const known = wordLists?.get(workspace);
  if (known !== undefined) return known;
  const loaded = loadWordLists(workspace);
  wordLists?.set(workspace, loaded);
  return loaded;
}
