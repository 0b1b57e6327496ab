import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, parseDecimal } from '../catalogue/decimal.ts';
import { formatCount, formatDecimal, formatMoney, formatPercent } from './format-number.ts';

describe('a decimal', () => {
  it('is grouped with no-break spaces and has a comma in Norwegian prose', () => {
    expect(formatDecimal('1234.5', 'nb', 'prose')).toBe('1\u00a0234,5');
    expect(formatDecimal('-1234567', 'nb', 'prose')).toBe('\u22121\u00a0234\u00a0567');
  });

  it('is grouped with commas and has a point in English prose', () => {
    expect(formatDecimal('1234.5', 'en', 'prose')).toBe('1,234.5');
    expect(formatDecimal('123456.25', 'en', 'prose')).toBe('123,456.25');
  });

  it('opens as a number in a cell', () => {
    expect(formatDecimal('1234.5', 'nb', 'cell')).toBe('1234,5');
    expect(formatDecimal('1234.5', 'en', 'cell')).toBe('1234.5');
  });

  it('is not made of what is no canonical decimal', () => {
    for (const text of ['12,5O', '', '1e3', '+5', '012', '1.50']) {
      expect(formatDecimal(text, 'nb', 'prose')).toBe(text);
    }
  });

  it('can be read back, whatever its size', () => {
    const decimals = fc
      .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 8 }))
      .map(([units, scale]) => decimal(`${units < 0n ? '-' : ''}${shifted(units < 0n ? -units : units, scale)}`));
    fc.assert(
      fc.property(decimals, (value) => {
        const shown = formatMoney(value, 'nb', 'prose', 'NOK');
        expect(
          parseDecimal(
            shown
              .replace(/\u00a0kr$/, '')
              .replaceAll('\u00a0', '')
              .replace('\u2212', '-')
              .replace(',', '.'),
          ),
        ).toBe(value);
        expect(formatDecimal(value, 'nb', 'cell').replace(',', '.')).toBe(value);
      }),
    );
  });
});

function shifted(units: bigint, scale: number): string {
  const digits = units.toString().padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

describe('an amount', () => {
  it('has two decimals at least, and all it has', () => {
    expect(formatMoney('12.5', 'nb', 'cell')).toBe('12,50');
    expect(formatMoney('0.1234', 'nb', 'cell')).toBe('0,1234');
    expect(formatMoney('1200', 'en', 'cell', 'NOK')).toBe('1200.00');
  });

  it('comes with its currency in prose', () => {
    expect(formatMoney('1012.5', 'nb', 'prose', 'NOK')).toBe('1\u00a0012,50\u00a0kr');
    expect(formatMoney('12.5', 'nb', 'prose', 'EUR')).toBe('12,50\u00a0EUR');
    expect(formatMoney('12.5', 'en', 'prose', 'NOK')).toBe('NOK\u00a012.50');
    expect(formatMoney('12.5', 'en', 'prose')).toBe('12.50');
  });
});

it('a percent has its sign in prose and is a number in a cell', () => {
  expect(formatPercent('12.5', 'nb', 'prose')).toBe('12,5\u00a0%');
  expect(formatPercent('-12.5', 'en', 'prose')).toBe('\u221212.5%');
  expect(formatPercent('12.5', 'nb', 'cell')).toBe('12,5');
});

it('a count is grouped', () => {
  expect(formatCount(100000, 'nb')).toBe('100\u00a0000');
  expect(formatCount(100000, 'en')).toBe('100,000');
});
