/** A bounded number of findings with every rule among them, so that a limit on their number hides no total. */
import type { Finding } from '../catalogue/finding.ts';
import { fairShares } from './fair-share.ts';
import type { FindingGroup } from './finding-groups.ts';
import type { Run } from './reporter.ts';

export interface SharedGroup extends FindingGroup {
  /** Those told, the worst first. */
  readonly told: readonly Finding[];
  /** How many more there are. */
  readonly more: number;
}

/** @param room how many findings in all @param choose which groups share it */
export async function sharedFindings(
  run: Run,
  room: number,
  choose: (group: FindingGroup) => boolean = () => true,
): Promise<readonly SharedGroup[]> {
  const counted = (await run.grouped(0)).groups.filter(choose);
  const shares = fairShares(
    counted.map(({ count }) => count),
    room,
  );
  const { groups } = await run.grouped(Math.max(0, ...shares));
  return groups.filter(choose).map((group, at) => {
    const told = group.worst.slice(0, shares[at]);
    return { ...group, told, more: group.count - told.length };
  });
}
