/** Bytes of a file by where they lie, read block by block: whoever asks goes through the file in order, mostly. */
import { closeSync, openSync, readSync } from 'node:fs';

const BLOCK_BYTES = 1 << 18;

/** @returns bytes from `start` to before `end` */
export function blockReader(path: string): (start: number, end: number) => Buffer {
  let block: Buffer = Buffer.alloc(0);
  let blockStart = 0;
  return (start, end) => {
    if (start < blockStart || end > blockStart + block.length) {
      block = readBlock(path, start, Math.max(BLOCK_BYTES, end - start));
      blockStart = start;
    }
    return block.subarray(start - blockStart, end - blockStart);
  };
}

/** The file is opened for each block and closed again: nobody has to remember to. */
function readBlock(path: string, start: number, bytes: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(bytes);
    return buffer.subarray(0, readSync(file, buffer, 0, bytes, start));
  } finally {
    closeSync(file);
  }
}
