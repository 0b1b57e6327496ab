/** What an adjustment clause says of a price that is above the agreed one. */
import type { AgreedVerdict, Agreement } from '../../agreement/agreement.ts';
import { adjustmentOn, type JudgedNotice } from '../../agreement/terms/adjustment.ts';
import type { NextPrice } from '../../agreement/terms/agreed-term.ts';
import { addYears } from '../../catalogue/days.ts';
import { compare, type Decimal, divide, isZero, multiply, round } from '../../catalogue/decimal.ts';
import type { DerivationStep } from '../../catalogue/finding.ts';

export interface ClauseVerdict {
  readonly agreedPrice: Decimal;
  /** What the clause would allow, for what the line offers, and from when; none where it allows no more. */
  readonly next?: NextPrice;
  /** The offered price is at most that. */
  readonly within: boolean;
}

/** @returns nothing where no clause moves the price, or it is plainly something else that is wrong with it */
export function clauseVerdict(
  price: Decimal,
  { agreedPrice, article, term, price: verdict }: AgreedVerdict,
): ClauseVerdict | undefined {
  if (verdict.kind !== 'above' || agreedPrice === undefined || term === undefined) return undefined;
  const { adjustable, next } = term;
  // Where there is no clause, there is nothing that it does not allow.
  const nothing = adjustable ? { agreedPrice, within: false } : undefined;
  if (next === undefined || article.price === undefined || isZero(article.price)) return nothing;
  // As the agreed price was brought to the line's unit and quantity.
  const allowed = divide(multiply(next.price, agreedPrice), article.price, EXACT);
  if (compare(allowed, agreedPrice) <= 0) return nothing;
  const within = compare(price, allowed) <= 0 || compare(price, round(allowed, 2)) <= 0;
  const isOfNextList = next.list !== undefined && compare(round(price, 2), round(allowed, 2)) === 0;
  if (!adjustable && !isOfNextList) return undefined;
  return { agreedPrice, next: { ...next, price: allowed }, within };
}

const EXACT = 8;

export function clauseSteps({ next }: ClauseVerdict): readonly DerivationStep[] {
  if (next === undefined) return [];
  const { price, from, steps, currency } = next;
  return [
    ...steps,
    { step: 'allowedPrice', value: price, ...(currency === undefined ? {} : { currency }) },
    ...(from === undefined ? [] : [{ step: 'allowedFrom', value: from }]),
  ];
}

/** Notices of the last year and of days to come: older ones are history. */
export function recentNotices({ pricing }: Agreement, day: string): readonly JudgedNotice[] {
  if (pricing?.adjustment === undefined) return [];
  const since = addYears(day, -1);
  return adjustmentOn(pricing.adjustment, day, pricing.lists).notices.filter(({ notice }) => notice.from > since);
}
