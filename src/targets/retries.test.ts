import { expect, it } from 'vitest';
import { OperationalError } from '../catalogue/error.ts';
import { type Pace, withRetries } from './retries.ts';
import { PassingFault } from './target.ts';

const WORDS = { nb: 'brutt', en: 'broken' };
const PACE: Pace = { attempts: 4, firstDelayMs: 1, longestDelayMs: 4, random: () => 0.5 };

function failing(times: number, error: () => Error): { readonly attempt: () => Promise<{ ok: true }>; calls: number } {
  const counted = {
    calls: 0,
    attempt: async () => {
      if (counted.calls++ < times) throw error();
      return { ok: true as const };
    },
  };
  return counted;
}

it('what passes is tried again, and the number of attempts is told', async () => {
  const twice = failing(2, () => new PassingFault(WORDS));
  expect(await withRetries(PACE, undefined, twice.attempt)).toEqual({ ok: true, attempts: 3 });
});

it('after the last attempt the fault is told', async () => {
  const always = failing(99, () => new PassingFault(WORDS));
  await expect(withRetries(PACE, undefined, always.attempt)).rejects.toThrow('broken');
  expect(always.calls).toBe(4);
});

it('what will not pass is not tried again', async () => {
  const refused = failing(99, () => new OperationalError(WORDS));
  await expect(withRetries(PACE, undefined, refused.attempt)).rejects.toThrow('broken');
  expect(refused.calls).toBe(1);
});

it('the wait doubles, is bounded, and differs by chance; a server that asks for time gets it', async () => {
  const times: number[] = [];
  const run = async (pace: Pace, waitMs?: number): Promise<readonly number[]> => {
    times.length = 0;
    const always = failing(99, () => {
      times.push(performance.now());
      return new PassingFault(WORDS, { waitMs });
    });
    await withRetries(pace, undefined, always.attempt).catch(() => {});
    return times.slice(1).map((time, at) => time - (times[at] ?? 0));
  };
  const slow: Pace = { attempts: 4, firstDelayMs: 40, longestDelayMs: 100, random: () => 1 };
  const [first = 0, second = 0, third = 0] = await run(slow);
  expect(first).toBeGreaterThanOrEqual(38);
  expect(second).toBeGreaterThanOrEqual(78);
  expect(third).toBeGreaterThanOrEqual(98);
  const [asked = 0] = await run({ ...slow, attempts: 2, firstDelayMs: 1, random: () => 0 }, 60);
  expect(asked).toBeGreaterThanOrEqual(58);
});

it('an interruption ends the waiting', async () => {
  const control = new AbortController();
  const always = failing(99, () => new PassingFault(WORDS));
  const run = withRetries({ ...PACE, firstDelayMs: 60_000, longestDelayMs: 60_000 }, control.signal, always.attempt);
  control.abort();
  await expect(run).rejects.toThrow();
  expect(always.calls).toBeLessThanOrEqual(1);
});
