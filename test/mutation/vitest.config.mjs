/** The tests that a mutation run asks: those of the family, and the examples of its rules. */
import process from 'node:process';
import { defineConfig } from 'vitest/config';

const family = process.env['MUTATE_FAMILY'] ?? '*';

export default defineConfig({
  test: {
    include: [`src/rules/${family}/*.test.ts`, 'test/mutation/examples.ts'],
    testTimeout: 60_000,
  },
});
