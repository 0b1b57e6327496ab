/** Every rule, whatever its family, keeps its own examples. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../engine/rule.ts';
import { checkExamples } from '../engine/run-examples.ts';

/** A rule is what its file gives by default; what a family shares gives nothing so. */
async function allRules(): Promise<readonly (readonly [id: string, rule: Rule])[]> {
  const families = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const ids = families.flatMap(({ name }) =>
    readdirSync(new URL(`./${name}/`, import.meta.url))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => `${name}/${file.slice(0, -'.ts'.length)}`),
  );
  const modules = await Promise.all(
    ids.map(
      async (id): Promise<[string, { readonly default?: Rule }]> => [
        id,
        await import(new URL(`./${id}.ts`, import.meta.url).href),
      ],
    ),
  );
  return modules.flatMap(([id, { default: rule }]) => (rule === undefined ? [] : [[id, rule] as const]));
}

const rules = await allRules();

describe('a rule keeps its own examples', () => {
  it('for every rule there is', () => expect(rules.length).toBeGreaterThan(40));

  it.each(rules)('%s', (id, rule) => expect(checkExamples(rule, id)).toEqual([]));
});
