/** The bytes of a file from the first to the last. */
import { open } from 'node:fs/promises';

/** Few, large chunks: each costs a turn of the event loop. */
const CHUNK_BYTES = 1 << 20;
/** Where the system does not say how much is coming. */
const LEAST_BYTES = 1 << 16;

/**
 * A small file takes no more memory than it has bytes: a run reads some twenty of them, and more memory than is used has
 * the engine collect garbage for nothing.
 * @returns chunks, each as it is until the next one is asked for
 * @throws what the system says of a file that cannot be read
 */
export async function* fileChunks(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size >= CHUNK_BYTES) {
      // Reads the next chunk while one is worked on.
      yield* file.createReadStream({ highWaterMark: CHUNK_BYTES, autoClose: false }) as AsyncIterable<Buffer>;
      return;
    }
    const buffer = Buffer.allocUnsafe(Math.max(size, LEAST_BYTES));
    for (;;) {
      const { bytesRead } = await file.read(buffer);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
