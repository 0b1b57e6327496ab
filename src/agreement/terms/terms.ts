/** How prices are agreed beside a plain list of net prices. Plain data: threads get it as it is. */
import type { Decimal } from '../../catalogue/decimal.ts';
import type { AdjustmentClause } from './adjustment.ts';
import type { Rounding } from './rounding.ts';

/** All that an agreement says of prices beside its price list. */
export interface Pricing {
  readonly terms: readonly PriceTerm[];
  readonly lists: readonly PriceListFacts[];
  /** Of computed prices; a price that stands in the agreement stays as it stands. */
  readonly rounding: Rounding;
  /** What one unit of a foreign currency costs in the agreement's own; currencies without a rate are not allowed. */
  readonly rates: Readonly<Record<string, Decimal>>;
  readonly adjustment?: AdjustmentClause;
  /** By the catalogue's number: the article that a term names. */
  readonly aliases?: Readonly<Record<string, string>>;
}

export interface PriceTerm {
  readonly name?: string;
  readonly scope: Scope;
  readonly price: TermPrice;
  /** Instead of the agreement's. */
  readonly rounding?: Rounding;
}

/** What a term holds for: any one will do; with none of them, for the whole agreement. */
export interface Scope {
  /** Item numbers or GTINs. */
  readonly articles?: readonly string[];
  /** Supplier's product or discount groups. */
  readonly productGroups?: readonly string[];
  /** How UNSPSC codes begin. */
  readonly unspsc?: readonly string[];
}

export type TermPrice =
  | SimplePrice
  /** The lowest of several. */
  | { readonly kind: 'lowestOf'; readonly of: readonly SimplePrice[] }
  /** In its period instead of what else holds, or so many percent below it. */
  | ({ readonly kind: 'campaign'; readonly from: string; readonly to: string } & (
      | ({ readonly percent?: undefined } & AgreedAmount)
      | { readonly percent: Decimal }
    ))
  /** Free text articles and the like: agreed, but without a price. */
  | { readonly kind: 'notPriced' };

export type SimplePrice =
  /** What stands in the agreed price list. */
  | { readonly kind: 'listed' }
  | ({ readonly kind: 'fixed' } & AgreedAmount)
  | ({ readonly kind: 'discount' } & ListDiscount)
  | { readonly kind: 'markUp'; readonly list: string; readonly percent: Decimal }
  | ({ readonly kind: 'ceiling' } & (
      | ({ readonly list?: undefined } & AgreedAmount)
      | { readonly list: string; readonly percent: Decimal }
    ))
  | { readonly kind: 'tiers'; readonly list?: string; readonly steps: readonly Tier[] };

/** A price written in the agreement, and what it is for; what is not told is as the article's. */
export interface AgreedAmount {
  readonly price: Decimal;
  readonly currency?: string;
  readonly unit?: string;
  readonly packQuantity?: Decimal;
  readonly priceBaseQuantity?: Decimal;
}

/** Off a list price: the rate of the article's group, else `percent`, else the one that stands in the list's own row. */
export interface ListDiscount {
  /** Name of a price list; absent: the list prices in the agreed price list. */
  readonly list?: string;
  readonly percent?: Decimal;
  readonly groups?: readonly { readonly group: string; readonly percent: Decimal }[];
}

/** From a quantity on: a price, or so many percent off the list price. */
export type Tier = { readonly from: Decimal } & (
  | { readonly price: Decimal; readonly percent?: undefined }
  | { readonly percent: Decimal; readonly price?: undefined }
);

/** A dated file of list prices, cost prices or notified prices; several of one name follow each other. */
export interface PriceListFacts {
  readonly name: string;
  /** As the report names it. */
  readonly file: string;
  /** First day it holds. */
  readonly from?: string;
  /** When the supplier told of it, and when the buyer approved it. */
  readonly notified?: string;
  readonly approved?: string;
  readonly vat?: 'excluded' | 'included';
  /** In percent; where the list's prices are with VAT and the agreement's without, or the other way round. */
  readonly vatRate?: Decimal;
}
