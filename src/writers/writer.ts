/** What is written back: rows of cells, typed as they were read. */
import type { CellKind, NamedTexts } from '../readers/reader.ts';

export interface WrittenCell {
  readonly text: string;
  readonly kind: CellKind;
}

export interface WrittenRow {
  readonly cells: readonly string[];
  readonly kinds?: readonly CellKind[];
  /** Workbooks: number format code per cell, such as `0.00` or `dd.mm.yyyy`. */
  readonly formats?: readonly (string | undefined)[];
  /** Workbooks: which texts of the sent one the cells name. Only for who writes these, too. */
  readonly named?: NamedTexts;
}
