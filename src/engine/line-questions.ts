/**
 * The line rules, laid out to be asked about a million lines. Which of them can be asked follows from what a line gives;
 * nearly all lines of a file give the same, so that is worked out once for each kind of line, and counted by kind.
 */
import type { Field } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { Remark, RuleStanding } from './check-line.ts';
import { type LineStandings, lineStandings, NO_STANDINGS, standingWhere } from './line-standings.ts';
import type { AskedRule, PreparedRules } from './prepare-rules.ts';
import type { LineContext, LineNeed, LineRule } from './rule.ts';

export interface LineQuestions {
  readonly rules: readonly AskedRule<LineRule>[];
  /** As the rules stand for lines that no override is for. */
  readonly usual: LaidOut;
  /** As they stand for a line; absent where all lines are treated alike. */
  readonly laidOutFor?: (line: CatalogueLine) => LaidOut;
  /** Those, as far as there were lines for them. */
  readonly all: Set<LaidOut>;
  /** What any of the rules needs. */
  readonly fields: readonly Field[];
  readonly needs: readonly LineNeed[];
  /** Rules of which lines that break them are counted, by how often since the counts were taken. */
  readonly watched: readonly { readonly at: number; readonly id: string; broken: number }[];
  /** Gives a remark the waiver that lifts it, if there is one; absent where none holds. */
  readonly waive?: Waive | undefined;
}

type Waive = (remark: Remark, line: CatalogueLine) => Remark;

/** The rules as they stand for some of the lines. */
export interface LaidOut {
  readonly questions: readonly Question[];
  /** By {@link kindOf} of their lines. */
  readonly kinds: Map<number | string, LineKind>;
}

/** A rule as it is asked: rules are objects of many shapes. */
export interface Question extends Pick<AskedRule<LineRule>, 'options'> {
  /** Which of the line rules it is. */
  readonly at: number;
  readonly asked: AskedRule<LineRule>;
  readonly standing: RuleStanding;
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
  /** Per line rule: how often it was asked, how often it could not be, and how many lines break it. */
  readonly counts: Float64Array;
  /** What lines had that rules could not be asked about, of rules that were asked about none of these. */
  readonly met: readonly { readonly rule: number; readonly what: AskedRule<LineRule>['met'] }[];
}

export function lineQuestions(
  { line, overrides }: Pick<PreparedRules, 'line' | 'overrides'>,
  waive?: Waive,
): LineQuestions {
  const needs = line.flatMap(({ needsAgreed, needsPrevious, needsOneOf }): readonly LineNeed[] => [
    ...(needsAgreed ? (['agreed'] as const) : []),
    ...(needsPrevious ? (['previous'] as const) : []),
    ...needsOneOf,
  ]);
  const fields = line.flatMap((asked) => asked.fields);
  const usual = laidOutWhere(line, NO_STANDINGS);
  const all = new Set([usual]);
  const standings = lineStandings(overrides, line);
  const laidOutFor =
    standings === undefined ? undefined : remembered(standings, (held) => laidOutWhere(line, held), all);
  return {
    rules: line,
    usual,
    ...(laidOutFor === undefined ? {} : { laidOutFor }),
    all,
    fields: [...new Set(fields)],
    needs: [...new Set(needs)],
    watched: line.flatMap(({ rule, threshold }, at) =>
      threshold === undefined ? [] : [{ at, id: rule.id, broken: 0 }],
    ),
    waive,
  };
}

function laidOutWhere(line: readonly AskedRule<LineRule>[], standings: LineStandings): LaidOut {
  const questions = line.flatMap((asked, at): readonly Question[] => {
    const standing = standingWhere(standings, asked);
    if (standing === undefined) return [];
    const { check, isTold, offAgreedOnly = false } = asked.rule;
    return [{ at, asked, standing, check, isTold, offAgreedOnly, options: standing.options, untold: 0 }];
  });
  return { questions, kinds: new Map() };
}

/** Once for all lines that are treated alike. */
function remembered(
  standings: (line: CatalogueLine) => LineStandings,
  make: (held: LineStandings) => LaidOut,
  all: Set<LaidOut>,
): (line: CatalogueLine) => LaidOut {
  const made = new WeakMap<LineStandings, LaidOut>();
  return (line) => {
    const held = standings(line);
    const known = made.get(held) ?? make(held);
    made.set(held, known);
    all.add(known);
    return known;
  };
}

/** Several remarks of a rule on a line are one line that breaks it; what was waived breaks nothing. */
export function countBroken({ watched }: LineQuestions, remarks: readonly Remark[]): void {
  for (const one of watched) {
    if (remarks.some(({ rule, waiver }) => rule === one.id && waiver === undefined)) one.broken++;
  }
}

export function kindOf(line: CatalogueLine, context: LineContext, laidOut: LineQuestions): LineKind {
  const { fields, needs, usual, laidOutFor } = laidOut;
  const { questions, kinds } = laidOutFor === undefined ? usual : laidOutFor(line);
  // One binary digit for each thing that is given or not: the built-in rules need far fewer than fit into a number.
  let number = 0;
  for (const need of needs) number = 2 * number + (context[need] === undefined ? 0 : 1);
  for (const field of fields) number = 2 * number + (line[field] === undefined ? 0 : 1);
  const key = needs.length + fields.length > MOST_DIGITS ? longKey(line, context, laidOut) : number;
  const known = kinds.get(key);
  if (known !== undefined) return known;
  const kind = newKind(line, context, laidOut, questions);
  kinds.set(key, kind);
  return kind;
}

/** Of a whole number that is exact. */
const MOST_DIGITS = 53;

/** Where a buyer's own rules need nearly every field there is. */
function longKey(line: CatalogueLine, context: LineContext, { fields, needs }: LineQuestions): string {
  return [...needs.map((need) => context[need]), ...fields.map((field) => line[field])]
    .map((given) => (given === undefined ? 0 : 1))
    .join('');
}

function newKind(
  line: CatalogueLine,
  context: LineContext,
  { fields, needs }: LineQuestions,
  questions: readonly Question[],
): LineKind {
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

/** How many figures there are of each rule. */
const FIGURES = 3;

/** Of all lines counted since it was called last. */
export function takeCounts({ rules, all, watched }: LineQuestions): AskedCounts {
  const counts = new Float64Array(FIGURES * rules.length);
  const given = rules.map((): AskedRule<LineRule>['met'] => new Set());
  for (const laidOut of all) takeCountsOf(laidOut, counts, given);
  for (const one of watched) {
    counts[FIGURES * one.at + 2] = one.broken;
    one.broken = 0;
  }
  const met = given.flatMap((what, rule) => {
    const neverAsked = counts[FIGURES * rule] === 0 && (counts[FIGURES * rule + 1] ?? 0) > 0;
    return neverAsked ? [{ rule, what }] : [];
  });
  return { counts, met };
}

function takeCountsOf(
  { questions, kinds }: LaidOut,
  counts: Float64Array,
  given: readonly AskedRule<LineRule>['met'][],
): void {
  const seen = [...kinds.values()].filter(({ lines }) => lines > 0);
  const lines = seen.reduce((sum, kind) => sum + kind.lines, 0);
  const put = new Map(questions.map(({ at }) => [at, 0]));
  for (const kind of seen) for (const { at } of kind.questions) put.set(at, (put.get(at) ?? 0) + kind.lines);
  for (const question of questions) {
    const { at } = question;
    const times = (put.get(at) ?? 0) - question.untold;
    counts[FIGURES * at] = (counts[FIGURES * at] ?? 0) + times;
    counts[FIGURES * at + 1] = (counts[FIGURES * at + 1] ?? 0) + lines - times;
    if (times === 0 && lines > 0) for (const need of neededAndGiven(question, seen)) given[at]?.add(need);
    question.untold = 0;
  }
  for (const kind of seen) kind.lines = 0;
  if (kinds.size > MOST_KINDS) kinds.clear();
}

/** Adds what was counted, in whichever thread, to what is counted of the run. */
export function addCounts({ line }: Pick<PreparedRules, 'line'>, { counts, met }: AskedCounts): void {
  for (const { rule, what } of met) for (const need of what) line[rule]?.met.add(need);
  for (const [at, asked] of line.entries()) {
    asked.checked += counts[FIGURES * at] ?? 0;
    asked.skipped += counts[FIGURES * at + 1] ?? 0;
    asked.broken += counts[FIGURES * at + 2] ?? 0;
  }
}

function neededAndGiven({ asked }: Question, seen: readonly LineKind[]): AskedRule<LineRule>['met'] {
  const needed: readonly (Field | LineNeed)[] = ['agreed', 'previous', ...asked.fields];
  return new Set(needed.filter((need) => seen.some(({ gives }) => gives.has(need))));
}
