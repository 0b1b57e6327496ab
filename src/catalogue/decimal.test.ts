import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isNegative,
  isZero,
  multiply,
  parseDecimal,
  percentChange,
  round,
  subtract,
} from './decimal.ts';

describe('equal amounts are equal texts', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['+7', '7'],
    ['007.50', '7.5'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['5.', '5'],
    ['1200', '1200'],
    ['100.0', '100'],
    ['0.070', '0.07'],
    ['123456789012345678901234567890.10', '123456789012345678901234567890.1'],
  ])('%s is %s', (text, canonical) => {
    expect(decimal(text)).toBe(canonical);
  });

  it.each(['', ' ', '.', '-', '+', '1e3', '1,5', '0x10', ' 1', '1 ', '1.2.3', 'NaN', 'Infinity', '--1', '١'])(
    '%j is no decimal',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
      expect(() => decimal(text)).toThrow(RangeError);
    },
  );
});

/** `units / 10 ** scale`, exactly. */
interface Rational {
  readonly units: bigint;
  readonly scale: number;
}

function rational(value: Decimal): Rational {
  const [whole = '', fraction = ''] = value.split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

function textOf({ units, scale }: Rational): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const at = digits.length - scale;
  return decimal(`${units < 0n ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`);
}

function atScale(value: Decimal, scale: number): bigint {
  const { units, scale: own } = rational(value);
  return units * 10n ** BigInt(scale - own);
}

/** Short ones stay scaled integers, long ones go to big.js: both, and pairs of them. */
const decimals = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 0, max: 20 }),
  )
  .map(([units, scale, cut]) => textOf({ units: units / 10n ** BigInt(cut), scale }));

describe('amounts are exact', () => {
  it('sums, differences, products and comparisons are those of exact fractions', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const [x, y] = [rational(a), rational(b)];
        const scale = Math.max(x.scale, y.scale);
        const [left, right] = [atScale(a, scale), atScale(b, scale)];
        expect(add(a, b)).toBe(textOf({ units: left + right, scale }));
        expect(subtract(a, b)).toBe(textOf({ units: left - right, scale }));
        expect(multiply(a, b)).toBe(textOf({ units: x.units * y.units, scale: x.scale + y.scale }));
        expect(Math.sign(compare(a, b))).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
    );
  });

  it('a rounded amount is within half of the last place, halves away from zero', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 6 }), (value, places) => {
        const { units, scale } = rational(value);
        const magnitude = units < 0n ? -units : units;
        const step = 10n ** BigInt(Math.max(0, scale - places));
        const rounded = ((magnitude * 2n + step) / (step * 2n)) * step;
        expect(round(value, places)).toBe(textOf({ units: units < 0n ? -rounded : rounded, scale }));
      }),
    );
  });

  it('a quotient is the exact one rounded half away from zero', () => {
    fc.assert(
      fc.property(
        decimals,
        decimals.filter((b) => !isZero(b)),
        fc.integer({ min: 0, max: 6 }),
        (a, b, places) => {
          const [x, y] = [rational(a), rational(b)];
          let above = x.units * 10n ** BigInt(y.scale + places);
          let below = y.units * 10n ** BigInt(x.scale);
          const negative = above < 0n !== below < 0n;
          if (above < 0n) above = -above;
          if (below < 0n) below = -below;
          const quotient = (above * 2n + below) / (below * 2n);
          expect(divide(a, b, places)).toBe(textOf({ units: negative ? -quotient : quotient, scale: places }));
        },
      ),
    );
  });
});

describe('comparing', () => {
  it.each([
    ['9', '10', -1],
    ['-9', '-10', 1],
    ['0.1', '0.09', 1],
    ['-0.01', '0', -1],
    ['999999999999999', '1000000000000000', -1],
    ['9007199254740993', '9007199254740992', 1],
    ['0.10000000000000001', '0.1', 1],
    ['99999999999999.9', '99999999999999.8', 1],
    ['12.5', '12.5', 0],
  ])('%s against %s', (a, b, sign) => {
    expect(Math.sign(compare(decimal(a), decimal(b)))).toBe(sign);
    expect(Math.sign(compare(decimal(b), decimal(a)))).toBe(sign === 0 ? 0 : -sign);
  });
});

describe('rounding', () => {
  it.each([
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['2.4999', 0, '2'],
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['-0.004', 2, '0'],
    ['12.345', 5, '12.345'],
  ])('%s to %i decimals is %s', (value, places, rounded) => {
    expect(round(decimal(value), places)).toBe(rounded);
  });
});

describe('dividing', () => {
  it('keeps the decimals asked for', () => {
    expect(divide(decimal('10'), decimal('3'), 4)).toBe('3.3333');
    expect(divide(decimal('2'), decimal('3'), 0)).toBe('1');
    expect(divide(decimal('1'), decimal('8'), 2)).toBe('0.13');
  });
  it('does not leave another number of decimals behind', () => {
    divide(decimal('1'), decimal('3'), 1);
    expect(divide(decimal('1'), decimal('3'), 30)).toBe(`0.${'3'.repeat(30)}`);
  });
  it('by zero is a mistake of the caller', () => {
    expect(() => divide(decimal('1'), decimal('0'), 2)).toThrow(RangeError);
  });
});

describe('change in percent', () => {
  it.each([
    ['100', '115', '15'],
    ['100', '85', '-15'],
    ['3', '4', '33.33'],
    ['3', '5', '66.67'],
    ['-10', '-5', '50'],
    ['19.90', '19.90', '0'],
    ['8', '0', '-100'],
  ])('from %s to %s is %s', (before, after, percent) => {
    expect(percentChange(decimal(before), decimal(after))).toBe(percent);
  });
  it('from nothing there is none', () => {
    expect(percentChange(decimal('0'), decimal('5'))).toBeUndefined();
  });
});

it('knows sign and zero by the text', () => {
  expect([isNegative(decimal('-1')), isNegative(decimal('-0.0')), isZero(decimal('-0.0'))]).toEqual([
    true,
    false,
    true,
  ]);
  expect([absolute(decimal('-2.5')), absolute(decimal('2.5'))]).toEqual(['2.5', '2.5']);
});
