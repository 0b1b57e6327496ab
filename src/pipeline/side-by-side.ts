/**
 * The catalogues of one command, by one crew: small ones side by side, each whole in one thread; a large one by all
 * threads together, while no other large one is.
 */
import { stat } from 'node:fs/promises';
import pLimit from 'p-limit';
import type { CheckAnswer, CheckOrder } from './check-order.ts';
import { newCrew } from './crew.ts';
import type { Surroundings } from './load-inputs.ts';

export interface SideBySide {
  /** @returns what went wrong, too: nothing is thrown */
  check(order: CheckOrder): Promise<CheckAnswer>;
  /** Ends all threads. */
  end(): Promise<void>;
}

/** While one waits for the disk another one works. */
const PER_THREAD = 2;

/** @param around its `progress` is for a catalogue that is the only one */
export function newSideBySide(
  threads: number,
  catalogues: number,
  around: Required<Pick<Surroundings, 'signal' | 'progress'>>,
): SideBySide {
  const crew = newCrew(threads, { signal: around.signal });
  const shared = pLimit(threads === 1 ? PER_THREAD : 1);
  const whole = pLimit(PER_THREAD * threads);
  const ruleSets: NonNullable<Surroundings['ruleSets']> = new Map();
  const here = (order: CheckOrder): Promise<CheckAnswer> =>
    shared(async () => {
      const { checkToOrder } = await import('./check-order.ts');
      return checkToOrder(order, { ...around, ruleSets }, catalogues === 1 ? crew : crew.lent);
    });
  return {
    async check(order) {
      const isShared = threads === 1 || catalogues === 1 || (await isLarge(order, crew.pieceBytes));
      return isShared ? here(order) : whole(() => crew.check(order));
    },
    end: crew.end,
  };
}

/** Whether the threads can share the work on it. What cannot be looked at is told of where it is opened. */
async function isLarge({ request }: CheckOrder, pieceBytes: number): Promise<boolean> {
  if (/\.xls[xm]$/i.test(request.file)) return false;
  return stat(request.file).then(
    ({ size }) => size > pieceBytes,
    () => false,
  );
}
