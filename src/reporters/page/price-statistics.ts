/** How prices moved since the version approved last: how far, and in which product groups. */
import { add, compare, type Decimal, decimal, parseDecimal } from '../../catalogue/decimal.ts';
import { priceWay } from '../price-moves.ts';
import type { Change } from '../result.ts';

/** Moves in percent, from above `over` to `upTo`; the outermost have no end. */
export interface PriceStep {
  readonly over?: number;
  readonly upTo?: number;
  readonly prices: number;
}

export interface GroupMoves {
  /** Empty for lines that name none. */
  readonly group: string;
  readonly up: number;
  readonly down: number;
  /** Of a year; absent where no effect is known. */
  readonly effect?: Decimal;
}

export interface PriceStatistics {
  readonly steps: readonly PriceStep[];
  /** Those with most moves first, then by name. */
  readonly groups: readonly GroupMoves[];
  /** All that moved and have a measure. */
  readonly prices: number;
}

export interface PriceCounter {
  add(change: Change): void;
  statistics(): PriceStatistics;
}

/** Borders between the steps, in percent. */
const BORDERS = [-20, -10, -5, -2, 0, 2, 5, 10, 20] as const;

interface Sums {
  up: number;
  down: number;
  effect: Decimal | undefined;
}

const ZERO = decimal('0');

/** More groups than these are no overview, and would fill memory: the rest is counted together. */
const MOST_GROUPS = 1000;

export function newPriceCounter(): PriceCounter {
  const steps = new Array<number>(BORDERS.length + 1).fill(0);
  const groups = new Map<string, Sums>();
  const sumsOf = (group: string): Sums => {
    const known = groups.get(group) ?? (groups.size < MOST_GROUPS ? undefined : groups.get(''));
    if (known !== undefined) return known;
    const sums: Sums = { up: 0, down: 0, effect: undefined };
    groups.set(groups.size < MOST_GROUPS ? group : '', sums);
    return sums;
  };
  return {
    add(change) {
      const way = priceWay(change);
      const percent = parseDecimal(change.percent ?? '');
      if (way === undefined || percent === undefined) return;
      const at = stepOf(percent);
      steps[at] = (steps[at] ?? 0) + 1;
      const sums = sumsOf(change.group ?? '');
      sums[way]++;
      const effect = parseDecimal(change.effect ?? '');
      if (effect !== undefined) sums.effect = add(sums.effect ?? ZERO, effect);
    },
    statistics: () => ({
      steps: steps.map((prices, at) => ({ ...borders(at), prices })),
      groups: [...groups].map(([group, sums]) => movesOf(group, sums)).sort(byMoves),
      prices: steps.reduce((sum, prices) => sum + prices, 0),
    }),
  };
}

function stepOf(percent: Decimal): number {
  const at = BORDERS.findIndex((border) => compare(percent, decimal(String(border))) <= 0);
  return at < 0 ? BORDERS.length : at;
}

function borders(at: number): Pick<PriceStep, 'over' | 'upTo'> {
  const over = BORDERS[at - 1];
  const upTo = BORDERS[at];
  return { ...(over === undefined ? {} : { over }), ...(upTo === undefined ? {} : { upTo }) };
}

function movesOf(group: string, { up, down, effect }: Sums): GroupMoves {
  return { group, up, down, ...(effect === undefined ? {} : { effect }) };
}

function byMoves(a: GroupMoves, b: GroupMoves): number {
  return b.up + b.down - (a.up + a.down) || (a.group < b.group ? -1 : 1);
}
