/** What became of the deviations accepted beforehand: which of them are still wanted. */
import type { LoadedWaivers } from '../../decision/waiver-file.ts';
import { addWaiverCounts, noCounts, type Waiver, type WaiverCounts } from '../../decision/waivers.ts';
import type { WaiverState, WaiverUse } from '../../reporters/result.ts';

/** `result.json` stays small, whatever the file holds. */
const MOST_TOLD = 200;
const ITEMS_NAMED = 10;

/** Those that want a look come first. */
const ORDER: readonly WaiverState[] = ['valueChanged', 'ended', 'unused', 'partlyUsed', 'used'];

/** @returns those that are told, in file order where nothing else decides */
export function waiverUse(
  { waivers }: LoadedWaivers,
  asOf: string,
  counted: readonly (WaiverCounts | undefined)[],
): { readonly all: number; readonly told: readonly WaiverUse[] } {
  const counts = noCounts(waivers.length);
  for (const some of counted) if (some !== undefined) addWaiverCounts(counts, some);
  const told = waivers.map((waiver, at): WaiverUse => {
    const { rules, covers, reason, by, until } = waiver;
    const findings = counts.used[at] ?? 0;
    return {
      rules,
      items: covers.flatMap(({ item }) => (item === undefined ? [] : [item])).slice(0, ITEMS_NAMED),
      covers: covers.length,
      reason,
      by,
      until,
      state: stateOf(waiver, asOf, findings, counts.changed[at] ?? 0),
      findings,
    };
  });
  told.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return { all: waivers.length, told: told.slice(0, MOST_TOLD) };
}

function stateOf({ covers, until }: Waiver, asOf: string, used: number, changed: number): WaiverState {
  if (until < asOf) return 'ended';
  if (changed > 0) return 'valueChanged';
  if (used === 0) return 'unused';
  return used < covers.length ? 'partlyUsed' : 'used';
}
