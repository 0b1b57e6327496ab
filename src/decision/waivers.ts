/**
 * Deviations a buyer has accepted: each names a rule, what it covers value by value, a reason, who answers for it and a
 * last day. A waived remark stops nothing and replaces nothing, and is told all the same.
 */
import { parseDecimal } from '../catalogue/decimal.ts';
import { type FieldKind, fieldKind } from '../catalogue/field.ts';
import type { Remark } from '../engine/check-line.ts';
import type { Problem } from '../engine/rule.ts';

/** One entry of `waivers.yaml`. Plain data. */
export interface Waiver {
  /** The rules it lifts: one, or also those a finding stood for. */
  readonly rules: readonly string[];
  readonly covers: readonly Covered[];
  readonly reason: string;
  /** Who answers for it. */
  readonly by: string;
  /** The last day it holds, `YYYY-MM-DD`. */
  readonly until: string;
}

/** What a rule found on one article: as soon as another value stands there, it is not covered any more. */
export interface Covered {
  /** Absent: the finding is on the catalogue as a whole. */
  readonly item?: string | undefined;
  readonly field?: string | undefined;
  /** Absent: the finding has no value, such as a label that is missing. */
  readonly value?: string | undefined;
}

/**
 * What a person decided of findings of one run, other than to accept them: the line approved last stays, if it passes
 * today's rules, or the line is left out.
 */
export interface Ruling extends Pick<Waiver, 'rules' | 'covers'> {
  readonly disposition: 'keepPrevious' | 'withhold';
}

/** How often waivers were used, by their place in the list. Plain data, so that threads can be added up. */
export interface WaiverCounts {
  readonly used: Float64Array;
  /** Covers whose value is another one now. */
  readonly changed: Float64Array;
}

export interface Waiving {
  /** The remark as it was, or with the waiver that lifts it, or with what a person decided of it. */
  waive(remark: Remark, item: string | undefined): Remark;
  /** Counts a remark on what was sent; others are asked about only to see what could go out instead. */
  note(remark: Remark, item: string | undefined): void;
  /** Since it was asked last. */
  take(): WaiverCounts;
}

/** @returns `undefined` where no waiver holds on the day and nothing is ruled, so that nobody has to look */
export function waiving(
  waivers: readonly Waiver[],
  asOf: string,
  rulings: readonly Ruling[] = [],
): Waiving | undefined {
  const index = indexOf(waivers, asOf);
  if (index.size === 0 && rulings.length === 0) return undefined;
  const ruled = rulingOn(rulings);
  let counts = noCounts(waivers.length);
  const on = (rule: string, item: string | undefined): readonly Entry[] => index.get(keyOf(rule, item)) ?? [];
  return {
    waive(remark, item) {
      const entry = on(remark.rule, item).find(({ covered }) => isCovered(remark.problem, covered));
      if (entry === undefined) return withRuling(remark, ruled(remark.rule, item, remark.problem));
      const { disposition: _, replaces: __, ...rest } = remark;
      return { ...rest, waiver: { ...entry.note, at: entry.at } };
    },
    note(remark, item) {
      const { waiver, rule, problem } = remark;
      if (waiver !== undefined) {
        counts.used[waiver.at] = (counts.used[waiver.at] ?? 0) + 1;
        return;
      }
      const other = on(rule, item).find(({ covered }) => covered.field === problem.field);
      if (other !== undefined) counts.changed[other.at] = (counts.changed[other.at] ?? 0) + 1;
    },
    take() {
      const taken = counts;
      counts = noCounts(waivers.length);
      return taken;
    },
  };
}

export function noCounts(waivers: number): WaiverCounts {
  return { used: new Float64Array(waivers), changed: new Float64Array(waivers) };
}

export function addWaiverCounts(to: WaiverCounts, more: WaiverCounts): void {
  for (const [at, count] of more.used.entries()) to.used[at] = (to.used[at] ?? 0) + count;
  for (const [at, count] of more.changed.entries()) to.changed[at] = (to.changed[at] ?? 0) + count;
}

interface Entry {
  readonly at: number;
  readonly covered: Covered;
  readonly note: { readonly reason: string; readonly by: string; readonly until: string };
}

/** By rule and item: a line is asked about only where something is remarked, and then few entries are looked at. */
function indexOf(waivers: readonly Waiver[], asOf: string): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const [at, { rules, covers, reason, by, until }] of waivers.entries()) {
    if (until < asOf) continue;
    const note = { reason, by, until };
    for (const rule of rules) {
      for (const covered of covers) {
        const key = keyOf(rule, covered.item);
        const entries = index.get(key);
        if (entries === undefined) index.set(key, [{ at, covered, note }]);
        else entries.push({ at, covered, note });
      }
    }
  }
  return index;
}

/** @returns what was decided of a finding, if anything was */
export function rulingOn(
  rulings: readonly Ruling[],
): (rule: string, item: string | undefined, problem: Problem) => Ruling['disposition'] | undefined {
  const index = new Map<string, { readonly covered: Covered; readonly disposition: Ruling['disposition'] }[]>();
  for (const { rules, covers, disposition } of rulings) {
    for (const rule of rules) {
      for (const covered of covers) {
        const key = keyOf(rule, covered.item);
        const entries = index.get(key);
        if (entries === undefined) index.set(key, [{ covered, disposition }]);
        else entries.push({ covered, disposition });
      }
    }
  }
  return (rule, item, problem) =>
    index.get(keyOf(rule, item))?.find(({ covered }) => isCovered(problem, covered))?.disposition;
}

/** What refuses the whole catalogue is not lifted by what becomes of one line. */
function withRuling(remark: Remark, disposition: Ruling['disposition'] | undefined): Remark {
  return disposition === undefined || remark.disposition === 'refuse' ? remark : { ...remark, disposition };
}

function keyOf(rule: string, item: string | undefined): string {
  return `${rule}\n${item ?? ''}`;
}

function isCovered({ field, actual }: Problem, covered: Covered): boolean {
  return covered.field === field && sameValue(field, covered.value, actual);
}

/** `54.90` in the file is the `54.9` that was found. */
function sameValue(field: Problem['field'], covered: string | undefined, actual: string | undefined): boolean {
  if (covered === actual || covered === undefined || actual === undefined) return covered === actual;
  if (field === undefined || !NUMBERS.has(fieldKind(field))) return false;
  const number = parseDecimal(covered);
  return number !== undefined && number === parseDecimal(actual);
}

const NUMBERS: ReadonlySet<FieldKind> = new Set(['decimal', 'money', 'percent']);
