const MS_PER_DAY = 86_400_000;

/**
 * Days from one day to another, below 0 when the other is earlier.
 * @param from `YYYY-MM-DD`, as is `to`
 */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;
}
