/**
 * Threads that read pieces of large files, or check a whole catalogue each. Each is started when there is work for it.
 */
import { type MessagePort, Worker } from 'node:worker_threads';
import type { Piece, Position } from '../../readers/reader.ts';
import type { CheckAnswer, CheckOrder } from './check-order.ts';
import type { PassSetup } from './pass-setup.ts';

/** Whom to share the work on one catalogue with. */
export interface Crew {
  /** How many threads there are besides this one; below 2 all work is done here. */
  readonly size: number;
  /** About how long a piece is. */
  readonly pieceBytes: number;
  /** A file that is no longer is read here. */
  readonly longBytes: number;
  /**
   * Tells all threads of a pass.
   * @returns has one of them work on a piece; `more` is what the pass must know of it, `ports` those that are in it
   */
  begin(setup: PassSetup): (piece: Piece, more?: unknown, ports?: readonly MessagePort[]) => Promise<PieceReply>;
  /** All that was told of passes may be forgotten; the threads stay. */
  forget(): void;
  /** Nothing more is asked for this catalogue, and nothing told of it need be kept; may be called again. */
  end(): Promise<void>;
}

/** A crew for the catalogues of a whole command. */
export interface CommandCrew extends Crew {
  /** Has a thread check a whole catalogue. */
  check(order: CheckOrder): Promise<CheckAnswer>;
  /** For one catalogue: its `end` leaves the threads for the next one. */
  readonly lent: Crew;
}

/** Pieces that threads are asked for before the first of them is taken: none must wait, nor results pile up. */
export function piecesAhead({ size }: Crew): number {
  return 2 * size;
}

/** What a thread made of a piece; failed when anything was thrown, which is for {@link passOver} to look into. */
export type PieceReply =
  | { readonly failed: false; readonly results: readonly unknown[]; readonly next: Position }
  | { readonly failed: true };

/** What a thread is told or asked; what has a number of its own is answered under it. */
export type CrewMessage =
  | { readonly kind: 'pass'; readonly pass: number; readonly setup: PassSetup }
  | {
      readonly kind: 'piece';
      readonly number: number;
      readonly pass: number;
      readonly piece: Piece;
      readonly more: unknown;
    }
  | { readonly kind: 'check'; readonly number: number; readonly order: CheckOrder }
  /** All passes are over. */
  | { readonly kind: 'forget' }
  /** The command was interrupted. */
  | { readonly kind: 'stop' };

export interface CrewReply {
  readonly number: number;
  readonly reply: unknown;
}

type Question = Extract<CrewMessage, { readonly number: number }>;

/** Long enough that the piece is worth the message, short enough that all threads end at about the same time. */
const PIECE_BYTES = 1 << 19;
/** What takes longer than it takes a thread to begin. */
const LONG_BYTES = 4 << 20;
/** So that most of what a batch of lines leaves behind is gone before it is looked at twice. */
const YOUNG_MEGABYTES = 48;

interface Member {
  /** Questions that it has not answered. */
  readonly busy: () => number;
  /** Whether it ended or failed. */
  readonly isGone: () => boolean;
  tell(message: Exclude<CrewMessage, Question>): void;
  ask(question: (number: number) => Question, ports?: readonly MessagePort[]): Promise<unknown>;
  end(): Promise<unknown>;
}

export interface CrewOptions {
  /** Files of more than one piece are shared then. */
  readonly pieceBytes?: number | undefined;
  /** Interrupts the whole catalogues that threads are checking; to ask for a piece throws then. */
  readonly signal?: AbortSignal | undefined;
}

export function newCrew(size: number, { pieceBytes, signal }: CrewOptions = {}): CommandCrew {
  let members: readonly Member[] = [];
  let passes = 0;
  const hire = (): void => {
    const member = newMember();
    if (signal?.aborted === true) member.tell({ kind: 'stop' });
    members = [...members, member];
  };
  const tellAll = (message: Parameters<Member['tell']>[0]): void => {
    for (const member of members) member.tell(message);
  };
  const leastBusy = (): Member => {
    members = members.filter((member) => !member.isGone());
    if (members.length < size && members.every((member) => member.busy() > 0)) hire();
    return members.reduce((a, b) => (b.busy() < a.busy() ? b : a));
  };
  const end = async (): Promise<void> => {
    signal?.removeEventListener('abort', stop);
    await Promise.all(members.map((member) => member.end()));
  };
  const stop = (): void => tellAll({ kind: 'stop' });
  signal?.addEventListener('abort', stop);
  const crew: Crew = {
    size,
    pieceBytes: pieceBytes ?? PIECE_BYTES,
    longBytes: pieceBytes ?? LONG_BYTES,
    begin(setup) {
      while (members.length < size) hire();
      const pass = passes++;
      tellAll({ kind: 'pass', pass, setup });
      // An answer is what the question asks for: the thread runs this very version.
      return async (piece, more, ports) => {
        signal?.throwIfAborted();
        const asked = (number: number) => ({ kind: 'piece', number, pass, piece, more }) as const;
        return leastBusy().ask(asked, ports) as Promise<PieceReply>;
      };
    },
    forget: () => tellAll({ kind: 'forget' }),
    end,
  };
  return {
    ...crew,
    check: (order) => leastBusy().ask((number) => ({ kind: 'check', number, order })) as Promise<CheckAnswer>,
    lent: { ...crew, end: async () => crew.forget() },
  };
}

interface Waiting {
  resolve(reply: unknown): void;
  reject(error: unknown): void;
}

function newMember(): Member {
  const worker = new Worker(new URL('./crew-worker.js', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let failure: Error | undefined;
  const fail = (error: Error): void => {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };
  worker.on('message', ({ number, reply }: CrewReply) => {
    waiting.get(number)?.resolve(reply);
    waiting.delete(number);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('a thread ended before its work did')));
  return {
    busy: () => waiting.size,
    isGone: () => failure !== undefined,
    tell: (message) => worker.postMessage(message),
    ask: (question, ports) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        const number = asked++;
        waiting.set(number, { resolve, reject });
        worker.postMessage(question(number), ports);
      }),
    end: () => worker.terminate(),
  };
}
