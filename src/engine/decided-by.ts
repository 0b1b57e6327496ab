/** Which file and line decides how a rule stands: the last that says something of it, key by key. */
import type { Rule } from './rule.ts';
import type { FileStep } from './rule-set-layers.ts';
import { type ActiveRule, standingOf } from './standing.ts';

/** A rule as it stands, and where that is said. */
export interface DecidedRule {
  readonly rule: Rule;
  readonly standing: ActiveRule | 'off';
  /** Where its severity is said; absent where no file names the rule. */
  readonly place?: string;
  /** What else the files say of it, in the order they say it: `disposition`, `threshold`, options. */
  readonly said: readonly Said[];
}

export interface Said {
  readonly key: string;
  readonly value: unknown;
  readonly place: string;
}

/** @param steps all that holds, the last one winning */
export function decidedRule(rule: Rule, steps: readonly FileStep[]): DecidedRule {
  const about = steps.filter(({ given }) => given.has(rule.id));
  const said = new Map<string, Said>();
  let place: string | undefined;
  for (const step of about) {
    const { severity, options, ...rest } = step.given.get(rule.id) ?? { options: {} };
    if (severity !== undefined) place = step.place(rule.id);
    for (const [key, value] of Object.entries({ ...rest, ...options }))
      said.set(key, { key, value, place: step.place(rule.id) });
  }
  return {
    rule,
    standing: standingOf(rule, steps) ?? 'off',
    ...(place === undefined ? {} : { place }),
    said: [...said.values()],
  };
}
