/** Days from which and until which something holds; both days included, and an end that is not given is open. */
import { addDays, earliest, latest } from './days.ts';

export interface Period {
  /** `YYYY-MM-DD`. */
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

export function holdsOn({ validFrom, validTo }: Period, day: string): boolean {
  return (validFrom === undefined || validFrom <= day) && (validTo === undefined || validTo >= day);
}

export function isSamePeriod(a: Period, b: Period): boolean {
  return a.validFrom === b.validFrom && a.validTo === b.validTo;
}

/** The days on which both hold; to be asked only of two that overlap. */
export function sharedDays(a: Period, b: Period): Period {
  return { validFrom: latest(a.validFrom, b.validFrom), validTo: earliest(a.validTo, b.validTo) };
}

/** When a line's price holds: not sooner, and no longer, than the line itself. */
export function pricePeriodOf(line: PricedPeriod): Period {
  const { priceValidFrom, priceValidTo } = line;
  if (priceValidFrom === undefined && priceValidTo === undefined) return line;
  return sharedDays(line, { validFrom: priceValidFrom, validTo: priceValidTo });
}

/** Whether the line and its price hold on the day; asked of every line. */
export function priceHoldsOn({ validFrom, validTo, priceValidFrom, priceValidTo }: PricedPeriod, day: string): boolean {
  return (
    (validFrom === undefined || validFrom <= day) &&
    (validTo === undefined || validTo >= day) &&
    (priceValidFrom === undefined || priceValidFrom <= day) &&
    (priceValidTo === undefined || priceValidTo >= day)
  );
}

interface PricedPeriod extends Period {
  readonly priceValidFrom?: string;
  readonly priceValidTo?: string;
}

/** @returns each one that holds on a day of another, with one such other */
export function overlapping<P extends Period>(periods: readonly P[]): ReadonlyMap<P, P> {
  const found = new Map<P, P>();
  const note = (before: P, period: P): void => {
    if (before.validTo !== undefined && (period.validFrom ?? '') > before.validTo) return;
    found.set(period, before);
    if (!found.has(before)) found.set(before, period);
  };
  inOrder(periods, note);
  return found;
}

export interface Gap<P extends Period> {
  readonly before: P;
  readonly after: P;
  /** First and last day on which none holds. */
  readonly from: string;
  readonly to: string;
}

/** @returns the days between the first and the last period on which none holds, in order */
export function gapsBetween<P extends Period>(periods: readonly P[]): readonly Gap<P>[] {
  const gaps: Gap<P>[] = [];
  inOrder(periods, (before, after) => {
    if (before.validTo === undefined || after.validFrom === undefined) return;
    const from = addDays(before.validTo, 1);
    if (from < after.validFrom) gaps.push({ before, after, from, to: addDays(after.validFrom, -1) });
  });
  return gaps;
}

/** @param visit is given each but the first, by first day, and of those before it the one that holds longest */
function inOrder<P extends Period>(periods: readonly P[], visit: (longest: P, period: P) => void): void {
  const [first, ...rest] = periods.toSorted(byFirstDay);
  let longest = first;
  for (const period of rest) {
    if (longest === undefined) return;
    visit(longest, period);
    if (longest.validTo !== undefined && (period.validTo === undefined || period.validTo > longest.validTo))
      longest = period;
  }
}

function byFirstDay({ validFrom: a = '' }: Period, { validFrom: b = '' }: Period): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
