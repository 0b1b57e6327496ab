/** Files written and read in order in large blocks, for texts that are too many and too short to wait for each. */
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { fileError } from '../../catalogue/error.ts';

/** A run has nine of them at a time, however small its files are. */
export const BLOCK_BYTES = 1 << 18;
/** The most that one UTF-16 unit takes in UTF-8. */
const BYTES_PER_UNIT = 3;

export interface BlockWriter {
  /** Bytes put so far. */
  readonly size: number;
  /** How many of them are in the file, where others can read them. */
  readonly written: number;
  put(text: string): void;
  putBytes(bytes: Uint8Array, start: number, end: number): void;
  /** Writes what is left and closes the file. */
  end(): void;
  /** Closes the file as it is; harmless when that is done. */
  abandon(): void;
}

/**
 * @param mode whether a file that is there is replaced or goes on
 * @throws OperationalError when it cannot be written; so do its functions
 */
export function newBlockWriter(path: string, mode: 'new' | 'append' = 'new'): BlockWriter {
  const file = inWords(path, () => openSync(path, mode === 'new' ? 'w' : 'a'));
  const block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
  let used = 0;
  let written = 0;
  let open = true;
  const write = (bytes: Uint8Array, start: number, end: number): void => {
    for (let at = start; at < end; ) at += inWords(path, () => writeSync(file, bytes, at, end - at));
    written += end - start;
  };
  const flush = (): void => {
    const length = used;
    used = 0;
    write(block, 0, length);
  };
  const abandon = (): void => {
    if (!open) return;
    open = false;
    closeSync(file);
  };
  const putBytes = (bytes: Uint8Array, start: number, end: number): void => {
    const length = end - start;
    if (used + length > BLOCK_BYTES) flush();
    if (length > BLOCK_BYTES) {
      write(bytes, start, end);
      return;
    }
    block.set(bytes.subarray(start, end), used);
    used += length;
  };
  return {
    get size() {
      return written + used;
    },
    get written() {
      return written;
    },
    put(text) {
      const most = BYTES_PER_UNIT * text.length;
      if (used + most > BLOCK_BYTES) flush();
      if (most <= BLOCK_BYTES) used += block.write(text, used);
      else {
        const bytes = Buffer.from(text);
        putBytes(bytes, 0, bytes.length);
      }
    },
    putBytes,
    end() {
      flush();
      abandon();
    },
    abandon,
  };
}

export interface BlockReader {
  readonly size: number;
  /** Bytes of a range, valid until the next is asked for. Ranges that follow each other are read together. */
  read(start: number, end: number): Buffer;
  /** May be called again. */
  close(): void;
}

/** @throws OperationalError when the file cannot be read; so do its functions */
export function newBlockReader(path: string): BlockReader {
  const file = inWords(path, () => openSync(path, 'r'));
  const { size } = fstatSync(file);
  let block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
  let from = 0;
  let until = 0;
  let open = true;
  return {
    size,
    read(start, end) {
      if (start < from || end > until) {
        if (end - start > block.length) block = Buffer.allocUnsafeSlow(end - start);
        from = start;
        until = start;
        while (until < end) {
          const read = inWords(path, () => readSync(file, block, until - from, block.length - (until - from), until));
          if (read === 0) throw new RangeError(`${path} ends before byte ${end}`);
          until += read;
        }
      }
      return block.subarray(start - from, end - from);
    },
    close() {
      if (open) closeSync(file);
      open = false;
    },
  };
}

function inWords<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw fileError(error, path);
  }
}
