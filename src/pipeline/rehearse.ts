/** A stored catalogue under other rules: checked with those of today and with the new ones, and both compared. */
import path from 'node:path';
import type { Rehearsed } from '../reporters/rehearsal.ts';
import { checkCatalogue } from './check.ts';
import type { CheckRequest, Surroundings } from './inputs/check-request.ts';
import { withTemporaryFolder } from './rows/temporary-folder.ts';
import { compareFindings } from './stored/compare-findings.ts';
import { storedRun } from './stored/stored-run.ts';

/**
 * Nothing stays of the two runs when the work is done.
 * @param rules the new rule set; those of today are the agreement's own
 * @throws what a check throws
 */
export function rehearse<T>(
  request: Omit<CheckRequest, 'out' | 'rules'>,
  rules: string,
  around: Surroundings,
  work: (rehearsed: Rehearsed) => Promise<T>,
): Promise<T> {
  return withTemporaryFolder(async (folder) => {
    const under = async (name: string, own: Pick<CheckRequest, 'rules'>) => {
      const run = await checkCatalogue({ ...request, ...own, out: path.join(folder, name) }, around);
      return storedRun(run.folder, run.result);
    };
    // One after the other: each has all threads, and its memory, to itself.
    const before = await under('before', {});
    const after = await under('after', { rules });
    return work({ before, after, moves: () => compareFindings(before, after) });
  });
}
