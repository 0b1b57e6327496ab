/** The rules there are: found by their files, so that adding one needs no list to be kept by hand. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule } from '../engine/rule.ts';

/**
 * Every rule under `src/rules`, by id. A rule file default-exports its rule; the other files of a family are what its
 * rules share. The built files are loaded one by one and not by the index, which may not know a new rule yet.
 * @param root folder of the project, built
 * @throws Error when a rule's id is not its folder and file name
 */
export async function findRules(root: string): Promise<readonly Rule[]> {
  const rules: Rule[] = [];
  for (const id of await ruleFileNames(join(root, 'src', 'rules'))) {
    const built = pathToFileURL(join(root, 'dist', 'rules', `${id}.js`));
    const { default: rule } = (await import(built.href)) as { default?: Rule };
    if (rule === undefined) continue;
    if (rule.id !== id)
      throw new Error(`src/rules/${id}.ts holds the rule ${rule.id}: folder and file name make the id`);
    rules.push(rule);
  }
  return rules;
}

/** `price/above-agreed` for every file of a family that is no test, in code-unit order. */
async function ruleFileNames(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const family of await readdir(folder, { withFileTypes: true })) {
    if (!family.isDirectory()) continue;
    for (const file of await readdir(join(folder, family.name))) {
      if (file.endsWith('.ts') && !file.endsWith('.test.ts'))
        names.push(`${family.name}/${file.slice(0, -'.ts'.length)}`);
    }
  }
  return names.sort();
}
