/** A thread's share of the approved workbook: the rows of some pieces, edited, as packed XML. */
import type { Piece, RowFile } from '../../readers/reader.ts';
import type { WrittenRow } from '../../writers/writer.ts';
import { pieceOf, standingBehind } from '../../writers/xlsx-piece.ts';
import { sheetRows } from '../../writers/xlsx-rows.ts';
import { type CellStyles, cellStyles } from '../../writers/xlsx-styles.ts';
import type { PieceWork } from '../threads/pass-setup.ts';
import { noteEnd, type PieceEnds, standingBefore } from '../threads/piece-ends.ts';
import { editedRow, type RowEdit } from './row-edits.ts';

/** What is to be known of a piece. Plain data. */
export interface SheetOrder {
  /** Which of the pieces it is, from 0. */
  readonly at: number;
  readonly edits: readonly RowEdit[];
}

export function sheetWork(file: RowFile, ends: PieceEnds): PieceWork {
  const styles = stylesOf(file);
  return async (piece, more) => {
    const { at, edits } = more as SheetOrder;
    const rows = sheetRows(await editedRows(file, piece, edits), styles);
    const before = standingBefore(ends, at);
    noteEnd(ends, at, standingBehind(before, rows));
    return { results: [pieceOf(rows, before)], next: { offset: piece.until, row: piece.row } };
  };
}

/** Numbered alike in all threads: by the formats that were met when the rows were set aside. */
export function stylesOf({ shared }: RowFile): CellStyles {
  return cellStyles(shared !== undefined && 'formats' in shared ? shared.formats : []);
}

export async function editedRows(
  { pieces }: RowFile,
  piece: Piece,
  edits: readonly RowEdit[],
): Promise<readonly WrittenRow[]> {
  if (pieces === undefined) throw new RangeError('the rows of a workbook must be set aside first');
  const byRow = new Map(edits.map((edit) => [edit.row, edit]));
  const rows: WrittenRow[] = [];
  for await (const batch of pieces.read(piece)) {
    for (const raw of batch) {
      const row = editedRow(raw, byRow.get(raw.row));
      if (row !== undefined) rows.push(row);
    }
  }
  return rows;
}
