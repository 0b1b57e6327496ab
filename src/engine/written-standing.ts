/** How a standing is written in a rule set. */
import type { Rule, Standing } from './rule.ts';
import { usualDisposition } from './standing.ts';

/** With all that the rule's defaults say, so that a person sees it; a word where there is nothing more to say. */
export function written(rule: Rule, standing: Standing | undefined): object | string {
  if (standing === undefined || standing.severity === 'off') return 'off';
  const disposition = standing.disposition ?? (standing.severity === 'error' ? usualDisposition(rule) : undefined);
  const options = { ...rule.options?.defaults, ...standing.options };
  if (disposition === undefined && Object.keys(options).length === 0) return standing.severity;
  return { severity: standing.severity, ...(disposition === undefined ? {} : { disposition }), ...options };
}
