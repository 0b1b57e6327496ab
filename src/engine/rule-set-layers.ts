/** The files of a rule set: read, checked one by one, and put in the order in which they are laid over one another. */
import { basename, dirname, join, resolve } from 'node:path';
import { type Decimal, parseDecimal } from '../catalogue/decimal.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { Severity } from '../catalogue/finding.ts';
import type { Text } from '../catalogue/text.ts';
import { BUILT_IN, isBuiltIn, unknownBuiltIn } from './built-in-sets.ts';
import { nearest } from './nearest.ts';
import { conditionsOf, overrideProblems, type WrittenCondition } from './override-conditions.ts';
import { addedOwnRules, NO_OWN_RULES, type OwnRules, ownEntryProblems, type WrittenOwn } from './own-rules.ts';
import { referencedFile } from './referenced-file.ts';
import type { Rule } from './rule.ts';
import { type ConfigProblem, didYouMean, type KeyPath, keyName } from './schema-problems.ts';
import { isDecimalOption, type REQUIREMENTS, ruleSetSchema, WHOLE_FAMILY } from './schema-rule-set.ts';
import type { JsonSchema } from './schema-words.ts';
import type { Given, Step, Threshold } from './standing.ts';
import { thresholdProblems, writtenThreshold } from './threshold.ts';
import { written } from './written-standing.ts';
import { loadYaml, problemsError, type YamlFile } from './yaml-file.ts';

export type Requirement = (typeof REQUIREMENTS)[number];

/** What refuses a whole catalogue when it is exceeded; canonical decimals, shares in percent. */
export interface GateLimits {
  readonly withheldPercent?: Decimal;
  readonly removedPercent?: Decimal;
  readonly missingAgreed?: Decimal;
  /** In the agreement's currency. */
  readonly yearlyEffect?: Decimal;
}

/** What a file, or an override in it, says; in the order in which it counts. */
export interface FileStep extends Step {
  /** Absent: in every run. */
  readonly run?: RunCondition;
  /** Where it says something of a rule, or of the first of them: `rules/own.yaml:12`; a built-in set by its name. */
  place(rule?: string): string;
}

/** Runs that an override is for: every key must hold, any one value of it will do. */
export interface RunCondition {
  /** Agreement numbers; with a `*` at the end, how they begin. */
  readonly agreement?: readonly string[];
  /** Names, organisation numbers or GLNs; of groups, those of all their members. */
  readonly supplier?: readonly string[];
}

/** Files laid over one another, the outermost last. */
export interface Layers {
  /** The outermost first. The path of a built-in set is its name, the same on every machine. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly requires: readonly Requirement[];
  readonly allowPartly: boolean;
  readonly limits: GateLimits;
  readonly supplierGroups: ReadonlyMap<string, readonly string[]>;
  readonly own: OwnRules;
  readonly steps: readonly FileStep[];
}

export interface RuleSetSources {
  readonly rules: readonly Rule[];
  /** Folder with `recommended.yaml`, `strict.yaml`, `supplier.yaml`. */
  readonly builtInFolder: string;
  /** Folder that a path is relative to; absent: the current one. */
  readonly relativeTo?: string;
  /** Whether modules that a rule set names may be loaded. */
  readonly allowPlugins?: boolean;
}

/** Of all rules of a family, `peppol/*`: `on` is each as it stands in `recommended`. */
type WrittenRule = Severity | 'off' | 'on' | Readonly<Record<string, unknown>>;
type WrittenRules = Readonly<Record<string, WrittenRule>>;

interface RuleSetData extends WrittenOwn {
  readonly extends?: string;
  readonly requires?: readonly Requirement[];
  readonly gate?: { readonly allowPartly?: boolean; readonly limits?: Readonly<Record<keyof GateLimits, string>> };
  readonly supplierGroups?: Readonly<Record<string, readonly string[]>>;
  readonly rules?: WrittenRules;
  readonly overrides?: readonly { readonly when: WrittenCondition; readonly rules: WrittenRules }[];
}

interface Loading {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly schema: JsonSchema;
  readonly builtInFolder: string;
  readonly allowPlugins: boolean;
  /** Files being loaded, outermost first, to find circles. */
  readonly chain: readonly string[];
}

const WHAT: Text = { nb: 'regelsettet', en: 'the rule set' };
const NOTHING: Layers = {
  files: [],
  requires: [],
  allowPartly: false,
  limits: {},
  supplierGroups: new Map(),
  own: NO_OWN_RULES,
  steps: [],
};

/**
 * @param reference `katalogvakt:NAME` or the path of a file
 * @throws OperationalError for a file that is not there or not right: unknown rules and options, bad values, circles
 */
export async function loadRuleSetLayers(reference: string, sources: RuleSetSources): Promise<Layers> {
  const loading: Loading = {
    rules: new Map(sources.rules.map((rule) => [rule.id, rule])),
    schema: schemaFor(sources.rules),
    builtInFolder: sources.builtInFolder,
    allowPlugins: sources.allowPlugins === true,
    chain: [],
  };
  const unknown = unknownBuiltIn(reference);
  if (unknown !== undefined) throw new OperationalError(unknown);
  const path = isBuiltIn(reference) ? builtInPath(reference, loading) : join(sources.relativeTo ?? '', reference);
  return loadLayers(path, isBuiltIn(reference) ? reference : path, loading);
}

/** One per list of rules, so that its validator is made once however many rule sets are read. */
const schemas = new WeakMap<readonly Rule[], JsonSchema>();

function schemaFor(rules: readonly Rule[]): JsonSchema {
  const schema = schemas.get(rules) ?? ruleSetSchema(rules);
  schemas.set(rules, schema);
  return schema;
}

function builtInPath(reference: string, { builtInFolder }: Loading): string {
  return join(builtInFolder, `${reference.slice(BUILT_IN.length)}.yaml`);
}

async function loadLayers(path: string, name: string, loading: Loading): Promise<Layers> {
  const file = await loadYaml<RuleSetData>(path, loading.schema, WHAT, {
    prepare: (value) => decimalsAsText(value, loading),
  });
  const below = await extended(file, path, { ...loading, chain: [...loading.chain, path] });
  const added = await addedOwnRules(file.value, path, below.own, loading.allowPlugins);
  if (added.problems.length > 0) throw problemsError(file, added.problems);
  const { requires, gate, supplierGroups } = file.value;
  const layers: Layers = {
    files: [{ path: name, bytes: file.bytes }, ...added.modules, ...below.files],
    requires: requires ?? below.requires,
    allowPartly: gate?.allowPartly ?? below.allowPartly,
    limits: limitsOver(below.limits, gate?.limits),
    supplierGroups: new Map([...below.supplierGroups, ...Object.entries(supplierGroups ?? {})]),
    own: added.all,
    steps: below.steps,
  };
  const { steps, problems } = await stepsOf(file, name, layers, added.given, loading);
  if (problems.length > 0) throw problemsError(file, problems);
  return { ...layers, steps: [...below.steps, ...steps] };
}

interface Steps {
  readonly steps: readonly FileStep[];
  readonly problems: readonly ConfigProblem[];
}

async function stepsOf(
  file: YamlFile<RuleSetData>,
  name: string,
  below: Layers,
  defined: ReadonlyMap<string, Given>,
  loading: Loading,
): Promise<Steps> {
  const rules = new Map([...loading.rules, ...below.own.rules]);
  const steps: FileStep[] = [];
  const problems: ConfigProblem[] = [];
  const inFile = (keys: KeyPath) => (rule?: string) =>
    isBuiltIn(name) ? name : file.place(rule === undefined ? keys : [...keys, 'rules', rule]);
  if (defined.size > 0) {
    const own = file.value.own ?? {};
    const placeOf = (rule?: string): string =>
      file.place(rule !== undefined && Object.hasOwn(own, rule) ? ['own', rule] : ['plugins']);
    steps.push({ given: defined, place: placeOf });
  }
  const own = givenOf(file.value.rules, rules);
  if (own.size > 0) steps.push({ given: own, place: inFile([]) });
  const always = [...below.steps, ...steps].filter(({ when, run }) => when === undefined && run === undefined);
  problems.push(...(await ownEntryProblems(own, [], below.own)), ...problemsIn(own, [], always, rules));
  for (const [at, { when, rules: written }] of (file.value.overrides ?? []).entries()) {
    const keys = ['overrides', at];
    const given = givenOf(written, rules);
    const conditions = conditionsOf(when, below.supplierGroups);
    const found = overrideProblems(when, [...given], { groups: below.supplierGroups, rules });
    problems.push(...found.map((problem) => ({ ...problem, keys: [...keys, ...problem.keys] })));
    problems.push(...(await ownEntryProblems(given, keys, below.own)), ...problemsIn(given, keys, always, rules));
    steps.push({ ...conditions, given, place: inFile(keys) });
  }
  return { steps, problems };
}

/** @param keys of the override; none for what always holds, which is the last of `always` then */
function problemsIn(
  given: ReadonlyMap<string, Given>,
  keys: KeyPath,
  always: readonly Step[],
  rules: Loading['rules'],
): readonly ConfigProblem[] {
  return [...given].flatMap(([id, { severity, disposition, threshold }]) => {
    const usual = always.findLast((step) => step.given.get(id)?.severity !== undefined)?.given.get(id)?.severity;
    const holds = severity ?? usual;
    const place = [...keys, 'rules', id];
    if (!rules.has(id)) return [unknownRule(id, place, rules)];
    if (holds === undefined) return [withoutSeverity(place)];
    const idle = disposition !== undefined && holds !== 'error';
    return [...(idle ? [idleDisposition(place, holds)] : []), ...thresholdProblems(threshold, place)];
  });
}

/** Whole families first: what is said of a single rule goes over what is said of all, whichever stands first. */
function givenOf(written: WrittenRules | undefined, rules: Loading['rules']): ReadonlyMap<string, Given> {
  const entries = Object.entries(written ?? {});
  const families = entries.filter(([key]) => key.endsWith(WHOLE_FAMILY));
  const ofFamilies = families.flatMap(([key, all]) => {
    const family = [...rules.values()].filter(({ id }) => id.startsWith(key.slice(0, -1)));
    return family.map((rule) => [rule.id, given(all === 'on' ? asRecommended(rule) : all)] as const);
  });
  const single = entries.filter(([key]) => !key.endsWith(WHOLE_FAMILY)).map(([id, said]) => [id, given(said)] as const);
  const all = new Map<string, Given>(ofFamilies);
  for (const [id, said] of single) {
    const ofFamily = underneath(all.get(id), said);
    all.set(id, { ...ofFamily, ...said, options: { ...ofFamily?.options, ...said.options } });
  }
  return all;
}

/** What its family gives a single rule: a rule made a mere warning has no disposition to take over. */
function underneath(ofFamily: Given | undefined, { severity = 'error' }: Given): Given | undefined {
  if (ofFamily === undefined || severity === 'error') return ofFamily;
  const { disposition: _, ...rest } = ofFamily;
  return rest;
}

function asRecommended(rule: Rule): WrittenRule {
  return written(rule, rule.sets.recommended) as WrittenRule;
}

/** Ids of a family whose rules are too many to be keys of the schema. */
function unknownRule(id: string, keys: KeyPath, rules: Loading['rules']): ConfigProblem {
  const near = nearest(id, [...rules.keys()]);
  const meant = near.length > 0 ? didYouMean(near) : { nb: '', en: '' };
  return {
    keys,
    text: {
      nb: `det finnes ingen regel \`${id}\`; \`katalogvakt rules\` viser alle. ${meant.nb}`.trimEnd(),
      en: `there is no rule \`${id}\`; \`katalogvakt rules\` shows them all. ${meant.en}`.trimEnd(),
    },
  };
}

/** A severity alone leaves disposition and options as they were; so does every key that is not given. */
function given(said: WrittenRule): Given {
  if (typeof said === 'string') return { severity: said as Severity | 'off', options: {} };
  const { severity, disposition, threshold, ...options } = said as Partial<Given> & Readonly<Record<string, unknown>>;
  return {
    ...(severity === undefined ? {} : { severity }),
    ...(disposition === undefined ? {} : { disposition }),
    ...(threshold === undefined ? {} : { threshold: writtenThreshold(threshold as Threshold) }),
    options,
  };
}

async function extended(file: YamlFile<RuleSetData>, path: string, loading: Loading): Promise<Layers> {
  const reference = file.value.extends;
  if (reference === undefined) return NOTHING;
  const wrong = (text: Text): OperationalError => problemsError(file, [{ keys: ['extends'], text }]);
  if (isBuiltIn(reference)) {
    const unknown = unknownBuiltIn(reference);
    if (unknown !== undefined) throw wrong(unknown);
    const target = builtInPath(reference, loading);
    refuseCircle(target, loading, wrong);
    return loadLayers(target, reference, loading);
  }
  const target = await referencedFile(dirname(path), reference);
  if (target.kind === 'problem') {
    throw wrong({
      nb: `\`extends\` er \`${reference}\`, ${target.text.nb}`,
      en: `\`extends\` is \`${reference}\`, ${target.text.en}`,
    });
  }
  refuseCircle(target.path, loading, wrong);
  return loadLayers(target.path, target.path, loading);
}

function refuseCircle(target: string, { chain }: Loading, wrong: (text: Text) => OperationalError): void {
  const start = chain.findIndex((path) => resolve(path) === resolve(target));
  if (start < 0) return;
  const circle = [...chain.slice(start), target].map((path) => basename(path)).join(' → ');
  throw wrong({
    nb: `\`extends\` går i ring: ${circle}. Ta bort ett av leddene.`,
    en: `\`extends\` goes round in a circle: ${circle}. Remove one of the links.`,
  });
}

function withoutSeverity(keys: KeyPath): ConfigProblem {
  const name = keyName(keys);
  return {
    keys,
    text: {
      nb: `\`${name}.severity\` mangler, og regelsettet dette bygger på, har ikke regelen. Skriv for eksempel \`severity: error\`.`,
      en: `\`${name}.severity\` is missing, and no rule set that this one extends has the rule. Write for example \`severity: error\`.`,
    },
  };
}

function idleDisposition(rule: KeyPath, severity: string): ConfigProblem {
  const keys = [...rule, 'disposition'];
  const name = keyName(keys);
  return {
    keys,
    text: {
      nb: `\`${name}\` virker bare sammen med \`severity: error\`, og regelen er \`${severity}\`. Skriv \`severity: error\`, eller ta bort \`disposition\`.`,
      en: `\`${name}\` works only with \`severity: error\`, and the rule is \`${severity}\`. Write \`severity: error\`, or remove \`disposition\`.`,
    },
  };
}

function limitsOver(
  below: GateLimits,
  given: Readonly<Partial<Record<keyof GateLimits, string>>> | undefined,
): GateLimits {
  const limits: Partial<Record<keyof GateLimits, Decimal>> = { ...below };
  for (const [name, text] of Object.entries(given ?? {}) as [keyof GateLimits, string][]) {
    const value = parseDecimal(text);
    if (value === undefined) delete limits[name];
    else limits[name] = value;
  }
  return limits;
}

/** Amounts and percentages may be written as numbers; from here on they are text, so that no binary fraction remains. */
function decimalsAsText(value: unknown, { rules }: Loading): void {
  const limits = member(member(value, 'gate'), 'limits');
  for (const name of Object.keys(limits)) limits[name] = decimalAsText(limits[name]);
  optionsAsText(member(value, 'rules'), rules);
  for (const override of Object.values(member(value, 'overrides'))) optionsAsText(member(override, 'rules'), rules);
}

function optionsAsText(written: Readonly<Record<string, unknown>>, rules: Loading['rules']): void {
  for (const [id, given] of Object.entries(written)) {
    const rule = rules.get(id);
    if (rule === undefined || typeof given !== 'object' || given === null) continue;
    const options = given as Record<string, unknown>;
    for (const name of Object.keys(options))
      if (isDecimalOption(rule, name)) options[name] = decimalAsText(options[name]);
  }
}

function decimalAsText(value: unknown): unknown {
  if (typeof value === 'string') return parseDecimal(value) ?? value;
  // What has an exponent or is no number at all stays wrong as text, and the schema says so.
  return typeof value === 'number' ? (parseDecimal(String(value)) ?? String(value)) : value;
}

function member(value: unknown, key: string): Record<string, unknown> {
  const inside = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>) : {};
}
