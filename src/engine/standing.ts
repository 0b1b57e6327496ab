/**
 * How a rule stands when files, and the overrides in them, are laid over one another: what stands later wins, key by key.
 * Plain data, so that other threads can work it out too.
 */
import type { Field } from '../catalogue/field.ts';
import type { Severity } from '../catalogue/finding.ts';
import type { Rule, RuleDisposition } from './rule.ts';

/** `5 %` of the lines a rule is asked about, or `10` lines. */
export type ThresholdLimit = string;

/** From how many breaches on, something is said of the catalogue as a whole. */
export interface Threshold {
  readonly warning?: ThresholdLimit;
  readonly error?: ThresholdLimit;
  /** Fewer breaches than this are never too many. */
  readonly atLeast?: number;
}

/** What one place says of a rule; a key that is not given leaves what stood before. */
export interface Given {
  readonly severity?: Severity | 'off';
  readonly disposition?: RuleDisposition;
  readonly threshold?: Threshold;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Lines that an override is for: every key must hold, any one value of it will do. */
export interface LineCondition {
  /** Prefixes. */
  readonly unspsc?: readonly string[];
  readonly field?: { readonly [F in Field]?: readonly string[] };
}

/** What is laid over what stood before: always, or for some lines only. */
export interface Step {
  readonly when?: LineCondition;
  /** By rule. */
  readonly given: ReadonlyMap<string, Given>;
}

/** A rule that is switched on. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Counts for errors only. */
  readonly disposition: RuleDisposition;
  /** Every option of the rule; amounts and percentages as canonical decimal text. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly threshold?: Threshold;
}

/** @returns `undefined` for a rule that is off, or that no step names */
export function standingOf(rule: Rule, steps: Iterable<Step>): ActiveRule | undefined {
  let severity: Severity | 'off' | undefined;
  let disposition: RuleDisposition | undefined;
  let threshold: Threshold | undefined;
  const options: Record<string, unknown> = { ...rule.options?.defaults };
  for (const { given } of steps) {
    const said = given.get(rule.id);
    if (said === undefined) continue;
    severity = said.severity ?? severity;
    disposition = said.disposition ?? disposition;
    threshold = said.threshold ?? threshold;
    Object.assign(options, said.options);
  }
  if (severity === undefined || severity === 'off') return undefined;
  const active = { rule, severity, disposition: disposition ?? usualDisposition(rule), options };
  return threshold === undefined ? active : { ...active, threshold };
}

/** What an error does where nobody says otherwise. */
export function usualDisposition(rule: Rule): RuleDisposition {
  return rule.kind === 'catalogue' || (rule.kind === 'document' && !rule.inLines) ? 'refuse' : 'withhold';
}
