/** References to the rule sets that come with the tool. */
import type { Text } from '../catalogue/text.ts';
import { nearest } from './nearest.ts';
import { BUILT_IN_SETS } from './rule.ts';
import { didYouMean } from './schema-problems.ts';

/** How a reference to a built-in rule set begins. */
export const BUILT_IN = 'katalogvakt:';

export function isBuiltIn(reference: string): boolean {
  return reference.startsWith(BUILT_IN);
}

/** Why a reference that looks like a built-in rule set is none; `undefined` for all others. */
export function unknownBuiltIn(reference: string): Text | undefined {
  const names = BUILT_IN_SETS.map((name) => `${BUILT_IN}${name}`);
  if (!isBuiltIn(reference) || names.includes(reference)) return undefined;
  const near = nearest(reference.slice(BUILT_IN.length), BUILT_IN_SETS).map((name) => `${BUILT_IN}${name}`);
  const meant = near.length > 0 ? didYouMean(near) : undefined;
  const all = names.map((name) => `\`${name}\``).join(', ');
  return {
    nb: `\`${reference}\` er ikke et innebygd regelsett. ${meant === undefined ? '' : `${meant.nb} `}Tillatt: ${all}.`,
    en: `\`${reference}\` is not a built-in rule set. ${meant === undefined ? '' : `${meant.en} `}Allowed: ${all}.`,
  };
}
