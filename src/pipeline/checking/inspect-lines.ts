/**
 * The first pass: every line is inspected by itself, in any thread; here the lines come together, in file order. What
 * must be remembered goes to the ledger; what is said of it to the report files; changes go to a spool.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Aside, UnusableFile } from '../../catalogue/catalogue.ts';
import { fingerprint } from '../../catalogue/fingerprint.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { type LineTitle, titleOf } from '../../catalogue/line-title.ts';
import { pricePeriodOf } from '../../catalogue/period.ts';
import { type EffectLedger, newEffectLedger } from '../../decision/effect-ledger.ts';
import { type GroupIndex, newGroupIndex } from '../../decision/group-index.ts';
import { type Ledger, newLedger } from '../../decision/ledger.ts';
import { newSuccessionIndex, type SuccessionIndex } from '../../decision/succession-index.ts';
import { addWaiverCounts, noCounts, type WaiverCounts, waiving } from '../../decision/waivers.ts';
import { newWholeValues, type WholeValues } from '../../decision/whole-values.ts';
import type { PlacedChange } from '../../diff/change.ts';
import { type Differ, newDiffer } from '../../diff/differ.ts';
import { type LabelCounts, newLabelCounter } from '../../diff/label-counts.ts';
import { fieldsOf, type PreviousVersion } from '../../diff/previous-version.ts';
import { NO_FORMER } from '../../diff/relate-lines.ts';
import { withoutReplaced } from '../../engine/check-line.ts';
import type { FormProblem } from '../../engine/document.ts';
import { addCounts } from '../../engine/line-questions.ts';
import type { PreparedRules } from '../../engine/prepare-rules.ts';
import { mapRow } from '../../mapping/map-rows.ts';
import type { Passed } from '../../readers/passed.ts';
import type { Surroundings } from '../inputs/check-request.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import { rowsAgain } from '../rows/rows-again.ts';
import { newSpool, type Spool } from '../rows/spool.ts';
import type { Crew } from '../threads/crew.ts';
import { passOver } from '../threads/pass-over.ts';
import { linePassSetup } from '../threads/pass-setup.ts';
import { type FindingMaker, findingMakers, itemOf, type PendingFinding, SENT } from './findings.ts';
import { type KeptForm, keptFormOf } from './kept-form.ts';
import { type InspectedLines, type LineGrounds, linePass, NO_ARTICLE, runContext } from './line-pass.ts';
import { type LineReportFiles, newReportFiles } from './report-files.ts';
import { ruleBook } from './rule-by-id.ts';

export interface Inspected {
  readonly ledger: Ledger;
  /** Rows that are no articles, in file order. */
  readonly asides: readonly Aside[];
  /** What is wrong with the form of rows that are no lines. */
  readonly form: readonly FormProblem[];
  /** What the report files say of every line by itself. */
  readonly reports: LineReportFiles;
  /** Found only when all lines were known; in file order. */
  readonly lateFindings: readonly PendingFinding[];
  readonly changes: Spool<PlacedChange>;
  readonly lateChanges: readonly PlacedChange[];
  /** Lines of which the reports say more or something else now that all lines are known, ascending. */
  readonly revised: readonly number[];
  readonly differ?: Differ;
  /** What the lines say of whose catalogue it is. */
  readonly told: WholeValues;
  /** Which articles of the core list some line was found to be, by position. */
  readonly coreOffered: ReadonlySet<number>;
  /** Which searches of the buyers' log some line answers to, by position. */
  readonly searchesMet: ReadonlySet<number>;
  readonly previous?: PreviousVersion;
  /** Of the lines as sent. */
  readonly labelCounts: LabelCounts;
  readonly make: FindingMaker;
  /** How many cells were put right as they were read. */
  readonly fixedCells: number;
  /** Lines that may not stand right behind the line before, ascending. */
  readonly apart: readonly number[];
  /** Columns that looked empty, and are not. */
  readonly filled: ReadonlySet<number>;
  /** Absent without volumes. */
  readonly effects?: EffectLedger;
  /** Absent for files that are held to no form. */
  readonly keptForm?: KeptForm | undefined;
  /** Rules that refuse the whole catalogue because of a line. */
  readonly refusedBy: Set<string>;
  /** How often each waiver was used. */
  readonly waived: WaiverCounts;
}

export interface Folders {
  /** For what stays. */
  readonly reports: string;
  /** For what does not. */
  readonly temporary: string;
}

/** @throws UnusableFile when only now it shows that the file is cut off or damaged; nothing is left of it then */
export async function inspectLines(
  inputs: Inputs,
  catalogue: OpenedCatalogue,
  prepared: PreparedRules,
  folders: Folders,
  around: Surroundings & { readonly crew: Crew },
): Promise<Inspected> {
  const { file, mapping } = catalogue;
  const previous = await inputs.indexed?.();
  const differ = previous === undefined ? undefined : newDiffer(previous, mapping, inputs.delta?.sent.mapping);
  const keptForm = previous === undefined ? undefined : await keptFormOf(catalogue);
  const grounds = { ...groundsOf(inputs, previous), keptForm };
  const makers = findingMakers(inputs.source.name, file, mapping.header.columns);
  const ledger = newLedger(previous?.lines);
  const groups = newGroupIndex(prepared.group, prepared.overrides);
  const successions = newSuccessionIndex(prepared.succession, prepared.overrides);
  const labels = newLabelCounter();
  const headings = mapping.header.columns.map(({ heading }) => heading);
  const reports = newReportFiles(folders.reports, headings, inputs.language, ledger);
  const changes = newSpool<PlacedChange>(path.join(folders.temporary, 'changes.spool'));
  const effects = grounds.references?.volumes === undefined ? undefined : newEffectLedger();
  const refusedBy = new Set<string>();
  const asides: Aside[] = [];
  const told = newWholeValues();
  const coreOffered = new Set<number>();
  const searchesMet = new Set<number>();
  const waived = noCounts(inputs.waivers?.waivers.length ?? 0);
  const form: FormProblem[] = [];
  const filled = new Set<number>();
  const apart: number[] = [];
  let fixedCells = 0;

  const take = ({ result, shift }: Passed<InspectedLines>): void => {
    const first = ledger.addAll(result.places, shift);
    for (const aside of result.asides) asides.push({ ...aside, row: aside.row + shift });
    form.push(...result.form);
    noteFixed(ledger, first, result.fixed);
    fixedCells += result.fixedCells;
    for (const index of result.filled) filled.add(index);
    apart.push(...result.apart.map((at) => first + at));
    groups.take(result.count, result.groupKeys);
    told.addAll(result.whole, shift);
    addEach(coreOffered, result.core);
    addEach(searchesMet, result.searchesMet);
    labels.addAll(result.labelCounts);
    successions.take(first, result.succession);
    if (result.related !== undefined) {
      noteFormers(ledger, first, result.related.positions);
      for (const change of differ?.take(first, result.related) ?? []) changes.add(change);
    }
    takeEffects(effects, result, first);
    for (const position of result.articles) if (position !== NO_ARTICLE) inputs.prices?.noteOffered(position);
    addCounts(prepared, result.asked);
    if (result.waived !== undefined) addWaiverCounts(waived, result.waived);
    takeJudged(result, first);
    reports.take(result.told, first);
  };

  const takeJudged = ({ judged, related }: InspectedLines, first: number): void => {
    for (const line of judged) {
      const ordinal = first + line.at;
      for (const rule of line.refusedBy) refusedBy.add(rule);
      ledger.restrict(ordinal, line.disposition);
      if (line.correction !== undefined) ledger.corrections.set(ordinal, line.correction);
      const position = related?.positions[line.at] ?? NO_FORMER;
      if (line.disposition === 'keepPrevious' && position !== NO_FORMER) ledger.stand.set(ordinal, position);
    }
  };

  const pass = linePass(catalogue, inputs.source.name, prepared, grounds, {
    language: inputs.language,
    rule: ruleBook(inputs.ruleSet.own?.rules.values() ?? []),
  });
  const bytes = around.progress === undefined ? () => undefined : await bytesOf(catalogue);
  const setup = () => linePassSetup(inputs, catalogue, prepared, previous);
  let written: LineReportFiles;
  try {
    for await (const some of passOver(around.crew, catalogue, pass, setup)) {
      around.signal?.throwIfAborted();
      take(some);
      await changes.drained();
      around.progress?.(ledger.size, shareRead(ledger, bytes()));
    }
    around.progress?.(ledger.size, bytes() === undefined ? undefined : 1);
    written = reports.end();
  } catch (error) {
    reports.discard();
    throw error;
  }

  // What the other threads hold is memory for what comes now; a workbook they help to write.
  if (file.format === 'xlsx') around.crew.forget();
  else await around.crew.end();
  const titles = noteTogether(catalogue, ledger, groups, successions);
  const formerLine = (number: string): CatalogueLine | undefined => {
    const position = differ?.find({ row: 0, itemNumber: number, gtin: number });
    return position === undefined ? undefined : previous?.line(position);
  };
  const late = [...groups.remarks(), ...successions.remarks(runContext(grounds, prepared), formerLine)];
  // Stable: of one line, those of groups come first.
  late.sort((a, b) => a.ordinal - b.ordinal);
  const waivers = waiving(grounds.waivers ?? [], inputs.asOf, grounds.rulings);
  const lateFindings = lineByLine(late).flatMap(([first, ...others]) => {
    const { ordinal, row, item } = first;
    const told = [first, ...others].map(({ remark }) => waivers?.waive(remark, item) ?? remark);
    for (const remark of told) waivers?.note(remark, item);
    const origin = file.origins?.of(ledger.start(ordinal));
    return withoutReplaced(told).map((remark) => {
      if (remark.disposition === 'refuse') refusedBy.add(remark.rule);
      if (remark.disposition !== undefined) ledger.restrict(ordinal, withheldUnlessApproved(remark.disposition));
      return { ordinal, finding: makers(origin).onLine(remark, row, item, undefined, titles.get(ordinal)) };
    });
  });
  if (waivers !== undefined) addWaiverCounts(waived, waivers.take());
  countBroken(prepared, lateFindings);
  const lateChanges = differ?.end() ?? [];
  const revised = new Set([...lateFindings.map(({ ordinal }) => ordinal), ...withholdTwiceKept(ledger, differ)]);
  return {
    ledger,
    asides,
    form,
    reports: written,
    lateFindings,
    revised: [...revised].sort((a, b) => a - b),
    changes,
    lateChanges,
    ...(differ === undefined ? {} : { differ }),
    ...(previous === undefined ? {} : { previous }),
    told: told.values,
    coreOffered,
    searchesMet,
    fixedCells,
    filled,
    apart,
    ...(effects === undefined ? {} : { effects }),
    labelCounts: labels.counts,
    make: makers(SENT),
    keptForm,
    refusedBy,
    waived,
  };
}

export function groundsOf(
  { asOf, agreement, prices, terms, catalogue, waivers, rulings, references, previousDay }: Inputs,
  previous: PreviousVersion | undefined,
): LineGrounds {
  return {
    asOf,
    references,
    ...(catalogue instanceof UnusableFile ? {} : { columns: fieldsOf(catalogue.mapping) }),
    ...(agreement === undefined ? {} : { agreement: agreement.agreement }),
    ...(prices === undefined ? {} : { prices }),
    ...(terms === undefined ? {} : { terms: terms.grounds }),
    ...(previous === undefined ? {} : { previous, previousDay }),
    ...(waivers === undefined ? {} : { waivers: waivers.waivers }),
    ...(rulings === undefined ? {} : { rulings }),
  };
}

/** How long the file is in which the lines have their places; of a workbook that is none of one's own. */
async function bytesOf({ file: { pieces, format }, path: lies }: OpenedCatalogue): Promise<() => number | undefined> {
  if (pieces !== undefined) return pieces.bytes;
  const size = format === 'xlsx' ? undefined : (await stat(lies)).size;
  return () => size;
}

function shareRead(ledger: Ledger, bytes: number | undefined): number | undefined {
  if (bytes === undefined || ledger.size === 0) return undefined;
  return Math.min(1, ledger.end(ledger.size - 1) / bytes);
}

function takeEffects(ledger: EffectLedger | undefined, { effects, articles }: InspectedLines, first: number): void {
  if (ledger === undefined || effects === undefined) return;
  for (const [which, at] of effects.at.entries())
    ledger.note(first + at, articles[at] ?? NO_ARTICLE, effects.ore[which] ?? 0n);
  ledger.noteUnknown(effects.noVolume, effects.notComparable);
}

function addEach(to: Set<number>, positions: readonly number[]): void {
  for (const position of positions) to.add(position);
}

function noteFixed({ fixed }: Ledger, first: number, lines: readonly number[]): void {
  for (const at of lines) fixed.add(first + at);
}

function noteFormers(ledger: Ledger, first: number, positions: Int32Array): void {
  for (let at = 0; at < positions.length; at++) {
    const position = positions[at] ?? NO_FORMER;
    if (position !== NO_FORMER) ledger.noteFormer(first + at, position);
  }
}

/** Lines that break a rule on lines together; several findings on a line are one line. */
function countBroken({ group, succession }: PreparedRules, findings: readonly PendingFinding[]): void {
  for (const asked of [...group, ...succession]) {
    if (asked.threshold === undefined) continue;
    const broken = findings.filter(({ finding: { rule, waiver } }) => rule === asked.rule.id && waiver === undefined);
    asked.broken = new Set(broken.map(({ ordinal }) => ordinal)).size;
  }
}

/**
 * A former line goes out once: not in place of a line when its own number stands elsewhere, nor in place of two.
 * @returns the lines that are withheld because of it
 */
function withholdTwiceKept(ledger: Ledger, differ: Differ | undefined): readonly number[] {
  const taken = new Set<number>();
  const withheld: number[] = [];
  for (const [ordinal, position] of ledger.stand) {
    if (taken.has(position) || differ?.isAt(position, ordinal) === false) {
      ledger.restrict(ordinal, 'withhold');
      withheld.push(ordinal);
    }
    taken.add(position);
  }
  return withheld;
}

/**
 * Lines that share a key are read again, to see which of them are equal cell for cell; so are those that replace each
 * other.
 * @returns by what a person knows each of them
 */
function noteTogether(
  { file, mapping }: OpenedCatalogue,
  ledger: Ledger,
  groups: GroupIndex,
  successions: SuccessionIndex,
): ReadonlyMap<number, LineTitle> {
  const titles = new Map<number, LineTitle>();
  const shared = new Set(groups.shared());
  const replacing = new Set(successions.wanted());
  const wanted = [...new Set([...shared, ...replacing])].sort((a, b) => a - b);
  for (const { ordinal, row } of rowsAgain(file, ledger, wanted)) {
    const line = mapRow(row, mapping);
    if (line === undefined) throw new RangeError(`no line in row ${row.row}`);
    const item = itemOf(line);
    titles.set(ordinal, titleOf(line));
    if (replacing.has(ordinal)) successions.note(ordinal, line, item);
    if (!shared.has(ordinal)) continue;
    const { name } = line;
    const { validFrom, validTo } = pricePeriodOf(line);
    groups.note(ordinal, line, { row: row.row, item, name, validFrom, validTo, fingerprint: fingerprint(row.cells) });
  }
  return titles;
}

type OfOneLine<R> = [R, ...R[]];

/** @param remarks in file order */
function lineByLine<R extends { readonly ordinal: number }>(remarks: readonly R[]): readonly OfOneLine<R>[] {
  const lines: OfOneLine<R>[] = [];
  for (const remark of remarks) {
    const last = lines.at(-1);
    if (last?.[0].ordinal === remark.ordinal) last.push(remark);
    else lines.push([remark]);
  }
  return lines;
}

/** Lines that contradict each other have no right value to fall back on: any error on the group withholds. */
function withheldUnlessApproved(disposition: 'refuse' | 'withhold' | 'keepPrevious' | 'correct' | 'approve') {
  return disposition === 'approve' ? 'approve' : 'withhold';
}
