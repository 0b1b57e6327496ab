/** `npm run test:long`: what takes too long for every time, such as killing a command at hundreds of moments. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/scenarios/*-kill.test.ts', 'test/scenarios/fuzz.test.ts', 'test/long/*.long.ts'],
    env: { KATALOGVAKT_KILLS: '200', FUZZ_FILES: '10000' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
