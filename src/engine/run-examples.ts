/**
 * Runs the `passes` and `fails` of a rule: they are its documentation and its first test. An example is asked the way
 * the engine asks: a rule that lacks what it needs says nothing.
 */
import { Ajv } from 'ajv';
import { agreedVerdict } from '../agreement/agreed-verdict.ts';
import type { AgreedArticle, AgreedVerdict, Agreement, Conflict } from '../agreement/agreement.ts';
import type { VerdictTerms } from '../agreement/price-verdict.ts';
import { termGrounds } from '../agreement/terms/grounds.ts';
import { decimal } from '../catalogue/decimal.ts';
import { fieldKind, isField } from '../catalogue/field.ts';
import { comparableGtin } from '../catalogue/gtin.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { pricePeriodOf } from '../catalogue/period.ts';
import { LANGUAGES, type Text } from '../catalogue/text.ts';
import type { References } from './references.ts';
import {
  BUILT_IN_SETS,
  type CatalogueContext,
  type CatalogueExample,
  type CatalogueProblem,
  type CatalogueRule,
  type ExampleArticle,
  type ExampleLine,
  type GroupExample,
  type GroupMember,
  type GroupRule,
  hintOf,
  type LineExample,
  type LineNeed,
  type LineRule,
  type Need,
  type Problem,
  type Rule,
  type RunNeed,
  type SuccessionExample,
  type SuccessionRule,
} from './rule.ts';
import { referenceKey, successionsOf } from './succession.ts';

/** The day examples are for, where they do not name one. */
export const EXAMPLE_DAY = '2026-06-01';

const EXAMPLE_AGREEMENT: Agreement = {
  number: '2025/17',
  name: 'Example',
  supplier: { name: 'Supplier AS' },
  period: { from: '2025-01-01', to: '2027-12-31' },
  currency: 'NOK',
  timeZone: 'Europe/Oslo',
  vat: 'excluded',
  labels: [],
};

/** The row that the first line of an example stands in: the headings are row 1. */
const FIRST_ROW = 2;

/** @returns the problems, none when the rule is not asked for lack of what it needs */
export function runLineExample(rule: LineRule, example: LineExample): readonly Problem[] {
  const line = exampleLine(example.line, FIRST_ROW);
  const agreement = { ...EXAMPLE_AGREEMENT, ...example.agreement };
  const asOf = example.asOf ?? EXAMPLE_DAY;
  const columns = example.columns === undefined ? undefined : new Set(example.columns);
  const previous = example.previous === undefined ? undefined : exampleLine(example.previous, FIRST_ROW);
  const almostAgreed =
    example.almostAgreed === undefined
      ? undefined
      : { reason: example.almostAgreed.reason, article: exampleArticle(example.almostAgreed.article, agreement) };
  const agreed = verdictOn(line, example, agreement, { asOf, columns, outOfForce: () => almostAgreed }, previous);
  const context = {
    asOf,
    agreement,
    ...(columns === undefined ? {} : { columns }),
    ...(agreed === undefined ? {} : { agreed }),
    ...(almostAgreed === undefined ? {} : { almostAgreed }),
    ...(previous === undefined ? {} : { previous }),
    ...(example.previousDay === undefined ? {} : { previousDay: example.previousDay }),
    ...(example.references === undefined ? {} : { references: example.references }),
    options: { ...rule.options?.defaults, ...example.options },
  };
  const isGiven = (need: Need) =>
    isField(need) ? line[need] !== undefined : isAtHand(need, agreement, example.references, agreed, previous);
  if (!rule.needs.every(isGiven)) return [];
  if (rule.needsOneOf !== undefined && !rule.needsOneOf.some(isGiven)) return [];
  if (rule.isTold?.(line, context) === false) return [];
  return rule.check(line, context);
}

/** @returns the problems with the row each is about, in file order */
export function runGroupExample(
  rule: GroupRule,
  example: GroupExample,
): readonly (Problem & { readonly row: number })[] {
  const lines = example.lines.map((line, index) => exampleLine(line, FIRST_ROW + index));
  const problems: (Problem & { readonly row: number })[] = [];
  for (const [key, keyOf] of Object.entries(rule.keys)) {
    const groups = new Map<string, GroupMember[]>();
    for (const [ordinal, line] of lines.entries()) {
      const value = rule.needs.every((field) => line[field] !== undefined) ? keyOf(line) : undefined;
      if (value === undefined) continue;
      const members = groups.get(value) ?? [];
      members.push(memberOf(line, ordinal, lines));
      groups.set(value, members);
    }
    for (const [value, members] of groups) {
      if (members.length < 2) continue;
      for (const { member, ...problem } of rule.check(members, key, value))
        problems.push({ ...problem, row: member.row });
    }
  }
  return problems.toSorted((a, b) => a.row - b.row);
}

/** @returns the problems with the row each is about, in file order */
export function runSuccessionExample(
  rule: SuccessionRule,
  example: SuccessionExample,
): readonly (Problem & { readonly row: number })[] {
  const lines = example.lines.map((line, index) => exampleLine(line, FIRST_ROW + index));
  const former = (example.former ?? []).map((line) => exampleLine(line, FIRST_ROW));
  const next = new Map<number, number>();
  const missing = new Set<number>();
  for (const [at, { replacedBy }] of lines.entries()) {
    const found = replacedBy === undefined ? [] : positionsOf(lines, replacedBy);
    if (replacedBy !== undefined && found.length === 0) missing.add(at);
    if (found.length === 1 && found[0] !== undefined) next.set(at, found[0]);
  }
  for (const [at, { replaces }] of lines.entries()) {
    const [earlier, ...others] = replaces === undefined ? [] : positionsOf(lines, replaces);
    if (earlier !== undefined && others.length === 0 && !next.has(earlier)) next.set(earlier, at);
  }
  const successionAt = successionsOf({
    lines: new Map(lines.entries()),
    next,
    missing,
    former: (number) => former[positionsOf(former, number)[0] ?? former.length],
  });
  const run = {
    asOf: example.asOf ?? EXAMPLE_DAY,
    agreement: { ...EXAMPLE_AGREEMENT, ...example.agreement },
    options: { ...rule.options?.defaults, ...example.options },
  };
  return lines.flatMap((line, at) =>
    rule.needs.every((field) => line[field] !== undefined)
      ? rule.check(line, { ...run, ...successionAt(at) }).map((problem) => ({ ...problem, row: line.row }))
      : [],
  );
}

/** Lines that are known by the number, as item number or else as GTIN. */
function positionsOf(lines: readonly CatalogueLine[], number: string): readonly number[] {
  const key = referenceKey(number);
  const known = (field: 'itemNumber' | 'gtin') =>
    lines.flatMap((line, at) => (line[field] !== undefined && referenceKey(line[field]) === key ? [at] : []));
  const byNumber = known('itemNumber');
  return byNumber.length > 0 ? byNumber : known('gtin');
}

/** @returns the problems; `prices` and `previousVersion` are taken to be at hand */
export function runCatalogueExample(rule: CatalogueRule, example: CatalogueExample): readonly CatalogueProblem[] {
  const agreement = { ...EXAMPLE_AGREEMENT, ...example.agreement };
  if (!rule.needs.every((need) => isAtHand(need, agreement, example.references, undefined, undefined))) return [];
  return rule.check({
    asOf: example.asOf ?? EXAMPLE_DAY,
    agreement,
    lines: example.fileProblem === undefined ? 1 : 0,
    agreedNotOffered: (example.agreedNotOffered ?? []).map((article) => exampleArticle(article, agreement)),
    missingFields: example.missingFields ?? [],
    ...(example.told === undefined
      ? {}
      : { told: { agreementNumber: [], supplierId: [], supplierName: [], ...example.told } }),
    ...asGiven(example),
    ...(example.fileProblem === undefined
      ? {}
      : {
          fileProblem: {
            problem: example.fileProblem,
            ...(example.fileDetail === undefined ? {} : { detail: example.fileDetail }),
          },
        }),
    options: { ...rule.options?.defaults, ...example.options },
  });
}

/** What rules are handed just as an example gives it. */
const GIVEN = [
  'references',
  'coreNotOffered',
  'searchesWithoutHit',
  'change',
  'ambiguous',
  'remarks',
  'doubts',
  'pricesVat',
  'sheetsAlike',
  'hiddenColumns',
  'asides',
  'blankRows',
  'blankColumns',
  'breaches',
  'issued',
] as const satisfies readonly (keyof CatalogueExample & keyof CatalogueContext)[];

function asGiven(example: CatalogueExample): Pick<CatalogueContext, (typeof GIVEN)[number]> {
  return Object.fromEntries(GIVEN.flatMap((what) => (example[what] === undefined ? [] : [[what, example[what]]])));
}

function isAtHand(
  need: RunNeed | LineNeed,
  agreement: Agreement,
  references: References | undefined,
  agreed: AgreedVerdict | undefined,
  previous: CatalogueLine | undefined,
): boolean {
  if (need === 'agreed') return agreed !== undefined;
  if (need === 'previous') return previous !== undefined;
  if (need === 'labelRegister') return references?.labelRegister !== undefined;
  if (need === 'searches') return references?.words?.searches !== undefined;
  if (need === 'formerVersions') return references?.formerItems !== undefined;
  if (need === 'classList') return references?.classes !== undefined;
  if (need === 'linkStates') return references?.links !== undefined;
  if (need === 'scope') return agreement.scope !== undefined;
  if (need === 'agreedLeadTime') return agreement.delivery !== undefined;
  if (need === 'recognisedLabels') return agreement.recognisedLabels !== undefined;
  if (need === 'articleDemands') return agreed?.article.demandedLabels !== undefined;
  if (need === 'labelDemands') return agreement.labels.length > 0 || agreed?.article.demandedLabels !== undefined;
  if (need === 'classDemands') return agreement.scope !== undefined || agreement.labels.length > 0;
  return true;
}

function exampleLine(values: ExampleLine, row: number): CatalogueLine {
  return { row, ...withDecimals(values) } as CatalogueLine;
}

function exampleArticle(values: ExampleArticle, agreement: Agreement): AgreedArticle {
  return { row: FIRST_ROW, currency: agreement.currency, ...withDecimals(values) } as AgreedArticle;
}

function exampleConflict({ by, ...values }: NonNullable<LineExample['conflict']>, agreement: Agreement): Conflict {
  return { by, article: exampleArticle(values, agreement) };
}

/** Examples are written as text; a slip in a figure shows here. */
function withDecimals(values: object): Record<string, unknown> {
  const read = ([name, value]: [string, unknown]): [string, unknown] => [
    name,
    typeof value === 'string' && isField(name) && DECIMAL_KINDS.has(fieldKind(name)) ? decimal(value) : value,
  ];
  return Object.fromEntries(Object.entries(values).map(read));
}

const DECIMAL_KINDS: ReadonlySet<string> = new Set(['decimal', 'money', 'percent']);

function verdictOn(
  line: CatalogueLine,
  { agreed, conflict, matchedBy, lists }: LineExample,
  agreement: Agreement,
  run: Pick<VerdictTerms, 'asOf' | 'columns' | 'outOfForce'>,
  previous: CatalogueLine | undefined,
): AgreedVerdict | undefined {
  if (agreed === undefined) return undefined;
  const article = exampleArticle(agreed, agreement);
  const sameNumber = line.itemNumber !== undefined && line.itemNumber === article.itemNumber;
  const sameGtin =
    line.gtin !== undefined && article.gtin !== undefined && comparableGtin(line.gtin) === comparableGtin(article.gtin);
  const match = {
    article,
    matchedBy: matchedBy ?? (sameGtin && !sameNumber ? ('gtin' as const) : ('itemNumber' as const)),
    ...(conflict === undefined ? {} : { conflict: exampleConflict(conflict, agreement) }),
  };
  const terms = termGrounds(agreement, run.asOf, (at) => {
    const entry = lists?.[at];
    return entry === undefined
      ? undefined
      : { find: () => ({ article: exampleArticle(entry, agreement), matchedBy: 'itemNumber', position: 0 }) };
  });
  return agreedVerdict(line, match, { ...run, agreement, terms, previous });
}

function periodOf(line: CatalogueLine): Pick<GroupMember, 'validFrom' | 'validTo'> {
  const { validFrom, validTo } = pricePeriodOf(line);
  return { validFrom, validTo };
}

/** Lines whose values are all equal share a number, as lines whose cells are all equal do in a file. */
function memberOf(line: CatalogueLine, ordinal: number, lines: readonly CatalogueLine[]): GroupMember {
  const cells = ({ row: _, ...values }: CatalogueLine) => JSON.stringify(Object.entries(values).toSorted());
  return {
    ordinal,
    row: line.row,
    item: line.itemNumber ?? line.gtin,
    name: line.name,
    ...periodOf(line),
    fingerprint: lines.findIndex((other) => cells(other) === cells(line)),
  };
}

/**
 * Holds a rule against its own examples and words.
 * @param id folder and file name, without `.ts`: `price/above-agreed`
 * @returns what is wrong, as sentences; none when all is well
 */
export function checkExamples(rule: Rule, id: string): readonly string[] {
  return [
    ...(rule.id === id ? [] : [`the id is ${rule.id}, the file is ${id}`]),
    ...checkWords(rule),
    ...checkOptions(rule),
    ...checkSets(rule),
    // Documents that break a rule on their form are too long for examples: they stand with its tests.
    ...(rule.kind === 'document' ? [] : checkExampleRuns(rule)),
  ];
}

function checkExampleRuns(rule: Rule): readonly string[] {
  return [
    ...(rule.passes.length === 0 ? ['no example passes'] : []),
    ...(rule.fails.length === 0 ? ['no example fails'] : []),
    ...checkRuns(rule),
  ];
}

interface Run {
  readonly why: string;
  readonly found: readonly Found[];
  readonly finds?: readonly object[];
}
type Found = Problem & { readonly item: string | undefined };

function checkRuns(rule: Rule): readonly string[] {
  const { passes, fails } = runAll(rule);
  const complaints: string[] = [];
  for (const { why, found } of passes) {
    if (found.length > 0) complaints.push(`"${why}" should pass but gives ${show(found)}`);
  }
  for (const { why, found, finds } of fails) {
    if (found.length === 0) complaints.push(`"${why}" should fail but passes`);
    else if (finds !== undefined && show(found) !== show(finds)) {
      complaints.push(`"${why}" should give ${show(finds)} but gives ${show(found)}`);
    }
  }
  return [
    ...complaints,
    ...checkCorrections(
      rule,
      fails.flatMap(({ found }) => found),
    ),
    ...checkMessages(
      rule,
      fails.flatMap(({ found }) => found),
    ),
  ];
}

/** What the rule finds in each of its examples, in their order. */
export function runAll(rule: Rule): { readonly passes: readonly Run[]; readonly fails: readonly Run[] } {
  switch (rule.kind) {
    case 'line': {
      const run = (example: LineRule['fails'][number]): Run => {
        const item = example.line.itemNumber ?? example.line.gtin;
        return { ...example, found: runLineExample(rule, example).map((problem) => ({ ...problem, item })) };
      };
      return { passes: rule.passes.map(run), fails: rule.fails.map(run) };
    }
    case 'group': {
      const run = (example: GroupRule['fails'][number]): Run => {
        const itemAt = (row: number) =>
          example.lines[row - FIRST_ROW]?.itemNumber ?? example.lines[row - FIRST_ROW]?.gtin;
        const found = runGroupExample(rule, example).map((problem) => ({ ...problem, item: itemAt(problem.row) }));
        return { ...example, found };
      };
      return { passes: rule.passes.map(run), fails: rule.fails.map(run) };
    }
    case 'document':
      return { passes: [], fails: [] };
    case 'succession': {
      const run = (example: SuccessionRule['fails'][number]): Run => {
        const { lines } = example;
        const itemAt = (row: number) => lines[row - FIRST_ROW]?.itemNumber ?? lines[row - FIRST_ROW]?.gtin;
        const found = runSuccessionExample(rule, example).map((problem) => ({ ...problem, item: itemAt(problem.row) }));
        return { ...example, found };
      };
      return { passes: rule.passes.map(run), fails: rule.fails.map(run) };
    }
    case 'catalogue': {
      const run = (example: CatalogueRule['fails'][number]): Run => {
        const found = runCatalogueExample(rule, example).map(({ article, row: _, ...problem }) => ({
          ...problem,
          item: article?.itemNumber ?? article?.gtin,
        }));
        return { ...example, found };
      };
      return { passes: rule.passes.map(run), fails: rule.fails.map(run) };
    }
  }
}

/** In a form that compares: keys in order, without what examples leave aside. */
function show(problems: readonly object[]): string {
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value;
  const shown = ({ correction: _, derivation: __, item: ___, ...rest }: Partial<Found>) => sorted(rest);
  return JSON.stringify(problems.map(shown));
}

const PLACEHOLDER = /\{([A-Za-z]+)(?::[a-z]+)?\}/g;

function placeholders(template: string): ReadonlySet<string> {
  return new Set([...template.matchAll(PLACEHOLDER)].map(([, name]) => name ?? ''));
}

/** Placeholders with the form they ask for, in one order. */
function placeholderForms(template: string): string {
  return [...template.matchAll(PLACEHOLDER)]
    .map(([whole]) => whole)
    .toSorted()
    .join(' ');
}

function messagesOf({ message }: Rule): ReadonlyMap<string | undefined, Text> {
  return byName(message);
}

function byName(texts: Rule['message']): ReadonlyMap<string | undefined, Text> {
  if (typeof texts['nb'] === 'string') return new Map([[undefined, texts as Text]]);
  return new Map(Object.entries(texts as Readonly<Record<string, Text>>));
}

function checkWords(rule: Rule): readonly string[] {
  const texts = new Map<string, Text>([
    ['title', rule.title],
    ['fault', rule.fault],
    ['because', rule.because],
    ['advice', rule.advice],
    ...[...messagesOf(rule)].map(([name, text]): [string, Text] => [
      name === undefined ? 'message' : `message ${name}`,
      text,
    ]),
    ...[...byName(rule.hint ?? {})].map(([name, text]): [string, Text] => [
      name === undefined ? 'hint' : `hint ${name}`,
      text,
    ]),
  ]);
  if (typeof rule.source !== 'string') texts.set('source', rule.source);
  const complaints: string[] = typeof rule.source === 'string' && rule.source.trim() === '' ? ['source is empty'] : [];
  for (const [what, text] of texts) {
    for (const language of LANGUAGES)
      if (text[language].trim() === '') complaints.push(`${what} is empty in ${language}`);
    if (text.nb === text.en) complaints.push(`${what} is the same in nb and en`);
    if (placeholderForms(text.nb) !== placeholderForms(text.en))
      complaints.push(`${what} has other placeholders in nb than in en`);
  }
  for (const language of LANGUAGES)
    if (rule.fault[language] === rule.title[language]) complaints.push(`fault is the same as title in ${language}`);
  return complaints;
}

/** A rule set may ask for corrections where the rule says that it gives them, and only there. */
function checkCorrections(rule: Rule, found: readonly Found[]): readonly string[] {
  const corrects = found.some(({ correction }) => correction !== undefined);
  if (corrects === (rule.corrects ?? false)) return [];
  return [
    corrects ? 'gives a correction without `corrects`' : 'no failing example shows the correction it says it gives',
  ];
}

/** Every message is shown by an example that fails, with all its placeholders supplied. */
function checkMessages(rule: Rule, found: readonly Found[]): readonly string[] {
  const complaints = new Set<string>();
  const messages = messagesOf(rule);
  const unused = new Set(messages.keys());
  for (const problem of found) {
    const text = messages.get(problem.message);
    if (text === undefined) {
      complaints.add(`there is no message ${problem.message}`);
      continue;
    }
    unused.delete(problem.message);
    const hint = hintOf(rule, problem.message)?.nb ?? '';
    for (const name of placeholders(`${text.nb} ${hint}`)) {
      if (!isSupplied(name, problem)) complaints.add(`{${name}} is not supplied in ${show([problem])}`);
    }
  }
  for (const name of unused)
    complaints.add(`no failing example shows the message${name === undefined ? '' : ` ${name}`}`);
  return [...complaints];
}

function isSupplied(name: string, problem: Found): boolean {
  if (problem.parameters?.[name] !== undefined) return true;
  if (name === 'actual' || name === 'expected' || name === 'field' || name === 'item')
    return problem[name] !== undefined;
  return false;
}

function checkOptions(rule: Rule): readonly string[] {
  const given = [...rule.passes, ...rule.fails].filter(({ options }) => options !== undefined);
  if (rule.options === undefined) return given.map(({ why }) => `"${why}" has options, the rule has none`);
  const { properties, defaults } = rule.options;
  const validate = new Ajv().compile({ type: 'object', properties, additionalProperties: false });
  const check = (what: string, options: object) =>
    validate(options)
      ? []
      : [`${what}: ${validate.errors?.map((error) => `${error.instancePath} ${error.message}`).join(', ')}`];
  return [
    ...check('the defaults of the options', defaults),
    ...given.flatMap(({ why, options }) => check(`the options of "${why}"`, options ?? {})),
    ...BUILT_IN_SETS.flatMap((set) => check(`the options in ${set}`, rule.sets[set]?.options ?? {})),
  ];
}

/** An error says what it does with the line, in every set. */
function checkSets(rule: Rule): readonly string[] {
  return BUILT_IN_SETS.flatMap((set) => {
    const standing = rule.sets[set];
    if (standing?.severity !== 'error') return [];
    if (standing.disposition === undefined) return [`${set}: an error without a disposition`];
    const refuses = standing.disposition === 'refuse';
    return refuses === (rule.kind === 'catalogue' || (rule.kind === 'document' && !rule.inLines))
      ? []
      : [`${set}: ${standing.disposition} does not fit a ${rule.kind} rule`];
  });
}
