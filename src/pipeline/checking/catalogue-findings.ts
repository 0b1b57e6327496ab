/** What the rules say of the catalogue as a whole, asked once, after the last line. */
import type { AgreedArticle } from '../../agreement/agreement.ts';
import { type CatalogueHeader, UnusableFile } from '../../catalogue/catalogue.ts';
import type { Place } from '../../catalogue/line.ts';
import { dispositionOf } from '../../decision/decide-line.ts';
import { type WaiverCounts, waiving } from '../../decision/waivers.ts';
import { checkLine, type Remark, RuleFailure, remarkOf } from '../../engine/check-line.ts';
import { formRemarks, formRules, headerRemark } from '../../engine/form-remarks.ts';
import { lineQuestions } from '../../engine/line-questions.ts';
import type { PreparedRules } from '../../engine/prepare-rules.ts';
import type { CatalogueContext, CatalogueProblem, CoreArticle } from '../../engine/rule.ts';
import type { Breaches } from '../../engine/threshold.ts';
import { priceHeading } from '../../mapping/headings.ts';
import { missingFields } from '../inputs/at-hand.ts';
import { blankRows } from '../inputs/blank-rows.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { findingMaker, type PendingFinding } from './findings.ts';
import { groundsOf, type Inspected } from './inspect-lines.ts';
import { lineContext, runContext, waiveOnLine } from './line-pass.ts';

export interface CatalogueFindings {
  readonly findings: readonly PendingFinding[];
  /** Rules that refuse the catalogue, each once. */
  readonly refusedBy: readonly string[];
  /** Positions in the previous version of articles that stay although the new catalogue lacks them. */
  readonly keptMissing: readonly number[];
  readonly missingAgreed: number;
  /** How often each waiver was used; absent where none holds on the day. */
  readonly waived?: WaiverCounts;
}

export function askAboutCatalogue(
  inputs: Inputs,
  prepared: PreparedRules,
  inspected: Inspected | undefined,
): CatalogueFindings {
  const context = catalogueContext(inputs, prepared, inspected);
  const make = inspected?.make ?? findingMaker(inputs.source.name, undefined, []);
  const findings: PendingFinding[] = [];
  const refusedBy = new Set<string>();
  const keptMissing = new Set<number>();
  const waivers = waiving(inputs.waivers?.waivers ?? [], inputs.asOf, inputs.rulings);
  const waive = (made: Remark, item: string | undefined): Remark =>
    waivers === undefined ? made : waivers.waive(made, item);
  const put = (remark: Remark, where: Parameters<typeof make.onCatalogue>[1]): void => {
    waivers?.note(remark, where.item);
    findings.push({ finding: make.onCatalogue(remark, where) });
  };
  for (const { remark: made, place } of remarksOnForm(inputs, prepared, inspected)) {
    const remark = waive(made, undefined);
    put(remark, { place });
    if (remark.disposition === 'refuse') refusedBy.add(remark.rule);
  }
  const remarks = prepared.catalogue.flatMap((asked) => {
    asked.checked++;
    return ask(asked, context).map((problem) => {
      const { article, row: _, ...rest } = problem;
      const item = article?.itemNumber ?? article?.gtin;
      return { problem, item, remark: waive(remarkOf(asked, rest), item) };
    });
  });
  const replaced = replacedOnArticles(remarks);
  for (const { problem, item, remark } of remarks) {
    // What it does with the catalogue stays, whoever says it.
    if (remark.disposition === 'refuse') refusedBy.add(remark.rule);
    const position = positionToKeep(remark, problem, inputs, prepared, inspected);
    if (position !== undefined) keptMissing.add(position);
    if (problem.article !== undefined && replaced.has(onArticle(remark.rule, problem.article))) continue;
    put(remark, { ...placeOf(problem, inputs), ...(item === undefined ? {} : { item }) });
  }
  const waived = waivers?.take();
  return {
    findings,
    refusedBy: [...refusedBy],
    keptMissing: [...keptMissing],
    // One whose absence was accepted beforehand is not missed.
    missingAgreed: context.agreedNotOffered.length - acceptedMissing(remarks),
    ...(waived === undefined ? {} : { waived }),
  };
}

/** What is wrong with a document's form, its lines apart. */
function* remarksOnForm(
  { catalogue, source }: Inputs,
  { document }: PreparedRules,
  inspected: Inspected | undefined,
): Generator<{ readonly remark: Remark; readonly place: Place }> {
  if (catalogue instanceof UnusableFile) return;
  const rules = formRules(document);
  for (const asked of document) asked.checked = asked.rule.inLines ? (inspected?.ledger.size ?? 0) : 1;
  for (const problem of [...(catalogue.file.formProblems?.() ?? []), ...(inspected?.form ?? [])]) {
    const remark = headerRemark(problem, rules);
    if (remark === undefined) continue;
    const { row, element } = problem;
    yield { remark, place: { file: source.name, row, element } };
  }
}

/** Agreed articles that are missing and all of whose remarks are waived. */
function acceptedMissing(remarks: readonly { readonly problem: CatalogueProblem; readonly remark: Remark }[]): number {
  const accepted = new Map<AgreedArticle, boolean>();
  for (const { problem, remark } of remarks) {
    if (problem.article === undefined || !ABOUT_MISSING.has(remark.rule)) continue;
    accepted.set(problem.article, accepted.get(problem.article) !== false && remark.waiver !== undefined);
  }
  return [...accepted.values()].filter(Boolean).length;
}

const ABOUT_MISSING: ReadonlySet<string> = new Set(['assortment/agreed-item-missing', 'assortment/core-missing']);

/** General rules whose remark on an article of the price list a specific one stands for. */
function replacedOnArticles(
  remarks: readonly { readonly problem: CatalogueProblem; readonly remark: Remark }[],
): ReadonlySet<string> {
  const replaced = new Set<string>();
  for (const { problem, remark } of remarks) {
    if (problem.article === undefined || remark.waiver !== undefined) continue;
    for (const general of remark.replaces ?? []) replaced.add(onArticle(general, problem.article));
  }
  return replaced;
}

function onArticle(rule: string, { row }: AgreedArticle): string {
  return `${rule} ${row}`;
}

function ask(asked: PreparedRules['catalogue'][number], context: CatalogueContext): readonly CatalogueProblem[] {
  try {
    return asked.rule.check({ ...context, options: asked.options });
  } catch (cause) {
    throw new RuleFailure(asked.rule.id, undefined, cause);
  }
}

/** Whoever has more of these has other worries. */
const ASIDES_TOLD = 1000;

function catalogueContext(inputs: Inputs, prepared: PreparedRules, inspected: Inspected | undefined): CatalogueContext {
  const { catalogue, prices } = inputs;
  const unusable = catalogue instanceof UnusableFile ? catalogue : undefined;
  const remarks = catalogue instanceof UnusableFile ? undefined : catalogue.file.remarks?.();
  const header = catalogue instanceof UnusableFile ? undefined : catalogue.mapping.header;
  const { ambiguous, doubts, sheetsAlike } = header ?? {};
  const hiddenColumns = header?.columns.filter(({ field, hidden }) => hidden === true && field !== undefined) ?? [];
  return {
    ...runContext(groundsOf(inputs, inspected?.previous), prepared),
    lines: inspected?.ledger.size ?? 0,
    // Of a file that cannot be read nothing is known: its articles are not missing.
    agreedNotOffered: unusable === undefined ? (prices?.notOffered() ?? []) : [],
    missingFields: missingFields(inputs),
    ...(inspected === undefined ? {} : toldByLines(inputs, inspected)),
    ...changeOf(inspected),
    ...(ambiguous === undefined ? {} : { ambiguous }),
    ...(remarks === undefined ? {} : { remarks }),
    ...(doubts === undefined ? {} : { doubts }),
    ...pricesVat(header),
    ...(sheetsAlike === undefined ? {} : { sheetsAlike }),
    ...(hiddenColumns.length === 0 ? {} : { hiddenColumns }),
    asides: inspected?.asides.slice(0, ASIDES_TOLD) ?? [],
    ...blankParts(catalogue, inspected),
    breaches: breachesOf(prepared),
    ...issuedOf(inputs),
    ...(unusable === undefined
      ? {}
      : {
          fileProblem: {
            problem: unusable.problem,
            ...(unusable.row === undefined ? {} : { row: unusable.row }),
            ...(unusable.detail === undefined ? {} : { detail: unusable.detail }),
          },
        }),
  };
}

function pricesVat(header: CatalogueHeader | undefined): Pick<CatalogueContext, 'pricesVat'> {
  const price = header?.columns.find(({ field }) => field === 'price');
  const column = price ?? header?.columns.find(({ field }) => field === 'grossPriceInclVat');
  if (column === undefined) return {};
  const { heading, index } = column;
  const says = price === undefined ? 'included' : priceHeading(heading).vat;
  return says === undefined ? {} : { pricesVat: { heading, index, says, isPrice: price !== undefined } };
}

function toldByLines(
  inputs: Inputs,
  inspected: Inspected,
): Pick<CatalogueContext, 'told' | 'coreNotOffered' | 'searchesWithoutHit'> {
  const searches = inputs.references.words?.searches ?? [];
  return {
    told: inspected.told,
    coreNotOffered: coreNotOffered(inputs, inspected),
    searchesWithoutHit: searches.filter((_, position) => !inspected.searchesMet.has(position)),
  };
}

function blankParts(
  catalogue: Inputs['catalogue'],
  inspected: Inspected | undefined,
): Pick<CatalogueContext, 'blankRows' | 'blankColumns'> {
  if (inspected === undefined || catalogue instanceof UnusableFile || catalogue.file.columns !== undefined) return {};
  const { ledger, asides, apart, filled } = inspected;
  const { columns } = catalogue.mapping.header;
  return {
    blankRows: blankRows(catalogue.file, ledger, { apart, asides }, ASIDES_TOLD),
    blankColumns: columns.filter(({ empty, index }) => empty === true && !filled.has(index)),
  };
}

function coreNotOffered({ agreement }: Inputs, { coreOffered }: Inspected): readonly CoreArticle[] {
  const core = agreement?.agreement.core ?? [];
  return core.flatMap((number, position) => (coreOffered.has(position) ? [] : [{ number }]));
}

function changeOf({ previous, differ }: Partial<Inspected> = {}): Pick<CatalogueContext, 'change'> {
  if (previous === undefined || differ === undefined) return {};
  const { removed, added } = differ.totals;
  return { change: { before: previous.lines, removed, added } };
}

function breachesOf({ line, group, succession }: PreparedRules): readonly Breaches[] {
  return [...line, ...group, ...succession].flatMap(({ rule, threshold, broken, checked }) =>
    threshold === undefined ? [] : [{ rule: rule.id, lines: broken, of: checked, threshold }],
  );
}

function issuedOf({ catalogue, previous, delta }: Inputs): Pick<CatalogueContext, 'issued'> {
  if (catalogue instanceof UnusableFile) return {};
  // Of changes, what counts is when they were sent.
  const day = (delta?.sent ?? catalogue).file.issued;
  const before = previous?.file.issued;
  return day === undefined || before === undefined ? {} : { issued: { day, previous: before } };
}

/** An agreed article stands in the price list; anything else in the catalogue. */
function placeOf({ article, row }: CatalogueProblem, inputs: Inputs): { readonly place?: Place } {
  const list = inputs.described.prices;
  if (article !== undefined && list !== undefined) return { place: { file: list.file, row: article.row } };
  return row === undefined ? {} : { place: { file: inputs.source.name, row } };
}

/** Where a missing article's former line lies, if the rule set keeps it and it passes today's rules. */
function positionToKeep(
  remark: Remark,
  { article }: CatalogueProblem,
  inputs: Inputs,
  prepared: PreparedRules,
  inspected: Inspected | undefined,
): number | undefined {
  const { previous, differ } = inspected ?? {};
  if (remark.disposition !== 'keepPrevious' || article === undefined) return undefined;
  if (previous === undefined || differ === undefined) return undefined;
  const position = differ.find({
    row: 0,
    ...(article.itemNumber === undefined ? {} : { itemNumber: article.itemNumber }),
    ...(article.gtin === undefined ? {} : { gtin: article.gtin }),
  });
  if (position === undefined || differ.seen.has(position)) return undefined;
  const line = previous.line(position);
  const grounds = groundsOf(inputs, previous);
  const context = lineContext(runContext(grounds, prepared), grounds, line, line);
  const questions = lineQuestions(
    prepared,
    waiveOnLine(waiving(inputs.waivers?.waivers ?? [], inputs.asOf, inputs.rulings)),
  );
  const remarks = [
    ...checkLine(line, context, questions, false),
    ...formRemarks(inspected?.keptForm?.(line) ?? [], formRules(prepared.document)),
  ];
  return dispositionOf(remarks) === 'approve' ? position : undefined;
}
