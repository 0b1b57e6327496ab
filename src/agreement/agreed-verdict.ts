/** What the agreement says of a line: the article it is, the term that prices it, and the verdict on its price. */
import type { Field } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { AgreedVerdict, Agreement } from './agreement.ts';
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
  { asOf, agreement, columns, terms, previous, outOfForce }: VerdictGrounds,
): AgreedVerdict | undefined {
  const priced = terms === undefined ? undefined : agreedTerm(line, match, terms);
  const found = priced ?? match;
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
  if (priced === undefined && conflict === undefined) return verdict;
  return {
    ...verdict,
    ...(priced === undefined ? {} : { term: priced.term }),
    ...(conflict === undefined ? {} : { conflict }),
  };
}
