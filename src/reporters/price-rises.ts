/** The largest price rises among the changes. */
import { compare, type Decimal, isNegative, isZero, parseDecimal } from '../catalogue/decimal.ts';
import type { Change } from './result.ts';

/**
 * Takes the changes one by one and keeps the largest rises, largest first; equal ones in the order they came.
 */
export function largestRises(keep: number): { add(change: Change): void; readonly rises: readonly Change[] } {
  const rises: Change[] = [];
  const percents: Decimal[] = [];
  return {
    rises,
    add(change) {
      if (change.field !== 'price' || change.percent === undefined) return;
      const percent = parseDecimal(change.percent);
      if (percent === undefined || isNegative(percent) || isZero(percent)) return;
      let at = percents.length;
      while (at > 0 && compare(percent, percents[at - 1] ?? percent) > 0) at--;
      if (at >= keep) return;
      rises.splice(at, 0, change);
      percents.splice(at, 0, percent);
      if (rises.length > keep) {
        rises.pop();
        percents.pop();
      }
    },
  };
}
