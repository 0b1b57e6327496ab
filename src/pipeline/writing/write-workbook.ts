/** The approved catalogue of a workbook: written anew from its cells, by all threads where it is large. */
import { MessageChannel } from 'node:worker_threads';
import { inOrder } from '../../catalogue/in-order.ts';
import type { Piece, RowFile } from '../../readers/reader.ts';
import type { WrittenRow } from '../../writers/writer.ts';
import { newFilling, piecesSoon, writeSheet } from '../../writers/xlsx.ts';
import { type Filling, pieceSoon, type SheetPiece } from '../../writers/xlsx-piece.ts';
import { sheetRows } from '../../writers/xlsx-rows.ts';
import type { CellStyles } from '../../writers/xlsx-styles.ts';
import type { TextItems } from '../../writers/xlsx-texts.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import type { Crew, PieceReply } from '../threads/crew.ts';
import { isLong } from '../threads/pass-over.ts';
import { sheetSetup } from '../threads/pass-setup.ts';
import { leavesOut, type RowEdit } from './row-edits.ts';
import { editedRows, type SheetOrder, stylesOf } from './sheet-work.ts';
import { textsInTurn } from './texts-in-turn.ts';

/** Short enough that all threads end at about the same time. */
const PIECE_BYTES = 1 << 18;
/** For each thread: it takes some milliseconds for one, and this thread may be busy with a chart for a hundred. */
const PIECES_AHEAD = 16;

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
  const filling = newFilling(await file.textItems?.());
  const top = await topOf(file, mapping.header.headingRow);
  async function* pieces(): AsyncGenerator<SheetPiece> {
    yield* piecesSoon([top.rows], styles, filling, layout?.boldRows);
    yield* linePieces(catalogue, ordersFor(await cutBehind(file, top), edits), styles, filling, crew);
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
  /** Where the first row below them begins, and how many records stand before it. */
  readonly end: number;
  readonly records: number;
  /** Some rows of the sheet from its first. */
  readonly first: readonly WrittenRow[];
}

async function topOf(file: RowFile, headingRow: number): Promise<Top> {
  const rows: WrittenRow[] = [];
  const first: WrittenRow[] = [];
  let records = 0;
  for await (const batch of file.rows({ formats: true })) {
    first.push(...batch);
    for (const row of batch) {
      if (row.row > headingRow) return { rows, end: row.start ?? 0, records, first };
      while (rows.length < row.row - 1) rows.push({ cells: [] });
      rows.push(row);
      records++;
    }
  }
  return { rows, end: Number.POSITIVE_INFINITY, records, first };
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
  const turns = textsInTurn(filling.texts);
  const begun = crew.begin(setup);
  const aboveAll = filling.rows;
  const ask = async ({ at, piece, edits, above }: PieceOrder): Promise<PieceReply> => {
    const { port1: answers, port2: numbering } = new MessageChannel();
    answers.once('message', async (texts: TextItems) => answers.postMessage(await turns.numbers(at, texts)));
    // A thread that ends without asking holds up nothing.
    answers.unref();
    const order: SheetOrder = { edits, above: aboveAll + above, numbering };
    const reply = await begun(piece, order, [numbering]);
    if (!reply.failed) turns.pass(at);
    return reply;
  };
  for await (const { asked, reply } of inOrder(orders, ask, PIECES_AHEAD * crew.size)) {
    const made = reply.failed ? undefined : (reply.results[0] as SheetPiece);
    // It counts only when it stands where the one before it ended.
    const piece = made?.above === filling.rows ? made : await madeHere(asked);
    filling.rows += piece.rows;
    turns.forget(asked.at);
    yield piece;
  }

  async function madeHere({ at, piece, edits }: PieceOrder): Promise<SheetPiece> {
    const rows = sheetRows(await editedRows(file, piece, edits), styles);
    const numbers = await turns.numbers(at, rows.texts);
    return pieceSoon(rows, { above: filling.rows, numbers });
  }
}

async function* rowsOf(file: RowFile, orders: Iterable<PieceOrder>): AsyncGenerator<readonly WrittenRow[]> {
  for (const { piece, edits } of orders) yield editedRows(file, piece, edits);
}

/** Their rows are counted from the first behind the top. */
async function cutBehind({ pieces }: RowFile, { end, records }: Top): Promise<readonly Piece[]> {
  const cut: Piece[] = [];
  for await (const piece of pieces?.cut(PIECE_BYTES, 0, 0) ?? []) {
    if (piece.until <= end) continue;
    const isFirst = piece.offset <= end;
    cut.push({ ...piece, offset: isFirst ? end : piece.offset, row: isFirst ? 1 : piece.row - records });
  }
  return cut;
}

interface PieceOrder {
  /** Which of the pieces it is, from 0. */
  readonly at: number;
  readonly piece: Piece;
  /** Of its rows. */
  readonly edits: readonly RowEdit[];
  /** How many rows of the pieces before stand above it. */
  readonly above: number;
}

function* ordersFor(pieces: readonly Piece[], edits: Iterable<RowEdit>): Generator<PieceOrder> {
  const coming = edits[Symbol.iterator]();
  let next = coming.next();
  let leftOut = 0;
  for (const [at, piece] of pieces.entries()) {
    const own: RowEdit[] = [];
    const above = piece.row - 1 - leftOut;
    for (; next.done !== true && next.value.start < piece.until; next = coming.next()) {
      own.push(next.value);
      // Of the rows above the lines none is edited.
      if (next.value.start >= piece.offset && leavesOut(next.value)) leftOut++;
    }
    yield { at, piece, edits: own, above };
  }
}
