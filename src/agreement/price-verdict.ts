/**
 * What the agreement says of a line's price: worked out once per line, read by the rules `price/*`. Both prices are
 * brought to one base unit and compared exactly; one that is not the agreed is held against well-known causes, because
 * a supplier corrects faster what is named.
 */
import {
  absolute,
  compare,
  type Decimal,
  decimal,
  divide,
  multiply,
  percentChange,
  subtract,
} from '../catalogue/decimal.ts';
import type { Field } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { AgreedArticle, AgreedVerdict, AlmostAgreed, PriceVerdict } from './agreement.ts';
import { type Basis, type BasisComparison, baseQuantityOf, compareBases, isPositive } from './verdict/basis.ts';
import { explanationsOf, type PricedCase } from './verdict/explain.ts';
import { EXACT } from './verdict/ratios.ts';

export interface VerdictTerms {
  /** The day that decides which VAT rates are in force. */
  readonly asOf: string;
  /** Whether the agreed prices are without or with VAT. */
  readonly vat: 'excluded' | 'included';
  /** The agreement's: what a line without a currency is in. */
  readonly currency: string;
  /** Fields that the file has a column for: what it has none for, no line can leave out. Absent: all. */
  readonly columns?: ReadonlySet<Field> | undefined;
  /** The entry of the price list that has ended or not begun; asked only of prices that are not the agreed ones. */
  readonly outOfForce?: ((line: CatalogueLine) => AlmostAgreed | undefined) | undefined;
}

/**
 * @param article the agreed article that the line was found to be
 * @param previous the same article in the version approved last
 * @returns the verdict; `agreedPrice` is for the line's own unit, content and base quantity, exact to 8 decimals
 */
export function judgePrice(
  line: CatalogueLine,
  article: AgreedArticle,
  matchedBy: AgreedVerdict['matchedBy'],
  terms: VerdictTerms,
  previous?: CatalogueLine,
): AgreedVerdict {
  const { price } = article;
  const inCurrency = (line.currency ?? terms.currency) === article.currency;
  if (price !== undefined && line.price === price && inCurrency && isSameBasis(line, article)) {
    return { article, matchedBy, agreedPrice: price, price: KEPT };
  }
  const basis = compareBases(line, article, terms.columns);
  const agreedPrice =
    price === undefined || basis.kind === 'unknown' ? undefined : priceOn(line, article, price, basis);
  const verdict = (told: PriceVerdict, comparable = true): AgreedVerdict => ({
    article,
    matchedBy,
    ...(agreedPrice === undefined || !comparable ? {} : { agreedPrice: agreedPrice.exact }),
    ...(basis.kind === 'converted' ? { converted: basis } : {}),
    price: told,
  });

  if (line.price === undefined) return verdict(NO_PRICE);
  if (price === undefined) return verdict(NOT_PRICED);
  if (!inCurrency) return verdict({ kind: 'otherCurrency', agreed: article.currency });
  if (basis.kind === 'unknown') return verdict({ kind: 'otherBasis', field: basis.field, agreed: basis.agreed });
  if (agreedPrice === undefined) return verdict(NOT_PRICED);
  const told = comparePrice({ ...line, price: line.price }, { ...article, price }, basis, agreedPrice, terms, previous);
  return verdict(told, told.kind !== 'otherBasis');
}

const KEPT = { kind: 'kept' } as const;
const NO_PRICE = { kind: 'none' } as const;
const NOT_PRICED = { kind: 'notPriced' } as const;

/** Whether both say the same of what they are for, letter for letter: so with almost every line. */
function isSameBasis(line: CatalogueLine, article: AgreedArticle): boolean {
  return (
    line.unit === article.unit &&
    line.packQuantity === article.packQuantity &&
    line.priceBaseQuantity === article.priceBaseQuantity &&
    (article.packUnit === undefined || line.packUnit === article.packUnit)
  );
}

/**
 * Another price, of the agreement or of a former version, brought to what the line is for.
 * @returns nothing where the two cannot be compared
 */
export function allowedPrice(
  line: CatalogueLine,
  other: Basis,
  price: Decimal,
  columns: ReadonlySet<Field> | undefined,
): AllowedPrice | undefined {
  const basis = compareBases(line, other, columns);
  return basis.kind === 'unknown' ? undefined : priceOn(line, other, price, basis);
}

/** An agreed price for what the line is for, as a fraction, and the same as near as 8 decimals can tell. */
export interface AllowedPrice {
  readonly above: Decimal;
  readonly below: Decimal;
  readonly exact: Decimal;
}

function priceOn(
  line: CatalogueLine,
  article: Basis,
  price: Decimal,
  basis: Exclude<BasisComparison, { readonly kind: 'unknown' }>,
): AllowedPrice {
  let offered = baseQuantityOf(line);
  let agreed = baseQuantityOf(article);
  if (basis.kind === 'converted') {
    offered = multiply(offered, basis.offered.amount);
    agreed = multiply(agreed, basis.agreed.amount);
  }
  if (compare(offered, agreed) === 0) return { above: price, below: ONE, exact: price };
  const above = multiply(price, offered);
  return { above, below: agreed, exact: divide(above, agreed, EXACT) };
}

function comparePrice(
  line: PricedCase['line'],
  article: PricedCase['article'],
  basis: PricedCase['basis'],
  { above: allowed, below, exact }: AllowedPrice,
  { asOf, vat, outOfForce }: VerdictTerms,
  previous: CatalogueLine | undefined,
): PriceVerdict {
  const offered = below === ONE ? line.price : multiply(line.price, below);
  const side = compare(offered, allowed) > 0 ? 'above' : 'below';
  const ore = below === ONE ? ORE : multiply(ORE, below);
  const isKept =
    side === 'above'
      ? isInWholeOre(line.price) && compare(line.price, divide(allowed, below, 2)) <= 0
      : !isPositive(line.price) || compare(subtract(allowed, offered), ore) < 0;
  if (isKept) return KEPT;
  const explanations = isPositive(allowed)
    ? explanationsOf({
        line,
        article,
        basis,
        offered,
        allowed,
        ore,
        side,
        vatDay: vat === 'excluded' ? asOf : undefined,
        previous,
        outOfForce: outOfForce?.(line),
      })
    : NO_EXPLANATIONS;
  const [first, ...also] = explanations;
  const off = excess(line.price, exact);
  const isUnexplained = first === undefined || first.cause === 'decimalShift';
  const isOtherUnit = basis.kind === 'converted' && basis.field === 'unit';
  // Half the price and less, for another unit: rather the unit is wrong than the price that good.
  if (side === 'below' && isUnexplained && isOtherUnit && compare(multiply(offered, TWO), allowed) <= 0) {
    return { kind: 'otherBasis', field: 'unit', agreed: article.unit ?? '', percentBelow: absolute(off.percent) };
  }
  return first === undefined ? { kind: side, ...off } : { kind: 'explained', side, explanation: first, also, ...off };
}

/** Only such a price may be above the agreed one because it was rounded. */
function isInWholeOre(price: Decimal): boolean {
  const point = price.indexOf('.');
  return point < 0 || price.length - point <= 3;
}

const NO_EXPLANATIONS: ReturnType<typeof explanationsOf> = [];
const ONE = decimal('1');
const TWO = decimal('2');
const ORE = decimal('0.01');
const HUNDRED = decimal('100');

/**
 * By how much a price differs from another: above zero where it is above.
 * @returns the difference, and the same in percent to two decimals: 100 above nothing
 */
export function excess(price: Decimal, agreed: Decimal): { readonly percent: Decimal; readonly difference: Decimal } {
  return { percent: percentChange(agreed, price) ?? HUNDRED, difference: subtract(price, agreed) };
}
