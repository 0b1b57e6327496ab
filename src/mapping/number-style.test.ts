import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../catalogue/decimal.ts';
import type { DecimalSign } from './number-style.ts';
import { decideSigns, decimalSignOf, readNumber, readUsualNumber } from './number-style.ts';

describe('the quick way to a number', () => {
  it.each([
    ['500', '500'],
    ['0', '0'],
    ['12,50', '12.5'],
    ['12.05', '12.05'],
    ['0,10', '0.1'],
    ['7,00', '7'],
  ])('takes %s', (text, value) => {
    expect(readUsualNumber(text)).toBe(value);
  });

  it.each(['', '-1', ',5', '5,', '007', '1.234', '1,234', '12,5O', '1,2,3', ' 5', '5 '])('leaves %j alone', (text) => {
    expect(readUsualNumber(text)).toBeUndefined();
  });

  it('never gives another number than the thorough one', () => {
    const letters = fc.constantFrom('0', '0', '1', '9', ',', '.', '-', ' ');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 8 }), fc.constantFrom<DecimalSign>(',', '.'), (text, sign) => {
        expect(readUsualNumber(text) ?? readNumber(text, sign)).toBe(readNumber(text, sign));
      }),
    );
  });
});

describe('a number', () => {
  it.each([
    ['12', ',', '12'],
    ['12,50', ',', '12.5'],
    ['12.50', ',', '12.5'],
    ['12.50', '.', '12.5'],
    ['-12,5', ',', '-12.5'],
    ['−12,5', ',', '-12.5'],
    ['+12,5', ',', '12.5'],
    ['0012', ',', '12'],
    ['1 234,50', ',', '1234.5'],
    ['1\u00A0234,50', '.', '1234.5'],
    ['1\u202F234\u202F567,891', ',', '1234567.891'],
    ['1\u2009234', ',', '1234'],
    ["1'234.50", ',', '1234.5'],
    ['1’234’567', '.', '1234567'],
    ['1.234,50', '.', '1234.5'],
    ['1,234.50', ',', '1234.5'],
    ['1.234.567', '.', '1234567'],
    ['1,234,567', ',', '1234567'],
    ['1.234', ',', '1234'],
    ['1.234', '.', '1.234'],
    ['1,234', ',', '1.234'],
    ['1,234', '.', '1234'],
    ['0.125', ',', '0.125'],
    ['1234.567', ',', '1234.567'],
    [',5', ',', '0.5'],
    ['1000,00', ',', '1000'],
  ] as const)('%s with decimal %s is %s', (text, sign, value) => {
    expect(readNumber(text, sign)).toBe(value);
  });

  it.each([
    '12,5O',
    '1,2,3',
    '12..5',
    '12,5,',
    '-',
    '',
    ',',
    '1 23',
    '12 34,5',
    '1.23.456',
    '1e3',
    '12,',
    '--1',
    '1.2345,6',
    '٣',
    'NaN',
  ])('%s is none', (text) => {
    expect(readNumber(text, ',')).toBeUndefined();
    expect(readNumber(text, '.')).toBeUndefined();
  });

  const SEPARATORS = ['', ' ', '\u00A0', '\u202F', '\u2009', "'", '’', 'other'] as const;

  it('is read exactly in every style, however long', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 24n }),
        fc.stringMatching(/^\d{0,8}$/),
        fc.boolean(),
        fc.constantFrom<DecimalSign>(',', '.'),
        fc.constantFrom(...SEPARATORS),
        (whole, fraction, negative, sign, separator) => {
          const thousands = separator === 'other' ? (sign === ',' ? '.' : ',') : separator;
          const grouped = String(whole).replace(/\B(?=(?:\d{3})+$)/g, thousands);
          const text = `${negative ? '-' : ''}${grouped}${fraction === '' ? '' : sign + fraction}`;
          const expected = decimal(`${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`);
          expect([text, readNumber(text, sign)]).toEqual([text, expected]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('the decimal sign', () => {
  it.each([
    ['12,50', ','],
    ['12.5', '.'],
    ['1.234,50', ','],
    ['1,234.5', '.'],
    ['1.234.567', ','],
    ['1 234,567', ','],
    ['0,125', ','],
    ['-1,5', ','],
  ] as const)('shows in %s', (text, sign) => {
    expect(decimalSignOf(text)).toBe(sign);
  });

  it.each(['12', '1.234', '1,234', '1 234', '999.999'])('does not show in %s', (text) => {
    expect(decimalSignOf(text)).toBeUndefined();
  });

  const shows = (comma: number, point: number) => ({ ',': comma, '.': point });
  const sure = (sign: DecimalSign) => ({ sign, open: false });
  const open = (sign: DecimalSign) => ({ sign, open: true });

  it('is decided by the column, then by the rest of the file', () => {
    expect(decideSigns([shows(0, 2), shows(1, 0)], ';')).toEqual([sure('.'), sure(',')]);
    expect(decideSigns([shows(0, 0), shows(1, 0), shows(1, 0)], ',')).toEqual([sure(','), sure(','), sure(',')]);
  });

  it('is decided in spite of a slip of the pen in twenty', () => {
    expect(decideSigns([shows(20, 1)])).toEqual([sure(',')]);
    expect(decideSigns([shows(18, 1)])).toEqual([open(',')]);
  });

  it('stays open where a column shows both, or nothing does, whatever the delimiter', () => {
    expect(decideSigns([shows(1, 2), shows(0, 0)], ';')).toEqual([open('.'), open('.')]);
    expect(decideSigns([shows(1, 1), shows(1, 0)])).toEqual([open(','), sure(',')]);
    expect(decideSigns([shows(0, 0)], ';')).toEqual([open(',')]);
    expect(decideSigns([shows(0, 0)], ',')).toEqual([open('.')]);
    expect(decideSigns([shows(0, 0)])).toEqual([open(',')]);
  });

  it('is what a person says where cells do not', () => {
    expect(decideSigns([shows(0, 0), shows(1, 0), shows(1, 1)], ';', '.')).toEqual([sure('.'), sure(','), sure('.')]);
  });
});
