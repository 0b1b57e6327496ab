/** The tool's own verdict on a price that is written as in the table of cases. */
import type { AgreedArticle, AgreedVerdict } from '../../src/agreement/agreement.ts';
import { judgePrice } from '../../src/agreement/price-verdict.ts';
import { codeOf } from '../../src/agreement/verdict/explanation.ts';
import { parseDecimal } from '../../src/catalogue/decimal.ts';
import type { CatalogueLine } from '../../src/catalogue/line.ts';
import type { Side } from './price-cases.ts';

const NUMBERS: ReadonlySet<string> = new Set([
  'price',
  'packQuantity',
  'priceBaseQuantity',
  'listPrice',
  'discountPercent',
]);

function typed(side: Side): object {
  const read = ([key, text]: [string, string]) => [key, NUMBERS.has(key) ? parseDecimal(text) : text];
  return Object.fromEntries(Object.entries(side).map((entry) => read(entry as [string, string])));
}

export const typedLine = (side: Side): CatalogueLine => ({ row: 2, ...typed(side) });
export const typedArticle = (side: Side): AgreedArticle => ({ row: 2, currency: 'NOK', ...typed(side) });

/** Agreed in kroner, prices without VAT unless told otherwise. */
export function judged(offered: Side, agreed: Side, vat: 'excluded' | 'included' = 'excluded'): AgreedVerdict {
  const terms = { asOf: '2026-06-01', vat, currency: 'NOK' };
  return judgePrice(typedLine(offered), typedArticle(agreed), 'itemNumber', terms);
}

/** `kept`, `above 25 %`, `perPack:12 + decimalShift:1`, `unknown unit`, `currency`. */
export function verdictInWords({ price }: AgreedVerdict): string {
  switch (price.kind) {
    case 'above':
    case 'below':
      return `${price.kind} ${price.percent.replace('-', '')} %`;
    case 'explained':
      return [price.explanation, ...price.also].map(codeOf).join(' + ');
    case 'otherBasis':
      return price.percentBelow === undefined ? `unknown ${price.field}` : `doubtful ${price.field}`;
    case 'otherCurrency':
      return 'currency';
    default:
      return price.kind;
  }
}

/** Whether the price is above what is agreed, below, or neither; nothing where that cannot be said. */
export function sideOfVerdict({ price }: AgreedVerdict): 'above' | 'below' | 'kept' | undefined {
  if (price.kind === 'explained') return price.side;
  return price.kind === 'above' || price.kind === 'below' || price.kind === 'kept' ? price.kind : undefined;
}
