/** A framework agreement as the rest of the tool sees it, once loaded and checked. */
import type { Decimal } from '../catalogue/decimal.ts';
import type { Language } from '../catalogue/text.ts';

export interface Agreement {
  readonly number: string;
  readonly name: string;
  readonly supplier: {
    readonly name: string;
    readonly organisationNumber?: string;
    readonly gln?: string;
  };
  /** First and last day, both included. */
  readonly period: { readonly from: string; readonly to: string };
  readonly currency: string;
  readonly language?: Language;
  /** IANA name; decides what day it is. */
  readonly timeZone: string;
  /** Whether the agreed and the offered prices are without or with VAT. */
  readonly vat: 'excluded' | 'included';
  /** UNSPSC prefixes that may be ordered on the agreement; absent: all. */
  readonly scope?: readonly string[];
  /** Labels a line must carry, by UNSPSC prefix; any one of `anyOf` will do. */
  readonly labels: readonly LabelDemand[];
}

export interface LabelDemand {
  readonly unspsc: string;
  /** Keys of code-lists/labels.ts. */
  readonly anyOf: readonly string[];
}

/** One entry of the agreed price list. */
export interface AgreedArticle {
  /** Row of the price list, from 1. */
  readonly row: number;
  readonly itemNumber?: string;
  readonly gtin?: string;
  readonly name?: string;
  readonly price?: Decimal;
  readonly currency: string;
  readonly unit?: string;
  readonly packQuantity?: Decimal;
  readonly priceBaseQuantity?: Decimal;
  /** Labels this article must carry, keys of code-lists/labels.ts; any one will do. */
  readonly demandedLabels?: readonly string[];
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** How a line was found to be an agreed article, and what that says of its price. Worked out once per line. */
export interface AgreedVerdict {
  readonly article: AgreedArticle;
  readonly matchedBy: 'itemNumber' | 'gtin';
  /**
   * What the agreement allows for the line as it is offered: the agreed price brought to the line's price base
   * quantity. Absent when the list has none or the two are for different things.
   */
  readonly agreedPrice?: Decimal;
  readonly price: PriceVerdict;
}

export type PriceVerdict =
  /** At most the agreed price. */
  | { readonly kind: 'kept' }
  /** Nothing to compare: the line or the list has no price. */
  | { readonly kind: 'none' }
  | { readonly kind: 'above'; readonly percent: Decimal; readonly difference: Decimal }
  /** Off by a power of ten, upwards or downwards: offered = agreed × 10 ** `shift`. */
  | { readonly kind: 'decimalShift'; readonly shift: number; readonly above: boolean }
  | { readonly kind: 'vatIncluded'; readonly rate: Decimal }
  | { readonly kind: 'otherCurrency'; readonly agreed: string }
  /** Priced for another unit or another content, so that the amounts cannot be compared. */
  | { readonly kind: 'otherBasis'; readonly field: 'unit' | 'packQuantity'; readonly agreed: string };
