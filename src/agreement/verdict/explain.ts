/** Tries the well-known causes on a price that is not the agreed one, likeliest first. */
import {
  absolute,
  compare,
  type Decimal,
  decimal,
  divide,
  multiply,
  percentChange,
  subtract,
} from '../../catalogue/decimal.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { type BaseUnit, measureOf } from '../../code-lists/unit-measures.ts';
import type { AgreedArticle, AlmostAgreed } from '../agreement.ts';
import { type BasisComparison, baseQuantityOf, compareBases, isPositive } from './basis.ts';
import type { Explanation, Side } from './explanation.ts';
import { decimalShift, isTimes, isWithin, vatRateWithin } from './ratios.ts';

/** A priced line beside what is agreed for it. */
export interface PricedCase {
  readonly line: CatalogueLine & { readonly price: Decimal };
  readonly article: AgreedArticle & { readonly price: Decimal };
  readonly basis: Exclude<BasisComparison, { readonly kind: 'unknown' }>;
  /** The offered price, the one allowed and an øre, all times the same. */
  readonly offered: Decimal;
  readonly allowed: Decimal;
  readonly ore: Decimal;
  readonly side: Side;
  /** The day for VAT rates; absent where the agreed prices include VAT. */
  readonly vatDay: string | undefined;
  /** The same article in the version approved last. */
  readonly previous: CatalogueLine | undefined;
  /** The article's entry of the price list that has ended or not begun. */
  readonly outOfForce: AlmostAgreed | undefined;
}

const ONE = decimal('1');
const HUNDRED = decimal('100');
const HALF = decimal('0.5');

/** @returns every cause that gives the price, likeliest first */
export function explanationsOf(given: PricedCase): readonly Explanation[] {
  const found: Explanation[] = [];
  const note = (explanation: Explanation | undefined): void => {
    if (explanation !== undefined) found.push(explanation);
  };
  note(asListed(given));
  note(perMeasure(given));
  // The price of a pack for the pack, or of one for one, is not likely to be multiplied by the content again.
  const pack = found.length === 0 ? perPack(given) : undefined;
  const shift = decimalShift(given.offered, given.allowed);
  const shifted: Explanation | undefined =
    shift === undefined ? undefined : { cause: 'decimalShift', side: given.side, shift };
  const isPacked = given.line.unit !== undefined && measureOf(given.line.unit) === undefined;
  const packIsLikelier = isPacked === (given.side === 'below');
  note(packIsLikelier ? pack : undefined);
  note(ofAnotherDay(given));
  note(listPrice(given));
  note(shifted);
  note(packIsLikelier ? undefined : pack);
  note(vatIncluded(given));
  note(discountTwice(given));
  return found;
}

/** The very amount of the price list, for something else than there. */
function asListed({ line, article, basis, side }: PricedCase): Explanation | undefined {
  if (!isWithin(line.price, article.price, HALF_ORE)) return undefined;
  const [offeredBase, agreedBase] = [baseQuantityOf(line), baseQuantityOf(article)];
  if (basis.kind === 'same') {
    if (compare(offeredBase, agreedBase) === 0) return undefined;
    const factor = ratioOf(offeredBase, agreedBase);
    return { cause: 'baseQuantity', side, factor, of: agreedBase };
  }
  if (compare(offeredBase, agreedBase) !== 0) return undefined;
  const { offered, agreed } = basis;
  const factor = ratioOf(offered.amount, agreed.amount);
  if (offered.packed !== agreed.packed) {
    const pack = offered.packed ? offered : agreed;
    return pack.of === 'H87' || measureOf(pack.of) === undefined
      ? { cause: 'perPack', side, factor }
      : { cause: 'perMeasure', side, factor, of: article.unit ?? pack.of };
  }
  if (!offered.packed) return { cause: 'perMeasure', side, factor, of: article.unit ?? agreed.of };
  return side === 'above' ? { cause: 'smallerPack', side, of: agreed.amount } : undefined;
}

const HALF_ORE = decimal('0.005');

function ratioOf(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) > 0 ? divide(a, b, 6) : divide(b, a, 6);
}

/** Other units of the kind that a price is given for by mistake. */
const SIBLINGS: { readonly [B in BaseUnit]?: readonly string[] } = {
  H87: ['H87', 'PR', 'DZN', 'CEN', 'MIL'],
  KGM: ['KGM', 'GRM', 'TNE'],
  LTR: ['LTR', 'MLT'],
  MTR: ['MTR', 'HMT', 'MMT', 'KMT'],
};

const PAIR = /\b(?:par|pair|pairs)\b/i;

/** For another unit of the same kind, while the line says the agreed one. */
function perMeasure({ line, basis, offered, allowed, side }: PricedCase): Explanation | undefined {
  if (basis.kind !== 'same' || line.unit === undefined) return undefined;
  const own = measureOf(line.unit);
  if (own === undefined) return undefined;
  for (const of of SIBLINGS[own.base] ?? []) {
    const sibling = measureOf(of);
    if (sibling === undefined || compare(sibling.factor, own.factor) === 0) continue;
    if (compare(sibling.factor, own.factor) > 0 !== (side === 'above')) continue;
    // Of what comes by the piece only pairs are worth a thought, and only where the name speaks of them.
    if (own.base === 'H87' && own.factor === ONE && !(of === 'PR' && PAIR.test(line.name ?? ''))) continue;
    const hit =
      side === 'above'
        ? isTimes(multiply(offered, own.factor), allowed, sibling.factor)
        : isTimes(multiply(allowed, sibling.factor), offered, own.factor);
    if (hit) return { cause: 'perMeasure', side, factor: ratioOf(sibling.factor, own.factor), of };
  }
  return undefined;
}

/** Off by as much as a pack holds, of the line or the article. */
function perPack({ line, article, offered, allowed, side }: PricedCase): Explanation | undefined {
  for (const factor of [line.packQuantity, article.packQuantity]) {
    if (factor === undefined || compare(factor, ONE) <= 0) continue;
    const hit = side === 'above' ? isTimes(offered, allowed, factor) : isTimes(allowed, offered, factor);
    if (hit) return { cause: 'perPack', side, factor };
  }
  return undefined;
}

/** The amount that was agreed or approved for another day. */
function ofAnotherDay({ line, side, previous, outOfForce }: PricedCase): Explanation | undefined {
  const reason = outOfForce?.reason;
  if (
    outOfForce !== undefined &&
    (reason === 'ended' || reason === 'notStarted') &&
    isPriceOf(line, outOfForce.article)
  ) {
    const { article } = outOfForce;
    const day = reason === 'ended' ? article.validTo : article.validFrom;
    return { cause: reason, side, ...(day === undefined ? {} : { day }) };
  }
  return side === 'above' && previous !== undefined && isPriceOf(line, previous) && line.currency === previous.currency
    ? { cause: 'previous', side }
    : undefined;
}

function isPriceOf(line: PricedCase['line'], other: CatalogueLine | AgreedArticle): boolean {
  if (other.price === undefined || compareBases(line, other, undefined).kind !== 'same') return false;
  return compare(multiply(line.price, baseQuantityOf(other)), multiply(other.price, baseQuantityOf(line))) === 0;
}

/** The list price instead of the net one: told by the line or the price list, or by the discount that is given. */
function listPrice({ line, article, offered, allowed, ore, side }: PricedCase): Explanation | undefined {
  if (side !== 'above') return undefined;
  if (line.price === line.listPrice || line.price === article.listPrice) {
    const change = percentChange(offered, allowed);
    return change === undefined ? undefined : { cause: 'listPrice', side, discount: absolute(change) };
  }
  const discount = line.discountPercent ?? article.discountPercent;
  if (discount === undefined || !isPositive(discount)) return undefined;
  const net = multiply(offered, divide(subtract(HUNDRED, discount), HUNDRED, 8));
  return isWithin(net, allowed, multiply(ore, HALF)) ? { cause: 'listPrice', side, discount } : undefined;
}

function discountTwice({ line, article, offered, allowed, ore, side }: PricedCase): Explanation | undefined {
  const discount = line.discountPercent ?? article.discountPercent;
  if (side !== 'below' || discount === undefined || !isPositive(discount)) return undefined;
  const twice = multiply(allowed, divide(subtract(HUNDRED, discount), HUNDRED, 8));
  return isWithin(twice, offered, multiply(ore, HALF)) ? { cause: 'discountTwice', side, discount } : undefined;
}

function vatIncluded({ offered, allowed, ore, side, vatDay }: PricedCase): Explanation | undefined {
  if (side !== 'above' || vatDay === undefined) return undefined;
  const rate = vatRateWithin(offered, allowed, ore, vatDay);
  return rate === undefined ? undefined : { cause: 'vatIncluded', side, rate };
}
