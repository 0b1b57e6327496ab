/** Accepting deviations that a run found: they are written into `waivers.yaml` beside the agreement. */
import path from 'node:path';
import { OperationalError } from '../catalogue/error.ts';
import { WAIVER_FILE } from '../decision/waiver-file.ts';
import type { Covered, Waiver } from '../decision/waivers.ts';
import { nearest } from '../engine/nearest.ts';
import { didYouMean } from '../engine/schema-problems.ts';
import type { Run } from '../reporters/reporter.ts';
import type { OwnProcess } from '../versions/lock.ts';
import { withVersions } from '../versions/store.ts';
import { coveredBy, rulesDecided } from './approving/resolve-decisions.ts';
import { withWaivers } from './approving/with-waivers.ts';
import { writeBeside } from './rows/text-file.ts';
import { agreementOf } from './stored/agreement-of-run.ts';
import { readStoredRun } from './stored/stored-run.ts';

export interface WaiveRequest {
  /** Folder of the run. */
  readonly run: string;
  readonly rule: string;
  /** Absent: everything the rule found. */
  readonly items?: readonly string[];
  readonly field?: string;
  readonly reason: string;
  readonly by: string;
  /** `YYYY-MM-DD`. */
  readonly until: string;
  /** Absent: the agreement of the run. */
  readonly agreement?: string;
}

export interface WaiveAnswer {
  /** The file written. */
  readonly file: string;
  /** How many findings the new waiver covers. */
  readonly covers: number;
  readonly rules: readonly string[];
}

/** @throws OperationalError when the run has no such finding, or no agreement, or another process changes the waivers */
export async function waive(request: WaiveRequest, own: OwnProcess): Promise<WaiveAnswer> {
  const run = await readStoredRun(request.run);
  const agreement = request.agreement ?? (await agreementOf(request.run, run.result));
  const file = path.join(path.dirname(agreement), WAIVER_FILE);
  const waiver = await waiverFor(run, request);
  if (waiver.until < run.result.asOf) throw endedBefore(waiver.until, run.result.asOf);
  // `approve` writes waivers too: whoever comes second would lose what the first one wrote.
  await withVersions(path.dirname(agreement), own, waiver.by, NO_STEPS, async () => {
    await writeBeside(file, [await withWaivers(file, [waiver], run.result)]);
  });
  return { file, covers: waiver.covers.length, rules: waiver.rules };
}

const NO_STEPS = async (): Promise<void> => {};

async function waiverFor(run: Run, request: WaiveRequest): Promise<Waiver> {
  const { rule, items, field, reason, by, until } = request;
  const covers = new Map<string, Covered>();
  const rules = new Set([rule]);
  const itemsOfRule = new Set<string>();
  for await (const finding of run.findings()) {
    if (finding.rule !== rule || finding.waiver !== undefined) continue;
    if (finding.item !== undefined) itemsOfRule.add(finding.item);
    if (items !== undefined && !items.includes(finding.item ?? '')) continue;
    if (field !== undefined && finding.field !== field) continue;
    const covered = coveredBy(finding);
    covers.set(JSON.stringify(covered), covered);
    for (const decided of rulesDecided(finding)) rules.add(decided);
  }
  if (covers.size === 0) throw noSuchFinding(run, request, [...itemsOfRule]);
  return { rules: [...rules], covers: [...covers.values()], reason, by, until };
}

function noSuchFinding(run: Run, { rule, items = [], run: folder }: WaiveRequest, found: readonly string[]) {
  const known = run.result.rules.filter(({ findings }) => findings > 0).map((one) => one.rule);
  if (!known.includes(rule)) {
    const near = nearest(rule, known, 3);
    const hint = near.length > 0 ? didYouMean(near) : { nb: 'Se findings.csv.', en: 'See findings.csv.' };
    return new OperationalError({
      nb: `Kjøringen ${folder} har ingen funn av ${rule} som ikke er godtatt. ${hint.nb}`,
      en: `The run ${folder} has no finding of ${rule} that is not accepted already. ${hint.en}`,
    });
  }
  const some = found.slice(0, ITEMS_NAMED).join(', ');
  return new OperationalError({
    nb: `${rule} har ikke funnet noe på ${items.join(', ')}. Varer med funn: ${some}.`,
    en: `${rule} found nothing on ${items.join(', ')}. Articles with findings: ${some}.`,
  });
}

const ITEMS_NAMED = 8;

function endedBefore(until: string, asOf: string): OperationalError {
  return new OperationalError({
    nb: `--until ${until} er før dagen kjøringen gjelder, ${asOf}. Oppgi en senere dag.`,
    en: `--until ${until} is before the day of the run, ${asOf}. Give a later day.`,
  });
}
