/**
 * One catalogue line as the rules see it: plain, readonly, structured-cloneable. An absent field was not given; one
 * in `unreadable` was given but not understood. Values are text in canonical form:
 * decimals `12.5` (exact, see decimal.ts), days `2026-01-31`, units UNECE Rec 20/21 codes, currencies ISO 4217.
 */
import type { Decimal } from './decimal.ts';
import type { Field } from './field.ts';

/** Where something stands, as its author would find it: the row of the sheet or the line of the file, from 1. */
export interface Place {
  /** The file as the report names it, with `/`. */
  readonly file: string;
  readonly sheet?: string;
  readonly row?: number;
  /** Column letter as a spreadsheet shows it: `A`, `J`, `AB`. */
  readonly column?: string;
  /** Instead of a column, in formats that have none: the element or key, such as `cac:Price/cbc:PriceAmount`. */
  readonly element?: string;
}

/** One label claimed by a line. `code` is absent when the words could not be resolved to a known label. */
export interface EcoLabel {
  /** Key in code-lists/labels.ts, such as `svanemerket`. */
  readonly key?: string;
  readonly licence?: string;
  /** The words as they stood. */
  readonly text: string;
}

export type LineStatus = 'active' | 'discontinued' | 'temporarilyUnavailable' | 'new';

/** What a file that changes a catalogue does with a line of it. */
export const LINE_ACTIONS = ['add', 'update', 'delete'] as const;
export type LineAction = (typeof LINE_ACTIONS)[number];

/** The fields whose value is text in canonical form, by name. */
export type TextField = Exclude<Field, 'ecoLabel' | 'orderable' | 'status' | 'action'>;
export type DecimalField =
  | 'price'
  | 'listPrice'
  | 'discountPercent'
  | 'packQuantity'
  | 'priceBaseQuantity'
  | 'vatRate'
  | 'minOrderQuantity'
  | 'maxOrderQuantity'
  | 'orderInterval'
  | 'grossPriceInclVat';

export type LineValues = { readonly [F in DecimalField]?: Decimal } & {
  readonly [F in Exclude<TextField, DecimalField>]?: string;
} & {
  readonly ecoLabel?: readonly EcoLabel[];
  readonly orderable?: boolean;
  readonly status?: LineStatus;
  readonly action?: LineAction;
};

export type CatalogueLine = LineValues & {
  /** Row of the sheet or line of the file, from 1. File and sheet are the catalogue's. */
  readonly row: number;
  /** Fields that were given but not understood, with the text as it stood. */
  readonly unreadable?: Readonly<Partial<Record<Field, string>>>;
  /** Columns we do not know, by heading, carried through. */
  readonly extra?: Readonly<Record<string, string>>;
  /** What the text of one field says of the pack; counts where the pack's own fields say nothing. */
  readonly pack?: ToldPack;
  /** What reading the row met: too many or too few cells, a number that lost digits. */
  readonly problems?: readonly RowProblem[];
};

/** What a pack holds, with the field it was told in: `pk à 100 stk` as the unit. */
export interface ToldPack {
  readonly field: 'unit' | 'packQuantity';
  /** As it stood. */
  readonly text: string;
  readonly quantity: Decimal;
  /** UN/ECE code of what it holds. */
  readonly contentUnit?: string;
}

export type ActionFault = 'addsExisting' | 'updatesUnknown' | 'namedTwice' | 'unreadable';

/** What is put right in a catalogue where exactly one right answer exists. */
export type FixKind = 'spaces' | 'mojibake' | 'unit' | 'label' | 'gtin' | 'date' | 'nameCase';

/** A cell that was put right as it was read. */
export interface CellFix {
  readonly how: FixKind;
  readonly field: Field;
  /** As it was sent, or as the fix before left it. */
  readonly before: string;
  readonly after: string;
}

export type RowProblem =
  | { readonly kind: 'cells'; readonly found: number; readonly expected: number }
  /** A number cell where a text with leading zeros may have stood (spreadsheets drop them). */
  | { readonly kind: 'numberCell'; readonly field: Field }
  /** The line's action does not fit the catalogue it is to change; `actual` is what stands there, or another row. */
  | { readonly kind: 'action'; readonly fault: ActionFault; readonly actual?: string }
  /** Nothing of it can be read; how it begins. */
  | { readonly kind: 'broken'; readonly text: string }
  /** Nobody who opens the workbook sees the row. */
  | { readonly kind: 'hiddenRow' }
  /** A cell was not as it should be, and was put right. */
  | ({ readonly kind: 'fixed' } & CellFix)
  /** A quote that opens a cell and that nothing closes; text behind a quote that closes; a byte 0. */
  | { readonly kind: 'unclosedQuote' | 'strayQuote' | 'nulByte' };

/** A line with some values replaced; a replaced field is no longer unreadable. */
export function withValues(line: CatalogueLine, values: LineValues): CatalogueLine {
  const unreadable = Object.entries(line.unreadable ?? {}).filter(([field]) => !(field in values));
  const { unreadable: _, ...rest } = line;
  return {
    ...rest,
    ...values,
    ...(unreadable.length > 0 ? { unreadable: Object.fromEntries(unreadable) } : {}),
  };
}
