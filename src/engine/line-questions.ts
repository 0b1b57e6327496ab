/**
 * The line rules, laid out to be asked about a million lines. Which of them can be asked follows from what a line gives;
 * nearly all lines of a file give the same, so that is worked out once for each kind of line, and counted by kind.
 */
import type { Field } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { Remark } from './check-line.ts';
import type { AskedRule, PreparedRules } from './prepare-rules.ts';
import type { LineContext, LineNeed, LineRule } from './rule.ts';

export interface LineQuestions {
  readonly questions: readonly Question[];
  /** What any of the rules needs. */
  readonly fields: readonly Field[];
  readonly needs: readonly LineNeed[];
  /** By {@link kindOf} of their lines. */
  readonly kinds: Map<number, LineKind>;
  /** Gives a remark the waiver that lifts it, if there is one; absent where none holds. */
  readonly waive?: Waive | undefined;
}

type Waive = (remark: Remark, line: CatalogueLine) => Remark;

/** A rule as it is asked: rules are objects of many shapes. */
export interface Question extends Pick<AskedRule<LineRule>, 'options'> {
  /** Which of the line rules it is. */
  readonly at: number;
  readonly asked: AskedRule<LineRule>;
  readonly check: LineRule['check'];
  readonly isTold: LineRule['isTold'];
  readonly offAgreedOnly: boolean;
  /** Lines that did not tell whether they keep the rule, since the counts were taken. */
  untold: number;
}

/** Lines that give the same of what rules need. */
export interface LineKind {
  /** What can be asked about them, in the order of the rules. */
  readonly questions: readonly Question[];
  /** The same without the rules that keep quiet where the price is the agreed one. */
  readonly whereAsAgreed: readonly Question[];
  readonly gives: ReadonlySet<Field | LineNeed>;
  /** Lines counted, since the counts were taken. */
  lines: number;
}

/** Plain data. */
export interface AskedCounts {
  /** Per line rule: how often it was asked, and how often it could not be. */
  readonly counts: Float64Array;
  /** What lines had that rules could not be asked about, of rules that were asked about none of these. */
  readonly met: readonly { readonly rule: number; readonly what: AskedRule<LineRule>['met'] }[];
}

export function lineQuestions({ line }: Pick<PreparedRules, 'line'>, waive?: Waive): LineQuestions {
  const questions = line.map((asked, at): Question => {
    const { check, isTold, offAgreedOnly = false } = asked.rule;
    return { at, asked, check, isTold, offAgreedOnly, options: asked.options, untold: 0 };
  });
  const needs = line.flatMap(({ needsAgreed, needsPrevious, needsOneOf }): readonly LineNeed[] => [
    ...(needsAgreed ? (['agreed'] as const) : []),
    ...(needsPrevious ? (['previous'] as const) : []),
    ...needsOneOf,
  ]);
  const fields = line.flatMap((asked) => asked.fields);
  return { questions, fields: [...new Set(fields)], needs: [...new Set(needs)], kinds: new Map(), waive };
}

export function kindOf(line: CatalogueLine, context: LineContext, laidOut: LineQuestions): LineKind {
  const { fields, needs, kinds } = laidOut;
  // One binary digit for each thing that is given or not: all fields there are, and more, fit into a number.
  let number = 0;
  for (const need of needs) number = 2 * number + (context[need] === undefined ? 0 : 1);
  for (const field of fields) number = 2 * number + (line[field] === undefined ? 0 : 1);
  const known = kinds.get(number);
  if (known !== undefined) return known;
  const kind = newKind(line, context, laidOut);
  kinds.set(number, kind);
  return kind;
}

function newKind(line: CatalogueLine, context: LineContext, { questions, fields, needs }: LineQuestions): LineKind {
  const gives = new Set<Field | LineNeed>([
    ...needs.filter((need) => context[need] !== undefined),
    ...fields.filter((field) => line[field] !== undefined),
  ]);
  const answerable = questions.filter(({ asked }) => isAnswerable(asked, gives));
  const whereAsAgreed = answerable.filter(({ offAgreedOnly }) => !offAgreedOnly);
  return { questions: answerable, whereAsAgreed, gives, lines: 0 };
}

function isAnswerable(
  { fields, needsAgreed, needsPrevious, needsOneOf }: AskedRule<LineRule>,
  gives: LineKind['gives'],
): boolean {
  if (needsAgreed && !gives.has('agreed')) return false;
  if (needsPrevious && !gives.has('previous')) return false;
  if (needsOneOf.length > 0 && !needsOneOf.some((need) => gives.has(need))) return false;
  return fields.every((field) => gives.has(field));
}

/** A file whose lines give something else each is forgotten now and then. */
const MOST_KINDS = 1000;

/** Of all lines counted since it was called last. */
export function takeCounts({ questions, kinds }: LineQuestions): AskedCounts {
  const counts = new Float64Array(2 * questions.length);
  const met: AskedCounts['met'][number][] = [];
  const seen = [...kinds.values()].filter(({ lines }) => lines > 0);
  const lines = seen.reduce((sum, kind) => sum + kind.lines, 0);
  const put = questions.map(() => 0);
  for (const kind of seen) for (const { at } of kind.questions) put[at] = (put[at] ?? 0) + kind.lines;
  for (const question of questions) {
    const { at } = question;
    const times = (put[at] ?? 0) - question.untold;
    counts[2 * at] = times;
    counts[2 * at + 1] = lines - times;
    if (times === 0 && lines > 0) met.push({ rule: at, what: neededAndGiven(question, seen) });
    question.untold = 0;
  }
  for (const kind of seen) kind.lines = 0;
  if (kinds.size > MOST_KINDS) kinds.clear();
  return { counts, met };
}

/** Adds what was counted, in whichever thread, to what is counted of the run. */
export function addCounts({ line }: Pick<PreparedRules, 'line'>, { counts, met }: AskedCounts): void {
  for (const { rule, what } of met) for (const need of what) line[rule]?.met.add(need);
  for (const [at, asked] of line.entries()) {
    asked.checked += counts[2 * at] ?? 0;
    asked.skipped += counts[2 * at + 1] ?? 0;
  }
}

function neededAndGiven({ asked }: Question, seen: readonly LineKind[]): AskedRule<LineRule>['met'] {
  const needed: readonly (Field | LineNeed)[] = ['agreed', 'previous', ...asked.fields];
  return new Set(needed.filter((need) => seen.some(({ gives }) => gives.has(need))));
}
