/** Rules with code: modules that a rule set names. They are loaded only where whoever runs the tool allows it. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Text } from '../catalogue/text.ts';
import { OWN_ID } from './own-rule-schema.ts';
import type { Rule } from './rule.ts';
import { checkExamples } from './run-examples.ts';

/** A module that cannot be used, in words that complete "`plugins` is `./my-rule.mjs`, ...". */
export class PluginFault extends Error {
  readonly text: Text;

  constructor(text: Text, cause?: unknown) {
    super(text.en, { cause });
    this.name = 'PluginFault';
    this.text = text;
  }
}

/**
 * The rules that a module default-exports: one, or a list. They have the shape of the rules in `src/rules/`, with `kind`.
 * @param path of the module
 * @throws PluginFault when it cannot be loaded or exports no rule that holds against its own examples
 */
export async function loadPlugin(path: string): Promise<readonly Rule[]> {
  let exported: unknown;
  try {
    exported = ((await import(pathToFileURL(resolve(path)).href)) as { readonly default?: unknown }).default;
  } catch (error) {
    throw new PluginFault(notLoaded(error), error);
  }
  const rules = Array.isArray(exported) ? exported : [exported];
  if (rules.length === 0) throw new PluginFault(NO_RULE);
  return rules.map(checkedRule);
}

function checkedRule(exported: unknown): Rule {
  if (!hasShape(exported)) throw new PluginFault(NO_RULE);
  const rule = { ...exported, sets: exported.sets ?? {} } as Rule;
  const complaints = new RegExp(OWN_ID).test(rule.id)
    ? checkExamples(rule, rule.id)
    : [`the id ${rule.id} must begin with own/, and go on in small letters, digits and hyphens`];
  if (complaints.length > 0) throw new PluginFault(notRight(rule.id, complaints));
  return rule;
}

type Shape = Pick<Rule, 'id' | 'kind' | 'passes' | 'fails'> & { readonly sets?: Rule['sets'] };

/** So far that the rule can be held against its examples, which say the rest. */
function hasShape(value: unknown): value is Shape {
  if (typeof value !== 'object' || value === null) return false;
  const rule = value as Readonly<Record<string, unknown>>;
  const texts = ['title', 'fault', 'because', 'advice', 'message'].every((key) => isObject(rule[key]));
  const lists = ['needs', 'passes', 'fails'].every((key) => Array.isArray(rule[key]));
  const kinds = ['line', 'group', 'catalogue'].includes(String(rule['kind']));
  const source = typeof rule['source'] === 'string' || isObject(rule['source']);
  const keys = rule['kind'] !== 'group' || isObject(rule['keys']);
  return (
    typeof rule['id'] === 'string' && kinds && texts && lists && source && keys && typeof rule['check'] === 'function'
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function notLoaded(error: unknown): Text {
  const why = error instanceof Error ? error.message : String(error);
  return { nb: `men modulen kan ikke lastes: ${why}`, en: `but the module cannot be loaded: ${why}` };
}

const NO_RULE: Text = {
  nb: 'men modulen eksporterer ingen regel (`export default`) med id, kind, title, fault, because, advice, source, needs, passes, fails, message og check.',
  en: 'but the module exports no rule (`export default`) with id, kind, title, fault, because, advice, source, needs, passes, fails, message and check.',
};

/** Whoever writes the module reads English: so do the rules' own examples. */
function notRight(id: string, complaints: readonly string[]): Text {
  const list = complaints.join('; ');
  return { nb: `men regelen \`${id}\` holder ikke: ${list}.`, en: `but the rule \`${id}\` does not hold: ${list}.` };
}
