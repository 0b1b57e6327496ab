/**
 * What an adjustment clause makes of the agreed prices on a day: which notices hold, since when, by how much, and what
 * the clause would allow next. Pure; worked out once per run.
 */

import { addDays, addYears, latest } from '../../catalogue/days.ts';
import { add, compare, type Decimal, decimal, isNegative, multiply, subtract } from '../../catalogue/decimal.ts';
import { compareFractions, type Fraction, fraction, times, toDecimal, WHOLE } from './fraction.ts';
import type { PriceListFacts } from './terms.ts';

export interface AdjustmentClause {
  readonly basis: SeriesBasis | NotifiedList;
  /** First day on which an adjustment may hold. */
  readonly earliest?: string;
  /** From the day the notice was received to the day the price may change. */
  readonly noticeDays: number;
  /** At most so many within twelve months. */
  readonly timesPerYear?: number;
  readonly notices: readonly Notice[];
}

/** Prices follow an index or an exchange rate. */
export interface SeriesBasis {
  readonly kind: 'index' | 'currency';
  /** What the series is, with its source: `SSB 03013 KPI`, `EUR`. */
  readonly name: string;
  /** The month the agreed prices are of. */
  readonly baseMonth: string;
  /** Ascending. */
  readonly series: readonly { readonly month: string; readonly value: Decimal }[];
  /** How many percent of the change are passed on. */
  readonly share: Decimal;
  /** Percent: smaller changes of the series give no adjustment. */
  readonly threshold?: Decimal;
  /** Percent: no adjustment changes prices by more. */
  readonly cap?: Decimal;
}

/** Prices are those of the supplier's list, notified and approved. */
export interface NotifiedList {
  readonly kind: 'notifiedList';
  readonly list: string;
}

/** What the supplier asked for. */
export interface Notice {
  readonly received: string;
  /** First day of the new prices. */
  readonly from: string;
  /** The month of the series it rests on. */
  readonly month?: string;
  readonly approved?: string;
}

export interface JudgedNotice {
  readonly notice: Notice;
  readonly status: 'inForce' | 'pending' | 'tooFrequent' | 'belowThreshold' | 'notApproved';
  /** First day on which it may hold by the clause. */
  readonly holdsFrom: string;
  /** It asked for an earlier day than the clause gives. */
  readonly early: boolean;
  /** What it makes of prices; absent where it holds for each article by itself. */
  readonly change?: Change;
}

export interface Change {
  readonly factor: Fraction;
  readonly fromMonth: string;
  readonly fromValue: Decimal;
  readonly toMonth: string;
  readonly toValue: Decimal;
  /** Of the series, in percent, to two decimals. */
  readonly percent: Decimal;
  readonly capped: boolean;
}

export interface Adjustment {
  readonly clause: AdjustmentClause;
  readonly notices: readonly JudgedNotice[];
  /** Changes in force, in order, and all of them together. */
  readonly changes: readonly Change[];
  readonly factor: Fraction;
  /** What the clause allows beyond that: by a notice that does not hold yet, else by one received on the day. */
  readonly next?: { readonly from: string; readonly change: Change; readonly noticed: boolean };
}

const HUNDRED = decimal('100');

/**
 * @param day `YYYY-MM-DD`
 * @param lists of the agreement, among them the notified ones
 */
export function adjustmentOn(clause: AdjustmentClause, day: string, lists: readonly PriceListFacts[] = []): Adjustment {
  const { basis } = clause;
  const notices: JudgedNotice[] = [];
  const holding: string[] = [];
  const changes: Change[] = [];
  let month = basis.kind === 'notifiedList' ? '' : basis.baseMonth;
  let pending: Adjustment['next'];
  for (const notice of noticesOf(clause, lists)) {
    const judged = judge(notice, clause, { day, month, holding });
    notices.push(judged);
    const { status, change, holdsFrom } = judged;
    if (status !== 'inForce' && status !== 'pending') continue;
    holding.push(holdsFrom);
    if (change === undefined) continue;
    if (status === 'pending') pending ??= { from: holdsFrom, change, noticed: true };
    else {
      changes.push(change);
      month = change.toMonth;
    }
  }
  const next = pending ?? possible(clause, day, month, holding);
  const factor = changes.reduce((product, change) => times(product, change.factor), WHOLE);
  return { clause, notices, changes, factor, ...(next === undefined ? {} : { next }) };
}

function judge(
  notice: Notice,
  clause: AdjustmentClause,
  { day, month, holding }: { readonly day: string; readonly month: string; readonly holding: readonly string[] },
): JudgedNotice {
  const { basis } = clause;
  const allowedFrom = latest(clause.earliest, addDays(notice.received, clause.noticeDays)) ?? notice.from;
  const holdsFrom = latest(notice.from, allowedFrom, notice.approved) ?? notice.from;
  const change = basis.kind === 'notifiedList' ? undefined : changeBetween(basis, month, notice.month ?? month);
  const statusOf = (): JudgedNotice['status'] => {
    if (basis.kind === 'notifiedList' && notice.approved === undefined) return 'notApproved';
    if (isTooFrequent(holding, holdsFrom, clause.timesPerYear)) return 'tooFrequent';
    if (basis.kind !== 'notifiedList' && !reachesThreshold(change, basis)) return 'belowThreshold';
    return holdsFrom <= day ? 'inForce' : 'pending';
  };
  const judged = { notice, status: statusOf(), holdsFrom, early: notice.from < allowedFrom };
  return change === undefined ? judged : { ...judged, change };
}

/** As the supplier sent them; those of notified lists stand with the lists. */
function noticesOf({ basis, notices }: AdjustmentClause, lists: readonly PriceListFacts[]): readonly Notice[] {
  const all =
    basis.kind !== 'notifiedList'
      ? notices
      : lists.flatMap(({ name, from, notified, approved }): readonly Notice[] =>
          name !== basis.list || from === undefined
            ? []
            : [{ received: notified ?? from, from, ...(approved === undefined ? {} : { approved }) }],
        );
  return all.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Counts the adjustments in the twelve months that end with the day. */
function isTooFrequent(holding: readonly string[], from: string, timesPerYear: number | undefined): boolean {
  if (timesPerYear === undefined) return false;
  const since = addYears(from, -1);
  return holding.filter((day) => day > since && day <= from).length >= timesPerYear;
}

/** What a notice received today would give, by the newest month of the series. */
function possible(
  clause: AdjustmentClause,
  day: string,
  month: string,
  holding: readonly string[],
): Adjustment['next'] | undefined {
  const { basis, earliest, noticeDays, timesPerYear } = clause;
  if (basis.kind === 'notifiedList') return undefined;
  const newest = basis.series.findLast((entry) => entry.month <= day.slice(0, 7));
  const change = newest === undefined || newest.month <= month ? undefined : changeBetween(basis, month, newest.month);
  if (change === undefined || !reachesThreshold(change, basis)) return undefined;
  const nth = timesPerYear === undefined ? undefined : holding.at(-timesPerYear);
  const from = latest(earliest, addDays(day, noticeDays), nth === undefined ? undefined : addYears(nth, 1));
  return { from: from ?? day, change, noticed: false };
}

function changeBetween(basis: SeriesBasis, fromMonth: string, toMonth: string): Change | undefined {
  const valueIn = (month: string): Decimal | undefined => basis.series.find((entry) => entry.month === month)?.value;
  const fromValue = valueIn(fromMonth);
  const toValue = valueIn(toMonth);
  if (fromValue === undefined || toValue === undefined) return undefined;
  const moved = fraction(multiply(HUNDRED, subtract(toValue, fromValue)), fromValue);
  const passedOn = times(moved, fraction(basis.share, HUNDRED));
  const limited = basis.cap === undefined ? passedOn : within(passedOn, basis.cap);
  // 1 + percent / 100, on one bottom.
  const bottom = multiply(limited.bottom, HUNDRED);
  const factor = fraction(add(bottom, limited.top), bottom);
  return {
    factor,
    fromMonth,
    fromValue,
    toMonth,
    toValue,
    percent: toDecimal(moved, 2),
    capped: compareFractions(limited, passedOn) !== 0,
  };
}

/** Not below -limit and not above it. */
function within(value: Fraction, limit: Decimal): Fraction {
  if (compareFractions(value, fraction(limit)) > 0) return fraction(limit);
  const least = fraction(negated(limit));
  return compareFractions(value, least) < 0 ? least : value;
}

function negated(value: Decimal): Decimal {
  return subtract(decimal('0'), value);
}

function reachesThreshold(change: Change | undefined, { threshold }: SeriesBasis): boolean {
  if (change === undefined) return false;
  if (threshold === undefined) return true;
  const moved = subtract(change.toValue, change.fromValue);
  const size = isNegative(moved) ? negated(moved) : moved;
  return compare(multiply(HUNDRED, size), multiply(threshold, change.fromValue)) >= 0;
}
