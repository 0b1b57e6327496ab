/** The files of a rule set as a supplier gets them: what holds for this agreement, and nothing of other ones. */
import { isBuiltIn } from './built-in-sets.ts';
import { holdsInRun, type RunFacts } from './override-conditions.ts';
import { OWN } from './own-rule-schema.ts';
import type { Layers, RunCondition } from './rule-set-layers.ts';
import { loadYaml } from './yaml-file.ts';

export interface KitRules {
  /** The outermost first. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Rules that are code, which no kit carries. */
  readonly leftOut: readonly string[];
}

interface Written {
  readonly extends?: string;
  readonly requires?: readonly string[];
  readonly gate?: { readonly limits?: Readonly<Record<string, unknown>> } & Readonly<Record<string, unknown>>;
  readonly own?: Readonly<Record<string, unknown>>;
  readonly rules?: WrittenRules;
  readonly overrides?: readonly { readonly when: WrittenWhen; readonly rules: WrittenRules }[];
}

type WrittenRules = Readonly<Record<string, unknown>>;

interface WrittenWhen extends RunCondition {
  readonly supplierGroup?: readonly string[];
  readonly unspsc?: readonly string[];
  readonly field?: object;
}

const WHAT = { nb: 'regelsettet', en: 'the rule set' };

/** @param run the agreement that the kit is for; its number is what overrides are for in the kit */
export async function rulesInKit(layers: Layers, run: Required<RunFacts>): Promise<KitRules> {
  const paths = layers.files.map(({ path }) => path).filter((path) => /\.ya?ml$/i.test(path) && !isBuiltIn(path));
  const written = await Promise.all(paths.map((path) => loadYaml<Written>(path, {}, WHAT)));
  const defined = new Set(written.flatMap(({ value }) => Object.keys(value.own ?? {})));
  const leftOut = [...layers.own.rules.keys()].filter((id) => !defined.has(id)).sort();
  const isCarried = (id: string): boolean => !id.startsWith(OWN) || defined.has(id);
  const names = paths.map((_, at) => (at === 0 ? 'rules.yaml' : `rules-${at + 1}.yaml`));
  const files = written.map(({ value }, at) => {
    const kept = inKit(value, names[at + 1], { layers, run, isCarried });
    return { name: names[at] ?? '', text: `${JSON.stringify(kept, undefined, 2)}\n` };
  });
  return { files, leftOut };
}

interface Carrying {
  readonly layers: Layers;
  readonly run: Required<RunFacts>;
  readonly isCarried: (id: string) => boolean;
}

/** @param below what the file it extends is called in the kit; absent: it extends a built-in one, or none */
function inKit(written: Written, below: string | undefined, carrying: Carrying): Written {
  const { extends: base, requires, gate, own, rules, overrides } = written;
  const kept = (given: WrittenRules): WrittenRules =>
    Object.fromEntries(Object.entries(given).filter(([id]) => carrying.isCarried(id)));
  return {
    ...{ version: 1 },
    ...(base === undefined ? {} : { extends: isBuiltIn(base) ? base : (below ?? base) }),
    // The version approved last is the buyer's.
    ...(requires === undefined ? {} : { requires: requires.filter((what) => what !== 'previous') }),
    ...(gate === undefined ? {} : { gate: gateInKit(gate) }),
    ...(own === undefined ? {} : { own }),
    ...(rules === undefined ? {} : { rules: kept(rules) }),
    ...(overrides === undefined
      ? {}
      : {
          overrides: overrides.flatMap(({ when, rules: given }) => {
            const here = conditionInKit(when, carrying);
            return here === undefined ? [] : [{ when: here, rules: kept(given) }];
          }),
        }),
  };
}

/** Without what is bought in a year nobody can tell how much a price makes in a year. */
function gateInKit({ limits, ...gate }: NonNullable<Written['gate']>): NonNullable<Written['gate']> {
  if (limits === undefined) return gate;
  const { yearlyEffect: _, ...others } = limits;
  return { ...gate, limits: others };
}

/** Whom else it is for is nobody's business. @returns nothing for an override that is not for this agreement */
function conditionInKit(when: WrittenWhen, { layers, run }: Carrying): WrittenWhen | undefined {
  const { agreement, supplier, supplierGroup, ...lines } = when;
  if (agreement === undefined && supplier === undefined && supplierGroup === undefined) return when;
  const members = (supplierGroup ?? []).flatMap((name) => layers.supplierGroups.get(name) ?? []);
  const suppliers =
    supplier === undefined && supplierGroup === undefined ? undefined : [...(supplier ?? []), ...members];
  const condition: RunCondition = {
    ...(agreement === undefined ? {} : { agreement }),
    ...(suppliers === undefined ? {} : { supplier: suppliers }),
  };
  return holdsInRun(condition, run) ? { agreement: [run.agreement.number], ...lines } : undefined;
}
