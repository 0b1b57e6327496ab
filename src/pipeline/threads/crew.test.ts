import { expect, it } from 'vitest';
import { newCrew } from './crew.ts';
import type { PassSetup } from './pass-setup.ts';

it('an interrupted command asks its threads for no further piece', async () => {
  const interrupt = new AbortController();
  const crew = newCrew(0, { signal: interrupt.signal });
  const ask = crew.begin({ kind: 'sheet' } as PassSetup);
  interrupt.abort();
  await expect(ask({ offset: 0, row: 1, until: 1 })).rejects.toBe(interrupt.signal.reason);
  await crew.end();
});
