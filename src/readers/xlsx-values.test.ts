import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateSerial,
  escapeText,
  numberText,
  serialDate,
  serialDuration,
  serialTime,
  unescapeText,
} from './xlsx-values.ts';

describe('a stored number as a person sees it', () => {
  it.each([
    ['12.5', '12.5'],
    ['0', '0'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['12.199999999999999', '12.2'],
    ['0.30000000000000004', '0.3'],
    ['5596216.216216216', '5596216.21621622'],
    ['7.04E+12', '7040000000000'],
    ['7.038010000003e12', '7038010000003'],
    ['1.2345E-3', '0.0012345'],
    ['-1.5E-7', '-0.00000015'],
    ['999999999999999', '999999999999999'],
    ['1234567890123456', '1234567890123460'],
    ['0.99999999999999999', '1'],
    ['999999999999999.9', '1000000000000000'],
    ['1E+21', '1000000000000000000000'],
    ['00012.50', '12.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+3', '3'],
    [' 3 ', '3'],
  ])('%s is %s', (stored, shown) => {
    expect(numberText(stored)).toBe(shown);
  });

  it.each(['', '.', 'abc', '12,5', 'NaN', 'Infinity', '1E+999', '0x10', '1e', '1 000'])('%j is no number', (stored) => {
    expect(numberText(stored)).toBeUndefined();
  });

  it('any number of 15 digits comes back as it was, however it was stored', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999_999_999 }),
        fc.integer({ min: -12, max: 6 }),
        (digits, exponent) => {
          const shown = numberText(`${digits}E${exponent}`);
          expect(shown).toBe(numberText(shown ?? ''));
          expect(Number(shown)).toBe(Number(`${digits}E${exponent}`));
          expect(shown).not.toMatch(/[eE+]/);
        },
      ),
    );
  });

  it('a long run of zeros takes no time', () => {
    expect(numberText(`1${'0'.repeat(200_000)}1`)).toBeUndefined();
  });
});

describe('serial days', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [45_322, '2024-01-31'],
    [45_322.5, '2024-01-31T12:00:00'],
    [45_322.999_999_999, '2024-02-01'],
    [2_958_465, '9999-12-31'],
  ])('%d from 1900 is %s', (serial, day) => {
    expect(serialDate(serial, false)).toBe(day);
  });

  it.each([
    [0, '1904-01-01'],
    [43_860, '2024-01-31'],
    [43_860.25, '2024-01-31T06:00:00'],
  ])('%d from 1904 is %s', (serial, day) => {
    expect(serialDate(serial, true)).toBe(day);
  });

  it.each([0, 0.5, -1, 2_958_466, Number.NaN])('%d from 1900 is no day', (serial) => {
    expect(serialDate(serial, false)).toBeUndefined();
  });

  it('a day and a second come back from their serial number', () => {
    const seconds = fc.integer({ min: 0, max: 86_399 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_958_465 }), seconds, (day, second) => {
        const text = serialDate(day + second / 86_400, false) ?? '';
        expect(serialDate(dateSerial(text) ?? -1, false)).toBe(text);
        expect(Math.floor(dateSerial(text) ?? -1)).toBe(day);
      }),
    );
  });

  it.each(['2026-02-31', '2025-02-29', '1899-12-31', '2026-1-1', '2026-01-01T24:00:00', '31.01.2026', ''])(
    '%j has no serial number',
    (text) => {
      expect(dateSerial(text)).toBeUndefined();
    },
  );

  it('times of day and lengths of time', () => {
    expect(serialTime(0.5)).toBe('12:00:00');
    expect(serialTime(45_322.75)).toBe('18:00:00');
    expect(serialTime(0.999_999_99)).toBe('00:00:00');
    expect(serialTime(-0.5)).toBeUndefined();
    expect(serialDuration(1.5)).toBe('36:00:00');
    expect(serialDuration(-1)).toBeUndefined();
  });
});

describe('escapes in text', () => {
  it('are undone once', () => {
    expect(unescapeText('a_x000D_\nb')).toBe('a\r\nb');
    expect(unescapeText('_x005F_x000D_')).toBe('_x000D_');
    expect(unescapeText('fil_xls_ny')).toBe('fil_xls_ny');
  });

  it('any text survives, and what is stored is allowed in XML', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('_', 'x', '0', '5', 'F') })),
        (text) => {
          const stored = escapeText(text);
          expect(unescapeText(stored)).toBe(text);
          expect(stored).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]/);
        },
      ),
    );
  });
});
