/**
 * One pass over all rows of a file, by the crew where the file is large. The results come in file order and are the
 * same whoever read them: a piece counts only when it begins where the piece before it ended, see csv-pieces.ts.
 */

import { inOrder } from '../../catalogue/in-order.ts';
import type { MappedFile } from '../../diff/previous-version.ts';
import { type Pass, type Passed, passHere } from '../../readers/passed.ts';
import type { Piece, PieceReader, Pieces, Position } from '../../readers/reader.ts';
import { type Crew, piecesAhead } from './crew.ts';
import type { PassSetup } from './pass-setup.ts';

/**
 * @param here makes the results in this thread
 * @param setup what another thread needs to make the same; nothing when it cannot
 * @throws what the pass throws and what reading the file throws, as if all were read here
 */
export async function* passOver<R>(
  crew: Crew,
  { file, mapping }: MappedFile,
  here: Pass<R>,
  setup: () => PassSetup | undefined,
): AsyncGenerator<Passed<R>> {
  const { pieces } = file;
  const told = crew.size < 2 || !isLong(pieces, crew) ? undefined : setup();
  if (pieces === undefined || told === undefined) {
    yield* passHere(file, here);
    return;
  }
  const { columns, headingRow } = mapping.header;
  const cut = pieces.cut(crew.pieceBytes, columns.length, headingRow);
  let position: Position | undefined;
  for await (const { asked, reply } of inOrder(cut, crew.begin(told), piecesAhead(crew))) {
    position ??= asked;
    const shift = position.row - asked.row;
    if (!reply.failed && asked.offset === position.offset && shift >= 0) {
      for (const result of reply.results as readonly R[]) yield { result, shift };
      position = { offset: reply.next.offset, row: reply.next.row + shift };
    } else position = yield* readAgain(pieces.read, { ...position, until: asked.until }, here);
  }
}

/** Whether there is enough of it to share. */
export function isLong(pieces: Pieces | undefined, { longBytes }: Crew): boolean {
  return pieces !== undefined && (pieces.bytes() ?? Number.POSITIVE_INFINITY) > longBytes;
}

/** In this thread, from where the piece truly begins; nothing of it may be left. */
async function* readAgain<R>(read: PieceReader, piece: Piece, here: Pass<R>): AsyncGenerator<Passed<R>, Position> {
  if (piece.offset >= piece.until) return piece;
  const rows = read(piece);
  try {
    for (;;) {
      const { done, value } = await rows.next();
      if (done === true) return value;
      yield { result: here(value), shift: 0 };
    }
  } finally {
    await rows.return({ offset: piece.offset, row: piece.row });
  }
}
