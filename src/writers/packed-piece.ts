/**
 * A part of a zip archive in pieces, each packed by itself, so that several threads can pack side by side. One behind the
 * other, with {@link END_OF_PIECES} behind the last, they are one stream of deflate.
 */
import { Buffer } from 'node:buffer';
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib';
import { inOrder } from '../catalogue/in-order.ts';

/** Plain data. */
export interface PackedPiece {
  readonly bytes: Uint8Array;
  /** CRC-32 of what was packed. */
  readonly checksum: number;
  /** How many bytes that was. */
  readonly unpacked: number;
}

/** The quickest: packing is a good part of writing a large workbook. */
export const PACKING_LEVEL = 1;
/** Whole bytes, and no end: another piece may follow. */
const OPTIONS = { level: PACKING_LEVEL, finishFlush: constants.Z_SYNC_FLUSH } as const;
const inBackground = promisify<Uint8Array, typeof OPTIONS, Buffer>(deflateRaw);

/** An empty last block. @see RFC 1951 3.2.6 */
export const END_OF_PIECES = Buffer.from([3, 0]);

/** In a thread of the system's own. */
export async function packed(piece: Uint8Array): Promise<PackedPiece> {
  return described(piece, await inBackground(piece, OPTIONS));
}

/** In order; one is packed while the next is put together. */
export async function* packedSoon(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<PackedPiece> {
  for await (const { reply } of inOrder(pieces, packed, 2)) yield reply;
}

/** In this thread: for one that has nothing else to do. */
export function packedHere(piece: Uint8Array): PackedPiece {
  return described(piece, deflateRawSync(piece, OPTIONS));
}

function described(piece: Uint8Array, bytes: Uint8Array): PackedPiece {
  return { bytes, checksum: crc32(piece), unpacked: piece.length };
}
