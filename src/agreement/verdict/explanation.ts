/**
 * Well-known causes of a price that is not the agreed one, each with the figure that shows it. Several may give the
 * same price: the likeliest stands first, the others are told beside it.
 */
import type { Decimal } from '../../catalogue/decimal.ts';

/** Whether the price is above or below what is agreed. */
export type Side = 'above' | 'below';

export type Explanation =
  /** For a pack of `factor` instead of one, where above; for one instead of the pack, where below. */
  | { readonly cause: 'perPack'; readonly side: Side; readonly factor: Decimal }
  /** For the unit `of` instead of the line's own: kilograms and grams, pairs and pieces. */
  | { readonly cause: 'perMeasure'; readonly side: Side; readonly factor: Decimal; readonly of: string }
  /** For the base quantity `of` instead of the line's own. */
  | { readonly cause: 'baseQuantity'; readonly side: Side; readonly factor: Decimal; readonly of: Decimal }
  /** The agreed amount for a pack that holds less. */
  | { readonly cause: 'smallerPack'; readonly side: 'above'; readonly of: Decimal }
  /** The list price, from which `discount` percent go off. */
  | { readonly cause: 'listPrice'; readonly side: 'above'; readonly discount: Decimal }
  /** The discount was taken off what it was taken off already. */
  | { readonly cause: 'discountTwice'; readonly side: 'below'; readonly discount: Decimal }
  /** A price of the agreement that held until `day`, or holds from it on. */
  | { readonly cause: 'ended' | 'notStarted'; readonly side: Side; readonly day?: string }
  /** The price of the version approved last. */
  | { readonly cause: 'previous'; readonly side: Side }
  /** Off by a power of ten, upwards or downwards: offered = agreed × 10 ** `shift`. */
  | { readonly cause: 'decimalShift'; readonly side: Side; readonly shift: number }
  | { readonly cause: 'vatIncluded'; readonly side: 'above'; readonly rate: Decimal };

/** `decimalShift:2`: as a finding's parameters hold an explanation. */
export function codeOf(explanation: Explanation): string {
  const figure = figureOf(explanation);
  return figure === undefined ? explanation.cause : `${explanation.cause}:${figure}`;
}

function figureOf(explanation: Explanation): string | undefined {
  switch (explanation.cause) {
    case 'perPack':
      return explanation.factor;
    case 'perMeasure':
    case 'baseQuantity':
    case 'smallerPack':
      return explanation.of;
    case 'listPrice':
    case 'discountTwice':
      return explanation.discount;
    case 'ended':
    case 'notStarted':
      return explanation.day;
    case 'previous':
      return undefined;
    case 'decimalShift':
      return String(explanation.shift);
    case 'vatIncluded':
      return explanation.rate;
  }
}
