/** Which rules apply, how severe, with which options: read from the buyer's files and the built-in sets. */
import { basename } from 'node:path';
import { OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import { BUILT_IN, isBuiltIn } from './built-in-sets.ts';
import { holdsInRun, type RunFacts } from './override-conditions.ts';
import type { OwnRules } from './own-rules.ts';
import { fieldsOf } from './prepare-rules.ts';
import type { BuiltInSet, Rule } from './rule.ts';
import {
  type FileStep,
  type GateLimits,
  type Layers,
  loadRuleSetLayers,
  type Requirement,
  type RuleSetSources,
} from './rule-set-layers.ts';
import { WHOLE_FAMILY } from './schema-rule-set.ts';
import { type ActiveRule, type Step, standingOf } from './standing.ts';
import { written } from './written-standing.ts';

export interface RuleSet {
  /** `katalogvakt:recommended`, or the file's name without its ending. */
  readonly name: string;
  /** The file itself, then what it extends. */
  readonly files: Layers['files'];
  readonly requires: readonly Requirement[];
  readonly gate: { readonly allowPartly: boolean; readonly limits: GateLimits };
  /** Rules that are not off, in code-unit order of their ids; as they stand for lines that no override is for. */
  readonly rules: ReadonlyMap<string, ActiveRule>;
  /** Absent where all lines are treated alike. */
  readonly overrides?: LineOverrides;
  /** Those that its files define themselves; absent: none. */
  readonly own?: OwnRules;
}

/** What holds for some lines only. */
export interface LineOverrides {
  /** All that is laid over one another, of the rules that any of them names. */
  readonly steps: readonly Step[];
  /** Rules that are off but for some lines, as they stand there at the strictest. */
  readonly sometimes: readonly ActiveRule[];
  /** Rules that are no error but for some lines. */
  readonly errorSometimes: ReadonlySet<string>;
}

/** A rule set as its files have it, whatever the run. */
export interface LoadedRuleSet {
  readonly name: string;
  /** As messages call it. */
  readonly path: string;
  readonly layers: Layers;
  readonly rules: readonly Rule[];
}

/**
 * @param reference `katalogvakt:NAME` or the path of a file
 * @throws OperationalError for a file that is not there or not right: unknown rules and options, bad values, circles
 */
export async function loadRuleSet(reference: string, sources: RuleSetSources): Promise<LoadedRuleSet> {
  const layers = await loadRuleSetLayers(reference, sources);
  return {
    name: isBuiltIn(reference) ? reference : basename(reference).replace(/\.ya?ml$/i, ''),
    path: layers.files[0]?.path ?? reference,
    layers,
    rules: [...sources.rules, ...layers.own.rules.values()],
  };
}

/**
 * The rule set as it holds for the catalogue of an agreement; without one, no override for an agreement or a supplier does.
 * @throws OperationalError where it would let through what it cannot check
 */
export function ruleSetFor({ name, path, layers, rules: known }: LoadedRuleSet, run: RunFacts = {}): RuleSet {
  const steps = stepsFor(layers, run);
  const always = steps.filter(({ when }) => when === undefined);
  const rules = new Map<string, ActiveRule>();
  for (const rule of [...known].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const active = standingOf(rule, always);
    if (active !== undefined) rules.set(rule.id, active);
  }
  const overrides = overridesOf(steps, rules, known);
  if (rules.size === 0 && overrides === undefined) throw new OperationalError(nothingOn(path));
  const loose = known.flatMap((guard) => looseGuard(guard, rules, overrides));
  if (loose.length > 0) throw looseGuards(path, loose);
  return {
    name,
    files: layers.files,
    requires: layers.requires,
    gate: { allowPartly: layers.allowPartly, limits: layers.limits },
    rules,
    ...(overrides === undefined ? {} : { overrides }),
    ...(layers.own.rules.size === 0 ? {} : { own: layers.own }),
  };
}

/** What counts in a run, in order. */
export function stepsFor({ steps }: Layers, run: RunFacts): readonly FileStep[] {
  return steps.filter((step) => step.run === undefined || holdsInRun(step.run, run));
}

function overridesOf(
  steps: readonly Step[],
  rules: RuleSet['rules'],
  known: readonly Rule[],
): LineOverrides | undefined {
  const conditional = steps.filter(({ when }) => when !== undefined);
  if (conditional.length === 0) return undefined;
  const named = new Set(conditional.flatMap(({ given }) => [...given.keys()]));
  const ofNamed = steps.map(({ when, given }): Step => {
    return { ...(when === undefined ? {} : { when }), given: new Map([...given].filter(([id]) => named.has(id))) };
  });
  const says = (id: string, severity: string): boolean =>
    conditional.some(({ given }) => given.get(id)?.severity === severity);
  return {
    steps: ofNamed,
    sometimes: known.flatMap((rule) => {
      if (!named.has(rule.id) || rules.has(rule.id)) return [];
      const strictest = standingOf(
        rule,
        ofNamed.filter(({ given }) => given.get(rule.id)?.severity !== 'off'),
      );
      return strictest === undefined ? [] : [strictest];
    }),
    errorSometimes: new Set([...named].filter((id) => says(id, 'error') && rules.get(id)?.severity !== 'error')),
  };
}

/** A set like that approves whatever it is shown. */
function nothingOn(name: string): Text {
  const usual = `\`extends: ${BUILT_IN}recommended\``;
  return {
    nb: `${name}: ingen regel er slått på, så kontrollen ville godkjent alt. Mente du ${usual}? Skriv det, eller slå på regler under \`rules\`.`,
    en: `${name}: no rule is switched on, so the check would approve everything. Did you mean ${usual}? Write that, or switch rules on under \`rules\`.`,
  };
}

interface LooseGuard {
  readonly guard: string;
  readonly severity: string;
  readonly rule: string;
}

/** What an error rule cannot read passes it unseen; so the rule that tells must be as strict. */
function looseGuard(guard: Rule, rules: RuleSet['rules'], overrides: LineOverrides | undefined): readonly LooseGuard[] {
  const severity = mildest(guard, rules, overrides);
  if (guard.guards === undefined || severity === 'error') return [];
  const guarded: ReadonlySet<string> = new Set(guard.guards);
  for (const { rule, severity: strictness } of [...rules.values(), ...(overrides?.sometimes ?? [])]) {
    const isError = strictness === 'error' || overrides?.errorSometimes.has(rule.id) === true;
    if (!isError || rule.kind === 'catalogue' || rule.id === guard.id) continue;
    if (fieldsOf(rule).some((field) => guarded.has(field))) return [{ guard: guard.id, severity, rule: rule.id }];
  }
  return [];
}

/** As mild as a rule may be for any line. */
function mildest(rule: Rule, rules: RuleSet['rules'], overrides: LineOverrides | undefined): string {
  const usual = rules.get(rule.id)?.severity ?? 'off';
  if (usual !== 'error') return usual;
  for (const { when, given } of overrides?.steps ?? []) {
    const severity = given.get(rule.id)?.severity;
    if (when !== undefined && severity !== undefined && severity !== 'error') return severity;
  }
  return usual;
}

function looseGuards(name: string, loose: readonly LooseGuard[]): OperationalError {
  const list = (inWords: (guard: LooseGuard) => string): string => loose.map(inWords).join('\n');
  return new OperationalError({
    nb: list(
      ({ guard, severity, rule }) =>
        `${name}: \`${guard}\` er \`${severity}\`, men kan ikke slås av eller gjøres mildere så lenge \`${rule}\` er \`error\`: verdier som ikke kan leses, ville sluppet forbi den. Skriv \`${guard}: error\`.`,
    ),
    en: list(
      ({ guard, severity, rule }) =>
        `${name}: \`${guard}\` is \`${severity}\`, but cannot be switched off or made milder while \`${rule}\` is \`error\`: values that cannot be read would slip past it. Write \`${guard}: error\`.`,
    ),
  });
}

const BUILT_IN_FACTS = {
  recommended: { gate: { allowPartly: false } },
  strict: {
    extends: `${BUILT_IN}recommended`,
    requires: ['agreement', 'prices', 'previous'],
    gate: { allowPartly: false },
  },
  supplier: { requires: [], gate: { allowPartly: false } },
} as const satisfies Record<BuiltInSet, object>;

/**
 * The data of a built-in rule set, from the rules' own metadata: `recommended` lists every rule, `strict` what differs
 * from it, `supplier` what it switches on.
 */
export function builtInRuleSet(name: BuiltInSet, rules: readonly Rule[]): object {
  // Rules on the form of documents are told of all together: they are hundreds.
  const families = new Set(rules.filter(({ kind }) => kind === 'document').map(({ id }) => familyOf(id)));
  const entries = rules
    .filter(({ kind }) => kind !== 'document')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((rule) => {
      const { recommended, [name]: own } = rule.sets;
      const usual = written(rule, recommended);
      if (name === 'recommended') return [[rule.id, usual] as const];
      const entry = written(rule, own);
      if (own === undefined || (name === 'strict' && JSON.stringify(entry) === JSON.stringify(usual))) return [];
      return [[rule.id, entry] as const];
    });
  const all = name === 'strict' ? [] : [...families].map((family) => [`${family}${WHOLE_FAMILY}`, 'on'] as const);
  const inOrder = [...entries, ...all].sort(([a], [b]) => (a < b ? -1 : 1));
  return { version: 1, ...BUILT_IN_FACTS[name], rules: Object.fromEntries(inOrder) };
}

function familyOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}
