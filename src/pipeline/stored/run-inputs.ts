/** What a run rested on, and whether it is the same today. */
import path from 'node:path';
import { fileError, OperationalError } from '../../catalogue/error.ts';
import { BUILT_IN, isBuiltIn } from '../../engine/built-in-sets.ts';
import { kindOf } from '../../engine/referenced-file.ts';
import { fileDigest } from '../../readers/file-digest.ts';
import type { InputFile, Result } from '../../reporters/result.ts';
import type { InputRole } from '../../versions/manifest.ts';
import { builtInRuleSets, builtInWords } from '../built-in.ts';

export interface RunInput extends InputFile {
  readonly role: InputRole;
}

/** Each once, in the order of the roles. */
export function inputsOf(result: Result): readonly RunInput[] {
  const { catalogue, agreement, prices, termFiles = [], previous, mapping, waivers, ruleSet, references = [] } = result;
  const some = (role: InputRole, ...files: readonly (InputFile | undefined)[]): readonly RunInput[] =>
    files.flatMap((input) =>
      input === undefined ? [] : [{ role, file: input.file, sha256: input.sha256, bytes: input.bytes }],
    );
  return [
    ...some('catalogue', catalogue),
    ...some('agreement', agreement),
    ...some('prices', prices),
    ...some('terms', ...termFiles),
    ...some('previous', previous),
    ...some('mapping', mapping),
    ...some('waivers', waivers),
    ...some('rules', ...ruleSet.files),
    ...some('reference', ...references),
  ];
}

/** Where an input lies. @param name as the result has it */
export function placeOfInput(name: string, workspace: string): string {
  if (!isBuiltIn(name)) return path.join(workspace, ...name.split('/'));
  const own = name.slice(BUILT_IN.length);
  return own.startsWith('words/')
    ? path.join(builtInWords, own.slice('words/'.length))
    : path.join(builtInRuleSets, `${own}.yaml`);
}

/** @throws OperationalError that names every input whose bytes are not those of the run */
export async function requireSameInputs(inputs: readonly RunInput[], workspace: string): Promise<void> {
  const gone: string[] = [];
  const changed: string[] = [];
  for (const { file, sha256 } of inputs) {
    const place = placeOfInput(file, workspace);
    if ((await kindOf(place)) !== 'file') gone.push(file);
    else if ((await digestOf(place)) !== sha256) changed.push(file);
  }
  if (gone.length > 0) throw notThere(gone, workspace);
  if (changed.length > 0) throw notTheSame(changed);
}

async function digestOf(place: string): Promise<string> {
  try {
    return (await fileDigest(place)).sha256;
  } catch (error) {
    throw fileError(error, place);
  }
}

function notThere(files: readonly string[], workspace: string): OperationalError {
  const named = files.join(', ');
  return new OperationalError({
    nb: `Finner ikke det kjøringen bygget på, i ${workspace}: ${named}. En fil utenfor arbeidsområdet må legges i det; kontroller så på nytt.`,
    en: `What the run was based on is not in ${workspace}: ${named}. A file outside the workspace must be put into it; then check again.`,
  });
}

function notTheSame(files: readonly string[]): OperationalError {
  const named = files.join(', ');
  return new OperationalError({
    nb: `Endret siden kjøringen: ${named}. Kontroller på nytt, og godkjenn den kjøringen.`,
    en: `Changed since the run: ${named}. Check again, and approve that run.`,
  });
}
