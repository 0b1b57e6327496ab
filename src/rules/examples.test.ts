/** Every rule, whatever its family, keeps its own examples. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../engine/rule.ts';
import { checkExamples } from '../engine/run-examples.ts';

/** A rule, or a table of them, is what its file gives by default; what a family shares gives nothing so. */
async function allRules(): Promise<readonly (readonly [id: string, rule: Rule])[]> {
  const families = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const ids = families.flatMap(({ name }) =>
    readdirSync(new URL(`./${name}/`, import.meta.url))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => `${name}/${file.slice(0, -'.ts'.length)}`),
  );
  const modules = await Promise.all(
    ids.map(async (id) => {
      const url = new URL(`./${id}.ts`, import.meta.url);
      const { default: held } = (await import(url.href)) as { readonly default?: Rule | readonly Rule[] };
      return { id, held };
    }),
  );
  return modules.flatMap(({ id, held }): readonly (readonly [string, Rule])[] => {
    if (held === undefined) return [];
    return 'id' in held ? [[id, held]] : held.map((rule) => [rule.id, rule]);
  });
}

const rules = await allRules();

describe('a rule keeps its own examples', () => {
  it('for every rule there is', () => expect(rules.length).toBeGreaterThan(40));

  it.each(rules)('%s', (id, rule) => expect(checkExamples(rule, id)).toEqual([]));
});

/** An option, or a file of the workspace. */
const OF_WHOEVER_CHECKS = /--[a-z]|\.ya?ml|katalogvakt/i;

it('a supplier is told of nothing that only whoever checks has', () => {
  const told = rules.flatMap(([id, { fault, because, advice, message }]) =>
    JSON.stringify([fault, because, advice, message]).match(OF_WHOEVER_CHECKS) === null ? [] : [id],
  );
  expect(told).toEqual([]);
});
