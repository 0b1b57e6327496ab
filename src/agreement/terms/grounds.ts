/** What terms are worked out from: made once per run and thread. */
import type { Agreement } from '../agreement.ts';
import type { AgreedArticles } from '../article-index.ts';
import { type Adjustment, adjustmentOn } from './adjustment.ts';
import { type ScopeIndex, scopeIndex } from './scope.ts';
import type { PriceListFacts, Pricing } from './terms.ts';

/** Looks entries of a price list up. */
export type ListEntries = Pick<AgreedArticles, 'find'>;

export interface DatedList {
  readonly facts: PriceListFacts;
  readonly entries: ListEntries;
}

export interface TermGrounds {
  readonly pricing: Pricing;
  readonly day: string;
  /** The agreement's. */
  readonly currency: string;
  readonly vat: 'excluded' | 'included';
  readonly scopes: ScopeIndex;
  /** The list in force of each name. */
  readonly lists: ReadonlyMap<string, DatedList>;
  /** The list that is notified but does not hold yet, and the day from which it may; where it was approved. */
  readonly pending?: DatedList & { readonly from?: string };
  readonly adjustment?: Adjustment;
}

/** Positions among the agreement's lists. */
export interface ListsNeeded {
  readonly inForce: readonly number[];
  readonly pending?: { readonly at: number; readonly from?: string };
}

/**
 * Which of the dated lists count on a day: of each name the newest that holds, and the notified one that comes next.
 * The others need not be read.
 */
export function listsNeeded(pricing: Pricing, day: string): ListsNeeded {
  const starts = listStarts(pricing, day);
  const newest = new Map<string, { readonly at: number; readonly start: string }>();
  let pending: ListsNeeded['pending'];
  for (const [at, { name, approved }] of pricing.lists.entries()) {
    const { start, notified } = starts[at] ?? { notified: false };
    if (start !== undefined && start <= day && (approved === undefined || approved <= day)) {
      if ((newest.get(name)?.start ?? '') <= start) newest.set(name, { at, start });
    } else if (notified) pending ??= { at, ...(start === undefined ? {} : { from: start }) };
  }
  return {
    inForce: [...newest.values()].map(({ at }) => at),
    ...(pending === undefined ? {} : { pending }),
  };
}

/** Per list: the day it holds from, which for a notified one is what the clause makes of the day it asks for. */
function listStarts(
  { lists, adjustment: clause }: Pricing,
  day: string,
): readonly { readonly start?: string; readonly notified: boolean }[] {
  const name = clause?.basis.kind === 'notifiedList' ? clause.basis.list : undefined;
  const notices = clause === undefined || name === undefined ? [] : adjustmentOn(clause, day, lists).notices;
  const holds = new Map(
    notices.flatMap(({ notice, status, holdsFrom }) =>
      status === 'inForce' || status === 'pending' ? [[notice.from, holdsFrom] as const] : [],
    ),
  );
  return lists.map((list) => {
    if (list.name !== name) return { start: list.from ?? '', notified: false };
    const start = holds.get(list.from ?? '');
    return { notified: true, ...(start === undefined ? {} : { start }) };
  });
}

/**
 * @param day of the check, `YYYY-MM-DD`
 * @param entriesOf the list at a position, as {@link listsNeeded} names it
 * @returns nothing where the agreement says no more of prices than its price list does
 */
export function termGrounds(
  { pricing, currency, vat }: Agreement,
  day: string,
  entriesOf: (at: number) => ListEntries | undefined,
): TermGrounds | undefined {
  if (pricing === undefined) return undefined;
  const { inForce, pending } = listsNeeded(pricing, day);
  const dated = (at: number): DatedList | undefined => {
    const facts = pricing.lists[at];
    const entries = entriesOf(at);
    return facts === undefined || entries === undefined ? undefined : { facts, entries };
  };
  const lists = new Map(
    inForce.flatMap((at) => {
      const list = dated(at);
      return list === undefined ? [] : [[list.facts.name, list] as const];
    }),
  );
  const coming = pending === undefined ? undefined : dated(pending.at);
  return {
    pricing,
    day,
    currency,
    vat,
    scopes: scopeIndex(pricing),
    lists,
    ...(pending === undefined || coming === undefined
      ? {}
      : { pending: { ...coming, ...(pending.from === undefined ? {} : { from: pending.from }) } }),
    ...(pricing.adjustment === undefined ? {} : { adjustment: adjustmentOn(pricing.adjustment, day, pricing.lists) }),
  };
}
