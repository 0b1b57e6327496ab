/** What the rules on well-known causes of a wrong price have in common. */
import type { AgreedVerdict, PriceVerdict } from '../../agreement/agreement.ts';
import { codeOf, type Explanation } from '../../agreement/verdict/explanation.ts';
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
  round,
} from '../../catalogue/decimal.ts';
import type { Parameters } from '../../catalogue/finding.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import type { Problem } from '../../engine/rule.ts';
import { deriveAgreedPrice } from './derivation.ts';

type Cause = Explanation['cause'];
type Explained<C extends Cause> = Omit<Extract<PriceVerdict, { readonly kind: 'explained' }>, 'explanation'> & {
  readonly explanation: Extract<Explanation, { readonly cause: C }>;
};

/** The verdict, where its likeliest explanation is one of these causes. */
export function explainedBy<const C extends Cause>(
  verdict: PriceVerdict,
  ...causes: readonly C[]
): Explained<C> | undefined {
  if (verdict.kind !== 'explained') return undefined;
  return (causes as readonly Cause[]).includes(verdict.explanation.cause) ? (verdict as Explained<C>) : undefined;
}

/** Whether the price is above, or below, what is agreed, whatever explains it. */
export function isOnSide(verdict: PriceVerdict, side: 'above' | 'below'): boolean {
  return verdict.kind === side || (verdict.kind === 'explained' && verdict.side === side);
}

/** What every finding on a price that is not the agreed one says. */
export function aboutPrice(
  line: CatalogueLine & { readonly price: Decimal },
  agreed: AgreedVerdict & { readonly agreedPrice: Decimal },
): Pick<Problem, 'field' | 'actual' | 'expected' | 'derivation'> {
  return {
    field: 'price',
    actual: line.price,
    expected: toldPrice(agreed.agreedPrice),
    derivation: deriveAgreedPrice(line, agreed),
  };
}

const ONE = decimal('1');
/** Agreed prices have as many, and those of screws more; what a division leaves has more still. */
const MOST_DECIMALS = 4;

/** An agreed price as it is told and corrected to: what a division leaves is rounded to whole øre, below a krone to four decimals. */
export function toldPrice(agreed: Decimal): Decimal {
  const point = agreed.indexOf('.');
  if (point < 0 || agreed.length - point - 1 <= MOST_DECIMALS) return agreed;
  const told = round(agreed, compare(agreed, ONE) < 0 ? MOST_DECIMALS : 2);
  return isZero(told) ? agreed : told;
}

/** `also`: what else would give the same price; `cause`: equal for findings that have one cause. */
export function causeParameters({ explanation, also }: Explained<Cause>): Parameters {
  return {
    ...(also.length === 0 ? {} : { also: also.map(codeOf).join(' ') }),
    cause: causeOf(explanation),
  };
}

/** What a pack holds differs from line to line, though the cause does not. */
function causeOf(explanation: Explanation): string {
  const { cause } = explanation;
  return cause === 'perPack' || cause === 'smallerPack' ? cause : codeOf(explanation);
}

const HUNDRED = decimal('100');
/** From whole percents to tenths: the simplest that gives the price is the one that was meant. */
const DECIMALS = [0, 1] as const;
/** Beyond this no adjustment is meant. */
const MOST = decimal('1000');

/**
 * The share by which a price was raised or lowered, as it was before roundings to whole øre.
 * @param percent by how much the price is off, above or below zero
 * @returns `above:8.5`; nothing where no share to a tenth of a percent gives the price
 */
export function shareCause(price: Decimal, agreed: Decimal, percent: Decimal): string | undefined {
  if (compare(absolute(percent), MOST) > 0) return undefined;
  for (const decimals of DECIMALS) {
    const share = round(percent, decimals);
    const meant = divide(multiply(agreed, add(HUNDRED, share)), HUNDRED, 2);
    if (isZero(share) || compare(meant, price) !== 0) continue;
    return `${isNegative(share) ? 'below' : 'above'}:${absolute(share)}`;
  }
  return undefined;
}
