/** Writes `findings.jsonl` and `diff.jsonl`: complete, language-neutral, in file order. Every report is rendered from them. */
import path from 'node:path';
import type { Finding, Severity } from '../catalogue/finding.ts';
import type { PlacedChange } from '../diff/change.ts';
import { changesInOrder } from '../diff/changes-in-order.ts';
import type { Change } from '../reporters/result.ts';
import type { CatalogueFindings } from './catalogue-findings.ts';
import { inFileOrder } from './findings.ts';
import { goesOn } from './goes-on.ts';
import type { Inspected } from './inspect-lines.ts';
import { jsonLine } from './json-lines.ts';
import { writeFileFrom } from './text-file.ts';

export const FINDINGS_FILE = 'findings.jsonl';
export const CHANGES_FILE = 'diff.jsonl';

/** Findings by rule and severity, counted as they are written. */
export type FindingCounts = ReadonlyMap<string, Readonly<Record<Severity, number>>>;

const LINES_PER_PART = 512;

/** @param refused whether nothing of the catalogue goes on: then every line is withheld, whatever its own findings say */
export async function writeFindings(
  folder: string,
  inspected: Inspected | undefined,
  whole: CatalogueFindings,
  refused: boolean,
): Promise<FindingCounts> {
  const counts = new Map<string, Record<Severity, number>>();
  const late = [...(inspected?.lateFindings ?? []), ...whole.findings];
  const early = inspected?.findings.read() ?? nothing();
  async function* lines(): AsyncGenerator<string> {
    for await (const { ordinal, finding } of inFileOrder(early, late)) {
      const count = counts.get(finding.rule) ?? { error: 0, warning: 0, info: 0 };
      count[finding.severity]++;
      counts.set(finding.rule, count);
      const lineDisposition =
        ordinal === undefined ? undefined : refused ? 'withhold' : inspected?.ledger.disposition(ordinal);
      const decided: Finding = lineDisposition === undefined ? finding : { ...finding, lineDisposition };
      yield jsonLine(decided);
    }
  }
  await writeFileFrom(path.join(folder, FINDINGS_FILE), inParts(lines()));
  return counts;
}

/**
 * Changes of new lines in file order, then what was removed, then keys that cannot be told apart.
 * @param keptMissing positions in the previous version of lines that stay although the new catalogue lacks them
 * @param refused whether nothing of the catalogue goes on
 */
export async function writeChanges(
  folder: string,
  inspected: Inspected | undefined,
  keptMissing: readonly number[],
  refused: boolean,
): Promise<void> {
  const kept = new Set(keptMissing);
  const isStopped = ({ ledger }: Inspected, { ordinal, position, change }: PlacedChange): boolean => {
    if (refused) return true;
    if (ordinal === undefined) return position !== undefined && kept.has(position);
    return !goesOn(ledger, ordinal, change.field);
  };
  async function* lines(): AsyncGenerator<string> {
    if (inspected?.differ === undefined) return;
    const { differ, changes, lateChanges } = inspected;
    for await (const placed of changesInOrder(differ, changes.read(), lateChanges)) {
      const change: Change = isStopped(inspected, placed) ? { ...placed.change, stopped: true } : placed.change;
      yield jsonLine(change);
    }
  }
  await writeFileFrom(path.join(folder, CHANGES_FILE), inParts(lines()));
}

/** Joins short texts to longer ones: a write per line costs more than the line. */
export async function* inParts(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let part: string[] = [];
  for await (const line of lines) {
    part.push(line);
    if (part.length < LINES_PER_PART) continue;
    yield part.join('');
    part = [];
  }
  if (part.length > 0) yield part.join('');
}

async function* nothing(): AsyncGenerator<never> {}
