/** Which rules of a set can be asked in this run, and why the others cannot. */
import type { Field } from '../catalogue/field.ts';
import { isField } from '../catalogue/field.ts';
import type { Severity } from '../catalogue/finding.ts';
import type {
  CatalogueRule,
  DocumentRule,
  GroupRule,
  LineNeed,
  LineRule,
  Rule,
  RuleDisposition,
  RunNeed,
  RunUse,
  SuccessionRule,
} from './rule.ts';
import type { RuleSet } from './rule-set.ts';
import type { ActiveRule, Step, Threshold } from './standing.ts';

/** A rule that is switched on and can be asked, with what was counted of it. */
export interface AskedRule<R> {
  readonly rule: R;
  readonly severity: Severity;
  readonly disposition: RuleDisposition;
  readonly options: Readonly<Record<string, unknown>>;
  /** Fields a line must give, readable. */
  readonly fields: readonly Field[];
  readonly needsAgreed: boolean;
  readonly needsPrevious: boolean;
  readonly needsOneOf: readonly LineNeed[];
  checked: number;
  skipped: number;
  /** Lines that break it; counted where it has a threshold. */
  broken: number;
  readonly threshold?: Threshold;
  /** It is off, but for some lines. */
  readonly sometimes?: true;
  /** What the skipped lines had after all, as long as no line could be checked: it is not what was missing. */
  readonly met: Set<Field | LineNeed>;
}

/** Why a rule checked nothing in the whole run. */
export type NotCheckedReason =
  | {
      readonly reason:
        | 'noAgreement'
        | 'noScope'
        | 'noLabelDemands'
        | 'noClassDemands'
        | 'noRecognisedLabels'
        | 'noLabelRegister'
        | 'noLeadTime'
        | 'noPrices'
        | 'noPrevious'
        | 'noFormerVersions'
        | 'noSearches'
        | 'noClassList';
    }
  /** `noValue`: there is a column, but no line with a readable value in it, or none with all that the rule needs. */
  | { readonly reason: 'noColumn' | 'noValue'; readonly fields: readonly Field[] }
  /** No line is an agreed article, or none was in the previous version. */
  | { readonly reason: 'noneAgreed' | 'nonePrevious' }
  /** It is switched on for some lines only, and none of the lines is one of those. */
  | { readonly reason: 'noneMeant' }
  | { readonly reason: 'unusableFile' };

export type NotAsked = { readonly rule: string } & NotCheckedReason;

export interface PreparedRules {
  readonly line: readonly AskedRule<LineRule>[];
  readonly group: readonly AskedRule<GroupRule>[];
  readonly succession: readonly AskedRule<SuccessionRule>[];
  readonly catalogue: readonly AskedRule<CatalogueRule>[];
  /** On the form of the document, where there is one. */
  readonly document: readonly AskedRule<DocumentRule>[];
  readonly notAsked: readonly NotAsked[];
  /** Fields that a switched-on error rule on lines needs: unreadable there is an error. */
  readonly neededByErrors: ReadonlySet<Field>;
  /** How rules stand for some lines; absent where all lines are treated alike. */
  readonly overrides?: readonly Step[];
}

/** What the run has at hand. */
export interface AtHand {
  readonly needs: ReadonlySet<RunNeed>;
  /** Fields that the file has a column for. */
  readonly fields: ReadonlySet<Field>;
  /** False: the file could not be read, only rules on the whole catalogue make sense. */
  readonly usable: boolean;
  /** Whether the file is put right as it is read. */
  readonly fixing?: true;
  /** Whose rules on its form the document must keep; absent: nobody's. */
  readonly specification?: string;
}

const REASONS = {
  agreement: 'noAgreement',
  scope: 'noScope',
  labelDemands: 'noLabelDemands',
  classDemands: 'noClassDemands',
  recognisedLabels: 'noRecognisedLabels',
  labelRegister: 'noLabelRegister',
  articleDemands: 'noLabelDemands',
  agreedLeadTime: 'noLeadTime',
  prices: 'noPrices',
  previousVersion: 'noPrevious',
  datedPrevious: 'noPrevious',
  formerVersions: 'noFormerVersions',
  searches: 'noSearches',
  classList: 'noClassList',
} as const satisfies Record<Exclude<RunNeed, typeof ON_REQUEST>, string>;

/** At hand only where the operator asks for it. */
const ON_REQUEST = 'linkStates';

export function prepareRules(ruleSet: RuleSet, atHand: AtHand): PreparedRules {
  const line: AskedRule<LineRule>[] = [];
  const group: AskedRule<GroupRule>[] = [];
  const succession: AskedRule<SuccessionRule>[] = [];
  const catalogue: AskedRule<CatalogueRule>[] = [];
  const document: AskedRule<DocumentRule>[] = [];
  const byKind = { line, group, succession, catalogue };
  const notAsked: NotAsked[] = [];
  const neededByErrors = new Set<Field>();
  const { overrides } = ruleSet;
  const sometimes = new Set(overrides?.sometimes);
  for (const active of switchedOn(ruleSet)) {
    const { rule } = active;
    if (!isMeant(rule, atHand)) continue;
    if (rule.kind === 'document') {
      document.push(asked(active, rule, sometimes));
      continue;
    }
    const hindrance = whyNot(active, atHand);
    for (const field of neededAsError(active, ruleSet)) neededByErrors.add(field);
    if (hindrance !== undefined) notAsked.push({ rule: rule.id, ...hindrance });
    else byKind[rule.kind].push(asked(active, rule, sometimes) as never);
  }
  return {
    line,
    group,
    succession,
    catalogue,
    document,
    notAsked,
    neededByErrors,
    ...(overrides === undefined ? {} : { overrides: overrides.steps }),
  };
}

/** Also those that are for some lines only. */
function switchedOn({ rules, overrides }: RuleSet): readonly ActiveRule[] {
  const usual = [...rules.values()];
  const sometimes = overrides?.sometimes ?? [];
  return sometimes.length === 0 ? usual : [...usual, ...sometimes].sort(byId);
}

/** Whether a rule that is switched on needs it, or uses it; what no rule asks for is not read. */
export function isAskedFor(what: RunNeed | RunUse, ruleSet: RuleSet): boolean {
  return switchedOn(ruleSet).some(({ rule: { needs, uses = [] } }) => [...needs, ...uses].some((one) => one === what));
}

/** Fields that are an error where they cannot be read, because of this rule. */
function neededAsError({ rule, severity }: ActiveRule, { overrides }: RuleSet): readonly Field[] {
  const canBeError = severity === 'error' || overrides?.errorSometimes.has(rule.id) === true;
  return rule.kind === 'catalogue' || !canBeError ? [] : [...fieldsOf(rule), ...(rule.anyColumn ?? [])];
}

function byId(a: ActiveRule, b: ActiveRule): number {
  return a.rule.id < b.rule.id ? -1 : 1;
}

/**
 * Of other documents, and of files that are none, a rule on documents says nothing that could be missed; nor does one on
 * what is at hand, or put right, only where the operator asks for it.
 */
function isMeant(rule: Rule, { specification, usable, needs, fixing }: AtHand): boolean {
  if (rule.kind === 'line' && rule.fixes !== undefined && fixing !== true) return false;
  if (rule.kind !== 'document') return needs.has(ON_REQUEST) || !(rule.needs as readonly string[]).includes(ON_REQUEST);
  return usable && specification !== undefined && rule.specifications.includes(specification);
}

/** Fields that a rule looks at: those it needs, and those it needs a column for. */
export function fieldsOf(rule: Rule): readonly Field[] {
  const needs: readonly string[] = rule.needs;
  return [...needs.filter(isField), ...(rule.columns ?? [])];
}

function asked<R extends ActiveRule['rule']>(
  active: ActiveRule,
  rule: R,
  sometimes: ReadonlySet<ActiveRule>,
): AskedRule<R> {
  const needs: readonly string[] = rule.needs;
  return {
    rule,
    severity: active.severity,
    disposition: active.disposition,
    options: active.options,
    fields: needs.filter(isField),
    needsAgreed: needs.includes('agreed'),
    needsPrevious: needs.includes('previous'),
    needsOneOf: rule.kind === 'line' ? (rule.needsOneOf ?? []) : [],
    checked: 0,
    skipped: 0,
    broken: 0,
    ...(sometimes.has(active) ? { sometimes: true as const } : {}),
    ...(active.threshold === undefined ? {} : { threshold: active.threshold }),
    met: new Set(),
  };
}

function whyNot({ rule }: ActiveRule, atHand: AtHand): NotCheckedReason | undefined {
  if (!atHand.usable && rule.kind !== 'catalogue') return { reason: 'unusableFile' };
  const needs: readonly string[] = rule.needs;
  for (const need of needs) {
    const wanted = runNeedOf(need);
    if (wanted === undefined || atHand.needs.has(wanted)) continue;
    if (wanted !== ON_REQUEST) return { reason: reasonFor(wanted, atHand) };
  }
  if (rule.kind === 'line' && rule.needsOneOf !== undefined) {
    const wanted = rule.needsOneOf.map(runNeedOfLine);
    if (!wanted.some((need) => atHand.needs.has(need))) return { reason: REASONS[wanted[0] ?? 'prices'] };
  }
  if (!atHand.usable) return undefined;
  const instead = Object.entries(rule.columnsWithout ?? {}).flatMap(([need, fields]) =>
    atHand.needs.has(need as RunNeed) ? [] : fields,
  );
  const missing = [...fieldsOf(rule), ...instead].filter((field) => !atHand.fields.has(field));
  if (missing.length > 0) return { reason: 'noColumn', fields: missing };
  const { anyColumn, insteadOfColumn } = rule;
  if (anyColumn === undefined || anyColumn.some((field) => atHand.fields.has(field))) return undefined;
  if (insteadOfColumn !== undefined && atHand.needs.has(insteadOfColumn)) return undefined;
  return { reason: 'noColumn', fields: anyColumn };
}

/** Where there is no version approved last, there is none before it either. */
function reasonFor(need: keyof typeof REASONS, { needs }: AtHand): (typeof REASONS)[keyof typeof REASONS] {
  return REASONS[need === 'formerVersions' && !needs.has('previousVersion') ? 'previousVersion' : need];
}

/** Rules that were asked but could not answer for a single line, once all lines were read: they checked nothing. */
export function notAnswered({ line }: PreparedRules): readonly NotAsked[] {
  return line.flatMap((asked): NotAsked[] => {
    const { rule, checked, skipped, sometimes } = asked;
    if (checked > 0) return [];
    if (skipped > 0) return [{ rule: rule.id, ...whyNoAnswer(asked) }];
    return sometimes === true ? [{ rule: rule.id, reason: 'noneMeant' }] : [];
  });
}

function whyNoAnswer({
  rule,
  fields,
  needsAgreed,
  needsPrevious,
  needsOneOf,
  met,
}: AskedRule<LineRule>): NotCheckedReason {
  if (needsAgreed && !met.has('agreed')) return { reason: 'noneAgreed' };
  if (needsPrevious && !met.has('previous')) return { reason: 'nonePrevious' };
  const [oneOf] = needsOneOf;
  if (oneOf !== undefined && !needsOneOf.some((need) => met.has(need))) {
    return { reason: oneOf === 'agreed' ? 'noneAgreed' : 'nonePrevious' };
  }
  const never = fields.filter((field) => !met.has(field));
  if (never.length > 0) return { reason: 'noValue', fields: never };
  return {
    reason: 'noValue',
    fields: rule.anyColumn ?? [...fieldsOf(rule), ...Object.values(rule.columnsWithout ?? {}).flat()],
  };
}

function runNeedOfLine(need: LineNeed) {
  return need === 'agreed' ? 'prices' : 'previousVersion';
}

function runNeedOf(need: string): RunNeed | undefined {
  if (need === 'agreed' || need === 'previous') return runNeedOfLine(need);
  return need === ON_REQUEST || Object.hasOwn(REASONS, need) ? (need as RunNeed) : undefined;
}
