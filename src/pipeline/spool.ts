/** Keeps a long sequence of plain values in order without holding them all: past a limit they go to a temporary file. */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { jsonLine, readJsonLines } from './json-lines.ts';

const MEMORY_ITEMS = 20_000;
const BLOCK_ITEMS = 512;

export interface Spool<T> {
  readonly size: number;
  add(value: T): void;
  /** Waits where the disk is slower than the run. */
  drained(): Promise<void>;
  read(): AsyncIterable<T>;
}

/** @param path where the temporary file goes when one is needed; whoever owns the folder removes it */
export function newSpool<T>(path: string): Spool<T> {
  let size = 0;
  let memory: T[] = [];
  let stream: WriteStream | undefined;
  let failure: unknown;
  let waiting = false;
  const flush = (): void => {
    if (memory.length === 0) return;
    stream ??= createWriteStream(path).on('error', (error) => {
      failure = error;
    });
    waiting = !stream.write(memory.map(jsonLine).join(''));
    memory = [];
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
      if (failure !== undefined) throw failure;
      if (waiting && stream !== undefined) await once(stream, 'drain');
      waiting = false;
    },
    async *read() {
      if (stream === undefined) {
        yield* memory;
        return;
      }
      flush();
      if (!stream.closed) {
        stream.end();
        await once(stream, 'close');
      }
      yield* readJsonLines<T>(path);
    },
  };
}
