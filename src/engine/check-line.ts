/** Asks every line rule about one line. */
import type { AgreedVerdict, AlmostAgreed } from '../agreement/agreement.ts';
import type { Field } from '../catalogue/field.ts';
import { DISPOSITIONS, type Disposition, type FindingWaiver, SEVERITIES, type Severity } from '../catalogue/finding.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { AskedRule, PreparedRules } from './prepare-rules.ts';
import type { LineContext, LineRule, Problem, Rule, RunContext } from './rule.ts';

/** A problem with the rule that found it and how severe the rule set takes it. */
export interface Remark {
  readonly rule: string;
  readonly severity: Severity;
  /** What it would do with the line; absent when it is no error. `refuse` withholds, and refuses the catalogue. */
  readonly disposition?: Disposition | 'refuse';
  readonly problem: Problem;
  /** General rules whose remark on the same line this one stands for. */
  readonly replaces?: readonly string[];
  /** It was accepted beforehand; `at` is the waiver's place in the list. */
  readonly waiver?: FindingWaiver & { readonly at: number };
}

/** A rule that threw: ours to put right, with the place where it happened. */
export class RuleFailure extends Error {
  constructor(rule: string, row: number | undefined, cause: unknown) {
    super(`rule ${rule} failed${row === undefined ? '' : ` at row ${row}`}`, { cause });
    this.name = 'RuleFailure';
  }
}

/**
 * The line rules, laid out to be asked about a million lines: rules are objects of many shapes, and many of them need
 * the same fields.
 */
export interface LineQuestions {
  readonly questions: readonly Question[];
  /** Fields that any of the rules needs. */
  readonly fields: readonly Field[];
  /** Whether the line that is asked about gives each of them. */
  readonly given: boolean[];
  /** Gives a remark the waiver that lifts it, if there is one; absent where none holds. */
  readonly waive?: Waive | undefined;
}

type Waive = (remark: Remark, line: CatalogueLine) => Remark;

interface Question extends Pick<AskedRule<LineRule>, 'needsAgreed' | 'needsPrevious' | 'needsOneOf' | 'options'> {
  readonly asked: AskedRule<LineRule>;
  readonly check: LineRule['check'];
  readonly isTold: LineRule['isTold'];
  readonly offAgreedOnly: boolean;
  /** The fields it needs, by their place among those of all rules. */
  readonly fields: readonly number[];
}

export function lineQuestions({ line }: Pick<PreparedRules, 'line'>, waive?: Waive): LineQuestions {
  const fields = [...new Set(line.flatMap((asked) => asked.fields))];
  const questions = line.map((asked): Question => {
    const { rule, needsAgreed, needsPrevious, needsOneOf, options } = asked;
    const { check, isTold, offAgreedOnly = false } = rule;
    const needed = asked.fields.map((field) => fields.indexOf(field));
    return { asked, check, isTold, offAgreedOnly, fields: needed, needsAgreed, needsPrevious, needsOneOf, options };
  });
  return { questions, fields, given: fields.map(() => false), waive };
}

/**
 * @param count whether what was checked and skipped is counted: only for the line as it was sent
 * @returns the remarks in rule order, specific ones standing for the general ones they replace
 */
export function checkLine(
  line: CatalogueLine,
  context: AskingContext,
  { questions, fields, given, waive }: LineQuestions,
  count: boolean,
): readonly Remark[] {
  for (let at = 0; at < fields.length; at++) given[at] = line[fields[at] as Field] !== undefined;
  let remarks: Remark[] | undefined;
  const isAsAgreed = context.agreed?.price.kind === 'kept';
  for (const question of questions) {
    const { asked } = question;
    if (!isAnswerable(line, context, question, given)) {
      if (count) noteSkipped(line, context, asked);
      continue;
    }
    if (count) asked.checked++;
    if (isAsAgreed && question.offAgreedOnly) continue;
    const problems = ask(line, context, question);
    for (const problem of problems) {
      remarks ??= [];
      const remark = remarkOf(asked, problem);
      remarks.push(waive === undefined ? remark : waive(remark, line));
    }
  }
  return remarks === undefined ? NONE : withoutReplaced(remarks);
}

/** One context for all rules of a line: one for each of them is what a long catalogue would spend its time on. */
export type AskingContext = LineContext & { options?: Readonly<Record<string, unknown>> };

export function askingContext(
  run: RunContext,
  agreed: AgreedVerdict | undefined,
  previous: CatalogueLine | undefined,
  almostAgreed?: AlmostAgreed,
): AskingContext {
  const { asOf, agreement, neededByErrors, columns, references } = run;
  return { asOf, agreement, neededByErrors, columns, references, agreed, almostAgreed, previous, options: NO_OPTIONS };
}

const NONE: readonly Remark[] = [];
const NO_OPTIONS: Readonly<Record<string, unknown>> = {};

function isAnswerable(
  line: CatalogueLine,
  context: LineContext,
  { isTold, needsAgreed, needsPrevious, needsOneOf, fields }: Question,
  given: readonly boolean[],
): boolean {
  if (needsAgreed && context.agreed === undefined) return false;
  if (needsPrevious && context.previous === undefined) return false;
  for (const field of fields) if (given[field] !== true) return false;
  if (needsOneOf.length > 0 && !needsOneOf.some((need) => context[need] !== undefined)) return false;
  return isTold === undefined || isTold(line, context);
}

function noteSkipped(line: CatalogueLine, context: LineContext, asked: AskedRule<LineRule>): void {
  asked.skipped++;
  if (asked.checked > 0) return;
  if (context.agreed !== undefined) asked.met.add('agreed');
  if (context.previous !== undefined) asked.met.add('previous');
  for (const field of asked.fields) if (line[field] !== undefined) asked.met.add(field);
}

function ask(line: CatalogueLine, context: AskingContext, { check, options, asked }: Question): readonly Problem[] {
  context.options = options;
  try {
    return check(line, context as Required<AskingContext>);
  } catch (cause) {
    throw new RuleFailure(asked.rule.id, line.row, cause);
  }
}

export function remarkOf(asked: AskedRule<Rule>, problem: Problem): Remark {
  const severity = milder(asked.severity, problem.severity);
  const replaces = problem.replaces ?? asked.rule.replaces;
  return {
    rule: asked.rule.id,
    severity,
    ...(severity === 'error' ? { disposition: asked.disposition } : {}),
    problem,
    ...(replaces === undefined ? {} : { replaces }),
  };
}

function milder(a: Severity, b: Severity | undefined): Severity {
  return b === undefined || SEVERITIES.indexOf(a) >= SEVERITIES.indexOf(b) ? a : b;
}

/**
 * The specific remark takes over the words of the general one; severity and disposition stay the strictest of both,
 * so that a finding that is told otherwise is never a finding that counts less.
 * What was waived neither stands for another nor is told by one.
 */
function withoutReplaced(remarks: readonly Remark[]): readonly Remark[] {
  if (remarks.every(({ replaces }) => replaces === undefined)) return remarks;
  const counting = remarks.filter(({ waiver }) => waiver === undefined);
  const replacedBy = replacements(counting);
  return remarks
    .filter(({ rule, waiver }) => waiver !== undefined || !replacedBy.has(rule))
    .map((remark) => {
      if (remark.waiver !== undefined) return remark;
      const general = counting.filter((other) => replacedBy.get(other.rule) === remark.rule);
      return general.reduce(standFor, withReplacedNames(remark, general));
    });
}

/** By replaced rule the one that is told in its place: the last of a chain, so that no remark is lost on the way. */
function replacements(remarks: readonly Remark[]): ReadonlyMap<string, string> {
  const present = new Set(remarks.map(({ rule }) => rule));
  const next = new Map<string, string>();
  const last = (rule: string): string => {
    const following = next.get(rule);
    return following === undefined ? rule : last(following);
  };
  for (const { rule, replaces } of remarks) {
    // Two rules that replace each other: the first one asked stays.
    for (const general of replaces ?? []) if (present.has(general) && last(rule) !== general) next.set(general, rule);
  }
  return new Map([...next.keys()].map((rule) => [rule, last(rule)]));
}

function withReplacedNames(remark: Remark, general: readonly Remark[]): Remark {
  const { replaces: _, ...rest } = remark;
  return general.length === 0 ? rest : { ...rest, replaces: general.map((other) => other.rule) };
}

function standFor(specific: Remark, general: Remark): Remark {
  const severity =
    SEVERITIES.indexOf(general.severity) < SEVERITIES.indexOf(specific.severity) ? general.severity : specific.severity;
  const disposition = strictestOf(specific.disposition, general.disposition);
  return { ...specific, severity, ...(disposition === undefined ? {} : { disposition }) };
}

const ORDER: readonly (Disposition | 'refuse')[] = ['refuse', ...DISPOSITIONS];

function strictestOf(
  a: Disposition | 'refuse' | undefined,
  b: Disposition | 'refuse' | undefined,
): Disposition | 'refuse' | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;
}
