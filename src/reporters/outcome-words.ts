/** The outcome in words, the same in every report: how many lines, what was not checked, why refused. */
import { isZero, parseDecimal } from '../catalogue/decimal.ts';
import type { Language } from '../catalogue/text.ts';
import type { NotCheckedReason } from '../engine/prepare-rules.ts';
import type { FindingGroup } from './finding-groups.ts';
import { messageInWords } from './finding-words.ts';
import { formatDecimal, formatMoney, formatPercent } from './format-number.ts';
import { fieldTitle } from './format-value.ts';
import type { Run } from './reporter.ts';
import type { DiffCounts, RefusalReason, Result } from './result.ts';
import { type WhyNotCompared, WORDS } from './words.ts';

/** More rules than this with one reason are counted after the first few. */
const RULES_NAMED = 4;

/**
 * Whether a rule that did not run lacked what it needs (`noData`), or waits for something that an agreement may say, or
 * a workspace hold, and this one does not (`notInUse`).
 */
export type WhyNotRun = 'noData' | 'notInUse';

const NOT_IN_USE: ReadonlySet<NotCheckedReason['reason']> = new Set([
  'noScope',
  'noLabelDemands',
  'noClassDemands',
  'noRecognisedLabels',
  'noLabelRegister',
  'noLeadTime',
  'noSearches',
  'noClassList',
  'noneMeant',
]);

function whyNotRun({ reason }: NotCheckedReason): WhyNotRun {
  return NOT_IN_USE.has(reason) ? 'notInUse' : 'noData';
}

/** How many rules lacked what they need. */
export function rulesLacking({ notChecked }: Result): number {
  return notChecked.filter((entry) => whyNotRun(entry) === 'noData').length;
}

/** How many rules of the rule set ran, and how many lacked what they need. */
export function rulesRun(result: Result, language: Language): string {
  const ran = result.rules.length;
  return WORDS[language].rulesRun(ran, ran + result.notChecked.length, rulesLacking(result));
}

/** What a run without an agreement must not be taken for; `undefined` when there was one. */
export function withoutAgreement({ agreement, ruleSet }: Result, language: Language): string | undefined {
  return agreement === undefined ? WORDS[language].withoutAgreement(ruleSet.name) : undefined;
}

/** That the file held changes only, how many, and to what; `undefined` when it was a whole catalogue. */
export function changesOnly({ delta, previous }: Result, language: Language): string | undefined {
  return delta === undefined ? undefined : WORDS[language].changesOnly(delta, previous?.file ?? '');
}

/** What was put right before the check; `undefined` where that was not asked for. */
export function putRight({ fixes }: Result, language: Language): string | undefined {
  return fixes === undefined ? undefined : WORDS[language].putRight(fixes);
}

/** What prices above the agreed ones make in a year: one figure, which every report leads with. */
export interface YearlyFigure {
  readonly title: string;
  /** As the file was sent, in decimal text; absent where it was not calculated. */
  readonly above?: { readonly amount: string; readonly currency: string };
  /** How much of it goes on, or why it was not calculated; empty where there is nothing to tell. */
  readonly note: string;
  /** A sentence each: prices below the agreed ones, which are never subtracted, and lines that do not count. */
  readonly beside: readonly string[];
}

export function yearlyFigure(result: Result, language: Language): YearlyFigure {
  const words = WORDS[language].effect;
  const { effect } = result;
  const title = words.above;
  if (effect === undefined) return { title, note: whyNotReckoned(result, language), beside: [] };
  const { asSent, stopped, goesOn, currency, noVolume, notComparable, unreadRows } = effect;
  const money = (amount: string): string => formatMoney(amount, language, 'prose', currency);
  return {
    title,
    above: { amount: asSent.above, currency },
    note: isNothing(asSent.above) ? '' : words.shares(money(stopped.above), money(goesOn.above)),
    beside: [
      ...(isNothing(asSent.below) ? [] : [words.below(money(asSent.below))]),
      ...(noVolume > 0 ? [words.noVolume(noVolume)] : []),
      ...(notComparable > 0 ? [words.notComparable(notComparable)] : []),
      ...(unreadRows > 0 ? [words.unreadRows(unreadRows)] : []),
    ],
  };
}

function whyNotReckoned({ agreement, notChecked }: Result, language: Language): string {
  const { notCheckedReason, effect } = WORDS[language];
  if (notChecked.some(({ reason }) => reason === 'unusableFile')) return notCheckedReason.unusableFile;
  return agreement === undefined ? notCheckedReason.noAgreement : effect.noVolumes;
}

/** The yearly figure in a sentence, and one for each of what stands beside it; nothing without an agreement. */
export function effectParts(result: Result, language: Language): readonly string[] {
  if (result.agreement === undefined) return [];
  const { title, above, note, beside } = yearlyFigure(result, language);
  if (above === undefined) return [`${title}: ${WORDS[language].effect.notReckoned}; ${note}.`];
  const sum = formatMoney(above.amount, language, 'prose', above.currency);
  return [`${title}: ${note === '' ? sum : `${sum}, ${note}`}.`, ...beside];
}

function isNothing(amount: string): boolean {
  const value = parseDecimal(amount);
  return value === undefined || isZero(value);
}

/** What some findings, or a change, make in a year; empty where that is not known. */
export function yearlyInWords(effect: string | undefined, language: Language, currency: string | undefined): string {
  return effect === undefined ? '' : WORDS[language].effect.yearly(formatMoney(effect, language, 'prose', currency));
}

/** What the findings of a rule make in a year: above the agreed prices, and beside it what is below; empty where neither is known. */
export function groupYearly(
  { effect, below }: Pick<FindingGroup, 'effect' | 'below'>,
  language: Language,
  currency: string | undefined,
): string {
  return besideBelow(yearlyInWords(effect, language, currency), below, language, currency);
}

/** @param told what stands for the findings of a rule. @param below what those below the agreed prices make */
export function besideBelow(
  told: string,
  below: string | undefined,
  language: Language,
  currency: string | undefined,
): string {
  if (below === undefined) return told;
  return WORDS[language].effect.besideBelow(told, formatMoney(below, language, 'prose', currency));
}

/** What a file of the run is. */
export function describeFile(file: string, result: Result, language: Language): string {
  const words = WORDS[language];
  if (result.diff === undefined && file.startsWith('diff.')) return words.emptyDiff[whyNotCompared(result)];
  if (result.agreement === undefined && file.startsWith('approved.')) return words.approvedWithoutAgreement;
  if (file === 'approved.jsonl' && result.delta?.asLines !== undefined) return words.approvedAsLines;
  return words.fileDescription(file);
}

/**
 * Which rules did not run and why, one part for each reason.
 * @param only those of one kind; else those that lacked data come first
 */
export function notCheckedParts(result: Result, language: Language, only?: WhyNotRun): readonly string[] {
  if (only === undefined)
    return [...notCheckedParts(result, language, 'noData'), ...notCheckedParts(result, language, 'notInUse')];
  const words = WORDS[language];
  const byReason = new Map<string, string[]>();
  for (const entry of result.notChecked) {
    if (whyNotRun(entry) !== only) continue;
    const reason = reasonInWords(entry, language);
    const rules = byReason.get(reason);
    if (rules === undefined) byReason.set(reason, [entry.rule]);
    else rules.push(entry.rule);
  }
  return [...byReason].map(([reason, rules]) => {
    if (reason === words.notCheckedReason.unusableFile) return `${words.ruleCount(rules.length)} (${reason})`;
    const more = rules.length - RULES_NAMED;
    const named = rules.slice(0, RULES_NAMED).join(', ');
    return `${named}${more > 0 ? ` ${words.andMore(more)}` : ''} (${reason})`;
  });
}

/** Why a rule could not run. */
export function reasonInWords(reason: NotCheckedReason, language: Language): string {
  const words = WORDS[language];
  if (reason.reason !== 'noColumn' && reason.reason !== 'noValue') return words.notCheckedReason[reason.reason];
  const fields = reason.fields.map((field) => fieldTitle(field, language));
  return reason.reason === 'noColumn' ? words.noColumnFor(fields) : words.noValueFor(fields);
}

/** Why nothing goes on, and what each reason asks for; a sentence or more each. */
export function refusalParts(
  run: Run,
  groups: readonly FindingGroup[],
  language: Language,
): { readonly why: readonly string[]; readonly todo: readonly string[] } {
  const words = WORDS[language];
  const parts = run.result.refusedBecause.map((reason) => refusalPart(reason, run, groups, language));
  const todo = parts.map((part) => part.todo);
  if (run.result.previous !== undefined) todo.push(words.previousHolds);
  return { why: parts.map(({ why }) => why), todo: [...new Set(todo)] };
}

/** Where it stands why rules did not run: behind what must be put right, but on top what the whole was refused for. */
export function placesOfNotRun({ refusedBecause }: Result): {
  readonly onTop: readonly WhyNotRun[];
  readonly behind: readonly WhyNotRun[];
} {
  const lacksInputs = refusedBecause.some(({ reason }) => reason === 'missing');
  return lacksInputs ? { onTop: ['noData'], behind: ['notInUse'] } : { onTop: [], behind: ['noData', 'notInUse'] };
}

interface RefusalPart {
  readonly why: string;
  readonly todo: string;
}

function refusalPart(
  reason: RefusalReason,
  run: Run,
  groups: readonly FindingGroup[],
  language: Language,
): RefusalPart {
  const words = WORDS[language];
  switch (reason.reason) {
    case 'missing':
      return words.missing[reason.what];
    case 'nothingLeft':
      return { why: words.nothingLeft, todo: words.askForNewFile };
    case 'limit': {
      // Limits say in their name what they count.
      const show = limitForm(reason.limit, run.result.agreement?.currency);
      const name = words.limits[reason.limit] ?? words.otherLimit(reason.limit);
      const [actual, allowed] = [reason.actual, reason.allowed].map((value) => show(value, language));
      return { why: words.limitPassed(name, actual ?? '', allowed ?? ''), todo: words.limitTodo };
    }
    case 'rule': {
      const rule = run.rule(reason.rule);
      const finding = groups.find((group) => group.rule === reason.rule)?.worst[0];
      const currency = run.result.agreement?.currency;
      return {
        why:
          finding === undefined
            ? (rule?.fault[language] ?? reason.rule)
            : messageInWords(run, finding, language, currency),
        todo: rule?.advice[language] ?? words.askForNewFile,
      };
    }
  }
}

function limitForm(limit: string, currency: string | undefined): (value: string, language: Language) => string {
  if (limit === 'yearlyEffect') return (value, language) => formatMoney(value, language, 'prose', currency);
  const form = limit.endsWith('Percent') ? formatPercent : formatDecimal;
  return (value, language) => form(value, language, 'prose');
}

/** Why a result without a comparison has none. */
export function whyNotCompared({ notChecked }: Result): WhyNotCompared {
  return notChecked.some(({ reason }) => reason === 'unusableFile') ? 'unusableFile' : 'noPrevious';
}

/** What there is to say of a comparison beside its counts. */
export function diffNotes(diff: DiffCounts, language: Language): readonly string[] {
  const words = WORDS[language];
  return [
    ...(diff.duplicateKeys > 0 ? [words.duplicateKeys(diff.duplicateKeys)] : []),
    ...(diff.withoutKey > 0 ? [words.withoutKey(diff.withoutKey)] : []),
    ...(diff.columnsAdded.length > 0 ? [words.columnsAdded(diff.columnsAdded)] : []),
    ...(diff.columnsRemoved.length > 0 ? [words.columnsRemoved(diff.columnsRemoved)] : []),
  ];
}
