import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, comparableGtin, hasGtinLength, isGtin, shortGtin } from './gtin.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const anyGtin = fc
  .constantFrom(8, 12, 13, 14)
  .chain(digits)
  .map((text) => text.slice(0, -1) + checkDigit(text));

describe('a GTIN', () => {
  it.each(['7038840000105', '05704066204093', '90311017', '036282818705', '9788202419462', '2000000000008'])(
    '%s ends in its check digit',
    (gtin) => expect(isGtin(gtin)).toBe(true),
  );

  it.each(['1234567890124', '7080000857049'])('%s does not', (gtin) => expect(isGtin(gtin)).toBe(false));

  it.each(['', '1234567', '123456789', '12345678901', '123456789012345', '70388400001O5', '7038840000105 '])(
    'has 8, 12, 13 or 14 digits, unlike %j',
    (text) => {
      expect(hasGtinLength(text)).toBe(false);
      expect(() => checkDigit(text)).toThrow(RangeError);
    },
  );

  it('shows any single wrong digit', () => {
    fc.assert(
      fc.property(anyGtin, fc.nat(13), fc.integer({ min: 1, max: 9 }), (gtin, position, shift) => {
        const at = position % gtin.length;
        const wrong = String((Number(gtin[at]) + shift) % 10);
        return !isGtin(gtin.slice(0, at) + wrong + gtin.slice(at + 1));
      }),
    );
  });

  it('stays the same article with zeros in front', () => {
    fc.assert(
      fc.property(anyGtin, (gtin) => {
        const long = gtin.padStart(14, '0');
        expect(isGtin(long)).toBe(true);
        expect(comparableGtin(gtin)).toBe(comparableGtin(long));
      }),
    );
  });

  it('is compared as it stands when it is none', () => {
    expect(comparableGtin('12345')).toBe('12345');
  });

  it.each(['90311017', '01234565', '036282818705', '7038840000105', '15704066204090'])(
    '%s is shown as it was written, not as it was compared',
    (gtin) => expect(shortGtin(comparableGtin(gtin))).toBe(gtin),
  );

  it('is still the same article without the zeros', () => {
    fc.assert(
      fc.property(anyGtin, (gtin) => {
        const short = shortGtin(comparableGtin(gtin));
        expect(hasGtinLength(short)).toBe(true);
        expect(comparableGtin(short)).toBe(comparableGtin(gtin));
      }),
    );
  });

  it('is shown as it stands when it is none', () => {
    expect(shortGtin('0012345')).toBe('0012345');
    expect(shortGtin('0000000000000A')).toBe('0000000000000A');
  });
});
