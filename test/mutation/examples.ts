/** The examples of one family's rules, without loading the others: each change that is tried loads this again. */
import { readdirSync } from 'node:fs';
import process from 'node:process';
import { expect, it } from 'vitest';
import type { Rule } from '../../src/engine/rule.ts';
import { checkExamples } from '../../src/engine/run-examples.ts';

const family = process.env['MUTATE_FAMILY'] ?? '';
const names = readdirSync(new URL(`../../src/rules/${family}`, import.meta.url))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => name.slice(0, -'.ts'.length));

for (const name of names) {
  const { default: rule } = (await import(`../../src/rules/${family}/${name}.ts`)) as {
    readonly default?: Rule | readonly Rule[];
  };
  if (rule === undefined || !('id' in rule)) continue;
  it(`${family}/${name}`, () => expect(checkExamples(rule, `${family}/${name}`)).toEqual([]));
}
