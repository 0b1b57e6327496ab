/** `--threads N` */
import { availableParallelism } from 'node:os';
import { OperationalError } from '../catalogue/error.ts';
import type { Option } from './command.ts';

export const THREADS: Option = {
  type: 'number',
  describe: {
    nb: 'tråder som deler arbeidet med store eller mange filer (ellers én per kjerne, høyst 8)',
    en: 'threads that share the work on large or many files (default: one per core, at most 8)',
  },
};

interface ThreadsOption {
  readonly threads: number | undefined;
}

const MOST_THREADS = 8;

/** @throws OperationalError for anything but a positive whole number */
export function threadsOf({ threads = Math.min(availableParallelism(), MOST_THREADS) }: ThreadsOption): number {
  if (Number.isSafeInteger(threads) && threads >= 1) return threads;
  throw new OperationalError({
    nb: '--threads må være et helt tall fra 1.',
    en: '--threads must be a whole number from 1.',
  });
}
