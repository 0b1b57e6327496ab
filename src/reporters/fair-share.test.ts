import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fairShares } from './fair-share.ts';

it.each<[number[], number, number[]]>([
  [[], 10, []],
  [[3, 2], 10, [3, 2]],
  [[100, 1], 10, [9, 1]],
  [[5, 5, 5], 10, [3, 3, 4]],
  [[7, 8], 0, [0, 0]],
])('%j in a room for %d is %j', (wanted, room, shares) => {
  expect(fairShares(wanted, room)).toEqual(shares);
});

it('nobody gets more than wanted, the room is used up where it is wanted, and whoever wants more gets no less', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(200), (wanted, room) => {
      const shares = fairShares(wanted, room);
      const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
      expect(sum(shares)).toBe(Math.min(room, sum(wanted)));
      for (const [at, share] of shares.entries()) {
        expect(share).toBeLessThanOrEqual(wanted[at] ?? 0);
        for (const [other, less] of wanted.entries()) {
          if (less < (wanted[at] ?? 0)) expect(share).toBeGreaterThanOrEqual(shares[other] ?? 0);
        }
      }
    }),
  );
});
