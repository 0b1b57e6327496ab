/** What an override is for: which part of it is known for the whole run, and which follows from each line. */
import type { Agreement } from '../agreement/agreement.ts';
import type { Field } from '../catalogue/field.ts';
import type { Text } from '../catalogue/text.ts';
import { nearest } from './nearest.ts';
import type { Rule } from './rule.ts';
import type { FileStep, RunCondition } from './rule-set-layers.ts';
import { type ConfigProblem, didYouMean } from './schema-problems.ts';
import type { Given, LineCondition } from './standing.ts';

/** As it stands in the file. */
export interface WrittenCondition extends RunCondition {
  readonly supplierGroup?: readonly string[];
  readonly unspsc?: readonly string[];
  /** A number may be written without quotes. */
  readonly field?: { readonly [F in Field]?: readonly (string | number | boolean)[] };
}

/** What is known of a run before the first line. */
export interface RunFacts {
  readonly agreement?: Pick<Agreement, 'number' | 'supplier'>;
}

type Groups = ReadonlyMap<string, readonly string[]>;

export function conditionsOf(
  { agreement, supplier, supplierGroup, unspsc, field }: WrittenCondition,
  groups: Groups,
): Pick<FileStep, 'when' | 'run'> {
  const members = supplierGroup?.flatMap((name) => groups.get(name) ?? []);
  const suppliers =
    supplier === undefined && members === undefined ? undefined : [...(supplier ?? []), ...(members ?? [])];
  const run = {
    ...(agreement === undefined ? {} : { agreement }),
    ...(suppliers === undefined ? {} : { supplier: suppliers }),
  };
  const values = Object.entries(field ?? {}).map(([name, given]) => [name, given.map(String)] as const);
  const when: LineCondition = {
    ...(unspsc === undefined ? {} : { unspsc }),
    ...(values.length === 0 ? {} : { field: Object.fromEntries(values) }),
  };
  return {
    ...(Object.keys(run).length === 0 ? {} : { run }),
    ...(Object.keys(when).length === 0 ? {} : { when }),
  };
}

/** A run without an agreement is no agreement's and no supplier's. */
export function holdsInRun({ agreement, supplier }: RunCondition, { agreement: present }: RunFacts): boolean {
  if (present === undefined) return false;
  if (agreement !== undefined && !agreement.some((pattern) => isNumber(present.number, pattern))) return false;
  return supplier === undefined || supplier.some((name) => isSupplier(present.supplier, name));
}

function isNumber(number: string, pattern: string): boolean {
  return pattern.endsWith('*') ? number.startsWith(pattern.slice(0, -1)) : number === pattern;
}

function isSupplier({ name, organisationNumber, gln }: Agreement['supplier'], meant: string): boolean {
  const digits = meant.replace(/\s/g, '');
  return compared(name) === compared(meant) || digits === organisationNumber || digits === gln;
}

function compared(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

interface Known {
  readonly groups: Groups;
  readonly rules: ReadonlyMap<string, Rule>;
}

/** What no schema can say of an override. @returns problems with keys from the override on */
export function overrideProblems(
  when: WrittenCondition,
  given: readonly (readonly [string, Given])[],
  { groups, rules }: Known,
): readonly ConfigProblem[] {
  const { when: lines } = conditionsOf(when, groups);
  const problems: ConfigProblem[] = [];
  if (Object.keys(when).length === 0) problems.push({ keys: ['when'], text: FOR_NOTHING });
  for (const [at, name] of (when.supplierGroup ?? []).entries()) {
    if (!groups.has(name)) problems.push({ keys: ['when', 'supplierGroup', at], text: noGroup(name, groups) });
  }
  if (lines === undefined) return problems;
  for (const [id, { threshold }] of given) {
    const kind = rules.get(id)?.kind;
    if (kind === 'catalogue' || kind === 'document') problems.push({ keys: ['rules', id], text: ofCatalogue(id) });
    else if (threshold !== undefined) problems.push({ keys: ['rules', id, 'threshold'], text: THRESHOLD_OF_LINES });
  }
  return problems;
}

const FOR_NOTHING: Text = {
  nb: '`when` er tom. Skriv hva unntaket gjelder, for eksempel `unspsc: ["4214"]`, eller flytt reglene til `rules`.',
  en: '`when` is empty. Write what the override is for, such as `unspsc: ["4214"]`, or move the rules to `rules`.',
};

const THRESHOLD_OF_LINES: Text = {
  nb: '`threshold` gjelder hele katalogen og kan ikke settes for noen av linjene. Flytt den til `rules`.',
  en: '`threshold` is for the whole catalogue and cannot be set for some of its lines. Move it to `rules`.',
};

function ofCatalogue(id: string): Text {
  return {
    nb: `\`${id}\` ser på hele katalogen og kan ikke stilles for noen av linjene. Flytt den til et unntak uten \`unspsc\` og \`field\`, eller til \`rules\`.`,
    en: `\`${id}\` looks at the whole catalogue and cannot be set for some of its lines. Move it to an override without \`unspsc\` and \`field\`, or to \`rules\`.`,
  };
}

function noGroup(name: string, groups: Groups): Text {
  const near = nearest(name, [...groups.keys()]);
  const hint: Text =
    near.length > 0
      ? didYouMean(near)
      : { nb: 'Skriv gruppen under `supplierGroups`.', en: 'Write the group under `supplierGroups`.' };
  return {
    nb: `det finnes ingen leverandørgruppe \`${name}\`. ${hint.nb}`,
    en: `there is no supplier group \`${name}\`. ${hint.en}`,
  };
}
