/** The buyer's yes: a run's catalogue becomes the next version of the agreement, with everything it rested on. */
import path from 'node:path';
import { type LoadedAgreement, loadAgreement } from '../agreement/load-agreement.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { Language } from '../catalogue/text.ts';
import { fileDigest } from '../readers/file-digest.ts';
import { refusalParts } from '../reporters/outcome-words.ts';
import type { Run } from '../reporters/reporter.ts';
import type { Result } from '../reporters/result.ts';
import type { OwnProcess } from '../versions/lock.ts';
import type { Manifest } from '../versions/manifest.ts';
import { type Pending, pendingName, readPending } from '../versions/pending.ts';
import type { Steps } from '../versions/settle.ts';
import { requireMaySign } from '../versions/signers.ts';
import { checksum, nameVersion, nextNumber, type Staged, stageVersion, withVersions } from '../versions/store.ts';
import { APPROVED_FOLDER, newestVersion, type Version } from '../versions/version-folder.ts';
import { type GatedRun, gateAgain, requireSameCatalogue } from './approving/gate-again.ts';
import { type GivenDecisions, givenDecisions, requireNotEnded } from './approving/given-decisions.ts';
import { makeManifest } from './approving/make-manifest.ts';
import { type ResolvedDecisions, resolveDecisions } from './approving/resolve-decisions.ts';
import { type PendingAnswer, type Signing, sign, type ToSign } from './approving/sign-approval.ts';
import { type StagedWaivers, stageWaivers } from './approving/stage-waivers.ts';
import { undecidedLines } from './checking/undecided-lines.ts';
import { requestAgain } from './inputs/asked.ts';
import type { Surroundings } from './inputs/check-request.ts';
import { LABEL_WORDS } from './inputs/label-words.ts';
import { workspaceOf } from './inputs/workspace.ts';
import { agreementOf } from './stored/agreement-of-run.ts';
import { inputsOf, requireSameInputs } from './stored/run-inputs.ts';
import { RESULT_FILE, readStoredRun } from './stored/stored-run.ts';

export interface ApproveRequest extends Omit<Signing, 'now'> {
  /** Folder of the run. */
  readonly run: string;
  /** `decisions.yaml`; absent: nothing is decided beyond what the gate says, or what the first to sign decided. */
  readonly decisions?: string | undefined;
  /** Absent: that of the run. */
  readonly agreement?: string | undefined;
  /** Lines that do not go on as sent need no decision each. */
  readonly allowPartly?: boolean | undefined;
  readonly allowPlugins?: boolean | undefined;
  readonly threads?: number;
}

export type ApproveAnswer =
  | { readonly kind: 'approved'; readonly folder: string; readonly manifest: Manifest }
  | PendingAnswer
  /** The gate does not let it through. */
  | { readonly kind: 'refused'; readonly why: Readonly<Record<Language, readonly string[]>> }
  | { readonly kind: 'undecided'; readonly lines: number };

/** What the process gives, beside what every run needs. */
export interface Approving extends Surroundings {
  readonly own: OwnProcess;
  readonly steps?: Steps;
}

/** A run, and the agreement it was held against. */
interface Subject {
  readonly request: ApproveRequest;
  readonly run: Run;
  /** Checksum of the run's `result.json`. */
  readonly runSum: string;
  readonly loaded: LoadedAgreement;
  /** The agreement's. */
  readonly folder: string;
  readonly workspace: string;
  readonly around: Approving;
  readonly steps: Steps;
}

/** What is known before the gate is asked again. */
interface Prepared {
  readonly newest: Version | undefined;
  readonly pending: Pending | undefined;
  readonly given: GivenDecisions;
  readonly resolved: ResolvedDecisions;
}

/** @throws OperationalError for whatever the operator must put right; nothing is changed then */
export async function approve(request: ApproveRequest, around: Approving): Promise<ApproveAnswer> {
  const run = await readStoredRun(request.run);
  const agreementPath = request.agreement ?? (await agreementOf(request.run, run.result));
  const loaded = await loadAgreement(agreementPath, LABEL_WORDS);
  around.speaks?.(loaded.agreement.language ?? around.locale);
  const folder = path.dirname(agreementPath);
  const steps = around.steps ?? (async () => {});
  const { sha256: runSum } = await fileDigest(path.join(request.run, RESULT_FILE));
  const workspace = workspaceOf(agreementPath, around.currentFolder);
  return withVersions(folder, around.own, `approve, ${request.by}`, steps, async () => {
    const staged = await stageVersion(folder);
    try {
      return await approveIn(staged, { request, run, runSum, loaded, folder, workspace, around, steps });
    } finally {
      await staged.discard();
    }
  });
}

async function approveIn(staged: Staged, subject: Subject): Promise<ApproveAnswer> {
  const { request, run, folder, steps } = subject;
  const prepared = await prepare(staged, subject);
  const { result } = run;
  if (result.outcome === 'refused' && prepared.given.text === undefined) return refused(run);
  requireComparedWithNewest(result, prepared.newest);
  await steps('ask the gate again');
  const waivers = await stageWaivers(staged, folder, prepared.resolved.waivers, result);
  const gated = await gate(staged, subject, prepared.resolved, waivers);
  const no = await whyNot(gated, prepared.resolved);
  if (no !== undefined) return no;
  const { catalogue } = gated;
  if (catalogue === undefined) throw new RangeError('what goes on has a catalogue');
  if (prepared.given.text === undefined) await requireSameCatalogue(request.run, catalogue.sha256);
  const { newest, pending, given } = prepared;
  const toSign: ToSign = {
    number: nextNumber(newest),
    ...(newest === undefined ? {} : { previous: checksum(newest.bytes) }),
    run: path.basename(path.resolve(request.run)),
    approved: {
      run: subject.runSum,
      catalogue: catalogue.sha256,
      ...(given.sha256 === undefined ? {} : { decisions: given.sha256 }),
    },
  };
  const signed = await sign(
    toSign,
    { ...subject, ...request, now: subject.around.now, pending, text: given.text },
    gated.run.result.effect,
  );
  if (signed.kind === 'pending') return signed;
  await steps('store the inputs');
  const { approvedBy } = signed;
  const toStore = { ...subject, ...prepared, ...toSign, approvedBy, waivers };
  const manifest = await makeManifest(staged, toStore, gated.run.result, catalogue.path);
  subject.around.signal?.throwIfAborted();
  await nameVersion(folder, staged, manifest, steps);
  return { kind: 'approved', folder: path.join(folder, APPROVED_FOLDER, manifest.number), manifest };
}

async function prepare(
  staged: Staged,
  { request, run, runSum, loaded, folder, workspace }: Subject,
): Promise<Prepared> {
  const newest = await newestVersion(folder);
  await requireSameInputs(inputsOf(run.result), workspace);
  const pending = await readPending(folder, pendingName({ run: runSum }));
  requireMaySign(request.by, loaded.signers, pending?.approvedBy ?? []);
  const given = await givenDecisions(request.decisions, pending, staged.folder, runSum);
  requireNotEnded(given.decisions, run.result);
  // Whoever decided answers for it, also when somebody else signs last.
  const by = pending?.approvedBy[0]?.by ?? request.by.trim();
  return { newest, pending, given, resolved: await resolveDecisions(run, given.decisions, by) };
}

/** A version comes after another: what was compared with an older one says nothing of the changes since. */
function requireComparedWithNewest({ previous }: Result, newest: Version | undefined): void {
  if (newest === undefined || previous?.sha256 === newest.manifest.approved.catalogue) return;
  const { number } = newest;
  throw new OperationalError({
    nb: `Kjøringen ble sammenlignet med ${previous?.file ?? 'ingenting'}, men versjon ${number} er den nyeste. Kontroller på nytt, og godkjenn den kjøringen.`,
    en: `The run was compared with ${previous?.file ?? 'nothing'}, but version ${number} is the newest. Check again, and approve that run.`,
  });
}

function gate(
  staged: Staged,
  { request, run: { result }, workspace, loaded, around }: Subject,
  { rulings }: ResolvedDecisions,
  waivers: StagedWaivers | undefined,
): Promise<GatedRun> {
  const { allowPartly, allowPlugins, threads } = request;
  return gateAgain(
    {
      ...requestAgain(result, workspace, loaded.path),
      ...(allowPartly === true ? { allowPartly } : {}),
      ...(allowPlugins === undefined ? {} : { allowPlugins }),
      ...(threads === undefined ? {} : { threads }),
      decided: { rulings, ...(waivers === undefined ? {} : { waivers: staged.waivers }) },
    },
    staged.folder,
    around,
  );
}

async function refused(run: Run): Promise<ApproveAnswer> {
  const { groups } = await run.grouped(1);
  const why = (language: Language): readonly string[] => refusalParts(run, groups, language).why;
  return { kind: 'refused', why: { nb: why('nb'), en: why('en') } };
}

async function whyNot({ run }: GatedRun, { rulings }: ResolvedDecisions): Promise<ApproveAnswer | undefined> {
  const { outcome, ruleSet } = run.result;
  if (outcome === 'refused') return refused(run);
  if (outcome === 'approved' || ruleSet.allowPartly) return undefined;
  const lines = await undecidedLines(run.findings(), rulings);
  return lines === 0 ? undefined : { kind: 'undecided', lines };
}
