/** The main job: a supplier's catalogue in, a run folder with the approved catalogue and its reports out. */
import path from 'node:path';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { type Decimal, decimal } from '../catalogue/decimal.ts';
import { ANNOTATED_FILE } from '../catalogue/own-marks.ts';
import { type CatalogueDecision, decideCatalogue } from '../decision/decide-catalogue.ts';
import type { EffectLedger } from '../decision/effect-ledger.ts';
import { type PreparedRules, prepareRules } from '../engine/prepare-rules.ts';
import type { Requirement } from '../engine/rule-set-layers.ts';
import { causesByRule, countsOf } from '../reporters/finding-groups.ts';
import type { Run } from '../reporters/reporter.ts';
import type { Result } from '../reporters/result.ts';
import { runName } from '../reporters/run-name.ts';
import { askAboutCatalogue, type CatalogueFindings } from './checking/catalogue-findings.ts';
import { type Folders, type Inspected, inspectLines } from './checking/inspect-lines.ts';
import { WITHHELD_FILE } from './checking/report-files.ts';
import { countLines, resultOf } from './checking/result-of.ts';
import { atHand } from './inputs/at-hand.ts';
import type { CheckRequest, Surroundings } from './inputs/check-request.ts';
import type { Inputs } from './inputs/inputs.ts';
import { loadInputs } from './inputs/load-inputs.ts';
import type { OpenedCatalogue } from './inputs/open-catalogue.ts';
import { type Background, withTemporaryFolder } from './rows/temporary-folder.ts';
import { CHANGES_FILE, FINDINGS_FILE, RESULT_FILE, storedRun } from './stored/stored-run.ts';
import { type Crew, newCrew } from './threads/crew.ts';
import type { ApprovedFile } from './writing/approved-as-sent.ts';
import { newRunFolder, type RunFolder } from './writing/run-folder.ts';
import { approvedFile, writeApproved, writeFixed } from './writing/write-approved.ts';
import { writeChanges } from './writing/write-changes.ts';
import { writeFindings } from './writing/write-findings.ts';
import { REPORT_FILES, writeReports } from './writing/write-reports.ts';

export interface CheckedCatalogue {
  readonly result: Result;
  /** The run's folder. */
  readonly folder: string;
  /** Absolute. */
  readonly workspace: string;
}

/**
 * @param crew whom to share the work with; absent: as many threads as the request says
 * @throws OperationalError for what the operator must put right; no run folder is left then
 */
export async function checkCatalogue(
  request: CheckRequest,
  around: Surroundings,
  crew: Crew = newCrew(request.threads ?? 1, { pieceBytes: request.pieceBytes, signal: around.signal }),
): Promise<CheckedCatalogue> {
  try {
    return await checkWith(crew, request, around);
  } finally {
    await crew.end();
  }
}

function checkWith(crew: Crew, request: CheckRequest, around: Surroundings): Promise<CheckedCatalogue> {
  return withTemporaryFolder(
    (temporary, background) => checkIn(temporary, background, crew, request, around),
    around.signal,
  );
}

async function checkIn(
  temporary: string,
  background: Background,
  crew: Crew,
  request: CheckRequest,
  around: Surroundings,
): Promise<CheckedCatalogue> {
  const inputs = await loadInputs(request, around, crew, temporary, background);
  const prepared = prepareRules(inputs.ruleSet, atHand(inputs));
  const folder = await newRunFolder(outFolder(request, inputs, around), nameOf(inputs));
  try {
    const read = await inspect(inputs, prepared, { reports: folder.path, temporary }, { ...around, crew });
    const whole = askAboutCatalogue(read.inputs, read.prepared, read.inspected);
    const decision = decide(read.inputs, read.inspected, whole);
    const result = await write(folder, { ...read, whole, decision, request, temporary, crew, signal: around.signal });
    around.signal?.throwIfAborted();
    await inputs.requireUnchanged();
    return { result, folder: await folder.keep(), workspace: inputs.workspace };
  } catch (error) {
    await folder.discard();
    throw error;
  }
}

function outFolder(request: CheckRequest, { workspace }: Inputs, { currentFolder }: Surroundings): string {
  return path.resolve(currentFolder, request.out ?? path.join(workspace, 'reports'));
}

function nameOf({ agreement, source, asOf }: Inputs): string {
  return runName(agreement?.agreement.number, path.parse(source.path).name, asOf);
}

interface Read {
  readonly inputs: Inputs;
  readonly prepared: PreparedRules;
  readonly inspected: Inspected | undefined;
}

async function inspect(
  inputs: Inputs,
  prepared: PreparedRules,
  folders: Folders,
  around: Surroundings & { readonly crew: Crew },
): Promise<Read> {
  const { catalogue } = inputs;
  if (catalogue instanceof UnusableFile) return { inputs, prepared, inspected: undefined };
  try {
    const inspected = await inspectLines(inputs, catalogue, prepared, folders, around);
    return { inputs, prepared, inspected };
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    // Cut off or damaged so far down that only now it shows: nothing of the file counts, as if it had shown at once.
    const unusable = { ...inputs, catalogue: error };
    return { inputs: unusable, prepared: prepareRules(inputs.ruleSet, atHand(unusable)), inspected: undefined };
  }
}

function decide(inputs: Inputs, inspected: Inspected | undefined, whole: CatalogueFindings): CatalogueDecision {
  const lines = countLines(inspected?.ledger, whole.keptMissing.length);
  const { previous, differ } = inspected ?? {};
  return decideCatalogue(
    {
      lines,
      refusedBy: [...new Set([...whole.refusedBy, ...(inspected?.refusedBy ?? [])])],
      missing: missingInputs(inputs),
      missingAgreed: whole.missingAgreed,
      ...(inspected?.effects === undefined ? {} : { yearlyEffect: effectAsSent(inspected.effects) }),
      ...(previous === undefined || differ === undefined
        ? {}
        : { removed: { lines: linesLost(inspected, whole), of: previous.lines } }),
    },
    inputs.ruleSet.gate.limits,
  );
}

/** Before anything is withheld. */
function effectAsSent(effects: EffectLedger): Decimal {
  return decimal(effects.sums(() => true).asSent.above);
}

/** Lines of the previous version that nothing among the approved stands for: gone from the file, or withheld. */
function linesLost(inspected: Inspected | undefined, { keptMissing }: CatalogueFindings): number {
  const { ledger, differ } = inspected ?? {};
  if (ledger === undefined || differ === undefined) return 0;
  let withheld = 0;
  for (let ordinal = 0; ordinal < ledger.size; ordinal++) {
    const position = ledger.former(ordinal);
    if (position !== undefined && ledger.disposition(ordinal) === 'withhold' && differ.isAt(position, ordinal))
      withheld++;
  }
  return differ.totals.removed - keptMissing.length + withheld;
}

function missingInputs({ ruleSet, agreement, prices, terms, previous }: Inputs): readonly Requirement[] {
  const given = { agreement, prices: prices ?? terms, previous };
  return ruleSet.requires.filter((what) => given[what] === undefined);
}

interface Decided extends Read {
  readonly whole: CatalogueFindings;
  readonly decision: CatalogueDecision;
  readonly request: CheckRequest;
  readonly crew: Crew;
  readonly signal: AbortSignal | undefined;
  /** Folder for what is needed on the way. */
  readonly temporary: string;
}

async function write(
  folder: RunFolder,
  { inputs, prepared, inspected, whole, decision, request, crew, signal, temporary }: Decided,
): Promise<Result> {
  const refused = decision.outcome === 'refused';
  const { catalogue } = inputs;
  const opened = inspected === undefined || catalogue instanceof UnusableFile ? undefined : { catalogue, inspected };
  // Mostly the disk's work and that of other threads: it goes on while all else is written.
  const approved =
    opened === undefined || refused
      ? undefined
      : approving(folder.path, inputs, opened, whole.keptMissing, crew, signal);
  const result = await whileGoingOn(approved?.written, async () => {
    await writeChanges(folder.path, inspected, whole.keptMissing, refused);
    const tally = await writeFindings(folder.path, inputs, opened, whole, refused);
    const files = [RESULT_FILE, FINDINGS_FILE, CHANGES_FILE, ...REPORT_FILES];
    if (opened !== undefined) files.push(WITHHELD_FILE);
    const approvedAs = await approved?.file;
    const { name: approvedName, ...notAsSent } = approvedAs ?? {};
    if (approvedName !== undefined) files.push(approvedName);
    const fixed =
      opened === undefined ? undefined : await writeFixed(folder.path, inputs, opened.catalogue, opened.inspected);
    if (fixed !== undefined) files.push(fixed);
    if (request.annotated === true) files.push(ANNOTATED_FILE);
    const lines = countLines(inspected?.ledger, whole.keptMissing.length);
    const allowPartly = request.allowPartly ?? inputs.ruleSet.gate.allowPartly;
    const result = resultOf({
      inputs,
      prepared,
      inspected,
      lines,
      decision,
      counts: countsOf(tally),
      causes: causesByRule(tally),
      waived: tally.waived.count,
      whole,
      allowPartly,
      notAsSent,
      files: files.sort(),
    });
    await writeReports(folder.path, result, tally);
    return result;
  });
  if (request.annotated === true) await annotate(folder.path, temporary, inputs, storedRun(folder.path, result));
  return result;
}

interface Approving {
  /** Known mostly before it is written. */
  readonly file: Promise<ApprovedFile>;
  readonly written: Promise<unknown>;
}

function approving(
  folder: string,
  inputs: Inputs,
  { catalogue, inspected }: { readonly catalogue: OpenedCatalogue; readonly inspected: Inspected },
  keptMissing: readonly number[],
  crew: Crew,
  signal: AbortSignal | undefined,
): Approving {
  const name = approvedFile(catalogue);
  const written = writeApproved(path.join(folder, name), inputs, catalogue, inspected, keptMissing, crew);
  const { delta } = inputs;
  if (delta === undefined) return { file: Promise.resolve({ name }), written };
  const asSent = written.then(async () => {
    const { approvedAsSent } = await import('./writing/approved-as-sent.ts');
    return approvedAsSent(folder, name, inputs, delta, signal);
  });
  return { file: asSent, written: asSent };
}

async function annotate(folder: string, temporary: string, inputs: Inputs, run: Run): Promise<void> {
  const { source, catalogue, delta, language } = inputs;
  // Of changes, it is their own file that goes back.
  const opened = delta?.sent ?? (catalogue instanceof UnusableFile ? undefined : catalogue);
  // Most runs write none: what it takes is loaded only then.
  const { writeAnnotated } = await import('./writing/write-annotated.ts');
  await writeAnnotated(run, opened === undefined ? { path: source.path } : { path: opened.path, opened }, {
    path: path.join(folder, ANNOTATED_FILE),
    language,
    temporary,
  });
}

/**
 * Does the work and ends no earlier than what goes on, also when it fails: nothing is written to a folder that is gone.
 * @throws what the work fails with, else what goes on
 */
async function whileGoingOn<T>(goingOn: Promise<unknown> | undefined, work: () => Promise<T>): Promise<T> {
  const [done, ended] = await Promise.allSettled([work(), goingOn]);
  if (done.status === 'rejected') throw done.reason;
  if (ended.status === 'rejected') throw ended.reason;
  return done.value;
}
