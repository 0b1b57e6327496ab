/** A framework agreement as the rest of the tool sees it, once loaded and checked. */
import type { Decimal } from '../catalogue/decimal.ts';
import type { Party } from '../catalogue/document-header.ts';
import type { ToldPack } from '../catalogue/line.ts';
import type { Language, NameLanguage } from '../catalogue/text.ts';
import type { AgreedTerm } from './terms/agreed-term.ts';
import type { Pricing } from './terms/terms.ts';
import type { BasisComparison, BasisField } from './verdict/basis.ts';
import type { Explanation } from './verdict/explanation.ts';

/** A person to write to. */
export interface Contact {
  readonly name: string;
  readonly title?: string;
  readonly email?: string;
  readonly phone?: string;
}

export interface AgreedParty extends Party {
  readonly name: string;
  readonly contact?: Contact;
}

export interface Agreement {
  readonly number: string;
  readonly name: string;
  readonly supplier: AgreedParty;
  /** Who buys: named in letters, and in documents to an ordering system. */
  readonly buyer?: AgreedParty;
  /** The agreement manager. */
  readonly contact?: Contact;
  /** How many working days a supplier has to answer a deviation notice; absent: nothing is agreed of it. */
  readonly noticeWorkingDays?: number;
  /** First and last day, both included. */
  readonly period: { readonly from: string; readonly to: string };
  readonly currency: string;
  readonly language?: Language;
  /** The languages that names in the catalogue may be in; absent: nothing is agreed of it. */
  readonly catalogueLanguages?: readonly NameLanguage[];
  /** IANA name; decides what day it is. */
  readonly timeZone: string;
  /** Whether the agreed and the offered prices are without or with VAT. */
  readonly vat: 'excluded' | 'included';
  /** UNSPSC prefixes that may be ordered on the agreement; absent: all. */
  readonly scope?: readonly string[];
  /** Labels a line must carry, by UNSPSC prefix; any one of `anyOf` will do. */
  readonly labels: readonly LabelDemand[];
  /** Item numbers and GTINs of the articles that must always be offered; absent: none are named. */
  readonly core?: readonly string[];
  /** What is agreed of delivery; the lead time as people say it: `5 virkedager`. */
  readonly delivery?: { readonly leadTime: string };
  /** Labels that count as eco-labels for the buyer, keys of code-lists/labels.ts; absent: nothing is agreed of it. */
  readonly recognisedLabels?: readonly string[];
  /** What is agreed of prices beside the price list; absent: the listed prices are net, fixed, and all there is. */
  readonly pricing?: Pricing;
}

export interface LabelDemand {
  readonly unspsc: string;
  /** Keys of code-lists/labels.ts. */
  readonly anyOf: readonly string[];
}

/** One entry of the agreed price list. */
export interface AgreedArticle {
  /** Row of the price list, from 1; 0 for what stands in no list, but in the agreement itself. */
  readonly row: number;
  readonly itemNumber?: string;
  readonly gtin?: string;
  readonly manufacturer?: string;
  readonly manufacturerItemNumber?: string;
  readonly name?: string;
  readonly price?: Decimal;
  readonly currency: string;
  readonly unit?: string;
  readonly packQuantity?: Decimal;
  /** What a pack holds; a list seldom says it. */
  readonly packUnit?: string;
  /** What the text of the unit or the quantity says of the pack. */
  readonly pack?: ToldPack;
  readonly priceBaseQuantity?: Decimal;
  /** Labels this article must carry, keys of code-lists/labels.ts; any one will do. */
  readonly demandedLabels?: readonly string[];
  readonly validFrom?: string;
  readonly validTo?: string;
  /** What price terms go by, and what may explain a wrong price. */
  readonly listPrice?: Decimal;
  readonly discountPercent?: Decimal;
  readonly productGroup?: string;
  readonly priceGroup?: string;
  readonly unspsc?: string;
  /** As it stands in the list: only held against itself. */
  readonly priceTiers?: string;
  /** Of the core assortment, which must always be offered. */
  readonly core?: true;
}

/** What in a line tells which agreed article it is, the strongest first. */
export type Evidence = 'itemNumber' | 'gtin' | 'manufacturer' | 'alias';

/** An agreed article that something in the line belongs to, while the line was found to be another. */
export interface Conflict {
  readonly by: Evidence;
  readonly article: AgreedArticle;
}

/** How a line was found to be an agreed article, and what that says of its price. Worked out once per line. */
export interface AgreedVerdict {
  /** With the price that a price term gives it, where one holds. */
  readonly article: AgreedArticle;
  /** `term`: no list has it, but a term of the agreement covers it. */
  readonly matchedBy: Evidence | 'term';
  /** Which price term holds, and how the price came about; absent where the price list's own price is all there is. */
  readonly term?: AgreedTerm;
  /**
   * What the agreement allows for the line as it is offered: the agreed price brought to the line's unit, content and
   * price base quantity. Absent when the list has none or the two are for things that cannot be compared.
   */
  readonly agreedPrice?: Decimal;
  /** What the agreed price is in, where that is not the agreement's currency. */
  readonly foreign?: string;
  /** Where unit or content differ from the agreed ones: what an order unit of each holds, in one base unit. */
  readonly converted?: Extract<BasisComparison, { readonly kind: 'converted' }>;
  readonly price: PriceVerdict;
  /** Prices of the line by quantity that are above what is agreed for so many. */
  readonly dearTiers?: readonly DearTier[];
  readonly conflict?: Conflict;
}

export interface DearTier {
  readonly from: Decimal;
  readonly price: Decimal;
  /** What is agreed for so many. */
  readonly agreed: AgreedVerdict & { readonly agreedPrice: Decimal };
}

/** An entry of the price list that a line without an agreed article may be meant to be, and why it is not. */
export interface AlmostAgreed {
  /**
   * Its item number is the line's with zeros in front; it held until a day that is past; it does not hold yet; its name
   * is the same words, which is a hint and never a match.
   */
  readonly reason: 'zerosLost' | 'ended' | 'notStarted' | 'sameName';
  readonly article: AgreedArticle;
}

export type PriceVerdict =
  /** The agreed price, as near as rounding to whole øre allows; or zero and less, which is told elsewhere. */
  | { readonly kind: 'kept' }
  /** Nothing to compare: the line has no price. */
  | { readonly kind: 'none' }
  /** The article has no price. A price list is refused then; only whoever has the article from elsewhere meets it. */
  | { readonly kind: 'notPriced' }
  /** Above or below, for no reason that is known. `difference` and `percent` are below zero where it is below. */
  | { readonly kind: 'above' | 'below'; readonly percent: Decimal; readonly difference: Decimal }
  /** Above or below, as a well-known cause would have it; `also` are other causes that give the same price. */
  | {
      readonly kind: 'explained';
      readonly side: 'above' | 'below';
      readonly explanation: Explanation;
      readonly also: readonly Explanation[];
      readonly percent: Decimal;
      readonly difference: Decimal;
    }
  | { readonly kind: 'otherCurrency'; readonly agreed: string }
  /** Priced for another unit or content, or nobody knows which, so that the amounts cannot be compared. */
  | {
      readonly kind: 'otherBasis';
      readonly field: BasisField;
      readonly agreed: string;
      /** They could be compared, but the price would be so far below that the unit is rather wrong. */
      readonly percentBelow?: Decimal;
    };
