/**
 * Where each piece of a sheet ends, known to all threads as soon as one of them knows: rows and texts of a piece are
 * numbered on from those of the piece before.
 */
import type { Standing } from '../../writers/xlsx-piece.ts';

/** Rows and texts at the end of each piece, one behind the other; memory that threads share. */
export type PieceEnds = Int32Array<SharedArrayBuffer>;

const UNKNOWN = -1;
const NUMBERS = 2;

/** @param before what stands in front of the first of them */
export function newPieceEnds(pieces: number, before: Standing): PieceEnds {
  const ends = new Int32Array(new SharedArrayBuffer((pieces + 1) * NUMBERS * Int32Array.BYTES_PER_ELEMENT));
  ends.fill(UNKNOWN);
  noteEnd(ends, -1, before);
  return ends;
}

/** Waits until it is known. @param piece from 0; a thread is given pieces in their order, so that none waits for itself */
export function standingBefore(ends: PieceEnds, piece: number): Standing {
  const at = piece * NUMBERS;
  // The texts are noted last.
  while (Atomics.load(ends, at + 1) === UNKNOWN) Atomics.wait(ends, at + 1, UNKNOWN);
  return { rows: Atomics.load(ends, at), texts: Atomics.load(ends, at + 1) };
}

/** @param piece from 0; -1 for what stands in front of them all */
export function noteEnd(ends: PieceEnds, piece: number, { rows, texts }: Standing): void {
  const at = (piece + 1) * NUMBERS;
  Atomics.store(ends, at, rows);
  Atomics.store(ends, at + 1, texts);
  Atomics.notify(ends, at + 1);
}
