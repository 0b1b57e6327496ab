/** What runs in each thread of the crew: reads the pieces it is given, one after the other. */
import { parentPort } from 'node:worker_threads';
import type { Pass } from '../readers/passed.ts';
import type { Piece, PieceReader } from '../readers/reader.ts';
import type { CrewMessage, PieceReply } from './crew.ts';
import { passFrom } from './pass-setup.ts';

interface KnownPass {
  readonly pass: Pass<unknown>;
  readonly read: PieceReader;
}

const passes = new Map<number, KnownPass>();
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: CrewMessage) => {
  if ('setup' in message) prepare(message);
  else last = last.then(async () => parentPort?.postMessage(await replyTo(message)));
});

function prepare({ pass: number, setup }: Extract<CrewMessage, { setup: unknown }>): void {
  const { file, pass } = passFrom(setup);
  const { piece } = file.file;
  if (piece !== undefined) passes.set(number, { pass, read: piece });
}

/** Whatever is thrown is thrown again where the piece is read from its true beginning, with the right row. */
async function replyTo({ pass, piece }: Extract<CrewMessage, { piece: unknown }>): Promise<PieceReply> {
  const known = passes.get(pass);
  if (known === undefined) return { failed: true };
  try {
    return await readPiece(known, piece);
  } catch {
    return { failed: true };
  }
}

async function readPiece({ pass, read }: KnownPass, piece: Piece): Promise<PieceReply> {
  const rows = read(piece);
  const results: unknown[] = [];
  for (;;) {
    const { done, value } = await rows.next();
    if (done === true) return { failed: false, results, next: value };
    results.push(pass(value));
  }
}
