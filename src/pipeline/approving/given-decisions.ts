/** The decisions that go with an approval: a file's, or those of whoever signed first. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileError, OperationalError } from '../../catalogue/error.ts';
import type { Result } from '../../reporters/result.ts';
import { type Decision, type DecisionFile, loadDecisions } from '../../versions/decision-file.ts';
import type { Pending } from '../../versions/pending.ts';
import { checksum } from '../../versions/store.ts';

export const DECISIONS_FILE = 'decisions.yaml';

export interface GivenDecisions {
  readonly decisions: readonly Decision[];
  /** As it goes into the version; absent: nothing is decided beyond what the gate says. */
  readonly text?: string;
  readonly sha256?: string;
}

/**
 * Puts the file among those of the version, too.
 * @param run the checksum of its `result.json`
 * @throws OperationalError for a file that is wrong, or about another run
 */
export async function givenDecisions(
  file: string | undefined,
  pending: Pending | undefined,
  folder: string,
  run: string,
): Promise<GivenDecisions> {
  const text = file === undefined ? pending?.decisions : await textOf(file);
  if (text === undefined) return { decisions: [] };
  const kept = path.join(folder, DECISIONS_FILE);
  await writeFile(kept, text);
  const loaded = await loadDecisions(file ?? kept);
  requireAboutRun(loaded, run);
  return { decisions: loaded.decisions, text, sha256: checksum(text) };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw fileError(error, file);
  }
}

function requireAboutRun({ run }: DecisionFile, sha256: string): void {
  if (run.sha256 === sha256) return;
  throw new OperationalError({
    nb: `Avgjørelsene gjelder kjøringen ${run.id}, slik den var da rapporten ble laget, og ikke denne. Last dem ned på nytt fra rapporten til denne kjøringen.`,
    en: `The decisions are on the run ${run.id}, as it was when the report was made, and not on this one. Download them again from the report of this run.`,
  });
}

/** @throws OperationalError for an acceptance that ends before it begins */
export function requireNotEnded(decisions: readonly Decision[], { asOf }: Pick<Result, 'asOf'>): void {
  const ended = decisions.find(({ until }) => until !== undefined && until < asOf);
  if (ended === undefined) return;
  throw new OperationalError({
    nb: `Godtatt til ${ended.until} (${ended.rule}), men kjøringen gjelder ${asOf}. Sett en senere dag i until.`,
    en: `Accepted until ${ended.until} (${ended.rule}), but the run is for ${asOf}. Give a later day as until.`,
  });
}
