/** The largest price rises among the changes: by what they cost in a year where that is known, else by percent. */
import { compare, type Decimal, isNegative, isZero, parseDecimal } from '../catalogue/decimal.ts';
import type { Change } from './result.ts';

/**
 * Takes the changes one by one and keeps the largest rises, largest first; equal ones in the order they came.
 */
export function largestRises(keep: number): { add(change: Change): void; readonly rises: readonly Change[] } {
  const rises: Change[] = [];
  const sizes: Size[] = [];
  return {
    rises,
    add(change) {
      const size = sizeOf(change);
      if (size === undefined) return;
      let at = sizes.length;
      while (at > 0 && isLarger(size, sizes[at - 1] ?? size)) at--;
      if (at >= keep) return;
      rises.splice(at, 0, change);
      sizes.splice(at, 0, size);
      if (rises.length > keep) {
        rises.pop();
        sizes.pop();
      }
    },
  };
}

interface Size {
  readonly effect: Decimal | undefined;
  readonly percent: Decimal;
}

/** @returns nothing for what is no rise of a price */
function sizeOf({ field, percent: text, effect }: Change): Size | undefined {
  const percent = field === 'price' ? parseDecimal(text ?? '') : undefined;
  if (percent === undefined || isNegative(percent) || isZero(percent)) return undefined;
  return { effect: parseDecimal(effect ?? ''), percent };
}

function isLarger(one: Size, other: Size): boolean {
  if (one.effect !== undefined && other.effect !== undefined) {
    const order = compare(one.effect, other.effect);
    if (order !== 0) return order > 0;
  } else if (one.effect !== other.effect) return one.effect !== undefined;
  return compare(one.percent, other.percent) > 0;
}
