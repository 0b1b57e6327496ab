/**
 * Yearly effects with their working: offered, agreed, what is bought, the difference for one of them times how many, and
 * the sum. Every case by the tool, by its own working, and by fractions that share nothing with the tool.
 */
import { describe, expect, it } from 'vitest';
import { effectGrounds, effectOf, spendOf } from '../../src/agreement/effect.ts';
import type { Volumes } from '../../src/agreement/volumes.ts';
import { decimal } from '../../src/catalogue/decimal.ts';
import { newKeyTable } from '../../src/catalogue/key-table.ts';
import { judged, typedLine } from './judged.ts';
import { type Side, sideFrom } from './price-cases.ts';
import { minus, order, rational, rounded, times, worked } from './rational.ts';
import { allowedPrice, orderUnitsOf } from './reference.ts';

const TABLE = `
# The same thing
54.90 EA            | 49.90 EA            | 1200           | 5 × 1200                        | 6000
49.80 EA            | 49.90 EA            | 1200           | -0.1 × 1200                     | -120
49.91 EA            | 49.90 EA            | 3              | 0.01 × 3                        | 0.03
125 EA              | 100 EA              | 12.5           | 25 × 12.5                       | 312.5
1000 EA             | 10 EA               | 7              | 990 × 7                         | 6930
100.01              | 100                 | 1000000        | 0.01 × 1000000                  | 10000
# Part of a year
54.90 EA            | 49.90 EA            | 600 *12/6      | 5 × 600 × 12 / 6                | 6000
54.90 EA            | 49.90 EA            | 90 *12/9       | 5 × 90 × 12 / 9                 | 600
10.10 EA            | 10 EA               | 100 *12/7      | 0.1 × 100 × 12 / 7              | 17.14
10.10 EA            | 10 EA               | 100 *365/90    | 0.1 × 100 × 365 / 90            | 40.56
54.90 EA            | 49.90 EA            | 30 *12/24      | 5 × 30 × 12 / 24                | 75
# Base quantities
260 EA /100         | 2.50 EA             | 5000           | 10 × 5000 / 100                 | 500
2.60 EA             | 250 EA /100         | 5000           | 0.1 × 5000                      | 500
4 EA                | 10 EA /3            | 1000           | 2 × 1000 / 3                    | 666.67
# Packs: what is bought is counted in the agreed packs
95 XPK 8            | 100 XPK 10          | 40             | 15 × 40 × 10 / 8                | 750
110 XPK 10          | 100 XPK 10          | 40             | 10 × 40                         | 400
140 XPK 12          | 100 XPK 10          | 30             | 20 × 30 × 10 / 12               | 500
12 EA               | 100 XPK 10          | 40             | 2 × 40 × 10                     | 800
# Another unit of volume
110 XPK 10          | 100 XPK 10          | 400 EA         | 10 × 400 / 10                   | 400
12 EA               | 100 XPK 10          | 400 EA         | 2 × 400                         | 800
11 EA               | 10 EA               | 50 DZN         | 1 × 50 × 12                     | 600
11 EA               | 10 EA               | 5 XPK 20       | 1 × 5 × 20                      | 100
0.12 GRM            | 100 KGM             | 25 KGM         | 0.02 × 25 × 1000                | 500
120 KGM             | 100 KGM             | 25000 GRM      | 20 × 25000 / 1000               | 500
1300 HMT            | 12 MTR              | 4500 MTR       | 100 × 4500 / 100                | 4500
# What cannot be held against the price
11 EA               | 10 EA               | 5 KGM          | -                               | notComparable
11 EA               | 10 EA               | 5 XPK          | -                               | notComparable
110 XPK 10          | 100 XPK 10          | 5 XBX          | -                               | notComparable
# Nothing to reckon
10 EA               | 10 EA               | 100            | -                               | none
12.35 EA            | 12.345 EA           | 100            | -                               | none
100 KGM             | 100 LTR             | 100            | -                               | none
`;

interface EffectCase {
  readonly title: string;
  readonly offered: Side;
  readonly agreed: Side;
  readonly quantity: string;
  readonly counted: Omit<Side, 'price'>;
  readonly top: string;
  readonly bottom: string;
  readonly working: string;
  readonly effect: string;
}

const CASES: readonly EffectCase[] = TABLE.split('\n')
  .filter((row) => row.includes('|'))
  .map((row) => {
    const [offered = '', agreed = '', volume = '', working = '', effect = ''] = row
      .split('|')
      .map((cell) => cell.trim());
    const [bought = '', factor = '1/1'] = volume.split(' *');
    const [top = '1', bottom = '1'] = factor.split('/');
    const { price: quantity, ...counted } = sideFrom(bought);
    return {
      title: row.trim(),
      offered: sideFrom(offered),
      agreed: sideFrom(agreed),
      quantity,
      counted,
      top,
      bottom,
      working,
      effect,
    };
  });

function volumesFor({ quantity, counted, top, bottom }: EffectCase): Volumes {
  const items = newKeyTable();
  items.set('1', 0);
  const { unit, packQuantity } = counted;
  return {
    items: items.data(),
    gtins: newKeyTable().data(),
    entries: [
      {
        row: 2,
        quantity: decimal(quantity),
        covers: 0,
        ...(unit === undefined ? {} : { unit }),
        ...(packQuantity === undefined ? {} : { packQuantity: decimal(packQuantity) }),
      },
    ],
    coverages: [{ top: decimal(top), bottom: decimal(bottom) }],
  };
}

function byTool(one: EffectCase, offered = one.offered): string {
  const line = { ...typedLine(offered), itemNumber: '1' };
  const effect = effectOf(line, judged(offered, one.agreed), effectGrounds(volumesFor(one), { currency: 'NOK' }));
  return effect === undefined ? 'none' : effect.kind === 'known' ? effect.amount : effect.kind;
}

/** The difference for one order unit, times how many order units of the line are bought. */
function byFractions({ offered, agreed, quantity, counted, top, bottom }: EffectCase): string {
  const off = minus(rational(offered.price), allowedPrice(offered, agreed));
  const units = orderUnitsOf(offered, counted.unit === undefined ? agreed : counted);
  const bought = times(times(rational(quantity), rational(top)), { over: 1n, under: BigInt(bottom) });
  const base = rational(offered.priceBaseQuantity ?? '1');
  const each = times(times(off, units), { over: base.under, under: base.over });
  return rounded(times(each, bought), 2);
}

describe('the yearly effect', () => {
  it.each(CASES)('$title', (one) => {
    expect(byTool(one)).toBe(one.effect);
    if (one.working === '-') return;
    expect(rounded(worked(one.working), 2)).toBe(one.effect);
    expect(byFractions(one)).toBe(one.effect);
  });

  const known = CASES.filter(({ working }) => working !== '-');

  it.each(known)('is above zero just where the price is above the agreed one: $title', (one) => {
    const isAbove = order(rational(one.offered.price), allowedPrice(one.offered, one.agreed)) > 0;
    expect(byTool(one).startsWith('-')).toBe(!isAbove);
  });

  it.each(known)('does not change with what the line’s price is for: $title', (one) => {
    const { priceBaseQuantity = '1', price } = one.offered;
    const tenfold = {
      ...one.offered,
      price: rounded(times(rational(price), rational('10')), 4),
      priceBaseQuantity: rounded(times(rational(priceBaseQuantity), rational('10')), 4),
    };
    // Of another base quantity another explanation may be told; the effect is the same.
    expect(byTool(one, tenfold)).toBe(one.effect);
  });

  it('is not known where the article has no volume', () => {
    const [one] = CASES;
    if (one === undefined) throw new Error('no case');
    const line = { ...typedLine(one.offered), itemNumber: '2' };
    const effect = effectOf(line, judged(one.offered, one.agreed), effectGrounds(volumesFor(one), { currency: 'NOK' }));
    expect(effect).toEqual({ kind: 'noVolume' });
  });

  it('is in the agreement’s currency, at the agreed rate; without a rate it is not known', () => {
    const [one] = CASES;
    if (one === undefined) throw new Error('no case');
    const offered = { ...one.offered, currency: 'EUR' };
    const line = { ...typedLine(offered), itemNumber: '1' };
    const verdict = judged(offered, { ...one.agreed, currency: 'EUR' });
    const pricing = {
      terms: [],
      lists: [],
      rounding: { mode: 'halfUp', decimals: 4 },
      rates: { EUR: decimal('11.45') },
    } as const;
    const volumes = volumesFor(one);
    expect(effectOf(line, verdict, effectGrounds(volumes, { currency: 'NOK', pricing }))).toEqual({
      kind: 'known',
      amount: rounded(worked('5 × 1200 × 11.45'), 2),
    });
    expect(effectOf(line, verdict, effectGrounds(volumes, { currency: 'NOK' }))).toEqual({ kind: 'notComparable' });
  });
});

describe('what a year’s volume costs', () => {
  const spent = (one: EffectCase, side: Side, article: boolean): bigint | undefined => {
    const line = { ...typedLine(side), itemNumber: '1' };
    const agreed = article ? judged(side, one.agreed).article : undefined;
    return spendOf(line, agreed, effectGrounds(volumesFor(one), { currency: 'NOK' }));
  };

  /** At the offered price less at the agreed price, of what is sold for the same. */
  it.each(CASES.filter(({ working, agreed, offered }) => working !== '-' && agreed.unit === offered.unit))(
    'differs by the effect: $title',
    (one) => {
      const { packQuantity, priceBaseQuantity } = one.offered;
      if (packQuantity !== one.agreed.packQuantity || priceBaseQuantity !== one.agreed.priceBaseQuantity) return;
      const [at, before] = [spent(one, one.offered, true), spent(one, one.agreed, true)];
      expect(Number((at ?? 0n) - (before ?? 0n)) / 100).toBeCloseTo(Number(one.effect), 1);
    },
  );

  const one = CASES[0] as EffectCase;

  it('is the price times what is bought, in øre; of an article that is not agreed, too', () => {
    expect(spent(one, one.offered, true)).toBe(6588000n);
    expect(spent(one, one.offered, false)).toBe(6588000n);
    expect(spent(one, { ...one.offered, priceBaseQuantity: '100' }, false)).toBe(65880n);
  });

  it('is not known without a price, a volume, a unit that can be compared, or a rate', () => {
    const grounds = effectGrounds(volumesFor(one), { currency: 'NOK' });
    const line = { ...typedLine(one.offered), itemNumber: '1' };
    const { price: _, ...withoutPrice } = line;
    expect(spendOf(withoutPrice, undefined, grounds)).toBeUndefined();
    expect(spendOf({ ...line, itemNumber: '2' }, undefined, grounds)).toBeUndefined();
    expect(spendOf({ ...line, currency: 'EUR' }, undefined, grounds)).toBeUndefined();
    const inKilos = { ...one, counted: { unit: 'KGM' } };
    expect(spent(inKilos, one.offered, false)).toBeUndefined();
  });
});
