/** What is put into a workbook beside what stands in it. */
import type { Severity } from '../../catalogue/finding.ts';

/** A remark on one cell. */
export interface CellAnnotation {
  /** From 0. */
  readonly column: number;
  readonly severity: Severity;
  /** Several lines. */
  readonly comment: string;
}

/** All that is said of one row. */
export interface RowAnnotation {
  /** From 1. */
  readonly row: number;
  /** The worst of what is said. */
  readonly severity: Severity;
  /** Each column once, ascending. */
  readonly cells: readonly CellAnnotation[];
  /** For the column of deviations; one line. */
  readonly text: string;
}

/** How many cells get a comment, by how bad it is. */
export type CommentRoom = Readonly<Record<Severity, number>>;

/** What there was no room for. */
export interface LeftOut {
  /** Cells that are coloured but have no comment. */
  readonly comments: number;
  /** The sheet has no column left for the deviations. */
  readonly column: boolean;
}

export type OwnStyle = Severity | 'title' | 'bold' | 'wrapped';

export interface OwnCell {
  readonly value: string | number;
  readonly style?: OwnStyle;
}

/** A sheet of our own, behind the others. */
export interface OwnSheet {
  readonly name: string;
  /** In the widths of a character, by column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly OwnCell[])[];
}
