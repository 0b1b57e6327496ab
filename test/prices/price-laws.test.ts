/** What holds of every verdict on a price, whatever the figures. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judged, sideOfVerdict, verdictInWords } from './judged.ts';
import type { Side } from './price-cases.ts';
import { rational, rounded, times } from './rational.ts';
import { allowedPrice, sideOf } from './reference.ts';

const RUNS = { numRuns: 300 };

const ore = (most: number) =>
  fc.integer({ min: 1, max: most }).map((cents) => rounded(times(rational(String(cents)), rational('0.01')), 2));
const price = ore(2_000_000);
/** Half an øre may be rounded to one; what is from two up cannot be halved unseen. */
const priceFromTwoOre = price.filter((amount) => amount !== '0.01');
const count = fc.integer({ min: 2, max: 600 }).map(String);
const factor = fc.integer({ min: 2, max: 12 }).map(String);

const mul = (a: string, b: string): string => rounded(times(rational(a), rational(b)), 10);

/** What is priced, without the price. */
const basis: fc.Arbitrary<Omit<Side, 'price'>> = fc.oneof(
  fc.constant({}),
  fc.record({ unit: fc.constantFrom('EA', 'PR', 'DZN', 'KGM', 'GRM', 'LTR', 'MLT', 'MTR', 'HMT') }),
  fc.record({ unit: fc.constantFrom('XPK', 'XBX', 'XCT'), packQuantity: count }),
  fc.record({
    unit: fc.constantFrom('XSA', 'XBO'),
    packQuantity: count,
    packUnit: fc.constantFrom('KGM', 'MLT', 'EA'),
  }),
  fc.record({ priceBaseQuantity: fc.constantFrom('3', '7', '10', '100', '1000') }),
);

describe('reckoned in fractions', () => {
  it('every price that can be compared is on the side where the tool finds it, and the agreed price is exact', () => {
    fc.assert(
      fc.property(price, basis, price, basis, (offeredPrice, offeredFor, agreedPrice, agreedFor) => {
        const offered = { price: offeredPrice, ...offeredFor };
        const agreed = { price: agreedPrice, ...agreedFor };
        const found = judged(offered, agreed);
        if (sideOfVerdict(found) === undefined) return;
        expect(sideOfVerdict(found)).toBe(sideOf(offered, agreed));
        expect(found.agreedPrice).toBe(rounded(allowedPrice(offered, agreed), 8));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('scaling', () => {
  it('content and price together never changes on which side a price is', () => {
    fc.assert(
      fc.property(ore(100_000), ore(100_000), count, factor, (offeredPrice, agreedPrice, content, by) => {
        const agreed = { price: agreedPrice, unit: 'XBX', packQuantity: content };
        const offered = { price: offeredPrice, unit: 'XBX', packQuantity: content };
        const scaled = { price: mul(offeredPrice, by), unit: 'XBX', packQuantity: mul(content, by) };
        expect(sideOfVerdict(judged(scaled, agreed))).toBe(sideOfVerdict(judged(offered, agreed)));
      }),
      RUNS,
    );
  });

  it('base quantity and price together never changes on which side a price is', () => {
    fc.assert(
      fc.property(ore(100_000), ore(100_000), factor, (offeredPrice, agreedPrice, by) => {
        const agreed = { price: agreedPrice, unit: 'EA' };
        const scaled = { price: mul(offeredPrice, by), unit: 'EA', priceBaseQuantity: by };
        expect(sideOfVerdict(judged(scaled, agreed))).toBe(
          sideOfVerdict(judged({ price: offeredPrice, unit: 'EA' }, agreed)),
        );
      }),
      RUNS,
    );
  });

  it('pieces into boxes at the price of their content never makes a price too high, nor hides one that is', () => {
    fc.assert(
      fc.property(ore(100_000), ore(100_000), count, (offeredPrice, agreedPrice, content) => {
        const agreed = { price: agreedPrice, unit: 'EA' };
        const boxed = judged({ price: mul(offeredPrice, content), unit: 'XBX', packQuantity: content }, agreed);
        const single = sideOfVerdict(judged({ price: offeredPrice, unit: 'EA' }, agreed));
        // A price so low that the unit is doubted is no approval.
        if (sideOfVerdict(boxed) === undefined) expect(single).toBe('below');
        else expect(sideOfVerdict(boxed)).toBe(single);
      }),
      RUNS,
    );
  });
});

describe('VAT', () => {
  it('added to the offered and the agreed price alike never changes on which side a price is', () => {
    // Whole fours of kroner: a quarter more is whole øre still.
    const amount = fc.integer({ min: 1, max: 50_000 }).map((fours) => mul(String(fours), '0.04'));
    fc.assert(
      fc.property(amount, amount, basis, (offeredPrice, agreedPrice, what) => {
        const without = judged({ price: offeredPrice, ...what }, { price: agreedPrice, ...what });
        const withVat = judged(
          { price: mul(offeredPrice, '1.25'), ...what },
          { price: mul(agreedPrice, '1.25'), ...what },
          'included',
        );
        expect(sideOfVerdict(withVat)).toBe(sideOfVerdict(without));
      }),
      RUNS,
    );
  });
});

describe('an error never passes as an approval', () => {
  const passes = (offered: Side, agreed: Side): boolean => {
    const { price: verdict } = judged(offered, agreed);
    return verdict.kind === 'kept' || verdict.kind === 'below';
  };

  it('the agreed amount in another currency', () => {
    fc.assert(
      fc.property(price, price, basis, fc.constantFrom('EUR', 'SEK', 'DKK'), (offered, agreed, what, currency) => {
        expect(passes({ price: offered, currency, ...what }, { price: agreed, ...what })).toBe(false);
      }),
      RUNS,
    );
  });

  const UNITS = ['EA', 'PR', 'DZN', 'CEN', 'KGM', 'GRM', 'LTR', 'MLT', 'MTR', 'HMT', 'XPK'];
  it('the agreed amount for another unit', () => {
    fc.assert(
      fc.property(priceFromTwoOre, fc.constantFrom(...UNITS), fc.constantFrom(...UNITS), (amount, one, other) => {
        fc.pre(one !== other);
        expect(passes({ price: amount, unit: one }, { price: amount, unit: other })).toBe(false);
      }),
      RUNS,
    );
  });

  it('the amount of a box for one piece, and of one piece for a box', () => {
    fc.assert(
      fc.property(priceFromTwoOre, count, (amount, content) => {
        const boxed = { price: amount, unit: 'XBX', packQuantity: content };
        expect(passes({ price: amount, unit: 'EA' }, boxed)).toBe(false);
        expect(passes(boxed, { price: amount, unit: 'EA' })).toBe(false);
      }),
      RUNS,
    );
  });

  it('fewer in the box at the same price', () => {
    fc.assert(
      fc.property(ore(1_000_000), count, count, (amount, one, other) => {
        const [less, more] = Number(one) < Number(other) ? [one, other] : [other, one];
        // An øre must be less than the difference.
        fc.pre(less !== more && Number(amount) * (Number(more) - Number(less)) > 0.02 * Number(more));
        const verdict = judged(
          { price: amount, unit: 'XBX', packQuantity: less },
          { price: amount, unit: 'XBX', packQuantity: more },
        );
        expect(verdictInWords(verdict)).toMatch(/^smallerPack/);
      }),
      RUNS,
    );
  });
});
