/**
 * Finds the keys that stand more than once among a million of them. One table of a million keys is looked into all over
 * the place; so the keys are first dealt out by a part of their hash, and each lot has a table that the processor keeps
 * at hand.
 */
import { hasKey, type KeyHashes } from './key-table.ts';

const LOT_KEYS = 8192;
const MOST_LOTS = 1 << 12;

/**
 * @param hashes of all keys, in order, in as many parts as they came
 * @param count how many there are
 * @returns for every key that stands more than once its places, from 0, ascending; in the order in which the keys turn
 * up for the second time
 */
export function groupsOf(hashes: readonly KeyHashes[], count: number): readonly (readonly number[])[] {
  let lots = 1;
  while (lots * LOT_KEYS < count && lots < MOST_LOTS) lots *= 2;
  const dealt = deal(hashes, count, lots);
  const groups: number[][] = [];
  for (let lot = 0; lot < lots; lot++) findInLot(dealt, dealt.starts[lot] ?? 0, dealt.starts[lot + 1] ?? 0, groups);
  return groups.sort((a, b) => (a[1] ?? 0) - (b[1] ?? 0));
}

/** Keys lot by lot, in order within each. */
interface Dealt {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly places: Uint32Array;
  /** Where each lot begins; one more number than there are lots. */
  readonly starts: Uint32Array;
}

function deal(hashes: readonly KeyHashes[], count: number, lots: number): Dealt {
  const next = new Uint32Array(lots + 1);
  for (const part of hashes)
    for (let at = 0; 2 * at < part.length; at++)
      if (hasKey(part, at)) {
        const lot = (part[2 * at] ?? 0) & (lots - 1);
        next[lot + 1] = (next[lot + 1] ?? 0) + 1;
      }
  for (let lot = 0; lot < lots; lot++) next[lot + 1] = (next[lot + 1] ?? 0) + (next[lot] ?? 0);
  const starts = next.slice();
  const high = new Uint32Array(count);
  const low = new Uint32Array(count);
  const places = new Uint32Array(count);
  let place = 0;
  for (const part of hashes)
    for (let at = 0; 2 * at < part.length; at++, place++) {
      if (!hasKey(part, at)) continue;
      const h = part[2 * at] ?? 0;
      const to = next[h & (lots - 1)] ?? 0;
      next[h & (lots - 1)] = to + 1;
      high[to] = h;
      low[to] = part[2 * at + 1] ?? 0;
      places[to] = place;
    }
  return { high, low, places, starts };
}

function findInLot({ high, low, places }: Dealt, start: number, end: number, groups: number[][]): void {
  let capacity = 16;
  while (capacity < 2 * (end - start)) capacity *= 2;
  const mask = capacity - 1;
  /** Where the first key with the hash was dealt to, from 1; 0 for none. */
  const slots = new Uint32Array(capacity);
  const known = new Map<number, number[]>();
  for (let at = start; at < end; at++) {
    let slot = (low[at] ?? 0) & mask;
    let first = slots[slot] ?? 0;
    while (first !== 0 && (low[first - 1] !== low[at] || high[first - 1] !== high[at])) {
      slot = (slot + 1) & mask;
      first = slots[slot] ?? 0;
    }
    if (first === 0) {
      slots[slot] = at + 1;
      continue;
    }
    const group = known.get(first);
    if (group !== undefined) {
      group.push(places[at] ?? 0);
      continue;
    }
    const fresh = [places[first - 1] ?? 0, places[at] ?? 0];
    known.set(first, fresh);
    groups.push(fresh);
  }
}
