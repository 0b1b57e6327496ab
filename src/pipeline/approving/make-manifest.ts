/** The manifest of a version that is being made, once its files and inputs are in place. */
import type { LoadedAgreement } from '../../agreement/load-agreement.ts';
import type { Result } from '../../reporters/result.ts';
import type { Approval, ApprovedThing, Manifest, StoredInput } from '../../versions/manifest.ts';
import { filesIn, type Staged, storeInput } from '../../versions/store.ts';
import type { Version } from '../../versions/version-folder.ts';
import { toolVersion } from '../built-in.ts';
import { describeInput } from '../inputs/input-file.ts';
import { sourceIn } from '../inputs/workspace.ts';
import { inputsOf, placeOfInput, type RunInput } from '../stored/run-inputs.ts';
import { describeCatalogue } from './gate-again.ts';
import type { GivenDecisions } from './given-decisions.ts';
import type { ResolvedDecisions } from './resolve-decisions.ts';
import type { StagedWaivers } from './stage-waivers.ts';

export interface ToStore {
  readonly loaded: LoadedAgreement;
  /** The agreement's. */
  readonly folder: string;
  readonly workspace: string;
  readonly newest: Version | undefined;
  readonly number: string;
  readonly previous?: string;
  /** Name of its folder. */
  readonly run: string;
  readonly approved: ApprovedThing;
  readonly approvedBy: readonly Approval[];
  readonly given: GivenDecisions;
  readonly resolved: ResolvedDecisions;
  readonly waivers: StagedWaivers | undefined;
}

/**
 * Stores the inputs, too.
 * @param result of the gate, asked again
 * @param catalogue where it lies
 * @throws OperationalError when an input is not what it was, or the disk is full
 */
export async function makeManifest(
  staged: Staged,
  version: ToStore,
  result: Result,
  catalogue: string,
): Promise<Manifest> {
  const { loaded, number, previous, run, approved, approvedBy, given, resolved, waivers, workspace } = version;
  const inputs = await storeInputs(staged, version, result);
  const mapping = inputs.find(({ role }) => role === 'mapping');
  const described = await describeCatalogue(
    catalogue,
    result,
    mapping === undefined ? undefined : placeOfInput(mapping.file, workspace),
  );
  return {
    version: 1,
    number,
    ...(previous === undefined ? {} : { previous }),
    agreement: agreementFacts(loaded),
    asOf: result.asOf,
    outcome: result.outcome === 'approved' ? 'approved' : 'partly',
    lines: result.lines,
    findings: result.findings,
    ...changesIn(result),
    tool: { name: 'katalogvakt', version: toolVersion() },
    approvedBy,
    approved,
    run,
    catalogue: described,
    files: await filesIn(staged.folder),
    inputs,
    ...(given.text === undefined ? {} : { decisions: resolved.counts }),
    ...(waivers === undefined ? {} : { waivers }),
  };
}

function agreementFacts({ agreement }: LoadedAgreement): Manifest['agreement'] {
  return { number: agreement.number, name: agreement.name, supplier: agreement.supplier.name };
}

function changesIn({ diff }: Result): Pick<Manifest, 'changes'> {
  if (diff === undefined) return {};
  const { added, removed, changed, renumbered } = diff;
  return { changes: { added, removed, changed: changed + renumbered } };
}

async function storeInputs(
  staged: Staged,
  { loaded, folder, workspace, newest, waivers }: ToStore,
  result: Result,
): Promise<readonly StoredInput[]> {
  const { allowedSignersFile } = loaded;
  const keys =
    allowedSignersFile === undefined ? undefined : await describeInput(sourceIn(workspace, allowedSignersFile));
  const inputs: readonly RunInput[] = [
    ...inputsOf(result),
    ...(keys === undefined ? [] : [{ role: 'allowedSigners', ...keys } as const]),
  ];
  const stored: StoredInput[] = [];
  for (const input of inputs) {
    const { role, file, sha256, bytes } = input;
    const isNewest = role === 'previous' && newest !== undefined && sha256 === newest.manifest.approved.catalogue;
    const from =
      role === 'waivers' && waivers !== undefined
        ? staged.waivers
        : role === 'allowedSigners' && allowedSignersFile !== undefined
          ? allowedSignersFile
          : placeOfInput(file, workspace);
    const kept = isNewest
      ? `${newest.number}/${newest.manifest.catalogue.file}`
      : await storeInput(folder, from, input);
    stored.push({ role, file, sha256, bytes, stored: kept });
  }
  return stored;
}
