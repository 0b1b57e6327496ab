/** What runs in each thread of the crew: reads pieces, one after the other, and checks whole catalogues. */
import { parentPort } from 'node:worker_threads';
import type { Pass } from '../readers/passed.ts';
import type { Piece, PieceReader } from '../readers/reader.ts';
import type { CheckAnswer, CheckOrder } from './check-order.ts';
import type { CrewMessage, CrewReply, PieceReply } from './crew.ts';
import type { Surroundings } from './load-inputs.ts';
import { ownMemory } from './own-memory.ts';
import { type PassSetup, passFrom } from './pass-setup.ts';

interface KnownPass {
  readonly pass: Pass<unknown>;
  readonly read: PieceReader;
}

const passes = new Map<number, KnownPass>();
let last: Promise<void> = Promise.resolve();
const stopped = new AbortController();
const ruleSets: NonNullable<Surroundings['ruleSets']> = new Map();
const wordLists: NonNullable<Surroundings['wordLists']> = new Map();

parentPort?.on('message', (message: CrewMessage) => {
  switch (message.kind) {
    case 'pass':
      last = last.then(() => prepare(message.pass, message.setup));
      break;
    case 'piece':
      last = last.then(async () => answerPiece(message.number, await replyTo(message.pass, message.piece)));
      break;
    case 'check':
      void checked(message.order).then((reply) => answer(message.number, reply));
      break;
    case 'forget':
      last = last.then(() => passes.clear());
      break;
    case 'stop':
      stopped.abort();
      break;
  }
});

function answer(number: number, reply: CheckAnswer): void {
  parentPort?.postMessage({ number, reply } satisfies CrewReply);
}

/** What a pass made of a piece is made for this answer alone: nothing of it is needed here any more. */
function answerPiece(number: number, reply: PieceReply): void {
  const memory = reply.failed ? [] : reply.results.flatMap(ownMemory);
  parentPort?.postMessage({ number, reply } satisfies CrewReply, memory);
}

/** What a whole check needs is loaded only where there is one. */
async function checked(order: CheckOrder): Promise<CheckAnswer> {
  const { checkToOrder } = await import('./check-order.ts');
  return checkToOrder(order, { signal: stopped.signal, ruleSets, wordLists });
}

async function prepare(number: number, setup: PassSetup): Promise<void> {
  const { file, pass } = await passFrom(setup);
  const { pieces } = file.file;
  if (pieces !== undefined) passes.set(number, { pass, read: pieces.read });
}

/** Whatever is thrown is thrown again where the piece is read from its true beginning, with the right row. */
async function replyTo(pass: number, piece: Piece): Promise<PieceReply> {
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
