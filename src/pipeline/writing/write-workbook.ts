/** The approved catalogue of a workbook: written anew from its cells, by all threads where it is large. */
import { MessageChannel } from 'node:worker_threads';
import { inOrder } from '../../catalogue/in-order.ts';
import type { Piece, RowFile } from '../../readers/reader.ts';
import type { WrittenRow } from '../../writers/writer.ts';
import { newFilling, piecesSoon, writeSheet } from '../../writers/xlsx.ts';
import { type Filling, pieceSoon, type SheetPiece } from '../../writers/xlsx-piece.ts';
import { sheetRows } from '../../writers/xlsx-rows.ts';
import type { CellStyles } from '../../writers/xlsx-styles.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import { type Crew, type PieceReply, piecesAhead } from '../threads/crew.ts';
import { isLong } from '../threads/pass-over.ts';
import { sheetSetup } from '../threads/pass-setup.ts';
import { placesInTurn } from './places-in-turn.ts';
import type { RowEdit } from './row-edits.ts';
import { editedRows, type SheetOrder, type SheetQuestion, stylesOf } from './sheet-work.ts';

/** Short enough that all threads end at about the same time. */
const PIECE_BYTES = 1 << 18;
/** Of what is set aside, to each text that no other cell says; many catalogues have fewer. */
const BYTES_A_TEXT = 50;

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
  const filling = newFilling((file.pieces?.bytes() ?? 0) / BYTES_A_TEXT);
  const top = await topOf(file, mapping.header.headingRow);
  async function* pieces(): AsyncGenerator<SheetPiece> {
    yield* piecesSoon([top.rows], styles, filling, layout?.boldRows);
    yield* linePieces(catalogue, ordersFor(await cutBehind(file, top.end), edits), styles, filling, crew);
    if (appended.length > 0) yield* piecesSoon([appended], styles, filling);
  }
  const content = { firstRows: top.first, pieces: pieces(), styles, texts: filling.texts };
  await writeSheet(content, target, {
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

async function* linePieces(
  catalogue: OpenedCatalogue,
  orders: Iterable<PieceOrder>,
  styles: CellStyles,
  filling: Filling,
  crew: Crew,
): AsyncGenerator<SheetPiece> {
  const { file } = catalogue;
  const setup = crew.size > 1 && isLong(file.pieces, crew) ? sheetSetup(catalogue) : undefined;
  if (setup === undefined) {
    yield* piecesSoon(rowsOf(file, orders), styles, filling);
    return;
  }
  const places = placesInTurn(filling);
  const begun = crew.begin(setup);
  const ask = ({ at, piece, edits }: PieceOrder): Promise<PieceReply> => {
    const { port1: answers, port2: place } = new MessageChannel();
    answers.once('message', async (rows: SheetQuestion) => answers.postMessage(await places.place(at, rows)));
    // A thread that ends without asking holds up nothing.
    answers.unref();
    return begun(piece, { edits, place } satisfies SheetOrder, [place]);
  };
  for await (const { asked, reply } of inOrder(orders, ask, piecesAhead(crew))) {
    yield reply.failed ? await madeHere(asked) : (reply.results[0] as SheetPiece);
    places.forget(asked.at);
  }

  async function madeHere({ at, piece, edits }: PieceOrder): Promise<SheetPiece> {
    const rows = sheetRows(await editedRows(file, piece, edits), styles);
    return pieceSoon(rows, await places.place(at, rows));
  }
}

async function* rowsOf(file: RowFile, orders: Iterable<PieceOrder>): AsyncGenerator<readonly WrittenRow[]> {
  for (const { piece, edits } of orders) yield editedRows(file, piece, edits);
}

async function cutBehind({ pieces }: RowFile, end: number): Promise<readonly Piece[]> {
  const cut: Piece[] = [];
  for await (const piece of pieces?.cut(PIECE_BYTES, 0, 0) ?? [])
    if (piece.until > end) cut.push({ ...piece, offset: Math.max(piece.offset, end) });
  return cut;
}

interface PieceOrder {
  /** Which of the pieces it is, from 0. */
  readonly at: number;
  readonly piece: Piece;
  /** Of its rows. */
  readonly edits: readonly RowEdit[];
}

function* ordersFor(pieces: readonly Piece[], edits: Iterable<RowEdit>): Generator<PieceOrder> {
  const coming = edits[Symbol.iterator]();
  let next = coming.next();
  for (const [at, piece] of pieces.entries()) {
    const own: RowEdit[] = [];
    for (; next.done !== true && next.value.start < piece.until; next = coming.next()) own.push(next.value);
    yield { at, piece, edits: own };
  }
}
