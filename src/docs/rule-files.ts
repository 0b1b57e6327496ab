/** The rules there are: found by their files, so that adding one needs no list to be kept by hand. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule } from '../engine/rule.ts';

/** A file with a rule, or with a table of rules that are alike. */
export interface RuleFile {
  /** Folder and name, without its ending. */
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly isTable: boolean;
}

/**
 * Every file with rules under `src/rules`, by name. A rule file default-exports its rule, or its table of them; the
 * other files of a family are what its rules share. The built files are loaded one by one and not by the index, which
 * may not know a new rule yet.
 * @param root folder of the project, built
 * @throws Error when a rule's id is not its folder and file name, or a table has rules of another family
 */
export async function findRules(root: string): Promise<readonly RuleFile[]> {
  const files: RuleFile[] = [];
  for (const id of await ruleFileNames(join(root, 'src', 'rules'))) {
    const built = pathToFileURL(join(root, 'dist', 'rules', `${id}.js`));
    const { default: held } = (await import(built.href)) as { default?: Rule | readonly Rule[] };
    if (held === undefined) continue;
    const isTable = Array.isArray(held);
    const rules = [held].flat() as readonly Rule[];
    const family = id.slice(0, id.indexOf('/') + 1);
    for (const rule of rules) {
      if (isTable ? rule.id.startsWith(family) : rule.id === id) continue;
      throw new Error(`src/rules/${id}.ts holds the rule ${rule.id}: folder and file name make the id`);
    }
    files.push({ name: id, rules, isTable });
  }
  return files;
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
