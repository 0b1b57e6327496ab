import type { Rule } from '../../engine/rule.ts';
import { rules } from '../../rules/index.ts';

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** A rule that comes with the tool. @returns `undefined` for a rule this version of the tool does not have */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}

/** Those, and the rule set's own. */
export type RuleBook = (id: string) => Rule | undefined;

/** @param own the rules that a rule set defines itself */
export function ruleBook(own: Iterable<Rule>): RuleBook {
  const ownById = new Map([...own].map((rule) => [rule.id, rule]));
  return ownById.size === 0 ? ruleById : (id) => byId.get(id) ?? ownById.get(id);
}
