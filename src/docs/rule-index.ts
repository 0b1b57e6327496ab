/** src/rules/index.ts: the one place that knows every rule. */

import type { RuleFile } from './rule-files.ts';

/** @param files in the order their rules shall have */
export function ruleIndex(files: readonly Pick<RuleFile, 'name' | 'isTable'>[]): string {
  return [
    '/** Every rule, by id. Written by `npm run generate`. */',
    "import type { Rule } from '../engine/rule.ts';",
    ...files.map(({ name }) => `import ${variable(name)} from './${name}.ts';`),
    '',
    'export const rules: readonly Rule[] = [',
    ...files.map(({ name, isTable }) => `  ${isTable ? '...' : ''}${variable(name)},`),
    '];',
    '',
  ].join('\n');
}

/** `price/above-agreed` as `priceAboveAgreed`. */
function variable(id: string): string {
  return id.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase());
}
