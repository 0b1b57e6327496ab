/** A thread's share of the approved workbook: the rows of some pieces, edited, as packed XML. */
import type { MessagePort } from 'node:worker_threads';
import type { Piece, RowFile } from '../../readers/reader.ts';
import type { WrittenRow } from '../../writers/writer.ts';
import { pieceOf } from '../../writers/xlsx-piece.ts';
import { sheetRows } from '../../writers/xlsx-rows.ts';
import { type CellStyles, cellStyles } from '../../writers/xlsx-styles.ts';
import type { TextItems } from '../../writers/xlsx-texts.ts';
import { ownMemory } from '../threads/own-memory.ts';
import type { PieceWork } from '../threads/pass-setup.ts';
import { editedRow, type RowEdit } from './row-edits.ts';

/** What is to be known of a piece. */
export interface SheetOrder {
  readonly edits: readonly RowEdit[];
  /** How many rows stand above in the sheet. */
  readonly above: number;
  /** Is given {@link TextItems} that are none of the sent workbook's, and answers with their numbers. */
  readonly numbering: MessagePort;
}

export function sheetWork(file: RowFile): PieceWork {
  const styles = stylesOf(file);
  return async (piece, more) => {
    const { edits, above, numbering } = more as SheetOrder;
    const rows = sheetRows(await editedRows(file, piece, edits), styles);
    const made = pieceOf(rows, { above, numbers: await numbersFor(rows.texts, numbering) });
    return { results: [made], next: { offset: piece.until, row: piece.row } };
  };
}

async function numbersFor(texts: TextItems, port: MessagePort): Promise<Int32Array> {
  try {
    if (texts.ends.length === 0) return NO_NUMBERS;
    return await new Promise<Int32Array>((resolve) => {
      port.once('message', resolve);
      // The texts go to whoever numbers them: the rows themselves name theirs by number.
      port.postMessage(texts, ownMemory(texts));
    });
  } finally {
    port.close();
  }
}

const NO_NUMBERS = new Int32Array(0);

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
  for await (const batch of pieces.read(piece, { named: true })) {
    for (const raw of batch) {
      const row = editedRow(raw, byRow.get(raw.row));
      if (row !== undefined) rows.push(row);
    }
  }
  return rows;
}
