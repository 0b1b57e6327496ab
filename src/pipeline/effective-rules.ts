/** How every rule stands for the catalogues of an agreement, and which file says so. */
import { loadAgreement } from '../agreement/load-agreement.ts';
import { isBuiltIn } from '../engine/built-in-sets.ts';
import { decidedRule } from '../engine/decided-by.ts';
import { ruleSetFor, stepsFor } from '../engine/rule-set.ts';
import type { EffectiveRules } from '../reporters/effective-text.ts';
import { loadedRuleSet, rulesOf } from './inputs/asked-rule-set.ts';
import type { Surroundings } from './inputs/check-request.ts';
import { LABEL_WORDS } from './inputs/label-words.ts';
import { sourceIn, workspaceOf } from './inputs/workspace.ts';

export interface EffectiveRequest {
  /** As given. */
  readonly agreement?: string;
  readonly rules?: string;
  readonly allowPlugins?: boolean;
}

/** @throws OperationalError when agreement or rule set are missing or not right */
export async function effectiveRules(
  request: EffectiveRequest,
  around: Pick<Surroundings, 'currentFolder' | 'ruleSets'>,
): Promise<EffectiveRules> {
  const agreement = request.agreement === undefined ? undefined : await loadAgreement(request.agreement, LABEL_WORDS);
  const loaded = await loadedRuleSet(rulesOf(request, agreement), around, request.allowPlugins);
  // What a check would refuse, is refused here.
  ruleSetFor(loaded, agreement);
  const workspace = workspaceOf(request.agreement, around.currentFolder);
  const named = (place: string): string => (isBuiltIn(place) ? place : sourceIn(workspace, place).name);
  const steps = stepsFor(loaded.layers, agreement ?? {}).map((step) => ({
    ...step,
    place: (rule?: string) => named(step.place(rule)),
  }));
  const always = steps.filter(({ when }) => when === undefined);
  const others = loaded.layers.steps.filter((step) => !steps.some(({ given }) => given === step.given));
  return {
    files: loaded.layers.files.map(({ path }) => named(path)),
    ...(agreement === undefined ? {} : { agreement: agreement.agreement }),
    rules: [...loaded.rules].sort((a, b) => (a.id < b.id ? -1 : 1)).map((rule) => decidedRule(rule, always)),
    overrides: steps.flatMap(({ when, given, place }) =>
      when === undefined ? [] : [{ when, place: place(), rules: [...given] }],
    ),
    elsewhere: others.map(({ place }) => named(place())),
  };
}
