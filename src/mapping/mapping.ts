/** How the rows of one file become catalogue lines: made once per file, used for every row. */
import type { CatalogueHeader } from '../catalogue/catalogue.ts';
import type { Decimal } from '../catalogue/decimal.ts';
import type { Field } from '../catalogue/field.ts';
import type { EcoLabel, LineAction, ToldPack } from '../catalogue/line.ts';
import type { Label } from '../code-lists/labels.ts';
import type { CellKind } from '../readers/reader.ts';
import type { DateForm, DateOrder } from './dates.ts';
import type { DecimalSign } from './number-style.ts';
import type { Draft } from './set-field.ts';

/** By code, in small letters. */
export type ActionCodes = Readonly<Record<string, LineAction>>;

/** What a column's cells share and one cell does not show; two columns with one style are read alike. */
export interface ColumnStyle {
  readonly decimalSign?: DecimalSign;
  /** Number cells hold 0.25 for 25 %. */
  readonly fraction?: true;
  /** `1/31/2026`. */
  readonly monthFirst?: true;
  /** Nothing tells the decimal sign, or day from month: cells that may be either, such as `1.234`, are not read. */
  readonly open?: true;
  /** What letters or numbers stand for in a column of actions, in small letters. */
  readonly actionCodes?: ActionCodes;
}

/** What a person says of numbers and dates that do not show it themselves. */
export interface SaidStyle {
  readonly decimalSign?: DecimalSign;
  readonly dateOrder?: DateOrder;
}

/** How a column's cells are usually written, so that a new value looks like its neighbours. */
export interface ColumnHabit {
  /** How most of its cells are stored. */
  readonly kind: CellKind;
  /** No text cell has fewer decimals. */
  readonly decimals: number;
  /** What most amounts have around the number: `kr `, ` NOK`, ` %`. */
  readonly before: string;
  readonly after: string;
  readonly dateForm?: DateForm;
  /** The usual word for a unit, currency, status, label or yes and no, by canonical value; `` is "no label". */
  readonly words: ReadonlyMap<string, string>;
}

/** A unit or quantity that says more than one value: `pk à 100 stk`. */
export interface PackValue {
  /** UN/ECE code; absent in a quantity. */
  readonly unit?: string;
  readonly told: ToldPack;
}

export type CellValue = string | boolean | PackValue;

/** Reads the cells of one column. */
export interface CellReader {
  readonly index: number;
  readonly field: Exclude<Field, 'ecoLabel'>;
  /** @param text not blank, trimmed */
  readonly read: (text: string, kind: CellKind) => CellValue | undefined;
  /** Whether the cell says that there is no value; absent: only an empty one does. Same text as `read`. */
  readonly isNone?: (text: string) => boolean;
  readonly set: (line: Draft, value: never) => void;
}

export interface LabelReader {
  readonly index: number;
  /** The label the column is headed with. */
  readonly headingLabel?: Label;
  readonly read: (text: string, licence: string | undefined) => readonly EcoLabel[];
}

export interface Mapping {
  readonly header: CatalogueHeader;
  /** Per column of the header. */
  readonly styles: readonly ColumnStyle[];
  /** Learnt when first asked for: most files are only read. */
  readonly habits: () => readonly ColumnHabit[];
  readonly readers: readonly CellReader[];
  readonly labels?: LabelReader;
  /** Columns that travel along, under the name they have in `extra`. */
  readonly extras: readonly { readonly index: number; readonly name: string }[];
  /** The column of the price, and what its heading says of every price that no column says. */
  readonly price?: {
    readonly index: number;
    readonly currency?: string;
    readonly unit?: string;
    readonly baseQuantity?: Decimal;
  };
  readonly hasCurrencyColumn: boolean;
  readonly terms: CellTerms;
}

/** A mapping without what it reads and writes cells with: plain data, that another thread can take. */
export type PlainMapping = Omit<Mapping, 'readers' | 'labels' | 'habits'>;

/** The supplier's own unit words to codes, as `mapping.yaml` has them; before all other words. */
export type OwnUnits = Readonly<Record<string, string>>;

/** Fields whose cells are words a supplier may have of his own. */
export type ValueField = 'status' | 'orderable' | 'currency' | 'ecoLabel';

/** The supplier's own words to words that are understood, by field, as `mapping.yaml` has them. */
export type OwnValues = { readonly [F in ValueField]?: Readonly<Record<string, string>> };

/** What holds for every column of the file. */
export interface CellTerms {
  readonly units?: OwnUnits;
  readonly values?: OwnValues;
  /** The day the reading is for, `YYYY-MM-DD`: `Utgår 31.12.2026` is to come or past. Absent: to come. */
  readonly asOf?: string;
}
