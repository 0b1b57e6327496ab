/** What terms are worked out from: made once per run and thread. */

import { latest } from '../../catalogue/days.ts';
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
  /** By name the list that holds next, and from when. */
  readonly coming: ReadonlyMap<string, DatedList & { readonly from: string }>;
  /** The lists in force once those have taken the place of their forerunners. */
  readonly listsNext: ReadonlyMap<string, DatedList>;
  /** The list that is notified but does not hold yet, and the day from which it may; where it was approved. */
  readonly pending?: DatedList & { readonly from?: string };
  readonly adjustment?: Adjustment;
}

/** Positions among the agreement's lists. */
export interface ListsNeeded {
  readonly inForce: readonly number[];
  /** Of each name the one that holds next; notified lists apart. */
  readonly coming: readonly { readonly at: number; readonly from: string }[];
  readonly pending?: { readonly at: number; readonly from?: string };
}

/**
 * Which of the dated lists count on a day: of each name the newest that holds and the one that comes next. The others
 * need not be read.
 */
export function listsNeeded(pricing: Pricing, day: string): ListsNeeded {
  const starts = listStarts(pricing, day);
  const newest = new Map<string, { readonly at: number; readonly start: string }>();
  const waiting: ({ readonly at: number } & ListStart)[] = [];
  for (const [at, { name, approved }] of pricing.lists.entries()) {
    const given = starts[at] ?? { notified: false };
    const { start } = given;
    const holds = start !== undefined && start <= day && (approved === undefined || approved <= day);
    if (!holds) waiting.push({ at, ...given });
    else if ((newest.get(name)?.start ?? '') <= start) newest.set(name, { at, start });
  }
  const pending = waiting.find(({ notified }) => notified);
  return {
    inForce: [...newest.values()].map(({ at }) => at),
    coming: comingLists(
      waiting.filter(({ notified }) => !notified),
      pricing,
      day,
    ),
    ...(pending === undefined
      ? {}
      : { pending: { at: pending.at, ...(pending.start === undefined ? {} : { from: pending.start }) } }),
  };
}

/** Of each name the one that holds first. */
function comingLists(
  waiting: readonly ({ readonly at: number } & ListStart)[],
  { lists }: Pricing,
  day: string,
): ListsNeeded['coming'] {
  const next = new Map<string, { readonly at: number; readonly from: string }>();
  for (const { at, start } of waiting) {
    const { name = '', approved } = lists[at] ?? {};
    const from = latest(start, approved) ?? day;
    const known = next.get(name);
    if (known === undefined || from < known.from) next.set(name, { at, from });
  }
  return [...next.values()];
}

interface ListStart {
  readonly start?: string;
  readonly notified: boolean;
}

/** Per list: the day it holds from, which for a notified one is what the clause makes of the day it asks for. */
function listStarts({ lists, adjustment: clause }: Pricing, day: string): readonly ListStart[] {
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
  const { inForce, coming: next, pending } = listsNeeded(pricing, day);
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
  const coming = new Map(
    next.flatMap(({ at, from }) => {
      const list = dated(at);
      return list === undefined ? [] : [[list.facts.name, { ...list, from }] as const];
    }),
  );
  const notified = pending === undefined ? undefined : dated(pending.at);
  return {
    pricing,
    day,
    currency,
    vat,
    scopes: scopeIndex(pricing),
    lists,
    coming,
    listsNext: new Map([...lists, ...coming]),
    ...(pending === undefined || notified === undefined
      ? {}
      : { pending: { ...notified, ...(pending.from === undefined ? {} : { from: pending.from }) } }),
    ...(pricing.adjustment === undefined ? {} : { adjustment: adjustmentOn(pricing.adjustment, day, pricing.lists) }),
  };
}
