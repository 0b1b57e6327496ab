/** Asks every line rule about one line. */

import type { AgreedVerdict, AlmostAgreed } from '../agreement/agreement.ts';
import { DISPOSITIONS, type Disposition, type FindingWaiver, SEVERITIES, type Severity } from '../catalogue/finding.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { Mutable } from '../catalogue/mutable.ts';
import { kindOf, type LineQuestions, type Question } from './line-questions.ts';
import type { LineContext, Problem, RunContext } from './rule.ts';
import type { ActiveRule } from './standing.ts';

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
 * @param count whether what was checked and skipped is counted: only for the line as it was sent
 * @returns the remarks in rule order, specific ones standing for the general ones they replace
 */
export function checkLine(
  line: CatalogueLine,
  context: AskingContext,
  laidOut: LineQuestions,
  count: boolean,
): readonly Remark[] {
  const kind = kindOf(line, context, laidOut);
  if (count) kind.lines++;
  const questions = context.agreed?.price.kind === 'kept' ? kind.whereAsAgreed : kind.questions;
  let remarks: Remark[] | undefined;
  let at = 0;
  try {
    for (; at < questions.length; at++) {
      const question = questions[at] as Question;
      if (question.isTold?.(line, context) === false) {
        if (count) question.untold++;
        continue;
      }
      context.options = question.options;
      const problems = question.check(line, context as Required<AskingContext>);
      // Nearly always: an iterator for each of them is what the collector would have most to do with.
      if (problems.length === 0) continue;
      remarks ??= [];
      for (const problem of problems) {
        const remark = remarkOf(question.standing, problem);
        remarks.push(laidOut.waive === undefined ? remark : laidOut.waive(remark, line));
      }
    }
  } catch (cause) {
    throw new RuleFailure(questions[at]?.asked.rule.id ?? '', line.row, cause);
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
  const { asOf, agreement, neededByErrors, columns, references, previousDay } = run;
  return {
    asOf,
    agreement,
    neededByErrors,
    columns,
    references,
    previousDay,
    agreed,
    almostAgreed,
    previous,
    options: NO_OPTIONS,
  };
}

const NONE: readonly Remark[] = [];
const NO_OPTIONS: Readonly<Record<string, unknown>> = {};

/** How a rule is taken, whatever was counted of it. */
export type RuleStanding = Pick<ActiveRule, 'rule' | 'severity' | 'disposition'>;

export function remarkOf(asked: RuleStanding, problem: Problem): Remark {
  const severity = milder(asked.severity, problem.severity);
  const replaces = problem.replaces ?? asked.rule.replaces;
  const remark: Mutable<Remark> = { rule: asked.rule.id, severity, problem };
  if (severity === 'error') remark.disposition = asked.disposition;
  if (replaces !== undefined) remark.replaces = replaces;
  return remark;
}

function milder(a: Severity, b: Severity | undefined): Severity {
  return b === undefined || SEVERITIES.indexOf(a) >= SEVERITIES.indexOf(b) ? a : b;
}

/**
 * The specific remark takes over the words of the general one; severity and disposition stay the strictest of both,
 * so that a finding that is told otherwise is never a finding that counts less.
 * What was waived neither stands for another nor is told by one.
 */
export function withoutReplaced(remarks: readonly Remark[]): readonly Remark[] {
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
