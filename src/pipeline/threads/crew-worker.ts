/** What runs in each thread of the crew: reads pieces, one after the other, and checks whole catalogues. */
import { parentPort } from 'node:worker_threads';
import type { Piece } from '../../readers/reader.ts';
import type { Surroundings } from '../inputs/check-request.ts';
import type { CheckAnswer, CheckOrder } from './check-order.ts';
import type { CrewMessage, CrewReply, PieceReply } from './crew.ts';
import { ownMemory } from './own-memory.ts';
import { type PassSetup, type PieceWork, workFrom } from './pass-setup.ts';

const passes = new Map<number, PieceWork>();
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
      last = last.then(async () =>
        answerPiece(message.number, await replyTo(message.pass, message.piece, message.more)),
      );
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
  const work = await workFrom(setup);
  if (work !== undefined) passes.set(number, work);
}

/** Whatever is thrown is thrown again where the piece is read from its true beginning, with the right row. */
async function replyTo(pass: number, piece: Piece, more: unknown): Promise<PieceReply> {
  const work = passes.get(pass);
  if (work === undefined) return { failed: true };
  try {
    return { failed: false, ...(await work(piece, more)) };
  } catch {
    return { failed: true };
  }
}
