import type { AgreedVerdict } from '../../agreement/agreement.ts';
import type { DerivationStep } from '../../catalogue/finding.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';

/**
 * How the agreed price for a line came about: by what the article was found, then from the row of the price list on, or
 * from the term that holds.
 */
export function deriveAgreedPrice(
  line: CatalogueLine,
  { article, matchedBy, agreedPrice, converted, term, foreign }: AgreedVerdict,
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
    ['listedPack', converted?.agreed.text],
    ['listedContent', converted?.agreed.amount],
    ['offeredPack', converted?.offered.text],
    ['offeredContent', converted?.offered.amount],
    ['agreedPrice', agreedPrice],
  ];
  const found: readonly Step[] = [
    ['item', article.itemNumber ?? article.gtin],
    ['matchedBy', matchedBy],
  ];
  return [...given(found), ...(term?.steps ?? []), ...given(steps, foreign)];
}

/** @param currency of their amounts, where that is not the agreement's */
function given(steps: readonly Step[], currency?: string): readonly DerivationStep[] {
  return steps.flatMap(([step, value]) =>
    value === undefined ? [] : [{ step, value, ...(currency === undefined ? {} : { currency }) }],
  );
}

type Step = readonly [string, string | undefined];
