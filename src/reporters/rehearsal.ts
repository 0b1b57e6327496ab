/** What other rules would make of stored catalogues, as reports show it. */
import type { Finding, Severity } from '../catalogue/finding.ts';
import type { Run } from './reporter.ts';

/** It is found only with the new rules; only with those of today; with both, but does not count the same. */
export const MOVES = ['comes', 'goes', 'counts'] as const;
export type Move = (typeof MOVES)[number];

export interface MovedFinding {
  readonly move: Move;
  /** With the new rules; of one that goes, with those of today. */
  readonly finding: Finding;
  /** With the rules of today; absent for one that comes. */
  readonly before?: Finding;
}

/** One catalogue, checked with the rules of today and with the new ones. */
export interface Rehearsed {
  readonly before: Run;
  readonly after: Run;
  /** Those that come or count otherwise, in file order, then those that go. */
  moves(): AsyncIterable<MovedFinding>;
}

/** What is told of a catalogue when its findings are gone. */
export interface RehearsedCatalogue extends Pick<Rehearsed, 'before' | 'after'> {
  /** By id; rules whose findings stay the same are left out. */
  readonly rules: readonly RehearsedRule[];
}

export interface RehearsedRule {
  readonly rule: string;
  readonly counts: Readonly<Record<Move, number>>;
  /** The first few of each kind. */
  readonly examples: readonly MovedFinding[];
}

const EXAMPLES = 3;

/** @param also is given every finding that moved */
export async function rehearsedCatalogue(
  { before, after, moves }: Rehearsed,
  also: (moved: MovedFinding) => void = () => {},
): Promise<RehearsedCatalogue> {
  const rules = new Map<string, { counts: Record<Move, number>; examples: MovedFinding[] }>();
  for await (const moved of moves()) {
    const { rule } = moved.finding;
    const own = rules.get(rule) ?? { counts: { comes: 0, goes: 0, counts: 0 }, examples: [] };
    rules.set(rule, own);
    own.counts[moved.move]++;
    if (own.counts[moved.move] <= EXAMPLES) own.examples.push(moved);
    also(moved);
  }
  const byId = [...rules].sort(([a], [b]) => (a < b ? -1 : 1));
  return { before, after, rules: byId.map(([rule, told]) => ({ rule, ...told })) };
}

export function outcomeChanges({ before, after }: Pick<Rehearsed, 'before' | 'after'>): boolean {
  return before.result.outcome !== after.result.outcome;
}

/** Findings, the outcome, or lines that go on. */
export function anythingChanges({ before, after, rules }: RehearsedCatalogue): boolean {
  return rules.length > 0 || outcomeChanges({ before, after }) || linesOf(before) !== linesOf(after);
}

function linesOf({ result }: Run): string {
  return JSON.stringify(result.lines);
}

/** How a finding counts: its severity, unless it was accepted beforehand. */
export function countsAs({ severity, waiver }: Finding): Severity | 'waived' {
  return waiver === undefined ? severity : 'waived';
}
