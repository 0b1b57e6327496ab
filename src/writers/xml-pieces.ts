/** XML put together as bytes: a sheet is a few short texts and many numbers, two million times over. */
import { Buffer } from 'node:buffer';

export interface XmlPieces {
  /** Bytes so far. */
  readonly size: number;
  /** @param ascii goes as it is, and holds no letter beyond ASCII */
  put(ascii: string): void;
  /** @param text goes as it is, in UTF-8 */
  putText(text: string): void;
  /** All of it, in memory of its own; nothing is put behind it. */
  take(): Uint8Array;
}

const ROOM = 128 * 1024;
/** The most that one UTF-16 unit takes in UTF-8. */
const BYTES_PER_UNIT = 3;

export function newXmlPieces(): XmlPieces {
  let piece = Buffer.allocUnsafeSlow(ROOM);
  let size = 0;
  const makeRoom = (bytes: number): void => {
    if (size + bytes <= piece.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (size + bytes));
    larger.set(piece.subarray(0, size));
    piece = larger;
  };
  return {
    get size() {
      return size;
    },
    put(ascii) {
      const { length } = ascii;
      makeRoom(length);
      const [bytes, from] = [piece, size];
      // By hand: for so few letters a call of what encodes text takes longer than the letters.
      for (let at = 0; at < length; at++) bytes[from + at] = ascii.charCodeAt(at);
      size = from + length;
    },
    putText(text) {
      makeRoom(BYTES_PER_UNIT * text.length);
      size += piece.write(text, size);
    },
    take: () => Uint8Array.prototype.slice.call(piece, 0, size),
  };
}
