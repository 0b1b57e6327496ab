/** What the ordering systems take that an agreement names: the limits of their profiles. */
import path from 'node:path';
import { BUILT_IN } from '../../engine/built-in-sets.ts';
import { kindOf } from '../../engine/referenced-file.ts';
import type { SystemLimits } from '../../engine/references.ts';
import type { InputFile } from '../../reporters/result.ts';
import { loadProfile } from '../../writers/profile.ts';
import { builtInProfiles } from '../built-in.ts';
import { describeInput } from './input-file.ts';
import { sourceIn } from './workspace.ts';

export interface LoadedTextLimits {
  readonly textLimits: readonly SystemLimits[];
  /** The profiles, as reports name them. */
  readonly files: readonly InputFile[];
}

/**
 * @param systems names of profiles, in the workspace or built-in
 * @throws OperationalError for one that there is not, or that is wrong
 */
export async function loadTextLimits(systems: readonly string[], workspace: string): Promise<LoadedTextLimits> {
  const loaded = await Promise.all(
    systems.map(async (name) => {
      const { title, limits } = await loadProfile(name, { builtIn: builtInProfiles, workspace });
      return { limits: { system: title.nb, limits }, file: await profileFile(name, workspace) };
    }),
  );
  return { textLimits: loaded.map(({ limits }) => limits), files: loaded.flatMap(({ file }) => file) };
}

/** None for a mere format, whose profile is in no file. */
async function profileFile(name: string, workspace: string): Promise<readonly InputFile[]> {
  const own = path.join(workspace, 'rules', 'profiles', `${name}.yaml`);
  if ((await kindOf(own)) === 'file') return [await describeInput(sourceIn(workspace, own))];
  const builtIn = path.join(builtInProfiles, `${name}.yaml`);
  if ((await kindOf(builtIn)) !== 'file') return [];
  return [await describeInput({ name: `${BUILT_IN}profiles/${name}.yaml`, path: builtIn })];
}
