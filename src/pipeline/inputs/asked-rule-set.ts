/** Which rule set a run asks for, loaded once for all catalogues of a command. */
import type { LoadedAgreement } from '../../agreement/load-agreement.ts';
import { type LoadedRuleSet, loadRuleSet } from '../../engine/rule-set.ts';
import { rules } from '../../rules/index.ts';
import { builtInRuleSets } from '../built-in.ts';
import type { CheckRequest, Surroundings } from './check-request.ts';

/** Which rule set a run asks for; without an agreement only what a supplier can check alone makes sense. */
export function rulesOf({ rules: asked }: Pick<CheckRequest, 'rules'>, agreement: LoadedAgreement | undefined): string {
  return asked ?? agreement?.rules ?? (agreement === undefined ? 'katalogvakt:supplier' : 'katalogvakt:recommended');
}

/** @throws OperationalError when there is no such rule set, or something is wrong with it */
export function loadedRuleSet(
  reference: string,
  { ruleSets }: Pick<Surroundings, 'ruleSets'>,
  allowPlugins: boolean | undefined,
): Promise<LoadedRuleSet> {
  const known = ruleSets?.get(reference);
  if (known !== undefined) return known;
  const loaded = loadRuleSet(reference, { rules, builtInFolder: builtInRuleSets, allowPlugins: allowPlugins === true });
  ruleSets?.set(reference, loaded);
  return loaded;
}
