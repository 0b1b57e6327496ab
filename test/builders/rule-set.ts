/** Rules that say nothing of themselves, and rule sets of given rules. */
import { lineRule, type Rule } from '../../src/engine/rule.ts';
import type { RuleSet } from '../../src/engine/rule-set.ts';
import type { ActiveRule } from '../../src/engine/standing.ts';

const text = { nb: '', en: '' };

/** What every rule must have; none of it tells anything. */
export const RULE_FACTS = {
  id: 'a/a',
  title: text,
  fault: text,
  because: text,
  advice: text,
  source: '',
  sets: {},
  message: text,
  passes: [],
  fails: [],
};

/** A rule that asks for no column and finds nothing, unless the parts say so. */
export function aLineRule(parts: Partial<Parameters<typeof lineRule>[0]> = {}): Rule {
  return lineRule({ ...RULE_FACTS, needs: [], check: () => [], ...parts });
}

export function activeRule(rule: Rule, standing: Partial<ActiveRule> = {}): ActiveRule {
  return { rule, severity: 'error', disposition: 'withhold', options: {}, ...standing };
}

export function ruleSetOf(rules: readonly ActiveRule[]): RuleSet {
  return {
    name: 'test',
    files: [],
    requires: [],
    gate: { allowPartly: false, limits: {} },
    rules: new Map(rules.map((one) => [one.rule.id, one])),
  };
}
