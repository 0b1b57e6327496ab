import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newKeyHashes, newKeyTable, putHash } from './key-table.ts';

describe('a key table', () => {
  it('answers as a map does', () => {
    const entry = fc.tuple(fc.string({ maxLength: 8 }), fc.nat({ max: 2 ** 31 - 1 }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 3000 }), fc.array(fc.string({ maxLength: 8 })), (entries, others) => {
        const table = newKeyTable();
        const map = new Map<string, number>();
        for (const [key, value] of entries) {
          table.set(key, value);
          map.set(key, value);
        }
        expect(table.size).toBe(map.size);
        for (const key of [...map.keys(), ...others]) {
          expect(table.get(key)).toBe(map.get(key));
          expect(table.has(key)).toBe(map.has(key));
        }
      }),
    );
  });

  it('lets the first one claim a key, and says what it took', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string({ maxLength: 3 }), { nil: undefined }), { maxLength: 3000 }), (keys) => {
        const table = newKeyTable();
        const first = new Map<string, number>();
        const hashes = newKeyHashes(keys.length);
        for (const [at, key] of keys.entries()) {
          putHash(hashes, at, key);
          expect(table.addHashed(hashes, at, at)).toBe(key === undefined ? undefined : first.get(key));
          if (key !== undefined && !first.has(key)) first.set(key, at);
        }
        expect(table.size).toBe(first.size);
        for (const [key, at] of first) expect(table.get(key)).toBe(at);
      }),
    );
  });

  it('keeps 300,000 numbers that differ by one apart', () => {
    const table = newKeyTable();
    for (let i = 0; i < 300_000; i++) table.set(`70399${i}`, i);
    expect(table.size).toBe(300_000);
    for (let i = 0; i < 300_000; i += 7) expect(table.get(`70399${i}`)).toBe(i);
    expect(table.get('70399300000')).toBeUndefined();
  });

  it('keeps all entries when room is made for more', () => {
    const table = newKeyTable();
    for (let i = 0; i < 500; i++) table.set(`${i}`, i);
    table.reserve(100_000);
    table.reserve(10);
    expect(table.size).toBe(500);
    for (let i = 0; i < 500; i++) expect(table.get(`${i}`)).toBe(i);
  });

  it('adds what is new, and tells what stands there else', () => {
    const table = newKeyTable();
    const hashes = newKeyHashes(2);
    putHash(hashes, 0, 'a');
    expect(table.addHashed(hashes, 0, 7)).toBeUndefined();
    expect(table.addHashed(hashes, 0, 8)).toBe(7);
    expect(table.get('a')).toBe(7);
    // No key stands at 1.
    expect(table.addHashed(hashes, 1, 9)).toBeUndefined();
    expect(table.size).toBe(1);
  });
});
