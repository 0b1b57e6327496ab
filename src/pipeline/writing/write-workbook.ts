/** The approved catalogue of a workbook: written anew from its cells, by all threads where it is large. */
import type { Piece, RowFile } from '../../readers/reader.ts';
import type { WrittenRow } from '../../writers/writer.ts';
import { NOTHING_BEFORE, piecesSoon, writeSheet } from '../../writers/xlsx.ts';
import { pieceSoon, type SheetPiece, type Standing, standingBehind } from '../../writers/xlsx-piece.ts';
import { sheetRows } from '../../writers/xlsx-rows.ts';
import type { CellStyles } from '../../writers/xlsx-styles.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import { type Crew, piecesAhead } from '../threads/crew.ts';
import { inOrder } from '../threads/in-order.ts';
import { isLong } from '../threads/pass-over.ts';
import { sheetSetup } from '../threads/pass-setup.ts';
import { newPieceEnds, noteEnd } from '../threads/piece-ends.ts';
import type { RowEdit } from './row-edits.ts';
import { editedRows, type SheetOrder, stylesOf } from './sheet-work.ts';

/** The same however many threads there are: what a piece says is numbered by itself. */
const PIECE_BYTES = 1 << 20;

export interface WorkbookChanges {
  /** Ascending. */
  readonly edits: Iterable<RowEdit>;
  /** Rows behind the last one. */
  readonly appended: readonly WrittenRow[];
}

/**
 * @param day `YYYY-MM-DD`: stands in the workbook as the day it was made
 * @throws OperationalError when it cannot be written
 */
export async function writeApprovedWorkbook(
  target: string,
  catalogue: OpenedCatalogue,
  { edits, appended }: WorkbookChanges,
  day: string,
  crew: Crew,
): Promise<void> {
  const { file, mapping } = catalogue;
  const layout = await file.layout?.(mapping.header.headingRow);
  const styles = stylesOf(file);
  const top = await topOf(file, mapping.header.headingRow);
  async function* pieces(): AsyncGenerator<SheetPiece> {
    let standing = NOTHING_BEFORE;
    const counted = (piece: SheetPiece): SheetPiece => {
      standing = standingBehind(standing, piece);
      return piece;
    };
    for await (const piece of piecesSoon([top.rows], styles, standing, layout?.boldRows)) yield counted(piece);
    for await (const piece of linePieces(catalogue, top.end, edits, standing, styles, crew)) yield counted(piece);
    if (appended.length > 0) for await (const piece of piecesSoon([appended], styles, standing)) yield counted(piece);
  }
  await writeSheet({ firstRows: top.first, pieces: pieces(), styles }, target, {
    ...(layout === undefined ? {} : { layout }),
    sheet: file.sheet ?? 'Ark1',
    day,
  });
}

interface Top {
  /** Titles and headings, and blank rows among them, so that they stand where they stood. */
  readonly rows: readonly WrittenRow[];
  /** Where the first row below them begins. */
  readonly end: number;
  /** Some rows of the sheet from its first. */
  readonly first: readonly WrittenRow[];
}

async function topOf(file: RowFile, headingRow: number): Promise<Top> {
  const rows: WrittenRow[] = [];
  const first: WrittenRow[] = [];
  for await (const batch of file.rows({ formats: true })) {
    first.push(...batch);
    for (const row of batch) {
      if (row.row > headingRow) return { rows, end: row.start ?? 0, first };
      while (rows.length < row.row - 1) rows.push({ cells: [] });
      rows.push(row);
    }
  }
  return { rows, end: Number.POSITIVE_INFINITY, first };
}

/** @param end where the lines begin */
async function* linePieces(
  catalogue: OpenedCatalogue,
  end: number,
  edits: Iterable<RowEdit>,
  before: Standing,
  styles: CellStyles,
  crew: Crew,
): AsyncGenerator<SheetPiece> {
  const { file } = catalogue;
  const cut = await cutBehind(file, end);
  const ends = newPieceEnds(cut.length, before);
  const shared = crew.size > 1 && isLong(file.pieces, crew) ? sheetSetup(catalogue, ends) : undefined;
  const ask = shared === undefined ? undefined : crew.begin(shared);
  const orders = ordersFor(cut, edits);
  let standing = before;
  const made = async ({ piece, order }: Ordered): Promise<SheetPiece> => {
    const rows = sheetRows(await editedRows(file, piece, order.edits), styles);
    const done = await pieceSoon(rows, standing);
    // Other threads may be waiting for it.
    noteEnd(ends, order.at, standingBehind(standing, rows));
    return done;
  };
  if (ask === undefined) {
    for (const ordered of orders) {
      const piece = await made(ordered);
      standing = standingBehind(standing, piece);
      yield piece;
    }
    return;
  }
  for await (const { asked, reply } of inOrder(orders, ({ piece, order }) => ask(piece, order), piecesAhead(crew))) {
    const piece = reply.failed ? await made(asked) : (reply.results[0] as SheetPiece);
    standing = standingBehind(standing, piece);
    yield piece;
  }
}

async function cutBehind({ pieces }: RowFile, end: number): Promise<readonly Piece[]> {
  const cut: Piece[] = [];
  for await (const piece of pieces?.cut(PIECE_BYTES, 0, 0) ?? [])
    if (piece.until > end) cut.push({ ...piece, offset: Math.max(piece.offset, end) });
  return cut;
}

interface Ordered {
  readonly piece: Piece;
  readonly order: SheetOrder;
}

/** Each piece with the edits of its rows. */
function* ordersFor(pieces: readonly Piece[], edits: Iterable<RowEdit>): Generator<Ordered> {
  const coming = edits[Symbol.iterator]();
  let next = coming.next();
  for (const [at, piece] of pieces.entries()) {
    const own: RowEdit[] = [];
    for (; next.done !== true && next.value.start < piece.until; next = coming.next()) own.push(next.value);
    yield { piece, order: { at, edits: own } };
  }
}
