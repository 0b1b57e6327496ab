/** Trying again where trying again helps: ever later, and never all at the same moment. */
import { setTimeout as after } from 'node:timers/promises';
import { PassingFault } from './target.ts';

export interface Pace {
  /** At least 1. */
  readonly attempts: number;
  /** Before the second attempt; doubled for each that follows. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** From 0 up to 1: senders that failed together do not come back together. */
  readonly random: () => number;
}

export const USUAL_PACE: Omit<Pace, 'random'> = { attempts: 5, firstDelayMs: 1_000, longestDelayMs: 60_000 };

/**
 * @param attempt throws a {@link PassingFault} where another attempt may help; anything else ends it
 * @returns what the attempt gave, and which attempt it was
 */
export async function withRetries<T>(
  pace: Pace,
  signal: AbortSignal | undefined,
  attempt: () => Promise<T>,
): Promise<T & { readonly attempts: number }> {
  for (let attempts = 1; ; attempts++) {
    signal?.throwIfAborted();
    try {
      return { ...(await attempt()), attempts };
    } catch (error) {
      if (!(error instanceof PassingFault) || attempts >= pace.attempts) throw error;
      await after(delayMs(pace, attempts, error.waitMs), undefined, signal === undefined ? {} : { signal });
    }
  }
}

/** Between half of the delay and all of it; no shorter than the server asked for, as far as we wait at all. */
function delayMs({ firstDelayMs, longestDelayMs, random }: Pace, attempts: number, asked = 0): number {
  const full = Math.min(firstDelayMs * 2 ** (attempts - 1), longestDelayMs);
  return Math.max(full / 2 + (random() * full) / 2, Math.min(asked, longestDelayMs));
}
