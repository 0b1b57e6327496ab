/**
 * The catalogues of one command, by one crew: small ones side by side, each whole in one thread; a large one by all
 * threads together, while no other large one is.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import { findAgreement } from '../../agreement/find-agreement.ts';
import { slug } from '../../reporters/run-name.ts';
import type { Surroundings } from '../inputs/check-request.ts';
import type { CheckAnswer, CheckOrder } from './check-order.ts';
import { newCrew } from './crew.ts';

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
  const wordLists: NonNullable<Surroundings['wordLists']> = new Map();
  const checkHere = async (order: CheckOrder): Promise<CheckAnswer> => {
    const { checkToOrder } = await import('./check-order.ts');
    return checkToOrder(order, { ...around, ruleSets, wordLists }, catalogues === 1 ? crew : crew.lent);
  };
  const lookInOrder = pLimit(1);
  const inTurn = newTurns();
  return {
    async check(order) {
      if (catalogues === 1) return checkHere(order);
      const { isLarge, folder } = await lookInOrder(() => lookAt(order, crew.longBytes));
      return inTurn(folder, () =>
        threads === 1 || isLarge ? shared(() => checkHere(order)) : whole(() => crew.check(order)),
      );
    },
    end: crew.end,
  };
}

const WORKBOOK = /\.xls[xm]$/i;
/** What a workbook says takes about so many times its bytes. */
const UNPACKED_TIMES = 2;

interface Look {
  /** Whether the threads can share the work on it. */
  readonly isLarge: boolean;
  /** Alike for two whose run folders may get the same name. */
  readonly folder: string;
}

/** What cannot be looked at is told of where it is opened. */
async function lookAt({ request, currentFolder }: CheckOrder, longBytes: number): Promise<Look> {
  const file = path.resolve(currentFolder, request.file);
  const facts = await stat(file).catch(() => undefined);
  const agreement = request.agreement ?? (await findAgreement(file).catch(() => undefined));
  return {
    isLarge: facts !== undefined && facts.size * (WORKBOOK.test(file) ? UNPACKED_TIMES : 1) > longBytes,
    folder: `${slug(path.parse(file).name)} ${agreement}`,
  };
}

/** The later of two with one name waits for the earlier, so that it is always the later one that gets a number. */
function newTurns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const turn = Promise.allSettled([last.get(name)]).then(work);
    last.set(name, turn);
    return turn;
  };
}
