/** What is done with each line by itself: it is mapped, matched, compared and asked about, once. */
import { agreedVerdict } from '../../agreement/agreed-verdict.ts';
import type { AgreedVerdict, Agreement } from '../../agreement/agreement.ts';
import type { AgreedArticles, AgreedMatch } from '../../agreement/article-index.ts';
import { coreTakerOf } from '../../agreement/core-list.ts';
import {
  changeEffect,
  type Effect,
  type EffectGrounds,
  effectGrounds,
  effectSteps,
  spendOf,
} from '../../agreement/effect.ts';
import type { TermGrounds } from '../../agreement/terms/grounds.ts';
import type { Aside } from '../../catalogue/catalogue.ts';
import type { Field } from '../../catalogue/field.ts';
import type { Disposition, Finding } from '../../catalogue/finding.ts';
import type { CatalogueLine, LineValues } from '../../catalogue/line.ts';
import { titleOf } from '../../catalogue/line-title.ts';
import { decideLine } from '../../decision/decide-line.ts';
import { type GroupKeys, groupKeyTaker } from '../../decision/group-index.ts';
import { type SuccessionKeys, successionTaker } from '../../decision/succession-index.ts';
import { type Ruling, type Waiver, type WaiverCounts, type Waiving, waiving } from '../../decision/waivers.ts';
import { newWholeValues, type WholeValues } from '../../decision/whole-values.ts';
import { type LabelCounts, newLabelCounter } from '../../diff/label-counts.ts';
import type { FormerLines, MappedFile } from '../../diff/previous-version.ts';
import { findFormer, type PriceEffect, type RelatedLines, relaterOf } from '../../diff/relate-lines.ts';
import { type AskingContext, askingContext, checkLine, type Remark } from '../../engine/check-line.ts';
import type { FormProblem } from '../../engine/document.ts';
import { formRemarks, formRules } from '../../engine/form-remarks.ts';
import {
  type AskedCounts,
  countBroken,
  type LineQuestions,
  lineQuestions,
  takeCounts,
} from '../../engine/line-questions.ts';
import type { LineRules } from '../../engine/plain-rules.ts';
import type { References } from '../../engine/references.ts';
import type { RunContext } from '../../engine/rule.ts';
import { type MappedRow, type Mapping, mapRow } from '../../mapping/map-rows.ts';
import { asideOf, noArticleKind } from '../../mapping/no-article.ts';
import type { Pass } from '../../readers/passed.ts';
import type { RawRow } from '../../readers/reader.ts';
import { newPlaces, type Places, putPlace } from '../../readers/record-places.ts';
import { searchTaker } from '../../rules/name/search-hits.ts';
import { canWrite } from '../writing/changed-cells.ts';
import { type NotedEffects, newEffectNotes } from './effect-notes.ts';
import { type AboutLine, findingMakers, itemOf, SENT } from './findings.ts';
import type { KeptForm } from './kept-form.ts';
import type { ReportStyle } from './line-reports.ts';
import { type LineTeller, lineTellers, type ToldLines } from './tell-lines.ts';

/** What lines are held against. */
export interface LineGrounds {
  readonly asOf: string;
  /** Fields that the catalogue has a column for; absent when it cannot be read. */
  readonly columns?: ReadonlySet<Field>;
  readonly agreement?: Agreement;
  readonly prices?: AgreedArticles;
  /** Absent for files that are held to no form. */
  readonly keptForm?: KeptForm | undefined;
  /** Absent where the agreement says no more of prices than its price list does. */
  readonly terms?: TermGrounds;
  readonly previous?: FormerLines;
  /** The day it is of, where that is known. */
  readonly previousDay?: string | undefined;
  readonly waivers?: readonly Waiver[];
  readonly rulings?: readonly Ruling[];
  readonly references?: References;
}

/** What became of some lines, in file order. Plain data. */
export interface InspectedLines {
  readonly count: number;
  readonly places: Places;
  /** Rows between them that are no articles. */
  readonly asides: readonly Aside[];
  /** What is wrong with the form of rows that are no lines. */
  readonly form: readonly FormProblem[];
  readonly groupKeys: GroupKeys;
  readonly whole: WholeValues;
  /** Positions of the agreement's core list that some of the lines are. */
  readonly core: readonly number[];
  /** Positions in the buyers' search log of what some of the lines answer to. */
  readonly searchesMet: readonly number[];
  /** What prices that are not the agreed ones make in a year; absent without volumes. */
  readonly effects?: NotedEffects;
  readonly labelCounts: LabelCounts;
  /** Absent when no rule asks what replaces what. */
  readonly succession?: SuccessionKeys;
  /** Absent without a previous version. */
  readonly related?: RelatedLines;
  /** Position of the line's agreed article, or {@link NO_ARTICLE}; empty without a price list. */
  readonly articles: Int32Array;
  /** Lines of which cells were put right, ascending, and how many cells. */
  readonly fixed: readonly number[];
  readonly fixedCells: number;
  /** Lines that do not stand right behind the line before: ascending, the first of them always among them. */
  readonly apart: readonly number[];
  /** Columns that looked empty, and are not. */
  readonly filled: readonly number[];
  /** Lines that do not go on as sent, ascending. */
  readonly judged: readonly JudgedLine[];
  /** What is said of lines of which something was remarked. */
  readonly told: ToldLines;
  readonly asked: AskedCounts;
  /** Absent where no waiver holds on the day. */
  readonly waived?: WaiverCounts;
}

export interface JudgedLine {
  /** Which of these lines, from 0. */
  readonly at: number;
  /** Rules that refuse the whole catalogue because of the line. */
  readonly refusedBy: readonly string[];
  readonly disposition: Disposition;
  readonly correction?: LineValues;
}

/** Of one batch. */
interface Judgements {
  readonly judged: JudgedLine[];
  readonly teller: LineTeller;
}

export const NO_ARTICLE = -1;

/**
 * @param name of the catalogue's file, as the report has it
 * @param style of the reports
 */
export function linePass(
  { file, mapping }: MappedFile,
  name: string,
  rules: LineRules,
  grounds: LineGrounds,
  style: Pick<ReportStyle, 'language' | 'rule'>,
): Pass<InspectedLines> {
  const waivers = waiving(grounds.waivers ?? [], grounds.asOf, grounds.rulings);
  const questions = lineQuestions(rules, waiveOnLine(waivers));
  const run = runContext(grounds, rules);
  const makers = findingMakers(name, file, mapping.header.columns);
  const tellerFor = lineTellers(mapping.header.columns.length, { ...style, currency: grounds.agreement?.currency });
  const takerFor = groupKeyTaker(rules.group);
  const byForm = formRules(rules.document);
  const { previous, prices } = grounds;
  const filledNotesOf = filledNotes(
    mapping.header.columns.flatMap(({ index, empty }) => (empty === true ? [index] : [])),
  );
  const coreTaker = coreTakerOf(grounds.agreement?.core);
  const effects = effectsOn(grounds);
  const spent = spendOn(effects);
  const relaterFor =
    previous === undefined ? undefined : relaterOf(previous, mapping, priceEffectOf(grounds), grounds.asOf);

  const withKeptForm = (remarks: readonly Remark[], kept: CatalogueLine): readonly Remark[] => {
    const problems = grounds.keptForm?.(kept) ?? [];
    return problems.length === 0 ? remarks : [...remarks, ...formRemarks(problems, byForm)];
  };

  const judge = (
    { judged, teller }: Judgements,
    at: number,
    { line, raw }: MappedRow,
    remarks: readonly Remark[],
    { previous: former, agreed }: AskingContext,
    effect: Effect | undefined,
  ): void => {
    const origin = file.origins?.of(raw.start ?? 0);
    const decision = decideLine(line, remarks, {
      remarksOn: (other) => {
        const remarks = checkLine(other, lineContext(run, grounds, other, former), questions, false);
        return other === former ? withKeptForm(remarks, other) : remarks;
      },
      ...(former === undefined ? {} : { previous: former }),
      canWrite: (values) => canWrite(values, mapping),
      // Of a file put together, only what was sent is on trial against what was approved last.
      previousHolds: origin === SENT,
    });
    const item = itemOf(line);
    if (waivers !== undefined) for (const remark of remarks) waivers.note(remark, item);
    const about = titleOf(line);
    const aboutPrice = remarks.some(isAboutPrice)
      ? { ...about, ...aboutPrices(line, agreed, effect, effects, grounds.agreement) }
      : about;
    const findings = remarks.map((remark) =>
      makers(origin).onLine(remark, line.row, item, decision.disposition, isAboutPrice(remark) ? aboutPrice : about),
    );
    teller.tell(at, { row: line.row, cells: raw.cells, findings, ...decision });
    if (decision.disposition === 'approve') return;
    const refusedBy = remarks.flatMap(({ rule, disposition }) => (disposition === 'refuse' ? [rule] : []));
    judged.push({ at, refusedBy, ...decision });
  };

  const withForm = (told: readonly Remark[], { line, raw: { form } }: MappedRow): readonly Remark[] => {
    if (form === undefined) return told;
    const remarks = formRemarks(form, byForm);
    const item = itemOf(line);
    return [...told, ...(waivers === undefined ? remarks : remarks.map((remark) => waivers.waive(remark, item)))];
  };

  return (rows) => {
    const asides: Aside[] = [];
    const form: FormProblem[] = [];
    const mapped = linesOf(rows, mapping, asides, form);
    const count = mapped.length;
    const places = newPlaces(count);
    const keys = takerFor(count);
    const whole = newWholeValues();
    const core = coreTaker();
    const searches = searchTaker(grounds.references?.words);
    const labels = newLabelCounter();
    const successions = successionTaker(rules.succession, count);
    const relater = relaterFor?.(count);
    const articles = newPositions(prices, count);
    const reckoned = newEffectNotes(effects, grounds.asOf);
    const fixes = newFixNotes();
    const filled = filledNotesOf?.();
    const judgements: Judgements = { judged: [], teller: tellerFor() };
    for (const [at, one] of mapped.entries()) {
      const { line, raw } = one;
      putPlace(places, at, raw);
      fixes.note(at, raw);
      filled?.note(raw);
      keys.add(line);
      whole.add(line);
      searches.add(line);
      successions.add(line);
      const position = previous === undefined ? undefined : findFormer(previous, line);
      const former = position === undefined ? undefined : previous?.formerOf(line, raw, position);
      relater?.add(line, position, former);
      const match = prices?.find(line);
      if (match !== undefined) articles[at] = match.position;
      labels.add(line, spent(line, match));
      core.add(line, match?.article);
      const context = contextOf(run, grounds, line, match, former);
      const remarks = withForm(checkLine(line, context, questions, true), one);
      const effect = reckoned.reckon(at, line, context.agreed);
      if (remarks.length === 0) continue;
      countBroken(questions, remarks);
      judge(judgements, at, one, remarks, context, effect);
    }
    const related = relater?.related;
    // Batch by batch: a batch that is thrown away must not have counted.
    const asked = takeCounts(questions);
    const waived = waivers?.take();
    return {
      count,
      places,
      asides,
      form,
      groupKeys: keys.keys,
      whole: whole.values,
      core: [...core.offered],
      searchesMet: [...searches.met],
      labelCounts: labels.counts,
      ...successions.told(),
      articles,
      ...fixes.noted(),
      apart: apartIn(mapped, file.format),
      filled: filled?.noted() ?? [],
      judged: judgements.judged,
      told: judgements.teller.told(),
      asked,
      ...reckoned.noted(),
      ...(related === undefined ? {} : { related }),
      ...(waived === undefined ? {} : { waived }),
    };
  };
}

function newPositions(prices: LineGrounds['prices'], count: number): Int32Array {
  return new Int32Array(prices === undefined ? 0 : count).fill(NO_ARTICLE);
}

/** Records of text files follow each other byte by byte, those of sheets row by row. */
function apartIn(mapped: readonly MappedRow[], format: string): readonly number[] {
  const apart: number[] = [];
  let before: RawRow | undefined;
  for (const [at, { raw }] of mapped.entries()) {
    const isNext = format === 'xlsx' ? raw.row === (before?.row ?? 0) + 1 : raw.start === before?.end;
    if (before === undefined || !isNext) apart.push(at);
    before = raw;
  }
  return apart;
}

/** Notes which of some columns have something in them after all. @returns nothing where there are none */
function filledNotes(columns: readonly number[]) {
  if (columns.length === 0) return undefined;
  return () => newFilledNotes(columns);
}

function newFilledNotes(columns: readonly number[]) {
  let empty = columns;
  return {
    note({ cells }: RawRow): void {
      if (empty.some((index) => isFilled(cells[index]))) empty = empty.filter((index) => !isFilled(cells[index]));
    },
    noted: (): readonly number[] => columns.filter((index) => !empty.includes(index)),
  };
}

function isFilled(cell: string | undefined): boolean {
  return cell !== undefined && cell.trim() !== '';
}

function newFixNotes() {
  const fixed: number[] = [];
  let fixedCells = 0;
  return {
    note(at: number, { fixes }: RawRow): void {
      if (fixes === undefined) return;
      fixed.push(at);
      // Several things may be put right in one cell.
      fixedCells += new Set(fixes.map(({ field }) => field)).size;
    },
    noted: (): Pick<InspectedLines, 'fixed' | 'fixedCells'> => ({ fixed, fixedCells }),
  };
}

export function waiveOnLine(waivers: Waiving | undefined): LineQuestions['waive'] {
  return waivers === undefined ? undefined : (remark, line) => waivers.waive(remark, itemOf(line));
}

/** @returns nothing where no volumes are known */
export function effectsOn({ references, agreement, columns }: LineGrounds): EffectGrounds | undefined {
  const volumes = references?.volumes;
  return volumes === undefined ? undefined : effectGrounds(volumes, agreement, columns);
}

/** What a year's volume of a line costs, in øre. */
function spendOn(
  effects: EffectGrounds | undefined,
): (line: CatalogueLine, match: AgreedMatch | undefined) => bigint | undefined {
  return effects === undefined ? () => undefined : (line, match) => spendOf(line, match?.article, effects);
}

/** Of changes against the previous version. */
function priceEffectOf(grounds: LineGrounds): PriceEffect | undefined {
  const effects = effectsOn(grounds);
  if (effects === undefined) return undefined;
  return (before, after) => {
    const effect = changeEffect(before, after, grounds.prices?.find(after)?.article, effects);
    return effect?.kind === 'known' ? effect.amount : undefined;
  };
}

/** What findings on the line's price tell beside the rule's own words. */
function aboutPrices(
  line: CatalogueLine,
  agreed: AgreedVerdict | undefined,
  effect: Effect | undefined,
  effects: EffectGrounds | undefined,
  agreement: Agreement | undefined,
): AboutLine {
  const about = { ...foreignCurrency(line, agreement), ...(agreed === undefined ? {} : matchOf(agreed)) };
  if (agreed === undefined || effect?.kind !== 'known' || effects === undefined) return about;
  return { ...about, effect: effect.amount, effectSteps: effectSteps(line, agreed, effects) };
}

/** What the line's amounts are in, where that is not the agreement's currency. */
export function foreignCurrency(
  { currency }: CatalogueLine,
  agreement: Agreement | undefined,
): Pick<Finding, 'currency'> {
  return currency === undefined || agreement === undefined || currency === agreement.currency ? {} : { currency };
}

function isAboutPrice({ rule }: Remark): boolean {
  return rule.startsWith('price/');
}

/** A line with the article's own number says itself which article it is. */
function matchOf({ matchedBy, article }: AgreedVerdict): Pick<Finding, 'matched'> {
  if (matchedBy === 'itemNumber' || matchedBy === 'term') return {};
  const item = article.itemNumber ?? article.gtin;
  return { matched: { by: matchedBy, ...(item === undefined ? {} : { item }) } };
}

function linesOf(
  rows: readonly RawRow[],
  mapping: Mapping,
  asides: Aside[],
  form: FormProblem[],
): readonly MappedRow[] {
  const mapped: MappedRow[] = [];
  for (const raw of rows) {
    const line = mapRow(raw, mapping);
    if (line !== undefined) {
      mapped.push({ line, raw });
      continue;
    }
    const kind = noArticleKind(raw, mapping);
    if (kind !== undefined) asides.push(asideOf(raw, kind));
    for (const problem of raw.form ?? []) form.push(kind === undefined ? problem : { ...problem, leftOut: true });
  }
  return mapped;
}

export function runContext(
  { asOf, agreement, columns, references, previousDay }: LineGrounds,
  { neededByErrors }: Pick<LineRules, 'neededByErrors'>,
): RunContext {
  return {
    asOf,
    neededByErrors,
    ...(columns === undefined ? {} : { columns }),
    ...(agreement === undefined ? {} : { agreement }),
    ...(references === undefined ? {} : { references }),
    ...(previousDay === undefined ? {} : { previousDay }),
  };
}

/** What the rules may look at beside one line. */
export function lineContext(
  run: RunContext,
  grounds: LineGrounds,
  line: CatalogueLine,
  previous: CatalogueLine | undefined,
): AskingContext {
  return contextOf(run, grounds, line, grounds.prices?.find(line), previous);
}

function contextOf(
  run: RunContext,
  { prices, terms }: LineGrounds,
  line: CatalogueLine,
  match: AgreedMatch | undefined,
  previous: CatalogueLine | undefined,
): AskingContext {
  const { agreement, asOf, columns } = run;
  if (agreement === undefined || (match === undefined && terms === undefined))
    return askingContext(run, undefined, previous, prices?.findAlmost(line));
  const agreed = agreedVerdict(line, match, {
    agreement,
    asOf,
    columns,
    terms,
    previous,
    outOfForce: prices?.findOutOfForce,
  });
  return askingContext(run, agreed, previous, agreed === undefined ? prices?.findAlmost(line) : undefined);
}
