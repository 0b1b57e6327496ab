import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, decimal, multiply, parseDecimal } from '../catalogue/decimal.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { AgreedArticle } from './agreement.ts';
import { judgePrice } from './price-verdict.ts';
import { basisDifference } from './verdict/basis.ts';
import { codeOf } from './verdict/explanation.ts';
import { decimalShift } from './verdict/ratios.ts';

const TERMS = { asOf: '2026-06-01', vat: 'excluded', currency: 'NOK' } as const;

type Values = Readonly<Record<string, string>>;

function line(values: Values): CatalogueLine {
  return { row: 2, ...exact(values) };
}
function article(values: Values): AgreedArticle {
  return { row: 2, currency: 'NOK', ...exact(values) };
}
function exact(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([key, text]) => [key, parseDecimal(text) ?? text]));
}
function judge(price: string, agreed: string, vat: 'excluded' | 'included' = 'excluded') {
  return judgePrice(line({ price }), article({ price: agreed }), 'itemNumber', { ...TERMS, vat }).price;
}
/** The likeliest explanation, `decimalShift:2`, else the kind of the verdict. */
function told(price: string, agreed: string): string {
  const verdict = judge(price, agreed);
  return verdict.kind === 'explained' ? codeOf(verdict.explanation) : verdict.kind;
}

describe('a price without anything to compare', () => {
  it.each([
    ['the line has none', {}, { price: '10' }, 'none'],
    ['the article has none', { price: '10' }, {}, 'notPriced'],
    ['neither has one', {}, {}, 'none'],
  ])('gives no verdict: %s', (_, offered, agreed, kind) => {
    expect(judgePrice(line(offered), article(agreed), 'gtin', TERMS).price).toEqual({ kind });
  });
});

describe('a price is kept', () => {
  it.each([
    ['100', '100'],
    ['99.995', '100'],
    ['0', '100'],
    ['-1', '100'],
    ['12.35', '12.345'],
    ['12.34', '12.344'],
    ['0', '0'],
  ])('%s where %s is agreed', (price, agreed) => {
    expect(judge(price, agreed)).toEqual({ kind: 'kept' });
  });

  it('below it a slip of the decimal sign is told from a good price', () => {
    expect(told('10.05', '100')).toBe('decimalShift:-1');
    expect(told('10.06', '100')).toBe('below');
    expect(told('9.95', '100')).toBe('decimalShift:-1');
    expect(told('9.94', '100')).toBe('below');
    expect(told('99.99', '100')).toBe('below');
  });
});

describe('a price above the agreed one', () => {
  it.each([
    ['100.01', '100', '0.01', '0.01'],
    ['12.36', '12.345', '0.12', '0.015'],
    ['114', '100', '14', '14'],
    ['5', '0', '100', '5'],
    ['200', '100', '100', '100'],
  ])('%s where %s is agreed is %s %% above', (price, agreed, percent, difference) => {
    expect(judge(price, agreed)).toEqual({ kind: 'above', percent, difference });
  });

  it.each([
    ['1000', '100', 1],
    ['10000', '100', 2],
    ['100000', '100', 3],
    ['1005', '100', 1],
    ['995', '100', 1],
    ['1', '100', -2],
    ['0.1', '100', -3],
    ['4990', '49.9', 2],
  ])('%s where %s is agreed has its decimal sign misplaced', (price, agreed, shift) => {
    expect(told(price, agreed)).toBe(`decimalShift:${shift}`);
  });

  it.each(['1005.01', '994.99', '1000000'])('%s where 100 is agreed has not', (price) => {
    expect(judge(price, '100').kind).toBe('above');
  });

  it.each([
    ['125', '100', '25'],
    ['115', '100', '15'],
    ['112', '100', '12'],
    ['124.94', '100', '25'],
    ['125.06', '100', '25'],
    ['61.86', '49.49', '25'],
  ])('%s where %s is agreed holds VAT at %s %%', (price, agreed, rate) => {
    expect(told(price, agreed)).toBe(`vatIncluded:${rate}`);
  });

  it.each(['124.93', '125.07', '126', '110'])('%s where 100 is agreed does not', (price) => {
    expect(judge(price, '100').kind).toBe('above');
  });

  it.each([
    ['0.06', '0.05'],
    ['0.13', '0.11'],
    ['0.02', '0.01'],
  ])('%s where %s is agreed is not VAT for an øre of tolerance', (price, agreed) => {
    expect(judge(price, agreed).kind).toBe('above');
  });

  it('names the nearest rate where an øre is much', () => {
    expect(told('1.12', '1')).toBe('vatIncluded:12');
  });

  it('cannot hold VAT by mistake where the agreed prices hold it too', () => {
    expect(judge('125', '100', 'included')).toEqual({ kind: 'above', percent: '25', difference: '25' });
  });
});

describe('base quantities', () => {
  it.each([
    ['the list is for 100, the line for 1', '2.5', {}, '250', { priceBaseQuantity: '100' }, '2.5'],
    ['the line is for 100, the list for 1', '250', { priceBaseQuantity: '100' }, '2.5', {}, '250'],
    ['thirds', '3.33', {}, '10', { priceBaseQuantity: '3' }, '3.33333333'],
    ['zero means not set', '10', { priceBaseQuantity: '0' }, '10', { priceBaseQuantity: '0' }, '10'],
  ])('are brought together: %s', (_, price, offered, agreed, listed, agreedPrice) => {
    const verdict = judgePrice(line({ price, ...offered }), article({ price: agreed, ...listed }), 'gtin', TERMS);
    expect(verdict).toMatchObject({ agreedPrice, price: { kind: 'kept' } });
  });
});

describe('what cannot be compared', () => {
  it('another currency, with the agreed price', () => {
    const verdict = judgePrice(line({ price: '5', currency: 'EUR' }), article({ price: '60' }), 'itemNumber', TERMS);
    expect(verdict).toMatchObject({ agreedPrice: '60', price: { kind: 'otherCurrency', agreed: 'NOK' } });
  });

  it('a line without currency is in that of the agreement, not of the article', () => {
    const inEuro = article({ price: '5', currency: 'EUR' });
    expect(judgePrice(line({ price: '5' }), inEuro, 'gtin', TERMS).price).toEqual({
      kind: 'otherCurrency',
      agreed: 'EUR',
    });
    expect(judgePrice(line({ price: '5' }), inEuro, 'gtin', { ...TERMS, currency: 'EUR' }).price.kind).toBe('kept');
  });

  it.each([
    ['unit', { packQuantity: '10' }, 'XPK'],
    ['packQuantity', { unit: 'XPK' }, '10'],
  ])('a line that leaves its %s blank where the list tells it', (field, offered, agreed) => {
    const listed = article({ price: '5', unit: 'XPK', packQuantity: '10' });
    const blank = line({ price: '5', ...offered });
    const verdict = judgePrice(blank, listed, 'gtin', TERMS);
    expect(verdict.price).toEqual({ kind: 'otherBasis', field, agreed });
    expect(verdict.agreedPrice).toBeUndefined();
    expect(judgePrice(blank, listed, 'gtin', { ...TERMS, columns: new Set(['price']) }).price.kind).toBe('kept');
  });

  it('a unit that cannot be read, whatever the price; a content that cannot be read is a finding of its own', () => {
    const listed = article({ price: '5', unit: 'XPK', packQuantity: '10' });
    for (const price of ['5', '50', '1', '6.25']) {
      const offered = { ...line({ price }), packQuantity: decimal('10'), unreadable: { unit: 'KOLLIX' } };
      const verdict = judgePrice(offered, listed, 'gtin', TERMS);
      expect(verdict.price).toEqual({ kind: 'otherBasis', field: 'unit', agreed: 'XPK' });
      expect(verdict.agreedPrice).toBeUndefined();
    }
    const content = { ...line({ price: '5' }), unit: 'XPK', unreadable: { packQuantity: 'mange' } };
    expect(judgePrice(content, listed, 'gtin', TERMS).price.kind).toBe('kept');
    const unlisted = { ...line({ price: '5' }), unreadable: { unit: 'KOLLIX' } };
    expect(judgePrice(unlisted, article({ price: '5' }), 'gtin', TERMS).price.kind).toBe('kept');
  });

  it('a content of something that cannot be read', () => {
    const offered = {
      ...line({ price: '120' }),
      unit: 'XBX',
      packQuantity: decimal('12'),
      unreadable: { packUnit: 'dingser' },
    };
    expect(judgePrice(offered, article({ price: '10', unit: 'EA' }), 'gtin', TERMS).price).toEqual({
      kind: 'otherBasis',
      field: 'unit',
      agreed: 'EA',
    });
  });

  it('a pack without a number holds one', () => {
    const listed = article({ price: '5', packQuantity: '1' });
    expect(judgePrice(line({ price: '5' }), listed, 'gtin', TERMS).price.kind).toBe('kept');
  });

  it.each([
    ['unit', { unit: 'XPK' }, { unit: 'EA' }, 'EA'],
    ['packQuantity', { unit: 'EA', packQuantity: '12' }, { unit: 'EA', packQuantity: '10' }, '10'],
  ])('another %s, without an agreed price', (field, offered, listed, agreed) => {
    const verdict = judgePrice(line({ price: '5', ...offered }), article({ price: '5', ...listed }), 'gtin', TERMS);
    expect(verdict.price).toEqual({ kind: 'otherBasis', field, agreed });
    expect(verdict.agreedPrice).toBeUndefined();
  });

  it('another currency for another unit has no agreed price either', () => {
    const offered = line({ price: '5', currency: 'EUR', unit: 'XPK' });
    const verdict = judgePrice(offered, article({ price: '60', unit: 'EA' }), 'gtin', TERMS);
    expect(verdict.price.kind).toBe('otherCurrency');
    expect(verdict.agreedPrice).toBeUndefined();
  });

  it.each([
    ['pieces under another name', { unit: 'EA' }, { unit: 'H87' }],
    ['only one tells its unit', { unit: 'EA' }, {}],
    ['only one tells its content', { packQuantity: '12' }, {}],
  ])('but not: %s', (_, one, other) => {
    expect(basisDifference(line(one), article(other))).toBeUndefined();
  });
});

describe('laws', () => {
  const price = fc
    .integer({ min: 1, max: 10_000_000 })
    .map((cents) => decimal(`${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`));

  it('a price is kept, above or below, whatever explains it, and never by its binary value', () => {
    fc.assert(
      fc.property(price, price, (offered, agreed) => {
        const verdict = judge(offered, agreed);
        const order = compare(offered, agreed);
        const side = order === 0 ? 'kept' : order > 0 ? 'above' : 'below';
        return (verdict.kind === 'explained' ? verdict.side : verdict.kind) === side;
      }),
    );
  });

  it('half a percent beside a power of ten is a shift, a little more is none, whatever the digits', () => {
    fc.assert(
      fc.property(price, fc.constantFrom('10', '100', '1000'), (agreed, power) => {
        const times = (factor: string) => multiply(multiply(agreed, decimal(power)), decimal(factor));
        expect(decimalShift(times('0.995'), agreed)).toBe(power.length - 1);
        expect(decimalShift(times('1.005'), agreed)).toBe(power.length - 1);
        expect(decimalShift(times('0.9949'), agreed)).toBeUndefined();
        expect(decimalShift(times('1.0051'), agreed)).toBeUndefined();
      }),
    );
  });

  it('a tenfold price is always a shift, both ways', () => {
    fc.assert(
      fc.property(price, fc.constantFrom(1, 2, 3), (agreed, shift) => {
        const offered = multiply(agreed, decimal(String(10 ** shift)));
        expect(decimalShift(offered, agreed)).toBe(shift);
        expect(decimalShift(agreed, offered)).toBe(-shift);
      }),
    );
  });
});
