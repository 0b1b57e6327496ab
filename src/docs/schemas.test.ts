import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { fitsSchema } from '../engine/fits-schema.ts';
import { BUILT_IN_SETS } from '../engine/rule.ts';
import { builtInRuleSet } from '../engine/rule-set.ts';
import { ruleSetSchema } from '../engine/schema-rule-set.ts';
import { rules } from '../rules/index.ts';
import { publishedSchemas } from './schemas.ts';

const schemas = publishedSchemas(rules);

function validator(name: string) {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
  formats.default(ajv, ['date']);
  return ajv.compile(schemas[name] ?? false);
}

/** Every schema of a key, with its path. */
function keysIn(schema: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, inner]) => {
    const own =
      name === 'properties'
        ? Object.entries(inner as object).map(([key, value]) => [`${path}.${key}`, value] as const)
        : [];
    return [...own, ...keysIn(inner, `${path}.${name}`)];
  });
}

describe('the published schemas', () => {
  it('are nine, and plain JSON Schema without our own keywords', () => {
    expect(Object.keys(schemas)).toEqual([
      'agreement.schema.json',
      'decisions.schema.json',
      'manifest.schema.json',
      'mapping.schema.json',
      'profile.schema.json',
      'receipt.schema.json',
      'result.schema.json',
      'rule-set.schema.json',
      'waivers.schema.json',
    ]);
    for (const name of Object.keys(schemas)) expect(() => validator(name)).not.toThrow();
  });

  it.each(Object.keys(schemas))('explain every key: %s', (name) => {
    const options = new Set(rules.flatMap((rule) => Object.keys(rule.options?.properties ?? {})));
    const unexplained = keysIn(schemas[name])
      .filter(([path]) => !options.has(path.slice(path.lastIndexOf('.') + 1)))
      // What stands elsewhere is explained there.
      .filter(([, schema]) => !('$ref' in (schema as object)))
      .filter(([, schema]) => typeof (schema as { description?: unknown }).description !== 'string')
      .map(([path]) => path);
    expect(unexplained).toEqual([]);
  });

  it('take a decimal option with and without quotes', () => {
    const validate = validator('rule-set.schema.json');
    const ruleSet = (risePercent: unknown) => ({
      version: 1,
      rules: { 'price/change-limit': { severity: 'info', risePercent } },
    });
    expect([
      validate(ruleSet('15')),
      validate(ruleSet(15)),
      validate(ruleSet('15,5')),
      validate(ruleSet(true)),
    ]).toEqual([true, true, false, false]);
  });
});

describe('the built-in rule sets', () => {
  it.each(BUILT_IN_SETS)('%s has the form that its schema asks for', (name) => {
    const validate = validator('rule-set.schema.json');
    validate(builtInRuleSet(name, rules));
    expect(validate.errors).toBeNull();
  });

  it.each(BUILT_IN_SETS)('%s is seen to fit without ajv', (name) => {
    expect(fitsSchema(builtInRuleSet(name, rules), ruleSetSchema(rules))).toBe(true);
  });
});
