import type { AgreedVerdict } from '../../agreement/agreement.ts';
import type { DerivationStep } from '../../catalogue/finding.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';

/** How the agreed price for a line came about: from the row of the price list on, or from the term that holds. */
export function deriveAgreedPrice(
  line: CatalogueLine,
  { article, agreedPrice, converted, term }: AgreedVerdict,
): readonly DerivationStep[] {
  const listed: readonly Step[] =
    term === undefined
      ? [
          ['priceListRow', String(article.row)],
          ['listedPrice', article.price],
        ]
      : [];
  const steps: readonly Step[] = [
    ...listed,
    ['listedBaseQuantity', article.priceBaseQuantity],
    ['offeredBaseQuantity', line.priceBaseQuantity],
    ['baseUnit', converted?.agreed.of],
    ['listedContent', converted?.agreed.amount],
    ['offeredContent', converted?.offered.amount],
    ['agreedPrice', agreedPrice],
  ];
  return [...(term?.steps ?? []), ...steps.flatMap(([step, value]) => (value === undefined ? [] : [{ step, value }]))];
}

type Step = readonly [string, string | undefined];
