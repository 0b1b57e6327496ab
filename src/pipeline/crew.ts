/** Threads that read pieces of large files. They are started when the first large file turns up. */
import { Worker } from 'node:worker_threads';
import type { Piece, Position } from '../readers/reader.ts';
import type { PassSetup } from './pass-setup.ts';

export interface Crew {
  /** How many threads there are besides this one; below 2 all work is done here. */
  readonly size: number;
  /** About how long a piece is; a file that is no longer is read here. */
  readonly pieceBytes: number;
  /** Tells all threads of a pass. @returns has one of them read a piece */
  begin(setup: PassSetup): (piece: Piece) => Promise<PieceReply>;
  /** Ends all threads, whatever they do; may be called again. */
  end(): Promise<void>;
}

/** What a thread made of a piece; failed when anything was thrown, which is for {@link passOver} to look into. */
export type PieceReply =
  | { readonly failed: false; readonly results: readonly unknown[]; readonly next: Position }
  | { readonly failed: true };

/** What a thread is told: of a pass, or to read a piece. */
export type CrewMessage =
  | { readonly pass: number; readonly setup: PassSetup }
  | { readonly pass: number; readonly piece: Piece };

/** Long enough that the piece is worth the message, short enough that all threads end at about the same time. */
const PIECE_BYTES = 4 << 20;
/** So that most of what a batch of lines leaves behind is gone before it is looked at twice. */
const YOUNG_MEGABYTES = 48;

interface Member {
  /** Pieces that it was asked for and has not answered. */
  readonly busy: () => number;
  tell(message: CrewMessage): void;
  read(pass: number, piece: Piece): Promise<PieceReply>;
  end(): Promise<unknown>;
}

export function newCrew(size: number, pieceBytes = PIECE_BYTES): Crew {
  let members: readonly Member[] | undefined;
  let passes = 0;
  return {
    size,
    pieceBytes,
    begin(setup) {
      members ??= Array.from({ length: size }, newMember);
      const crew = members;
      const pass = passes++;
      for (const member of crew) member.tell({ pass, setup });
      return (piece) => crew.reduce((a, b) => (b.busy() < a.busy() ? b : a)).read(pass, piece);
    },
    async end() {
      await Promise.all((members ?? []).map((member) => member.end()));
    },
  };
}

function newMember(): Member {
  const worker = new Worker(new URL('./crew-worker.js', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  /** Answered in the order they were asked. */
  const waiting: { resolve(reply: PieceReply): void; reject(error: unknown): void }[] = [];
  let failure: Error | undefined;
  const fail = (error: Error): void => {
    failure ??= error;
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  worker.on('message', (reply: PieceReply) => waiting.shift()?.resolve(reply));
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('a thread ended before its work did')));
  return {
    busy: () => waiting.length,
    tell: (message) => worker.postMessage(message),
    read: (pass, piece) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        waiting.push({ resolve, reject });
        worker.postMessage({ pass, piece } satisfies CrewMessage);
      }),
    end: () => worker.terminate(),
  };
}
