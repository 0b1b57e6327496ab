import type { Rule } from '../engine/rule.ts';
import { rules } from '../rules/index.ts';

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** A rule for its words. @returns `undefined` for a rule this version of the tool does not have */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}
