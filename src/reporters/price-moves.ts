/** The largest moves of prices one way: by what they make in a year where that is known, else by percent. */
import { absolute, compare, type Decimal, isNegative, isZero, parseDecimal } from '../catalogue/decimal.ts';
import type { Change } from './result.ts';

export interface LargestMoves {
  /** Takes the changes one by one; those that are no such move are passed over. */
  add(change: Change): void;
  /** Largest first; equal ones in the order they came. */
  readonly moves: readonly Change[];
}

export function largestMoves(keep: number, way: 'up' | 'down'): LargestMoves {
  const moves: Change[] = [];
  const sizes: Size[] = [];
  return {
    moves,
    add(change) {
      const size = sizeOf(change);
      if (size === undefined || size.way !== way) return;
      let at = sizes.length;
      while (at > 0 && isLarger(size, sizes[at - 1] ?? size)) at--;
      if (at >= keep) return;
      moves.splice(at, 0, change);
      sizes.splice(at, 0, size);
      if (moves.length > keep) {
        moves.pop();
        sizes.pop();
      }
    },
  };
}

/** Which way a change moves a price; nothing for what is no such move, or has no measure. */
export function priceWay({ field, percent: text }: Change): 'up' | 'down' | undefined {
  const percent = field === 'price' ? parseDecimal(text ?? '') : undefined;
  if (percent === undefined || isZero(percent)) return undefined;
  return isNegative(percent) ? 'down' : 'up';
}

/** Without their signs. */
interface Size {
  readonly way: 'up' | 'down';
  readonly effect: Decimal | undefined;
  readonly percent: Decimal;
}

function sizeOf(change: Change): Size | undefined {
  const way = priceWay(change);
  const percent = parseDecimal(change.percent ?? '');
  if (way === undefined || percent === undefined) return undefined;
  const effect = parseDecimal(change.effect ?? '');
  return { way, effect: effect === undefined ? undefined : absolute(effect), percent: absolute(percent) };
}

function isLarger(one: Size, other: Size): boolean {
  if (one.effect !== undefined && other.effect !== undefined) {
    const order = compare(one.effect, other.effect);
    if (order !== 0) return order > 0;
  } else if (one.effect !== other.effect) return one.effect !== undefined;
  return compare(one.percent, other.percent) > 0;
}
