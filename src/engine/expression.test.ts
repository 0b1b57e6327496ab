import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, type Decimal, decimal } from '../catalogue/decimal.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { compileExpression, EvaluationFault, ExpressionFault } from './expression.ts';

type Values = Omit<CatalogueLine, 'row'>;
const holds = (source: string, values: Values = {}) =>
  compileExpression(source).evaluate({ row: 2, ...values }, '2026-05-04');
const price = (text: string): Values => ({ price: decimal(text) });

describe('an expression', () => {
  it.each<[string, Values, boolean]>([
    ['price > 12.5', price('12.51'), true],
    ['price > 12.5', price('12.5'), false],
    ['12.5 >= price', price('12.5'), true],
    ['price == 12', price('12'), true],
    ['price != 12', price('12'), false],
    ['price == 12.50', price('12.5'), true],
    ['-price < 0', price('1'), true],
    ['price * 3 == 0.3', price('0.1'), true],
    ['price + 0.2 == 0.3', price('0.1'), true],
    ['0.1 + 0.2 == 0.3', {}, true],
    ['price == 0.1 + 0.2', price('0.3'), true],
    ['price / 4 == 0.25', price('1'), true],
    ['price > 9007199254740993.1', price('9007199254740993.2'), true],
    ['price <= listPrice * 0.9', { price: decimal('90'), listPrice: decimal('100') }, true],
    ['price in [1.5, 2.5]', price('2.5'), true],
    ['unspsc.startsWith("4412") && name.contains(brand)', { unspsc: '44121706', name: 'Bic penn', brand: 'Bic' }, true],
    ['lower(name) == "æ"', { name: 'Æ' }, true],
    ['name.matches("^[A-Z]{2}\\\\d+$")', { name: 'AB12' }, true],
    ['name.matches(r"\\d{3}")', { name: 'AB12' }, false],
    ['"svanemerket" in ecoLabel', { ecoLabel: [{ text: 'Svanen', key: 'svanemerket' }] }, true],
    ['ecoLabel.exists(label, label.matches("^S"))', { ecoLabel: [{ text: 'Svanen' }] }, true],
    ['given(brand)', {}, false],
    ['given(brand) || name == "x"', { name: 'x' }, true],
    ['orderable', { orderable: true }, true],
    ['days(asOf, validTo) >= 30', { validTo: '2026-06-03' }, true],
    ['days(asOf, validTo) >= 31', { validTo: '2026-06-03' }, false],
    ['validTo > asOf', { validTo: '2026-05-05' }, true],
    ['name.size() > 3 ? brand == "a" : true', { name: 'abc', brand: 'b' }, true],
  ])('%s of %j: %s', (source, values, expected) => {
    expect(holds(source, values)).toBe(expected);
  });

  it('needs the fields it looks at, and not those it only asks whether are given', () => {
    expect(compileExpression('given(brand) && name.contains(unit) && validTo > asOf').fields).toEqual([
      'name',
      'unit',
      'validTo',
    ]);
  });

  it('reckons as exactly as the rest of the tool', () => {
    const amount = fc
      .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 9999 }))
      .map(([whole, rest]) => decimal(`${whole}.${String(rest).padStart(4, '0')}`));
    const sum = compileExpression('price + listPrice < grossPriceInclVat');
    fc.assert(
      fc.property(amount, amount, amount, (a: Decimal, b: Decimal, c: Decimal) => {
        const line = { row: 1, price: a, listPrice: b, grossPriceInclVat: c };
        expect(sum.evaluate(line, '')).toBe(compare(add(a, b), c) < 0);
      }),
    );
  });

  it.each([
    ['name.substring(0, 9) == "x"', { name: 'x' }],
    ['price / 0 > 1', price('1')],
    ['days(name, asOf) > 1', { name: 'i dag' }],
  ] as const)('%s has no answer for %j', (source, values) => {
    expect(() => holds(source, values)).toThrow(EvaluationFault);
  });
});

describe('what is wrong is told with its place', () => {
  it.each([
    ['pris > 3', 0, 'there is no field `pris`. Did you mean `price`?'],
    ['name == "a" && brnad == "x"', 15, 'there is no field `brnad`. Did you mean `brand`?'],
    ['1.5 > price && brnad == "x"', 15, 'there is no field `brnad`. Did you mean `brand`?'],
    ['given(brnad)', 6, 'there is no field `brnad`. Did you mean `brand`?'],
    ['name > 3', 0, 'no such overload: string > int.'],
    ['price > "3"', 0, 'no such overload: decimal > string.'],
    ['name == ', 8, 'Unexpected token: EOF.'],
    ['name = "x"', 5, 'Unexpected character: =.'],
    ['name + "a"', 0, 'the expression must be true or false, but gives string.'],
    ['price > 1e3', 8, '`1e3` must be written with a decimal point and no exponent, such as `12.5`.'],
    ['name.matches(brand)', 13, 'the pattern of `matches` must stand in the expression, in quotes.'],
    ['name.startWith("a")', 0, 'there is no function `startWith`. Did you mean `startsWith`?'],
    ['cel.bind(a, name, a == "x")', 0, /^there is no function `bind`\. /],
    ['ecoLabel.all(a, ecoLabel.exists(b, a == b))', 16, 'one walk through a list cannot stand inside another.'],
    ['name.matches("(?=a)")', 13, /^the pattern cannot be used: /],
  ])('%s', (source, offset, said) => {
    let fault: unknown;
    try {
      compileExpression(source);
    } catch (error) {
      fault = error;
    }
    if (!(fault instanceof ExpressionFault)) throw new Error(`expected a fault, got ${String(fault)}`);
    expect(fault.text.en).toEqual(typeof said === 'string' ? said : expect.stringMatching(said));
    expect(fault.text.nb).not.toBe(fault.text.en);
    expect(fault.offset).toBe(offset);
  });
});

it('one that is too long is refused', () => {
  const long = Array.from({ length: 200 }, () => 'orderable').join('&&');
  expect(() => compileExpression(long)).toThrow(/^Exceeded maxAstNodes \(300\)/);
});

it('no pattern makes a line take long', () => {
  const started = performance.now();
  holds('name.matches("^(a+)+$")', { name: `${'a'.repeat(100_000)}!` });
  holds('name.matches("(a|aa)*b")', { name: 'a'.repeat(100_000) });
  // A backtracking engine would not be done before the sun is.
  expect(performance.now() - started).toBeLessThan(5_000);
});
