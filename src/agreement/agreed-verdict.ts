/** What the agreement says of a line: the article it is, the term that prices it, and the verdict on its price. */
import type { Field } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { holdsOn, priceHoldsOn, pricePeriodOf } from '../catalogue/period.ts';
import { priceTiersIn } from '../catalogue/price-tiers.ts';
import type { AgreedVerdict, Agreement, DearTier } from './agreement.ts';
import type { AgreedMatch } from './article-index.ts';
import { judgePrice, type VerdictTerms } from './price-verdict.ts';
import { agreedTerm } from './terms/agreed-term.ts';
import type { TermGrounds } from './terms/grounds.ts';

export interface VerdictGrounds {
  readonly asOf: string;
  readonly agreement: Pick<Agreement, 'vat' | 'currency'>;
  readonly columns?: ReadonlySet<Field> | undefined;
  /** The same article in the version approved last. */
  readonly previous?: CatalogueLine | undefined;
  /** The entry of the price list that has ended or not begun. */
  readonly outOfForce?: VerdictTerms['outOfForce'];
  /** Absent where the agreement says no more of prices than its price list does. */
  readonly terms?: TermGrounds | undefined;
}

/**
 * @param match the line's entry in the agreed price list
 * @returns nothing for a line that is no agreed article
 */
export function agreedVerdict(
  line: CatalogueLine,
  match: Omit<AgreedMatch, 'position'> | undefined,
  grounds: VerdictGrounds,
): AgreedVerdict | undefined {
  const { asOf, agreement, columns, terms, previous, outOfForce } = grounds;
  const priced = terms === undefined ? undefined : agreedTerm(line, match, terms);
  const ownDay = priceHoldsOn(line, asOf) ? undefined : onItsOwnDay(line, match, asOf, outOfForce);
  const found = priced ?? ownDay ?? match;
  if (found === undefined) return undefined;
  const { vat, currency } = agreement;
  const verdict = judgePrice(
    line,
    found.article,
    found.matchedBy,
    { asOf, vat, currency, columns, outOfForce },
    previous,
  );
  const { conflict } = match ?? {};
  const isForeign = found.article.currency !== currency;
  const dearTiers = priced === undefined ? undefined : tiersAbove(line, match, grounds);
  if (priced === undefined && conflict === undefined && !isForeign) return verdict;
  return {
    ...verdict,
    ...(priced === undefined ? {} : { term: priced.term }),
    ...(isForeign ? { foreign: found.article.currency } : {}),
    ...(dearTiers === undefined ? {} : { dearTiers }),
    ...(conflict === undefined ? {} : { conflict }),
  };
}

/**
 * Which of the line's prices by quantity are above what is agreed for so many. Where no term says what more of an article
 * costs, none needs a look: a price for more is above that for fewer, or is within the agreed one as that is.
 */
function tiersAbove(
  line: CatalogueLine,
  match: Omit<AgreedMatch, 'position'> | undefined,
  grounds: VerdictGrounds,
): AgreedVerdict['dearTiers'] {
  const { priceTiers, ...rest } = line;
  const tiers = priceTiers === undefined ? undefined : priceTiersIn(priceTiers);
  const above = (tiers ?? []).flatMap(({ from, price }): readonly DearTier[] => {
    const agreed = agreedVerdict({ ...rest, price, minOrderQuantity: from }, match, grounds);
    if (agreed?.agreedPrice === undefined) return [];
    const { price: verdict, agreedPrice } = agreed;
    const isAbove = verdict.kind === 'above' || (verdict.kind === 'explained' && verdict.side === 'above');
    return isAbove ? [{ from, price, agreed: { ...agreed, agreedPrice } }] : [];
  });
  return above.length === 0 ? undefined : above;
}

/**
 * A line that does not hold on the day is held against what is agreed for its own days, where the price list says that;
 * else against what is agreed today.
 */
function onItsOwnDay(
  line: CatalogueLine,
  match: Pick<AgreedMatch, 'matchedBy'> | undefined,
  asOf: string,
  outOfForce: VerdictTerms['outOfForce'],
): Pick<AgreedMatch, 'article' | 'matchedBy'> | undefined {
  const { validFrom, validTo } = pricePeriodOf(line);
  if (match === undefined) return undefined;
  const other = outOfForce?.(line)?.article;
  const day = validFrom !== undefined && validFrom > asOf ? validFrom : validTo;
  return other !== undefined && day !== undefined && holdsOn(other, day)
    ? { article: other, matchedBy: match.matchedBy }
    : undefined;
}
