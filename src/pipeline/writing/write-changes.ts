/** Writes `diff.jsonl`: every change, complete, language-neutral, in file order. */
import path from 'node:path';
import type { PlacedChange } from '../../diff/change.ts';
import { changesInOrder } from '../../diff/changes-in-order.ts';
import type { Change } from '../../reporters/result.ts';
import { goesOn } from '../checking/goes-on.ts';
import type { Inspected } from '../checking/inspect-lines.ts';
import { jsonLine } from '../rows/json-lines.ts';
import { writeFileFrom } from '../rows/text-file.ts';
import { CHANGES_FILE } from '../stored/stored-run.ts';

const LINES_PER_PART = 512;

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
