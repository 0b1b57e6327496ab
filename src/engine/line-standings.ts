/** How the rules stand for a line, where overrides are for some lines only. */
import type { CatalogueLine } from '../catalogue/line.ts';
import { byCombination } from './line-overrides.ts';
import type { AskedRule } from './prepare-rules.ts';
import type { Rule } from './rule.ts';
import { type ActiveRule, type Step, standingOf } from './standing.ts';

/** By rule, of those that any override names; `off` for the rules that are. One object for all lines that are treated alike. */
export type LineStandings = ReadonlyMap<string, ActiveRule | 'off'>;

export const NO_STANDINGS: LineStandings = new Map();

/**
 * @param steps all that is laid over one another
 * @param rules those that are asked; what is said of others counts for nothing
 * @returns `undefined` where all lines are treated alike
 */
export function lineStandings(
  steps: readonly Step[] | undefined,
  rules: readonly Pick<AskedRule<Rule>, 'rule'>[],
): ((line: CatalogueLine) => LineStandings) | undefined {
  if (steps === undefined) return undefined;
  const conditions = steps.flatMap(({ when }) => (when === undefined ? [] : [when]));
  const named = new Set(steps.flatMap(({ given }) => [...given.keys()]));
  const ofNamed = rules.filter(({ rule }) => named.has(rule.id));
  return byCombination(conditions, (holds) => {
    let next = 0;
    const held = steps.filter(({ when }) => when === undefined || holds[next++] === true);
    return new Map(ofNamed.map(({ rule }) => [rule.id, standingOf(rule, held) ?? 'off']));
  });
}

/** @returns `undefined` for a rule that is off */
export function standingWhere<A extends AskedRule<Rule>>(
  standings: LineStandings,
  asked: A,
): ActiveRule | A | undefined {
  const standing = standings.get(asked.rule.id) ?? (asked.sometimes === true ? 'off' : asked);
  return standing === 'off' ? undefined : standing;
}
