/** Which rules apply, how severe, with which options: read from the buyer's files and the built-in sets. */
import { basename, dirname, join, resolve } from 'node:path';
import { type Decimal, parseDecimal } from '../catalogue/decimal.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { Severity } from '../catalogue/finding.ts';
import type { Text } from '../catalogue/text.ts';
import { nearest } from './nearest.ts';
import { fieldsOf } from './prepare-rules.ts';
import { referencedFile } from './referenced-file.ts';
import { BUILT_IN_SETS, type BuiltInSet, type Rule, type RuleDisposition, type Standing } from './rule.ts';
import { type ConfigProblem, didYouMean } from './schema-problems.ts';
import { BUILT_IN, isDecimalOption, type REQUIREMENTS, ruleSetSchema, WHOLE_FAMILY } from './schema-rule-set.ts';
import type { JsonSchema } from './schema-words.ts';
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

/** A rule that is switched on. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Counts for errors only. */
  readonly disposition: RuleDisposition;
  /** Every option of the rule; amounts and percentages as canonical decimal text. */
  readonly options: Readonly<Record<string, unknown>>;
}

export interface RuleSet {
  /** `katalogvakt:recommended`, or the file's name without its ending. */
  readonly name: string;
  /** The file itself, then what it extends. The path of a built-in set is its name, the same on every machine. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly requires: readonly Requirement[];
  readonly gate: { readonly allowPartly: boolean; readonly limits: GateLimits };
  /** Rules that are not off, in code-unit order of their ids. */
  readonly rules: ReadonlyMap<string, ActiveRule>;
}

export interface RuleSetSources {
  readonly rules: readonly Rule[];
  /** Folder with `recommended.yaml`, `strict.yaml`, `supplier.yaml`. */
  readonly builtInFolder: string;
  /** Folder that a path is relative to; absent: the current one. */
  readonly relativeTo?: string;
}

/** A rule as files say it; `severity` is absent until one of them names it. */
interface Entry {
  readonly severity?: Severity | 'off';
  readonly disposition?: RuleDisposition;
  readonly options: Readonly<Record<string, unknown>>;
}

interface RuleSetData {
  readonly extends?: string;
  readonly requires?: readonly Requirement[];
  readonly gate?: { readonly allowPartly?: boolean; readonly limits?: Readonly<Record<keyof GateLimits, string>> };
  readonly rules?: Readonly<Record<string, Given>>;
}

/** What a file says of a rule, or of all of a family, `peppol/*`: `on` is each as it stands in `recommended`. */
type Given = Severity | 'off' | 'on' | Readonly<Record<string, unknown>>;

/** Files laid over one another, the outermost last. */
interface Layers {
  readonly files: RuleSet['files'];
  readonly requires: readonly Requirement[];
  readonly allowPartly: boolean;
  readonly limits: GateLimits;
  readonly entries: ReadonlyMap<string, Entry>;
}

interface Loading {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly schema: JsonSchema;
  readonly builtInFolder: string;
  /** Files being loaded, outermost first, to find circles. */
  readonly chain: readonly string[];
}

const WHAT: Text = { nb: 'regelsettet', en: 'the rule set' };
const NOTHING: Layers = { files: [], requires: [], allowPartly: false, limits: {}, entries: new Map() };

/**
 * @param reference `katalogvakt:NAME` or the path of a file
 * @throws OperationalError for a file that is not there or not right: unknown rules and options, bad values, circles
 */
export async function loadRuleSet(reference: string, sources: RuleSetSources): Promise<RuleSet> {
  const loading: Loading = {
    rules: new Map(sources.rules.map((rule) => [rule.id, rule])),
    schema: schemaFor(sources.rules),
    builtInFolder: sources.builtInFolder,
    chain: [],
  };
  const unknown = unknownBuiltIn(reference);
  if (unknown !== undefined) throw new OperationalError(unknown);
  const path = isBuiltIn(reference) ? builtInPath(reference, loading) : join(sources.relativeTo ?? '', reference);
  const layers = await loadLayers(path, isBuiltIn(reference) ? reference : path, loading);
  const rules = new Map<string, ActiveRule>();
  for (const id of [...layers.entries.keys()].sort()) {
    const rule = loading.rules.get(id);
    const entry = layers.entries.get(id);
    if (rule === undefined || entry?.severity === undefined || entry.severity === 'off') continue;
    rules.set(id, {
      rule,
      severity: entry.severity,
      disposition: entry.disposition ?? usualDisposition(rule),
      options: { ...rule.options?.defaults, ...entry.options },
    });
  }
  const name = isBuiltIn(reference) ? reference : path;
  if (rules.size === 0) throw new OperationalError(nothingOn(name));
  const loose = [...loading.rules.values()].flatMap((guard) => looseGuard(guard, rules));
  if (loose.length > 0) throw looseGuards(name, loose);
  return {
    name: isBuiltIn(reference) ? reference : basename(reference).replace(/\.ya?ml$/i, ''),
    files: layers.files,
    requires: layers.requires,
    gate: { allowPartly: layers.allowPartly, limits: layers.limits },
    rules,
  };
}

/** One per list of rules, so that its validator is made once however many rule sets are read. */
const schemas = new WeakMap<readonly Rule[], JsonSchema>();

function schemaFor(rules: readonly Rule[]): JsonSchema {
  const schema = schemas.get(rules) ?? ruleSetSchema(rules);
  schemas.set(rules, schema);
  return schema;
}

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
    en: `\`${reference}\` is no built-in rule set. ${meant === undefined ? '' : `${meant.en} `}Allowed: ${all}.`,
  };
}

function builtInPath(reference: string, { builtInFolder }: Loading): string {
  return join(builtInFolder, `${reference.slice(BUILT_IN.length)}.yaml`);
}

async function loadLayers(path: string, name: string, loading: Loading): Promise<Layers> {
  const file = await loadYaml<RuleSetData>(path, loading.schema, WHAT, {
    prepare: (value) => decimalsAsText(value, loading),
  });
  const chain = [...loading.chain, path];
  const below = await extended(file, path, { ...loading, chain });
  const { requires, gate, rules } = file.value;
  const entries = new Map(below.entries);
  const problems: ConfigProblem[] = [];
  for (const [id, given] of ruleByRule(rules ?? {}, loading.rules)) {
    if (!loading.rules.has(id)) problems.push(unknownRule(id, loading.rules));
    const entry = laidOver(entries.get(id), given);
    if (entry.severity === undefined) problems.push(withoutSeverity(id));
    else if (typeof given === 'object' && 'disposition' in given && entry.severity !== 'error')
      problems.push(idleDisposition(id, entry.severity));
    entries.set(id, entry);
  }
  if (problems.length > 0) throw problemsError(file, problems);
  return {
    files: [{ path: name, bytes: file.bytes }, ...below.files],
    requires: requires ?? below.requires,
    allowPartly: gate?.allowPartly ?? below.allowPartly,
    limits: limitsOver(below.limits, gate?.limits),
    entries,
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

/** Whole families first: what is said of a single rule goes over what is said of all, whichever stands first. */
function ruleByRule(
  given: Readonly<Record<string, Given>>,
  rules: ReadonlyMap<string, Rule>,
): readonly (readonly [string, Exclude<Given, 'on'>])[] {
  const entries = Object.entries(given) as [string, Exclude<Given, 'on'>][];
  const isFamily = ([key]: (typeof entries)[number]): boolean => key.endsWith(WHOLE_FAMILY);
  const ofFamilies = entries.filter(isFamily).flatMap(([key, all]) => {
    const family = [...rules.values()].filter(({ id }) => id.startsWith(key.slice(0, -1)));
    return family.map((rule) => [rule.id, (all as Given) === 'on' ? asRecommended(rule) : all] as const);
  });
  return [...ofFamilies, ...entries.filter((entry) => !isFamily(entry))];
}

function asRecommended(rule: Rule): Exclude<Given, 'on'> {
  return written(rule, rule.sets.recommended) as Exclude<Given, 'on'>;
}

/** Ids of a family whose rules are too many to be keys of the schema. */
function unknownRule(id: string, rules: ReadonlyMap<string, Rule>): ConfigProblem {
  const near = nearest(id, [...rules.keys()]);
  const meant = near.length > 0 ? didYouMean(near) : { nb: '', en: '' };
  return {
    keys: ['rules', id],
    text: {
      nb: `det finnes ingen regel \`${id}\`; \`katalogvakt rules\` viser alle. ${meant.nb}`.trimEnd(),
      en: `there is no rule \`${id}\`; \`katalogvakt rules\` shows them all. ${meant.en}`.trimEnd(),
    },
  };
}

/** A severity alone leaves disposition and options as they were; so does every key that is not given. */
function laidOver(below: Entry | undefined, given: Exclude<Given, 'on'>): Entry {
  if (typeof given === 'string') return { ...below, severity: given, options: below?.options ?? {} };
  const { severity, disposition, ...options } = given as { severity?: Severity; disposition?: RuleDisposition };
  return {
    ...below,
    ...(severity === undefined ? {} : { severity }),
    ...(disposition === undefined ? {} : { disposition }),
    options: { ...below?.options, ...options },
  };
}

function withoutSeverity(id: string): ConfigProblem {
  return {
    keys: ['rules', id],
    text: {
      nb: `\`rules.${id}.severity\` mangler, og regelsettet dette bygger på, har ikke regelen. Skriv for eksempel \`severity: error\`.`,
      en: `\`rules.${id}.severity\` is missing, and no rule set that this one extends has the rule. Write for example \`severity: error\`.`,
    },
  };
}

function idleDisposition(id: string, severity: string): ConfigProblem {
  return {
    keys: ['rules', id, 'disposition'],
    text: {
      nb: `\`rules.${id}.disposition\` virker bare sammen med \`severity: error\`, og regelen er \`${severity}\`. Skriv \`severity: error\`, eller ta bort \`disposition\`.`,
      en: `\`rules.${id}.disposition\` works only with \`severity: error\`, and the rule is \`${severity}\`. Write \`severity: error\`, or remove \`disposition\`.`,
    },
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
function looseGuard(guard: Rule, rules: RuleSet['rules']): readonly LooseGuard[] {
  const severity = rules.get(guard.id)?.severity ?? 'off';
  if (guard.guards === undefined || severity === 'error') return [];
  const guarded: ReadonlySet<string> = new Set(guard.guards);
  for (const { rule, severity: strictness } of rules.values()) {
    if (strictness !== 'error' || rule.kind === 'catalogue' || rule.id === guard.id) continue;
    if (fieldsOf(rule).some((field) => guarded.has(field))) return [{ guard: guard.id, severity, rule: rule.id }];
  }
  return [];
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
  for (const [id, given] of Object.entries(member(value, 'rules'))) {
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

/** What an error does where nobody says otherwise. */
function usualDisposition(rule: Rule): RuleDisposition {
  return rule.kind === 'catalogue' || (rule.kind === 'document' && !rule.inLines) ? 'refuse' : 'withhold';
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

function written(rule: Rule, standing: Standing | undefined): object | string {
  if (standing === undefined || standing.severity === 'off') return 'off';
  const disposition = standing.disposition ?? (standing.severity === 'error' ? usualDisposition(rule) : undefined);
  const options = { ...rule.options?.defaults, ...standing.options };
  if (disposition === undefined && Object.keys(options).length === 0) return standing.severity;
  return { severity: standing.severity, ...(disposition === undefined ? {} : { disposition }), ...options };
}
