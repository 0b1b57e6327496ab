/** What is known of a catalogue besides its lines. */
import type { Field } from './field.ts';

/** How one column of the file was understood. */
export interface Column {
  /** From 0. */
  readonly index: number;
  /** The heading as it stands in the file. */
  readonly heading: string;
  /** Absent: unknown, travels along as an extra. */
  readonly field?: Field;
  /** How sure, 0 to 1, and why. */
  readonly confidence?: number;
  readonly reason?: string;
  /** Stands once for all lines: none can be given another value. */
  readonly shared?: true;
  /** What most of the column's cells look like, and the share of them that does; absent: nothing in particular. */
  readonly looks?: { readonly like: CellLook; readonly share: number };
  /** What an unknown column may be, too unsure to be used. */
  readonly maybe?: Field;
  /** Nobody who opens the workbook sees the column. */
  readonly hidden?: true;
  /** Nothing stands in it in the rows that were looked at. */
  readonly empty?: true;
}

/** A sheet of the workbook that looks like a catalogue. */
export interface CatalogueSheet {
  readonly name: string;
  /** Filled rows below the headings; counted no further than some thousands. */
  readonly lines: number;
}

/** What cells can be seen to be without their heading. */
export type CellLook = 'gtin' | 'amount' | 'date' | 'unit' | 'currency' | 'unspsc' | 'code' | 'words';

/** Columns that could equally well be one field; the first of them was taken. */
export interface AmbiguousField {
  readonly field: Field;
  readonly columns: readonly Pick<Column, 'index' | 'heading'>[];
}

/**
 * A column that is not what it seems: `contradicted` has a heading that its cells deny and is not used; `unsure` may be
 * the field, which no other column is, and is not used; `secondChoice` may be it too, but another fits better; `otherUnit` is a price headed with one unit while the lines have
 * another, and is used.
 */
export interface ColumnDoubt {
  readonly kind: 'contradicted' | 'unsure' | 'secondChoice' | 'otherUnit' | 'actionOpen';
  readonly field: Field;
  readonly column: Pick<Column, 'index' | 'heading'>;
  readonly like?: CellLook;
}

export interface CatalogueHeader {
  readonly format: string;
  readonly sheet?: string;
  readonly columns: readonly Column[];
  /** The row the headings stand in, from 1. */
  readonly headingRow: number;
  /** Absent: every field has one column that fits it best. */
  readonly ambiguous?: readonly AmbiguousField[];
  /** Absent: none. */
  readonly doubts?: readonly ColumnDoubt[];
  /** Sheets that look as much like a catalogue as the one read, that one first; absent: there is no other. */
  readonly sheetsAlike?: readonly CatalogueSheet[];
}

export type AsideKind = 'heading' | 'sum' | 'remark' | 'title';

/** A row between the lines that is no article. */
export interface Aside {
  readonly row: number;
  readonly kind: AsideKind;
  /** What stands in it, shortened. */
  readonly text: string;
  /** Its bytes, in text formats. */
  readonly start?: number;
  readonly end?: number;
}

/** Rows in a run in which nothing stands, both included. */
export interface BlankRows {
  readonly from: number;
  readonly to: number;
}

/** Why a whole file cannot be used; the rules `file/*` say it. */
export type FileProblem =
  | 'empty'
  | 'noLines'
  | 'noHeadings'
  | 'cutOff'
  | 'encrypted'
  | 'legacyWorkbook'
  | 'notACatalogue'
  | 'archive'
  | 'damaged'
  | 'tooLarge'
  /** It changes a catalogue, and there is none to change. */
  | 'noPrevious'
  /** It takes the whole catalogue away. */
  | 'deletesCatalogue';

/** What a reader met that is no reason to refuse the file, but that its maker should know; rules `file/*` say it. */
export type FileRemark =
  /** The document follows a specification that is no longer in use. */
  | { readonly kind: 'olderGeneration'; readonly specification: string }
  /** A code of a list that has been replaced, and the line of the file where it stands first. */
  | { readonly kind: 'olderCode'; readonly code: string; readonly row: number }
  /** The file says that it is in another encoding than it is. */
  | { readonly kind: 'wrongEncoding'; readonly declared: string; readonly actual: string }
  /** A line that is to be deleted, by what it is called, but is not in the catalogue that the file changes. */
  | { readonly kind: 'deletesUnknown'; readonly item?: string; readonly row: number }
  /** The file says that it has so many lines. */
  | { readonly kind: 'lineCount'; readonly declared: number; readonly actual: number };

/** The supplier's file is there but cannot be used: a refusal, not an error. */
export class UnusableFile extends Error {
  readonly problem: FileProblem;
  readonly row: number | undefined;
  readonly detail: string | undefined;
  constructor(problem: FileProblem, options: { row?: number; detail?: string; cause?: unknown } = {}) {
    super(problem, { cause: options.cause });
    this.name = 'UnusableFile';
    this.problem = problem;
    this.row = options.row;
    this.detail = options.detail;
  }
}
