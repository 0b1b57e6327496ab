/** A thread's share of the approved workbook: the rows of some pieces, edited, as packed XML. */
import type { MessagePort } from 'node:worker_threads';
import type { Piece, RowFile } from '../../readers/reader.ts';
import type { WrittenRow } from '../../writers/writer.ts';
import { pieceOf } from '../../writers/xlsx-piece.ts';
import { type PlaceInSheet, type SheetRows, sheetRows } from '../../writers/xlsx-rows.ts';
import { type CellStyles, cellStyles } from '../../writers/xlsx-styles.ts';
import { ownMemory } from '../threads/own-memory.ts';
import type { PieceWork } from '../threads/pass-setup.ts';
import { editedRow, type RowEdit } from './row-edits.ts';

/** What is to be known of a piece. */
export interface SheetOrder {
  readonly edits: readonly RowEdit[];
  /** Is asked for the rows' place in the sheet, which depends on those above, by a {@link SheetQuestion}. */
  readonly place: MessagePort;
}

/** Plain data; answered by a {@link PlaceInSheet}. */
export type SheetQuestion = Pick<SheetRows, 'rows' | 'texts'>;

export function sheetWork(file: RowFile): PieceWork {
  const styles = stylesOf(file);
  return async (piece, more) => {
    const { edits, place } = more as SheetOrder;
    const rows = sheetRows(await editedRows(file, piece, edits), styles);
    const made = pieceOf(rows, await placeFor(rows, place));
    return { results: [made], next: { offset: piece.until, row: piece.row } };
  };
}

function placeFor({ rows, texts }: SheetRows, port: MessagePort): Promise<PlaceInSheet> {
  return new Promise((resolve) => {
    port.once('message', (place: PlaceInSheet) => {
      port.close();
      resolve(place);
    });
    const question: SheetQuestion = { rows, texts };
    // The texts go to whoever numbers them: the rows themselves name theirs by number.
    port.postMessage(question, ownMemory(question));
  });
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
