/** Keeps a long sequence of plain values in order without holding them all: past a limit they go to a temporary file. */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { fileError } from '../../catalogue/error.ts';
import { jsonLine, readJsonLines } from './json-lines.ts';

const MEMORY_ITEMS = 20_000;
const BLOCK_ITEMS = 512;

export interface Spool<T> {
  readonly size: number;
  add(value: T): void;
  /**
   * Waits where the disk is slower than the run.
   * @throws OperationalError when the disk is full
   */
  drained(): Promise<void>;
  /** @throws OperationalError when the disk is full */
  read(): AsyncIterable<T>;
}

/** @param path where the temporary file goes when one is needed; whoever owns the folder removes it */
export function newSpool<T>(path: string): Spool<T> {
  let size = 0;
  let memory: T[] = [];
  let stream: WriteStream | undefined;
  let failure: Error | undefined;
  const flush = (): void => {
    if (memory.length === 0) return;
    stream ??= createWriteStream(path).on('error', (error) => {
      failure = error;
    });
    stream.write(memory.map(jsonLine).join(''));
    memory = [];
  };
  const refuseFailure = (): void => {
    if (failure !== undefined) throw fileError(failure, path);
  };
  return {
    get size() {
      return size;
    },
    add(value) {
      size++;
      memory.push(value);
      if (memory.length >= (stream === undefined ? MEMORY_ITEMS : BLOCK_ITEMS)) flush();
    },
    async drained() {
      refuseFailure();
      // Asked of the stream itself: it may have drained while the run waited for something else.
      if (stream?.writableNeedDrain === true) await once(stream, 'drain').catch(refuseFailure);
    },
    async *read() {
      if (stream === undefined) {
        yield* memory;
        return;
      }
      refuseFailure();
      flush();
      if (!stream.closed) {
        stream.end();
        await once(stream, 'close').catch(refuseFailure);
      }
      refuseFailure();
      yield* readJsonLines<T>(path);
    },
  };
}
