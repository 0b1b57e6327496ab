/** The changes of a run, sorted into what a person asks about, with as many of each as the page may show. */
import { largestMoves, priceWay } from '../price-moves.ts';
import type { Change } from '../result.ts';

export const CHANGE_KINDS = ['priceUp', 'priceDown', 'added', 'removed', 'renumbered', 'other'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface ChangeList {
  /** Changes, not lines: of one line several things may have changed. */
  readonly count: number;
  /** Prices: the largest first; others in file order. */
  readonly shown: readonly Change[];
}

export type ChangeLists = Readonly<Record<ChangeKind, ChangeList>>;

export interface ChangeSorter {
  add(change: Change): void;
  lists(): ChangeLists;
}

/** @param keep how many of each kind */
export function newChangeSorter(keep: number): ChangeSorter {
  const kept = {
    priceUp: largestMoves(keep, 'up'),
    priceDown: largestMoves(keep, 'down'),
    added: firstOnes(keep),
    removed: firstOnes(keep),
    renumbered: firstOnes(keep),
    other: firstOnes(keep),
  } satisfies Record<ChangeKind, Kept>;
  const counts: Record<ChangeKind, number> = {
    priceUp: 0,
    priceDown: 0,
    added: 0,
    removed: 0,
    renumbered: 0,
    other: 0,
  };
  return {
    add(change) {
      const kind = kindOf(change);
      counts[kind]++;
      kept[kind].add(change);
    },
    lists() {
      const list = (kind: ChangeKind): ChangeList => ({ count: counts[kind], shown: kept[kind].moves });
      return {
        priceUp: list('priceUp'),
        priceDown: list('priceDown'),
        added: list('added'),
        removed: list('removed'),
        renumbered: list('renumbered'),
        other: list('other'),
      };
    },
  };
}

interface Kept {
  add(change: Change): void;
  readonly moves: readonly Change[];
}

function firstOnes(keep: number): Kept {
  const moves: Change[] = [];
  return {
    moves,
    add(change) {
      if (moves.length < keep) moves.push(change);
    },
  };
}

/** A price that came, went, or is for something else now moved neither way. */
function kindOf(change: Change): ChangeKind {
  if (change.change === 'added' || change.change === 'removed') return change.change;
  const way = priceWay(change);
  if (way !== undefined) return way === 'up' ? 'priceUp' : 'priceDown';
  return change.change === 'renumbered' ? 'renumbered' : 'other';
}
