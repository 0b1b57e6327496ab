import { remembering } from '../../catalogue/remembering.ts';

const MS_PER_DAY = 86_400_000;

/**
 * Days from one day to another, below 0 when the other is earlier.
 * @param from `YYYY-MM-DD`, as is `to`
 */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** From 1970 on. A catalogue has few different days. */
const dayNumber = remembering((day) => Date.parse(day) / MS_PER_DAY);

/** `2099-12-31`, `9999-12-31`: how systems that must have an end date write that there is none. */
export function isOpenEnd(day: string): boolean {
  return day >= OPEN_FROM;
}

const OPEN_FROM = '2079';
