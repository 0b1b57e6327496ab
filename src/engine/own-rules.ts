/** The rules of a rule set's own, without code and with: what the files name, checked, and the rules made of it. */
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Severity } from '../catalogue/finding.ts';
import type { Text } from '../catalogue/text.ts';
import { fitsSchema } from './fits-schema.ts';
import { OWN, type OwnRuleDefinition } from './own-rule-schema.ts';
import { referencedFile } from './referenced-file.ts';
import type { Rule, RuleDisposition } from './rule.ts';
import { type ConfigProblem, type KeyPath, schemaProblems } from './schema-problems.ts';
import { object } from './schema-words.ts';
import type { Given, Threshold } from './standing.ts';
import { writtenThreshold } from './threshold.ts';

/** Plain data, of which any thread makes the same rules. */
export interface OwnSources {
  readonly definitions: ReadonlyMap<string, OwnRuleDefinition>;
  /** Paths of modules. */
  readonly plugins: readonly string[];
}

export interface OwnRules extends OwnSources {
  readonly rules: ReadonlyMap<string, Rule>;
}

export const NO_OWN_RULES: OwnRules = { definitions: new Map(), plugins: [], rules: new Map() };

/** A definition with how strictly the rule is taken. */
export type WrittenOwnRule = OwnRuleDefinition & {
  readonly severity: Severity | 'off';
  readonly disposition?: RuleDisposition;
  readonly threshold?: Threshold;
};

export interface WrittenOwn {
  readonly own?: Readonly<Record<string, WrittenOwnRule>>;
  readonly plugins?: readonly string[];
}

export interface AddedOwn {
  readonly all: OwnRules;
  /** How the file takes those it adds. */
  readonly given: ReadonlyMap<string, Given>;
  readonly modules: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly problems: readonly ConfigProblem[];
}

/**
 * @param path of the file
 * @param below those of the files it extends
 * @param allowPlugins whether modules may be loaded
 */
export async function addedOwnRules(
  { own = {}, plugins = [] }: WrittenOwn,
  path: string,
  below: OwnRules,
  allowPlugins: boolean,
): Promise<AddedOwn> {
  const rules = new Map(below.rules);
  const definitions = new Map(below.definitions);
  const given = new Map<string, Given>();
  const problems: ConfigProblem[] = [];
  const add = (rule: Rule, standing: Given, keys: KeyPath): void => {
    if (rules.has(rule.id)) problems.push({ keys, text: twice(rule.id) });
    rules.set(rule.id, rule);
    given.set(rule.id, standing);
  };
  for (const [id, { severity, disposition, threshold, ...definition }] of Object.entries(own)) {
    const { ownRule } = await import('./own-rule.ts');
    const made = ownRule(id, definition);
    problems.push(...made.problems.map((problem) => ({ ...problem, keys: ['own', id, ...problem.keys] })));
    definitions.set(id, definition);
    const standing = {
      severity,
      ...(disposition === undefined ? {} : { disposition }),
      ...(threshold === undefined ? {} : { threshold: writtenThreshold(threshold) }),
    };
    if (made.rule !== undefined) add(made.rule, { ...standing, options: {} }, ['own', id]);
  }
  const modules: { path: string; bytes: Uint8Array }[] = [];
  for (const [at, reference] of plugins.entries()) {
    const keys = ['plugins', at];
    const found = allowPlugins ? await moduleOf(dirname(path), reference) : { text: NOT_ALLOWED };
    if ('text' in found) {
      problems.push({ keys, text: saidOf(reference, found.text) });
      continue;
    }
    modules.push({ path: found.path, bytes: await readFile(found.path) });
    for (const rule of found.rules) {
      const { severity = 'off', disposition, options = {} } = rule.sets.recommended ?? {};
      add(rule, { severity, ...(disposition === undefined ? {} : { disposition }), options }, keys);
    }
  }
  const paths = [...below.plugins, ...modules.map((module) => module.path)];
  return { all: { rules, definitions, plugins: paths }, given, modules, problems };
}

type FoundModule = { readonly path: string; readonly rules: readonly Rule[] } | { readonly text: Text };

async function moduleOf(folder: string, reference: string): Promise<FoundModule> {
  const target = await referencedFile(folder, reference);
  if (target.kind === 'problem') return { text: target.text };
  const { loadPlugin, PluginFault } = await import('./plugin.ts');
  try {
    return { path: target.path, rules: await loadPlugin(target.path) };
  } catch (error) {
    if (!(error instanceof PluginFault)) throw error;
    return { text: error.text };
  }
}

/** The same rules again, in another thread. */
export async function ownRulesFrom({ definitions, plugins }: OwnSources): Promise<readonly Rule[]> {
  const rules: Rule[] = [];
  for (const [id, definition] of definitions) {
    const { ownRule } = await import('./own-rule.ts');
    const { rule } = ownRule(id, definition);
    if (rule !== undefined) rules.push(rule);
  }
  for (const path of plugins) {
    const { loadPlugin } = await import('./plugin.ts');
    rules.push(...(await loadPlugin(path)));
  }
  return rules;
}

/** What is said of options that own rules do not have. @param keys where the rules stand */
export async function ownEntryProblems(
  given: ReadonlyMap<string, Given>,
  keys: KeyPath,
  { rules }: OwnRules,
): Promise<readonly ConfigProblem[]> {
  const problems: ConfigProblem[] = [];
  for (const [id, { options }] of given) {
    if (!id.startsWith(OWN)) continue;
    const rule = rules.get(id);
    const place = [...keys, 'rules', id];
    if (rule === undefined) continue;
    const schema = object((rule.options?.properties ?? {}) as Parameters<typeof object>[0]);
    if (fitsSchema(options, schema)) continue;
    const { schemaErrors } = await import('./schema-errors.ts');
    const found = schemaProblems(schemaErrors(options, schema), options, () => undefined);
    problems.push(...found.map((problem) => ({ ...problem, keys: [...place, ...problem.keys] })));
  }
  return problems;
}

function saidOf(reference: string, { nb, en }: Text): Text {
  return { nb: `\`plugins\` har \`${reference}\`, ${nb}`, en: `\`plugins\` has \`${reference}\`, ${en}` };
}

const NOT_ALLOWED: Text = {
  nb: 'som er kode. Kjør med --allow-plugins hvis du stoler på den.',
  en: 'which is code. Run with --allow-plugins if you trust it.',
};

function twice(id: string): Text {
  return {
    nb: `regelen \`${id}\` er definert før. Gi den et annet navn, eller endre hvor streng den er under \`rules\`.`,
    en: `the rule \`${id}\` is defined already. Give it another name, or change how strict it is under \`rules\`.`,
  };
}
