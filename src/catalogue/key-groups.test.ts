import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupsOf } from './key-groups.ts';
import { newKeyHashes, putHash } from './key-table.ts';

function hashesOf(keys: readonly (string | undefined)[]) {
  const hashes = newKeyHashes(keys.length);
  for (const [at, key] of keys.entries()) putHash(hashes, at, key);
  return hashes;
}

it('keys that stand more than once are found, in the order of their second places', () => {
  const key = fc.option(fc.constantFrom('a', 'b', 'c', 'd', ...'efghijklmnopqrstuvw'), { nil: undefined });
  fc.assert(
    fc.property(fc.array(fc.array(key)), (parts) => {
      const places = new Map<string, number[]>();
      for (const [at, one] of parts.flat().entries())
        if (one !== undefined) places.set(one, [...(places.get(one) ?? []), at]);
      const shared = [...places.values()].filter(({ length }) => length > 1);
      shared.sort((a, b) => (a[1] ?? 0) - (b[1] ?? 0));
      expect(groupsOf(parts.map(hashesOf), parts.flat().length)).toEqual(shared);
    }),
  );
});

it('of 100,000 keys those that stand twice are found', () => {
  const keys = Array.from({ length: 100_000 }, (_, at) => String(at % 99_990));
  expect(groupsOf([hashesOf(keys)], keys.length)).toEqual(Array.from({ length: 10 }, (_, at) => [at, 99_990 + at]));
});
