import type { AgreedVerdict } from '../../agreement/agreement.ts';
import type { DerivationStep } from '../../catalogue/finding.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';

/** How the agreed price for a line came about, from the row of the price list on. */
export function deriveAgreedPrice(
  line: CatalogueLine,
  { article, agreedPrice, converted }: AgreedVerdict,
): readonly DerivationStep[] {
  const steps: readonly (readonly [string, string | undefined])[] = [
    ['priceListRow', String(article.row)],
    ['listedPrice', article.price],
    ['listedBaseQuantity', article.priceBaseQuantity],
    ['offeredBaseQuantity', line.priceBaseQuantity],
    ['baseUnit', converted?.agreed.of],
    ['listedContent', converted?.agreed.amount],
    ['offeredContent', converted?.offered.amount],
    ['agreedPrice', agreedPrice],
  ];
  return steps.flatMap(([step, value]) => (value === undefined ? [] : [{ step, value }]));
}
