/** What becomes of the catalogue, when every line is decided. */
import { compare, type Decimal, decimal, divide } from '../catalogue/decimal.ts';
import type { GateLimits, Requirement } from '../engine/rule-set-layers.ts';
import type { Outcome, RefusalReason, Result } from '../reporters/result.ts';

export interface CatalogueFacts {
  readonly lines: Result['lines'];
  /** Rules that refuse the catalogue as a whole, in order, each once. */
  readonly refusedBy: readonly string[];
  /** What the rule set requires and the run lacks. */
  readonly missing: readonly Requirement[];
  /** Lines of the previous version that are not among those approved; absent without one. */
  readonly removed?: { readonly lines: number; readonly of: number };
  /** Agreed articles that no line was found to be. */
  readonly missingAgreed: number;
  /** What prices above the agreed ones would cost in a year; absent where that is not known. */
  readonly yearlyEffect?: Decimal;
}

export interface CatalogueDecision {
  readonly outcome: Outcome;
  readonly refusedBecause: readonly RefusalReason[];
}

export function decideCatalogue(facts: CatalogueFacts, limits: GateLimits): CatalogueDecision {
  const refusedBecause: RefusalReason[] = [
    ...facts.missing.map((what) => ({ reason: 'missing', what }) as const),
    ...facts.refusedBy.map((rule) => ({ reason: 'rule', rule }) as const),
    ...limitsExceeded(facts, limits),
  ];
  const { asSent, corrected, keptPrevious, keptMissing, read } = facts.lines;
  if (refusedBecause.length === 0 && asSent + corrected + keptPrevious + keptMissing === 0) {
    refusedBecause.push({ reason: 'nothingLeft' });
  }
  if (refusedBecause.length > 0) return { outcome: 'refused', refusedBecause };
  return { outcome: asSent === read && keptMissing === 0 ? 'approved' : 'partly', refusedBecause };
}

function limitsExceeded(facts: CatalogueFacts, limits: GateLimits): readonly RefusalReason[] {
  const { lines, removed, missingAgreed, yearlyEffect } = facts;
  return [
    ...exceeds('withheldPercent', limits.withheldPercent, percent(lines.withheld, lines.read)),
    ...(removed === undefined
      ? []
      : exceeds('removedPercent', limits.removedPercent, percent(removed.lines, removed.of))),
    ...(yearlyEffect === undefined ? [] : exceeds('yearlyEffect', limits.yearlyEffect, yearlyEffect)),
    ...exceeds('missingAgreed', limits.missingAgreed, decimal(String(missingAgreed))),
  ];
}

function exceeds(limit: string, allowed: string | undefined, actual: Decimal): readonly RefusalReason[] {
  if (allowed === undefined || compare(actual, decimal(allowed)) <= 0) return [];
  return [{ reason: 'limit', limit, allowed, actual }];
}

function percent(part: number, whole: number): Decimal {
  if (whole === 0) return decimal('0');
  return divide(decimal(String(part * 100)), decimal(String(whole)), 2);
}
