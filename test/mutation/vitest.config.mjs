/** The tests that a mutation run asks: those of the family, and those that all rules are held against. */
import process from 'node:process';
import { defineConfig } from 'vitest/config';

const family = process.env['MUTATE_FAMILY'] ?? '*';

export default defineConfig({
  test: {
    include: [`src/rules/${family}/*.test.ts`, 'src/rules/examples.test.ts', 'src/rules/one-finding.test.ts'],
    testTimeout: 60_000,
  },
});
