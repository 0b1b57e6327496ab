/**
 * What becomes of a line. The strictest disposition of all its remarks holds, and a milder way out is taken only when
 * it really leads out: a corrected line, or the line approved last, must pass today's rules itself, else it is withheld.
 */
import { type Disposition, strictest } from '../catalogue/finding.ts';
import { type CatalogueLine, type LineValues, withValues } from '../catalogue/line.ts';
import type { Remark } from '../engine/check-line.ts';

export interface LineDecision {
  readonly disposition: Disposition;
  readonly correction?: LineValues;
}

export interface WaysOut {
  /** Asks the rules again about a line that would go out instead. */
  remarksOn(line: CatalogueLine): readonly Remark[];
  /** The same article in the previous version. */
  readonly previous?: CatalogueLine;
  /** Whether that one holds wherever this line would be withheld: the file changes a catalogue that stays otherwise. */
  readonly previousHolds?: boolean;
  /** Whether the file has a column for each of these values. */
  canWrite(values: LineValues): boolean;
}

export function decideLine(line: CatalogueLine, remarks: readonly Remark[], ways: WaysOut): LineDecision {
  const decision = decideByRules(line, remarks, ways);
  return decision.disposition === 'withhold' && ways.previousHolds === true ? previousIfItPasses(ways) : decision;
}

function decideByRules(line: CatalogueLine, remarks: readonly Remark[], ways: WaysOut): LineDecision {
  const wanted = dispositionOf(remarks);
  if (wanted === 'correct') {
    const correction = correctionOf(line, remarks);
    const passes =
      correction !== undefined &&
      ways.canWrite(correction) &&
      dispositionOf(ways.remarksOn(withValues(line, correction))) === 'approve';
    return passes ? { disposition: 'correct', correction } : { disposition: 'withhold' };
  }
  return wanted === 'keepPrevious' ? previousIfItPasses(ways) : { disposition: wanted };
}

function previousIfItPasses({ previous, remarksOn }: WaysOut): LineDecision {
  const passes = previous !== undefined && dispositionOf(remarksOn(previous)) === 'approve';
  return { disposition: passes ? 'keepPrevious' : 'withhold' };
}

/** The strictest disposition the remarks ask for. */
export function dispositionOf(remarks: readonly Remark[]): Disposition {
  let wanted: Disposition = 'approve';
  for (const { disposition } of remarks) {
    if (disposition === undefined) continue;
    wanted = strictest(wanted, disposition === 'refuse' ? 'withhold' : disposition);
  }
  return wanted;
}

/**
 * All corrections together, as far as they change what the line says; none when two rules want different values, or a
 * rule asks for one it cannot name.
 */
function correctionOf(line: CatalogueLine, remarks: readonly Remark[]): LineValues | undefined {
  const values = new Map<string, unknown>();
  for (const { disposition, problem } of remarks) {
    if (disposition !== 'correct') continue;
    if (problem.correction === undefined) return undefined;
    for (const [field, value] of Object.entries(problem.correction)) {
      if (values.has(field) && values.get(field) !== value) return undefined;
      values.set(field, value);
    }
  }
  const changed = [...values].filter(([field, value]) => {
    const given = line[field as keyof LineValues];
    return given !== undefined && given !== value;
  });
  return Object.fromEntries(changed) as LineValues;
}
