import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crcCombine } from './crc-combine.ts';

describe('the checksum of two pieces', () => {
  it('is that of both at once', () => {
    const bytes = fc.uint8Array({ maxLength: 5000 });
    fc.assert(
      fc.property(bytes, bytes, (first, second) => {
        const whole = crc32(second, crc32(first));
        expect(crcCombine(crc32(first), crc32(second), second.length)).toBe(whole);
      }),
    );
  });

  it('counts bytes beyond what 32 bits of bits can say', () => {
    const zeros = new Uint8Array(1 << 26);
    let whole = crc32(Buffer.from('katalog'));
    let combined = whole;
    for (let round = 0; round < 9; round++) whole = crc32(zeros, whole);
    // 600 MB at once: from the checksum of zeros, put together the same way.
    let behind = crc32(zeros);
    for (let round = 1; round < 9; round++) behind = crcCombine(behind, crc32(zeros), zeros.length);
    combined = crcCombine(combined, behind, 9 * zeros.length);
    expect(combined).toBe(whole);
  });
});
