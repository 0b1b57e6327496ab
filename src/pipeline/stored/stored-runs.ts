/** The runs that are stored for the agreements in some folders. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { AGREEMENT_FILE } from '../../agreement/find-agreement.ts';
import { dayIn } from '../../catalogue/days.ts';
import { fileError, OperationalError } from '../../catalogue/error.ts';
import { kindOf } from '../../engine/referenced-file.ts';
import { fileDigest } from '../../readers/file-digest.ts';
import type { Result } from '../../reporters/result.ts';
import type { StatsRun } from '../../reporters/stats/stats-row.ts';
import { readVersion, versionNumbers } from '../../versions/version-folder.ts';
import { workspaceOf } from '../inputs/workspace.ts';
import { foldersOfAgreements } from './stored-catalogues.ts';
import { RESULT_FILE, readStoredRun } from './stored-run.ts';

const REPORTS = 'reports';

/**
 * By agreement, supplier, day and name.
 * @param words folders of agreements, folders of runs, or patterns as a shell spells them out
 * @param runs where runs lie; absent: the `reports` of the workspaces that the agreements are in
 * @throws OperationalError when a word names nothing, or no run is found
 */
export async function storedRuns(
  words: readonly string[],
  currentFolder: string,
  runs?: string,
): Promise<readonly StatsRun[]> {
  const agreements = await foldersOfAgreements(words, currentFolder);
  const found: FoundRun[] = [];
  for (const [folder, wanted] of await foldersOfRuns(agreements, currentFolder, runs)) {
    for (const name of await namesIn(folder)) {
      const run = path.join(folder, name);
      if ((await kindOf(path.join(run, RESULT_FILE))) !== 'file') continue;
      const { result } = await readStoredRun(run);
      if (result.agreement !== undefined && wanted(result.agreement.file))
        found.push({ run: name, result, sha256: (await fileDigest(path.join(run, RESULT_FILE))).sha256 });
    }
  }
  const approvals: Approvals = new Map();
  for (const folder of agreements) await addApproved(path.resolve(currentFolder, folder), found, approvals);
  if (found.length === 0) throw noRuns(words);
  return inOrder(withReceipts(found, approvals));
}

interface FoundRun {
  readonly run: string;
  readonly result: Result;
  /** Of its `result.json`. */
  readonly sha256: string;
}

/** By the checksum of the `result.json` that was approved. */
type Approvals = Map<string, NonNullable<StatsRun['approval']>>;

/** Which runs became versions; a run that is stored no more is told by the result that its version keeps. */
async function addApproved(agreementFolder: string, found: FoundRun[], approvals: Approvals): Promise<void> {
  for (const number of await versionNumbers(agreementFolder)) {
    const { folder, manifest } = await readVersion(agreementFolder, number);
    // An earlier version once more is no catalogue that was received.
    if (manifest.rollback !== undefined) continue;
    const { run: sha256 } = manifest.approved;
    const times = manifest.approvedBy.map(({ at }) => at).sort();
    const last = times.at(-1);
    const day = last === undefined ? manifest.asOf : dayIn('Europe/Oslo', new Date(last));
    approvals.set(sha256, { version: number, day });
    if (found.some((run) => run.sha256 === sha256)) continue;
    const { result } = await readStoredRun(folder);
    found.push({ run: path.posix.basename(manifest.run), result, sha256 });
  }
}

type Wanted = (agreementFile: string) => boolean;

/** Folders of runs, with which agreements are asked for of them. */
async function foldersOfRuns(
  agreements: readonly string[],
  currentFolder: string,
  runs: string | undefined,
): Promise<ReadonlyMap<string, Wanted>> {
  const files = new Map<string, Set<string>>();
  for (const folder of agreements) {
    const file = path.resolve(currentFolder, folder, AGREEMENT_FILE);
    const workspace = workspaceOf(file, currentFolder);
    const reports = runs === undefined ? path.join(workspace, REPORTS) : path.resolve(currentFolder, runs);
    const wanted = files.get(reports) ?? new Set();
    wanted.add(path.relative(workspace, file).split(path.sep).join('/'));
    files.set(reports, wanted);
  }
  return new Map([...files].map(([reports, wanted]) => [reports, (file) => wanted.has(file)]));
}

/** In code-unit order; none where there is no such folder. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fileError(error, folder);
  });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** A file was received, as far as anybody can tell from runs, on the day it was first checked. */
function withReceipts(found: readonly FoundRun[], approvals: Approvals): readonly StatsRun[] {
  const key = ({ agreement, catalogue }: Result): string => `${agreement?.number} ${catalogue.sha256}`;
  const first = new Map<string, string>();
  for (const { result } of found) {
    const known = first.get(key(result));
    if (known === undefined || result.asOf < known) first.set(key(result), result.asOf);
  }
  return found.map(({ run, result, sha256 }) => {
    const approval = approvals.get(sha256);
    return {
      run,
      result,
      received: first.get(key(result)) ?? result.asOf,
      ...(approval === undefined ? {} : { approval }),
    };
  });
}

function inOrder(runs: readonly StatsRun[]): readonly StatsRun[] {
  const keyed = runs.map((run) => {
    const { agreement, asOf } = run.result;
    return { run, key: [agreement?.number ?? '', agreement?.supplier ?? '', asOf, run.run] };
  });
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ run }) => run);
}

/** By code unit, part by part. */
function compare(a: readonly string[], b: readonly string[]): number {
  for (const [at, one] of a.entries()) {
    const other = b[at] ?? '';
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

function noRuns(words: readonly string[]): OperationalError {
  const where = words.join(', ');
  return new OperationalError({
    nb: `Fant ingen kjøringer for avtalene i ${where}. Kjør check først, eller oppgi med --runs hvor kjøringene ligger.`,
    en: `Found no runs for the agreements in ${where}. Run check first, or say with --runs where runs lie.`,
  });
}
