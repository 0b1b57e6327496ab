/** What a thread must be told before it can help with a pass, as plain data, and how it makes the pass of it. */
import type { Agreement } from '../../agreement/agreement.ts';
import { type AgreedArticles, type ArticlesData, articlesFrom } from '../../agreement/article-index.ts';
import { changeEffectAt } from '../../agreement/effect.ts';
import {
  type AgreedPriceList,
  articleSource,
  keyedArticles,
  type ListUse,
  type PriceListFile,
} from '../../agreement/price-list.ts';
import { termGrounds } from '../../agreement/terms/grounds.ts';
import type { Volumes } from '../../agreement/volumes.ts';
import type { Language } from '../../catalogue/text.ts';
import type { Ruling, Waiver } from '../../decision/waivers.ts';
import type { FormerLines, PreviousVersion } from '../../diff/previous-version.ts';
import {
  type FormerLinesData,
  fieldsOf,
  formerLinesFrom,
  keyedLines,
  type LabelCounting,
  type MappedFile,
} from '../../diff/previous-version.ts';
import { relatedLines } from '../../diff/relate-lines.ts';
import { type OwnSources, ownRulesFrom } from '../../engine/own-rules.ts';
import { type PlainRules, plainRules, rulesFrom } from '../../engine/plain-rules.ts';
import type { PreparedRules } from '../../engine/prepare-rules.ts';
import type { References } from '../../engine/references.ts';
import type { FixPlan } from '../../fixes/fix-plan.ts';
import { withFixedRows } from '../../fixes/fixed-rows.ts';
import { type Mapping, mappingFrom, type PlainMapping, plainMapping } from '../../mapping/map-rows.ts';
import { csvFile } from '../../readers/csv.ts';
import type { Pass } from '../../readers/passed.ts';
import type { Piece, PieceReader, Position, RowFile, Source } from '../../readers/reader.ts';
import { linePass } from '../checking/line-pass.ts';
import { ruleBook } from '../checking/rule-by-id.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { spooledFile } from '../rows/spooled-rows.ts';

interface PlainFile {
  readonly shared: NonNullable<RowFile['shared']>;
  readonly mapping: PlainMapping;
  readonly fixes?: FixPlan;
}

interface ArticlesSetup {
  readonly kind: 'articles';
  readonly file: PlainFile;
  readonly source: Source;
  readonly agreement: Agreement;
  readonly asOf: string;
  readonly use: ListUse;
}

interface KeyedLinesSetup {
  readonly kind: 'keyedLines';
  readonly file: PlainFile;
  readonly current: PlainMapping;
  readonly counting?: LabelCounting;
}

interface RelatedLinesSetup {
  readonly kind: 'relatedLines';
  readonly volumes?: Volumes;
  readonly file: PlainFile;
  readonly previous: { readonly file: PlainFile; readonly data: FormerLinesData };
}

interface LinePassSetup {
  readonly kind: 'lines';
  readonly file: PlainFile;
  readonly name: string;
  readonly rules: PlainRules;
  /** What the rule set's own rules are made of. */
  readonly own?: OwnSources;
  readonly asOf: string;
  /** Of the reports. */
  readonly language: Language;
  readonly references: References;
  readonly agreement?: Agreement;
  readonly prices?: ListSetup;
  /** Dated lists that terms rest on. */
  readonly lists?: readonly (ListSetup & { readonly at: number })[];
  readonly previous?: RelatedLinesSetup['previous'];
  readonly previousDay?: string;
  readonly waivers?: readonly Waiver[];
  readonly rulings?: readonly Ruling[];
}

interface ListSetup {
  readonly file: PlainFile;
  readonly source: Source;
  readonly data: ArticlesData;
}

/** The approved workbook is written by all threads. */
interface SheetSetup {
  readonly kind: 'sheet';
  readonly file: PlainFile;
}

type RowsSetup = ArticlesSetup | KeyedLinesSetup | RelatedLinesSetup | LinePassSetup;
export type PassSetup = RowsSetup | SheetSetup;

/** @returns `undefined` when the file cannot be read in pieces */
export function keyedArticlesSetup(
  list: PriceListFile,
  agreement: Agreement,
  asOf: string,
  use: ListUse = 'agreed',
): PassSetup | undefined {
  const file = plainFile(list);
  return file === undefined ? undefined : { kind: 'articles', file, source: list.source, agreement, asOf, use };
}

export function keyedLinesSetup(
  previous: MappedFile,
  current: Mapping,
  counting?: LabelCounting,
): PassSetup | undefined {
  const file = plainFile(previous);
  const counted = counting === undefined ? {} : { counting };
  return file === undefined ? undefined : { kind: 'keyedLines', file, current: plainMapping(current), ...counted };
}

export function relatedLinesSetup(
  current: MappedFile,
  opened: MappedFile,
  previous: PreviousVersion,
  volumes?: Volumes,
): PassSetup | undefined {
  const file = plainFile(current);
  const former = withData(plainFile(opened), previous.data());
  return file === undefined || former === undefined
    ? undefined
    : { kind: 'relatedLines', file, previous: former, ...(volumes === undefined ? {} : { volumes }) };
}

/** @returns `undefined` when one of the files cannot be opened by another thread */
export function linePassSetup(
  {
    source,
    asOf,
    language,
    agreement,
    prices,
    terms,
    previous: opened,
    previousDay,
    waivers,
    rulings,
    references,
    ruleSet,
  }: Inputs,
  catalogue: MappedFile,
  prepared: PreparedRules,
  previous: PreviousVersion | undefined,
): PassSetup | undefined {
  const file = plainFile(catalogue);
  const list = prices === undefined ? undefined : listSetup(prices);
  const lists = (terms?.lists ?? []).flatMap(({ at, list: dated }) => {
    const plain = listSetup(dated);
    return plain === undefined ? [] : [{ ...plain, at }];
  });
  const former = opened === undefined ? undefined : withData(plainFile(opened), previous?.data());
  if (file === undefined) return undefined;
  if ((prices !== undefined && list === undefined) || (opened !== undefined && former === undefined)) return undefined;
  if (terms !== undefined && lists.length < terms.lists.length) return undefined;
  return {
    kind: 'lines',
    file,
    name: source.name,
    rules: plainRules(prepared),
    ...(ruleSet.own === undefined
      ? {}
      : { own: { definitions: ruleSet.own.definitions, plugins: ruleSet.own.plugins } }),
    asOf,
    language,
    references,
    ...(agreement === undefined ? {} : { agreement: agreement.agreement }),
    ...(list === undefined ? {} : { prices: list }),
    ...(terms === undefined ? {} : { lists }),
    ...(former === undefined ? {} : { previous: former }),
    ...(previousDay === undefined ? {} : { previousDay }),
    ...(waivers === undefined ? {} : { waivers: waivers.waivers }),
    ...(rulings === undefined ? {} : { rulings }),
  };
}

/** @returns `undefined` when the file cannot be opened by another thread */
export function sheetSetup(catalogue: MappedFile): PassSetup | undefined {
  const file = plainFile(catalogue);
  return file === undefined ? undefined : { kind: 'sheet', file };
}

function listSetup({ list, data }: Pick<AgreedPriceList, 'list' | 'data'>): ListSetup | undefined {
  const plain = withData(plainFile(list), data());
  return plain === undefined ? undefined : { ...plain, source: list.source };
}

function plainFile({ file, mapping }: MappedFile): PlainFile | undefined {
  const { shared, fixes } = file;
  if (shared === undefined) return undefined;
  return { shared, mapping: plainMapping(mapping), ...(fixes === undefined ? {} : { fixes }) };
}

function withData<D>(file: PlainFile | undefined, data: D | undefined) {
  return file === undefined || data === undefined ? undefined : { file, data };
}

/** What a thread makes of a piece, in as many results as it likes, and where the next piece begins. */
export type PieceWork = (
  piece: Piece,
  more: unknown,
) => Promise<{ readonly results: readonly unknown[]; readonly next: Position }>;

export async function workFrom(setup: PassSetup): Promise<PieceWork | undefined> {
  if (setup.kind === 'sheet') {
    // Most catalogues are text: what writes workbooks is loaded when there is one.
    const { sheetWork } = await import('../writing/sheet-work.ts');
    return sheetWork(mappedFile(setup.file).file);
  }
  const { file, pass } = await passFrom(setup);
  return file.file.pieces === undefined ? undefined : rowsWork(file.file.pieces.read, pass);
}

function rowsWork(read: PieceReader, pass: Pass<unknown>): PieceWork {
  return async (piece) => {
    const rows = read(piece);
    const results: unknown[] = [];
    for (;;) {
      const { done, value } = await rows.next();
      if (done === true) return { results, next: value };
      results.push(pass(value));
    }
  };
}

/** The pass, and the file it goes over. */
async function passFrom(setup: RowsSetup): Promise<{ readonly file: MappedFile; readonly pass: Pass<unknown> }> {
  const file = mappedFile(setup.file);
  switch (setup.kind) {
    case 'articles':
      return {
        file,
        pass: keyedArticles(articleSource({ ...file, source: setup.source }, setup.agreement, setup.asOf, setup.use)),
      };
    case 'keyedLines':
      return { file, pass: keyedLines(file, mappingFrom(setup.current), setup.counting) };
    case 'relatedLines':
      return {
        file,
        pass: relatedLines(formerLinesOf(setup.previous, file.mapping), file.mapping, changeEffectAt(setup.volumes)),
      };
    case 'lines':
      return { file, pass: await linePassFrom(file, setup) };
  }
}

async function linePassFrom(file: MappedFile, setup: LinePassSetup): Promise<Pass<unknown>> {
  const { own, language } = setup;
  const rule = ruleBook(own === undefined ? [] : await ownRulesFrom(own));
  const { asOf, agreement, prices, lists, previous, previousDay, waivers, rulings, references } = setup;
  const opened = ({ file: listFile, source, data }: ListSetup, use: ListUse, by: Agreement): AgreedArticles =>
    articlesFrom(data, articleSource({ ...mappedFile(listFile), source }, by, asOf, use));
  const articles = prices === undefined || agreement === undefined ? undefined : opened(prices, 'agreed', agreement);
  const terms =
    agreement === undefined
      ? undefined
      : termGrounds(agreement, asOf, (at) => {
          const dated = lists?.find((list) => list.at === at);
          return dated === undefined ? undefined : opened(dated, 'dated', agreement);
        });
  const grounds = {
    asOf,
    references,
    columns: fieldsOf(file.mapping),
    ...(agreement === undefined ? {} : { agreement }),
    ...(articles === undefined ? {} : { prices: articles }),
    ...(terms === undefined ? {} : { terms }),
    ...(previous === undefined ? {} : { previous: formerLinesOf(previous, file.mapping), previousDay }),
    ...(waivers === undefined ? {} : { waivers }),
    ...(rulings === undefined ? {} : { rulings }),
  };
  return linePass(file, setup.name, rulesFrom(setup.rules, rule), grounds, { language, rule });
}

function formerLinesOf({ file, data }: RelatedLinesSetup['previous'], current: Mapping): FormerLines {
  return formerLinesFrom(data, mappedFile(file), current);
}

function mappedFile({ shared, mapping: plain, fixes }: PlainFile): MappedFile {
  const file = 'dialect' in shared ? csvFile(shared) : spooledFile(shared);
  const mapping = mappingFrom(plain);
  return { file: fixes === undefined ? file : withFixedRows(file, mapping, fixes), mapping };
}
