/** Findings by rule, with the worst of each: what a summary can hold of any number of them. */
import { absolute, add, compare, type Decimal, isNegative, parseDecimal } from '../catalogue/decimal.ts';
import { type Finding, SEVERITIES, type Severity } from '../catalogue/finding.ts';

/** The findings of one rule at one severity. */
export interface FindingGroup {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
  /** The worst: of price rules those that cost most in a year, then those furthest off; of others the first in the file. */
  readonly worst: readonly Finding[];
  /**
   * What those above the agreed prices make in a year, in the agreement's currency; where none is above, what those below
   * make, less than zero. Absent where that is known of none.
   */
  readonly effect?: Decimal;
  /** Where some are above: what those below make, less than zero; never deducted. */
  readonly below?: Decimal;
  /** Whether `worst` is by what they cost or how far off they are. */
  readonly byPercent: boolean;
  /** What several of them have in common, as their parameters name it: most findings first, at most a few. */
  readonly causes: readonly { readonly code: string; readonly count: number }[];
}

export interface GroupedFindings {
  /** Errors first, then warnings, then infos; what makes most in a year first, then most findings. */
  readonly groups: readonly FindingGroup[];
  /** Accepted beforehand: they stop nothing and are not among the groups. */
  readonly waived: { readonly count: number; readonly first: readonly Finding[] };
  readonly counts: Readonly<Record<Severity, number>>;
}

/**
 * Findings counted, with the worst of each group. Plain data, so that one thread can count on from another. `F` is what
 * is kept of a finding.
 */
export interface Tally<F> {
  /** How many of a group are kept. */
  readonly keep: number;
  /** By severity and rule. */
  readonly groups: Readonly<Record<Severity, Map<string, TallyGroup<F>>>>;
  readonly waived: { count: number; readonly first: F[] };
}

/** What a finding costs in a year, and how far off it is in percent; both without their sign. */
interface Measure {
  readonly effect?: Decimal;
  readonly percent?: Decimal;
}

interface TallyGroup<F> {
  readonly rule: string;
  readonly severity: Severity;
  /** Of those that are not waived. */
  count: number;
  readonly worst: F[];
  /** How bad each of `worst` is, the worst first; of those of which that is known. */
  readonly measures: Measure[];
  above: Decimal | undefined;
  below: Decimal | undefined;
  /** How many findings name each cause. */
  readonly causes: Map<string, number>;
}

/** Reads the findings once and keeps `keep` of every group. */
export async function groupFindings(findings: AsyncIterable<Finding>, keep: number): Promise<GroupedFindings> {
  const tally = newTally<Finding>(keep);
  for await (const finding of findings) addToTally(tally, finding, finding);
  return groupsOf(tally, keep);
}

export function newTally<F>(keep: number): Tally<F> {
  const groups = { error: new Map(), warning: new Map(), info: new Map() };
  return { keep, groups, waived: { count: 0, first: [] } };
}

/** @param kept stands for the finding, if it is one of the worst */
export function addToTally<F>(tally: Tally<F>, finding: Finding, kept: F): void {
  if (finding.waiver !== undefined) {
    addWaived(tally, 1, [kept], same);
    return;
  }
  const group = groupIn(tally, finding);
  group.count++;
  const cause = finding.parameters?.['cause'];
  if (cause !== undefined) addCause(group, cause, 1);
  const effect = parseDecimal(finding.effect ?? '');
  addEffect(group, effect);
  insert(group, measureOf(finding, effect), tally.keep, kept, same);
}

/**
 * Counts on from another thread, with all its findings standing behind those here.
 * @param from keeps at least as many
 * @param resolve what is kept here for what was kept there; asked only of those that are
 */
export function addTally<F, G>(tally: Tally<F>, from: Tally<G>, resolve: (kept: G) => F): void {
  for (const { count, worst, measures, above, below, causes, ...key } of groupsIn(from)) {
    const group = groupIn(tally, key);
    group.count += count;
    for (const [cause, named] of causes) addCause(group, cause, named);
    addEffect(group, above);
    addEffect(group, below);
    for (const [at, kept] of worst.entries()) insert(group, measures[at], tally.keep, kept, resolve);
  }
  addWaived(tally, from.waived.count, from.waived.first, resolve);
}

/** @param keep so many of each, at most as many as the tally keeps */
export function groupsOf(tally: Tally<Finding>, keep: number): GroupedFindings {
  const { waived } = tally;
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity, count } of groupsIn(tally)) counts[severity] += count;
  return {
    groups: groupsIn(tally)
      .filter(({ count }) => count > 0)
      .sort(bySeverityAndEffect)
      .map(({ rule, severity, count, worst, measures, above, below, causes }) => ({
        rule,
        severity,
        count,
        worst: worst.slice(0, keep),
        ...told(above, below),
        byPercent: measures.length > 0,
        causes: mostNamed(causes),
      })),
    waived: { count: waived.count, first: waived.first.slice(0, keep) },
    counts,
  };
}

/** By rule. */
export type FindingCounts = ReadonlyMap<string, Readonly<Record<Severity, number>>>;

/** Of findings that are not waived. */
export function countsOf<F>(tally: Tally<F>): FindingCounts {
  const counts = new Map<string, Record<Severity, number>>();
  for (const { rule, severity, count } of groupsIn(tally)) {
    const ofRule = counts.get(rule) ?? { error: 0, warning: 0, info: 0 };
    ofRule[severity] += count;
    counts.set(rule, ofRule);
  }
  return counts;
}

/** By rule: what several findings have in common. */
export function causesByRule<F>(tally: Tally<F>): ReadonlyMap<string, FindingGroup['causes']> {
  const all = new Map<string, Map<string, number>>();
  for (const { rule, causes } of groupsIn(tally)) {
    const known = all.get(rule) ?? new Map<string, number>();
    for (const [code, count] of causes) known.set(code, (known.get(code) ?? 0) + count);
    all.set(rule, known);
  }
  return new Map([...all].map(([rule, causes]) => [rule, mostNamed(causes)]));
}

function groupIn<F>({ groups }: Tally<F>, { rule, severity }: Pick<Finding, 'rule' | 'severity'>): TallyGroup<F> {
  const known = groups[severity].get(rule);
  if (known !== undefined) return known;
  const group: TallyGroup<F> = {
    rule,
    severity,
    count: 0,
    worst: [],
    measures: [],
    above: undefined,
    below: undefined,
    causes: new Map(),
  };
  groups[severity].set(rule, group);
  return group;
}

function groupsIn<F>({ groups }: Tally<F>): readonly TallyGroup<F>[] {
  return SEVERITIES.flatMap((severity) => [...groups[severity].values()]);
}

function addCause<F>({ causes }: TallyGroup<F>, cause: string, count: number): void {
  causes.set(cause, (causes.get(cause) ?? 0) + count);
}

/** Causes told of one group. */
const MOST_CAUSES = 3;

function mostNamed(causes: ReadonlyMap<string, number>): FindingGroup['causes'] {
  return [...causes]
    .filter(([, count]) => count > 1)
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_CAUSES);
}

function same<F>(kept: F): F {
  return kept;
}

function addWaived<F, G>({ waived, keep }: Tally<F>, count: number, first: readonly G[], resolve: (kept: G) => F) {
  waived.count += count;
  for (const kept of first) if (waived.first.length < keep) waived.first.push(resolve(kept));
}

function addEffect<F>(group: TallyGroup<F>, effect: Decimal | undefined): void {
  if (effect === undefined) return;
  const side = isNegative(effect) ? 'below' : 'above';
  const sum = group[side];
  group[side] = sum === undefined ? effect : add(sum, effect);
}

/** As the yearly figure of the run is: what is below never hides what is above. */
function told(above: Decimal | undefined, below: Decimal | undefined): Pick<FindingGroup, 'effect' | 'below'> {
  const effect = above ?? below;
  if (effect === undefined) return {};
  return above === undefined || below === undefined ? { effect } : { effect, below };
}

/** Findings with a measure stand before those without, the worst first; equal ones in file order. */
function insert<F, G>(
  { worst, measures }: TallyGroup<F>,
  measure: Measure | undefined,
  keep: number,
  kept: G,
  resolve: (kept: G) => F,
): void {
  if (measure === undefined) {
    if (worst.length < keep) worst.push(resolve(kept));
    return;
  }
  let at = measures.length;
  while (at > 0 && isWorse(measure, measures[at - 1] ?? measure)) at--;
  if (at >= keep) return;
  worst.splice(at, 0, resolve(kept));
  measures.splice(at, 0, measure);
  if (worst.length > keep) worst.pop();
  if (measures.length > keep) measures.pop();
}

function isWorse(one: Measure, other: Measure): boolean {
  return (larger(one.effect, other.effect) || larger(one.percent, other.percent)) > 0;
}

/** As a comparison: what is not known is the smallest. */
function larger(one: Decimal | undefined, other: Decimal | undefined): number {
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
  return compare(one, other);
}

function measureOf(finding: Finding, effect: Decimal | undefined): Measure | undefined {
  if (!finding.rule.startsWith('price/')) return undefined;
  const percent = parseDecimal(finding.parameters?.['percent'] ?? '');
  if (effect === undefined && percent === undefined) return undefined;
  return {
    ...(effect === undefined ? {} : { effect: absolute(effect) }),
    ...(percent === undefined ? {} : { percent: absolute(percent) }),
  };
}

function bySeverityAndEffect(a: TallyGroup<Finding>, b: TallyGroup<Finding>): number {
  const [one, other] = [a, b].map(({ above, below }) => above ?? (below === undefined ? undefined : absolute(below)));
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    -larger(one, other) ||
    b.count - a.count ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
