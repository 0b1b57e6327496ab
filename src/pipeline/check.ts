/** The main job: a supplier's catalogue in, a run folder with the approved catalogue and its reports out. */
import path from 'node:path';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { type CatalogueDecision, decideCatalogue } from '../decision/decide-catalogue.ts';
import { type PreparedRules, prepareRules } from '../engine/prepare-rules.ts';
import type { Requirement } from '../engine/rule-set.ts';
import type { Result } from '../reporters/result.ts';
import { atHand } from './at-hand.ts';
import { askAboutCatalogue, type CatalogueFindings } from './catalogue-findings.ts';
import { type Inspected, inspectLines } from './inspect-lines.ts';
import { type CheckRequest, type Inputs, loadInputs, type Surroundings } from './load-inputs.ts';
import { countLines, resultOf } from './result-of.ts';
import { newRunFolder, type RunFolder, runName } from './run-folder.ts';
import { RESULT_FILE } from './stored-run.ts';
import { withTemporaryFolder } from './temporary-folder.ts';
import { writeApproved } from './write-approved.ts';
import { CHANGES_FILE, FINDINGS_FILE, writeChanges, writeFindings } from './write-findings.ts';
import { REPORT_FILES, writeReports } from './write-reports.ts';
import { WITHHELD_FILE, writeWithheld } from './write-withheld.ts';

export interface CheckedCatalogue {
  readonly result: Result;
  /** The run's folder. */
  readonly folder: string;
}

/** @throws OperationalError for what the operator must put right; no run folder is left then */
export async function checkCatalogue(request: CheckRequest, around: Surroundings): Promise<CheckedCatalogue> {
  const inputs = await loadInputs(request, around);
  const prepared = prepareRules(inputs.ruleSet, atHand(inputs));
  const folder = await newRunFolder(outFolder(request, inputs, around), nameOf(inputs));
  try {
    const result = await withTemporaryFolder(async (temporary) => {
      const inspected = await inspect(inputs, prepared, temporary, around);
      const whole = askAboutCatalogue(inputs, prepared, inspected);
      const decision = decide(inputs, inspected, whole);
      return write(folder, { inputs, prepared, inspected, whole, decision, request });
    });
    around.signal?.throwIfAborted();
    return { result, folder: await folder.keep() };
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

async function inspect(
  inputs: Inputs,
  prepared: PreparedRules,
  temporary: string,
  around: Surroundings,
): Promise<Inspected | undefined> {
  const { catalogue } = inputs;
  if (catalogue instanceof UnusableFile) return undefined;
  return inspectLines(inputs, catalogue, prepared, (name) => path.join(temporary, name), around);
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
      ...(previous === undefined || differ === undefined
        ? {}
        : { removed: { lines: differ.totals.removed, of: previous.lines } }),
    },
    inputs.ruleSet.gate.limits,
  );
}

function missingInputs({ ruleSet, agreement, prices, previous }: Inputs): readonly Requirement[] {
  const given = { agreement, prices, previous };
  return ruleSet.requires.filter((what) => given[what] === undefined);
}

interface Decided {
  readonly inputs: Inputs;
  readonly prepared: PreparedRules;
  readonly inspected: Inspected | undefined;
  readonly whole: CatalogueFindings;
  readonly decision: CatalogueDecision;
  readonly request: CheckRequest;
}

async function write(
  folder: RunFolder,
  { inputs, prepared, inspected, whole, decision, request }: Decided,
): Promise<Result> {
  const refused = decision.outcome === 'refused';
  const counts = await writeFindings(folder.path, inspected, whole, refused);
  await writeChanges(folder.path, inspected);
  const files = [RESULT_FILE, FINDINGS_FILE, CHANGES_FILE, ...REPORT_FILES];
  const { catalogue } = inputs;
  if (inspected !== undefined && !(catalogue instanceof UnusableFile)) {
    await writeWithheld(folder.path, inputs, catalogue, inspected, refused);
    files.push(WITHHELD_FILE);
    if (!refused) files.push(await writeApproved(folder.path, inputs, catalogue, inspected, whole.keptMissing));
  }
  const lines = countLines(inspected?.ledger, whole.keptMissing.length);
  const allowPartly = request.allowPartly ?? inputs.ruleSet.gate.allowPartly;
  const result = resultOf({
    inputs,
    prepared,
    inspected,
    lines,
    decision,
    counts,
    allowPartly,
    files: files.sort(),
  });
  await writeReports(folder.path, result);
  return result;
}
