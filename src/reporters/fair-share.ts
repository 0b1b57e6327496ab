/** Shares of a room that is too small for all: whoever wants little gets it, the others share what is left. */

/**
 * @param wanted how much each wants
 * @returns how much each gets, in the same order; never more than wanted, in all never more than there is room for
 */
export function fairShares(wanted: readonly number[], room: number): readonly number[] {
  const shares = wanted.map(() => 0);
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  let left = room;
  for (const [done, at] of order.entries()) {
    const share = Math.min(wanted[at] ?? 0, Math.floor(left / (order.length - done)));
    shares[at] = share;
    left -= share;
  }
  return shares;
}
