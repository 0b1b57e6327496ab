import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Whole runs start the command as a process of its own, several times.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
