/** src/rules/index.ts: the one place that knows every rule. */

/** @param ids rule ids in the order they shall have */
export function ruleIndex(ids: readonly string[]): string {
  return [
    '/** Every rule, by id. Written by `npm run generate`. */',
    "import type { Rule } from '../engine/rule.ts';",
    ...ids.map((id) => `import ${variable(id)} from './${id}.ts';`),
    '',
    'export const rules: readonly Rule[] = [',
    ...ids.map((id) => `  ${variable(id)},`),
    '];',
    '',
  ].join('\n');
}

/** `price/above-agreed` as `priceAboveAgreed`. */
function variable(id: string): string {
  return id.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase());
}
