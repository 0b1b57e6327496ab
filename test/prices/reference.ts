/** What a price may be, reckoned a second time: in fractions, with a table of units of its own. */
import { minus, order, over, type Rational, rational, rounded, times } from './rational.ts';

export interface Priced {
  readonly price: string;
  readonly unit?: string;
  readonly packQuantity?: string;
  readonly packUnit?: string;
  readonly priceBaseQuantity?: string;
}

/** Unit, what it measures, and one of it as a fraction of what is counted. */
const UNITS: Readonly<Record<string, readonly [of: string, over: bigint, under: bigint]>> = {
  EA: ['piece', 1n, 1n],
  H87: ['piece', 1n, 1n],
  C62: ['piece', 1n, 1n],
  PR: ['piece', 2n, 1n],
  DZN: ['piece', 12n, 1n],
  CEN: ['piece', 100n, 1n],
  GRO: ['piece', 144n, 1n],
  MIL: ['piece', 1000n, 1n],
  KGM: ['mass', 1n, 1n],
  GRM: ['mass', 1n, 1000n],
  HGM: ['mass', 1n, 10n],
  TNE: ['mass', 1000n, 1n],
  LTR: ['volume', 1n, 1n],
  DLT: ['volume', 1n, 10n],
  CLT: ['volume', 1n, 100n],
  MLT: ['volume', 1n, 1000n],
  MTQ: ['volume', 1000n, 1n],
  MTR: ['length', 1n, 1n],
  CMT: ['length', 1n, 100n],
  MMT: ['length', 1n, 1000n],
  HMT: ['length', 100n, 1n],
  KMT: ['length', 1000n, 1n],
  MTK: ['area', 1n, 1n],
  CMK: ['area', 1n, 10000n],
  KWH: ['energy', 1n, 1n],
  MWH: ['energy', 1000n, 1n],
  WTT: ['power', 1n, 1n],
  KWT: ['power', 1000n, 1n],
  HUR: ['time', 60n, 1n],
  MIN: ['time', 1n, 1n],
};

const ONE = rational('1');
const ORE = rational('0.01');

/** How much one order unit is, in what its kind is counted in. */
function amount(
  { unit = '', packQuantity, packUnit }: Priced,
  packUnitOfOther: string | undefined,
  countedBy?: string,
): Rational {
  const measured = UNITS[unit];
  if (measured !== undefined) return { over: measured[1], under: measured[2] };
  // One of what the other is counted in is one, whatever it holds itself.
  if (unit !== '' && unit === countedBy) return ONE;
  const content = packQuantity === undefined ? ONE : rational(packQuantity);
  const [, above, below] = UNITS[packUnit ?? packUnitOfOther ?? 'EA'] ?? ['', 1n, 1n];
  return times(content, { over: above, under: below });
}

/** What only one of them tells is not held against the other. */
const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

const base = ({ priceBaseQuantity = '1' }: Priced): Rational =>
  /^0*(?:\.0*)?$/.test(priceBaseQuantity) ? ONE : rational(priceBaseQuantity);

/** The agreed price for what is offered. */
export function allowedPrice(offered: Priced, agreed: Priced): Rational {
  const isOtherUnit = differ(offered.unit, agreed.unit);
  const isOther =
    isOtherUnit || differ(offered.packQuantity, agreed.packQuantity) || differ(offered.packUnit, agreed.packUnit);
  const told = (side: Priced) => (isOtherUnit ? undefined : side.packUnit);
  const counts = (side: Priced) => (isOtherUnit ? side.packUnit : undefined);
  const ours = isOther ? amount(offered, told(agreed), counts(agreed)) : ONE;
  const theirs = isOther ? amount(agreed, told(offered), counts(offered)) : ONE;
  return over(times(rational(agreed.price), times(base(offered), ours)), times(base(agreed), theirs));
}

/** How many order units of the one are in one order unit of the other. */
export function orderUnitsOf(offered: Omit<Priced, 'price'>, counted: Omit<Priced, 'price'>): Rational {
  const isOther = differ(offered.unit, counted.unit) || differ(offered.packQuantity, counted.packQuantity);
  if (!isOther) return ONE;
  const priced = (side: Omit<Priced, 'price'>): Priced => ({ ...side, price: '1' });
  return over(amount(priced(counted), undefined), amount(priced(offered), undefined));
}

/** Where the offered price stands; a difference that rounding to whole øre makes is none. */
export function sideOf(offered: Priced, agreed: Priced): 'above' | 'below' | 'kept' {
  const allowed = allowedPrice(offered, agreed);
  const price = rational(offered.price);
  if (order(price, allowed) > 0) {
    const isWholeOre = order(price, rational(rounded(price, 2))) === 0;
    return isWholeOre && order(price, rational(rounded(allowed, 2))) <= 0 ? 'kept' : 'above';
  }
  return price.over > 0n && order(minus(allowed, price), ORE) >= 0 ? 'below' : 'kept';
}
