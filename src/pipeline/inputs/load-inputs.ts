/** Everything a check needs before the first line is read. What the operator must put right is thrown here. */
import path from 'node:path';
import { type EffectGrounds, effectGrounds } from '../../agreement/effect.ts';
import { findAgreement } from '../../agreement/find-agreement.ts';
import type { AgreementRemark } from '../../agreement/lint/remark.ts';
import { type LoadedAgreement, loadAgreement } from '../../agreement/load-agreement.ts';
import {
  type AgreedPriceList,
  articleSource,
  keyedArticles,
  openPriceList,
  readPriceList,
} from '../../agreement/price-list.ts';
import { UnusableFile } from '../../catalogue/catalogue.ts';
import type { Language } from '../../catalogue/text.ts';
import { type LoadedWaivers, loadWaivers, WAIVER_FILE } from '../../decision/waiver-file.ts';
import type { Ruling } from '../../decision/waivers.ts';
import { indexPrevious, keyedLines, type LabelCounting, type PreviousVersion } from '../../diff/previous-version.ts';
import { isBuiltIn } from '../../engine/built-in-sets.ts';
import { switchedOn } from '../../engine/prepare-rules.ts';
import { kindOf } from '../../engine/referenced-file.ts';
import type { References } from '../../engine/references.ts';
import { type LoadedRuleSet, loadRuleSet, type RuleSet, ruleSetFor } from '../../engine/rule-set.ts';
import type { Mapping } from '../../mapping/map-rows.ts';
import { type LoadedMapping, loadMappingFile } from '../../mapping/mapping-file.ts';
import type { Source } from '../../readers/reader.ts';
import type { Asked } from '../../reporters/asked.ts';
import type { InputFile } from '../../reporters/result.ts';
import { rules } from '../../rules/index.ts';
import { settle } from '../../versions/settle.ts';
import { builtInRuleSets } from '../built-in.ts';
import { type AppliedDelta, type DeltaPlaces, isDelta } from '../changes/delta.ts';
import { withRowsComing, withRowsSetAside } from '../rows/set-aside.ts';
import type { Background } from '../rows/temporary-folder.ts';
import type { Crew } from '../threads/crew.ts';
import { passOver } from '../threads/pass-over.ts';
import { keyedArticlesSetup, keyedLinesSetup } from '../threads/pass-setup.ts';
import { askedOf } from './asked.ts';
import { withFormChecked } from './document-form.ts';
import { type FormerCatalogue, formerCatalogue } from './former-catalogue.ts';
import { describeBytes, describeInput, requireReadable } from './input-file.ts';
import { LABEL_WORDS } from './label-words.ts';
import { type ReadList, remarksOnAgreement } from './lint-remarks.ts';
import { withAliases } from './load-aliases.ts';
import { loadFormerItems } from './load-former-items.ts';
import { type LoadedReferences, loadReferences, type ReferenceFiles } from './load-references.ts';
import { type LoadedTerms, loadTerms, termFilesOf } from './load-terms.ts';
import type { LoadedWordLists } from './load-word-lists.ts';
import { type OpenedCatalogue, openCatalogue, openPrevious, type Reading } from './open-catalogue.ts';
import { type ListPlaces, openList } from './open-list.ts';
import { tableOpener } from './open-table.ts';
import { safelyFixed } from './safe-fixes.ts';
import { watchFiles } from './unchanged.ts';
import { sourceIn, workspaceOf } from './workspace.ts';

export interface CheckRequest {
  /** The catalogue, as given. */
  readonly file: string;
  readonly agreement?: string;
  readonly previous?: string;
  /** A table of what is bought in a year, instead of the agreement's. */
  readonly volumes?: string;
  readonly rules?: string;
  /** Register of eco-label licences, instead of the agreement's. */
  readonly labelRegister?: string;
  /** Folder that gets the run's folder; the workspace's `reports` by default. */
  readonly out?: string;
  readonly language?: Language;
  /** `YYYY-MM-DD`. */
  readonly asOf?: string;
  readonly allowPartly?: boolean;
  /** Whether the supplier's own workbook is written with marks. */
  readonly annotated?: boolean;
  /** Links are opened; `anywhere`: also those into private networks. Absent: nothing of the run uses the network. */
  readonly checkLinks?: 'public' | 'anywhere';
  /** Whether modules with rules that the rule set names are loaded. */
  readonly allowPlugins?: boolean;
  /** Whether what has exactly one right answer is put right before it is checked. */
  readonly fix?: boolean;
  readonly reading: Reading;
  /** What was decided of the findings of an earlier run on the same inputs. */
  readonly decided?: {
    /** A file with the waivers that `waivers.yaml` is to become. */
    readonly waivers?: string;
    readonly rulings: readonly Ruling[];
  };
  /** How many threads share the work on large files; one does it all by itself. */
  readonly threads?: number;
  /** About how long the pieces are that threads read. */
  readonly pieceBytes?: number;
}

/** What the surroundings give: passed in, so that a run depends on nothing else. */
export interface Surroundings {
  readonly currentFolder: string;
  readonly locale: Language;
  readonly now: Date;
  /** Called as soon as it is known which language the run speaks, for errors that come after. */
  readonly speaks?: (language: Language) => void;
  readonly signal?: AbortSignal;
  /** Rule sets that were read for other catalogues of the same command, by what they were asked for as; added to. */
  readonly ruleSets?: Map<string, Promise<LoadedRuleSet>>;
  /** Word lists likewise, by workspace. */
  readonly wordLists?: Map<string, Promise<LoadedWordLists>>;
  /** Called now and then with the number of lines read, and what share of the file they were, where that is known. */
  readonly progress?: (lines: number, share?: number) => void;
}

export interface Inputs {
  readonly workspace: string;
  readonly language: Language;
  readonly asOf: string;
  readonly source: Source;
  /** Of a file of changes: the whole catalogue they lead to. */
  readonly catalogue: OpenedCatalogue | UnusableFile;
  /** Absent when the file sent is the whole catalogue. */
  readonly delta?: AppliedDelta;
  readonly agreement?: LoadedAgreement;
  readonly ruleSet: RuleSet;
  /** Deviations accepted beforehand; absent where the agreement has no such file. */
  readonly waivers?: LoadedWaivers;
  readonly rulings?: readonly Ruling[];
  readonly asked: Asked;
  readonly references: LoadedReferences['references'];
  /** Rows of the table of volumes that cannot be read. */
  readonly unreadVolumes: number;
  /** What is to be said of the buyer's own files: nothing that stops the run. */
  readonly remarks: readonly AgreementRemark[];
  readonly prices?: AgreedPriceList;
  readonly terms?: LoadedTerms;
  readonly previous?: OpenedCatalogue;
  /** The day it is of, `YYYY-MM-DD`, where that is known. */
  readonly previousDay?: string;
  /** The previous version, indexed for this catalogue; absent without either. */
  readonly indexed?: () => Promise<PreviousVersion>;
  /** Which bytes each input was. */
  readonly described: {
    readonly catalogue: InputFile;
    readonly agreement?: InputFile;
    readonly prices?: InputFile;
    /** Dated price lists that count on the day, and the series of the adjustment clause. */
    readonly termFiles: readonly InputFile[];
    readonly previous?: InputFile;
    readonly mapping?: InputFile;
    readonly waivers?: InputFile;
    readonly ruleSet: readonly InputFile[];
    /** Word lists and the like. */
    readonly references: readonly InputFile[];
  };
  /** @throws OperationalError when an input was changed since it was loaded */
  readonly requireUnchanged: () => Promise<void>;
}

/**
 * @param folder for packed files; whoever owns it removes it when the work is done
 * @param background where a long workbook may still be read while other work is done; absent: it is read at once
 */
export async function loadInputs(
  request: CheckRequest,
  around: Surroundings,
  crew: Crew,
  folder: string,
  background?: Background,
): Promise<Inputs> {
  // The catalogue first: a missing file is told before anything else is looked for.
  const given = sourceIn(around.currentFolder, request.file);
  await requireReadable(given);
  const agreementPath = request.agreement ?? (await findAgreement(given.path));
  // What an approval that was cut off left to be done.
  if (agreementPath !== undefined) await settle(path.dirname(agreementPath));
  const asWritten = agreementPath === undefined ? undefined : await loadAgreement(agreementPath, LABEL_WORDS);
  const language = request.language ?? asWritten?.agreement.language ?? around.locale;
  around.speaks?.(language);
  const workspace = workspaceOf(agreementPath, around.currentFolder);
  const named = (path: string): Source => sourceIn(workspace, path);
  const { limits } = request.reading;
  const open = tableOpener({ folder, limits });
  const agreement = await withAliases(asWritten, named, open);
  const asOf = request.asOf ?? dayIn(agreement?.agreement.timeZone ?? DEFAULT_TIME_ZONE, around.now);
  const ruleSet = ruleSetFor(await loadedRuleSet(rulesOf(request, agreement), around, request.allowPlugins), agreement);
  const waivers = await waiversOf(agreementPath, ruleSet, request.decided?.waivers);
  const looksIn = filesLookedIn(request, agreement);
  const looked = await loadReferences(workspace, looksIn, { systems: agreement?.systems, open }, around);
  const loadedMapping = agreement?.mappingFile === undefined ? undefined : await loadMappingFile(agreement.mappingFile);
  const mappingFile = loadedMapping?.mapping;
  const source = named(given.path);
  const former = await formerCatalogue(request, agreement, mappingFile);
  const previousPath = former?.path;
  const pricesPath = agreement?.pricesFile;
  const requireUnchanged = await watchFiles([
    source,
    ...[
      previousPath,
      pricesPath,
      agreement?.aliasesFile,
      ...Object.values(looksIn),
      ...termFilesOf(agreement, asOf),
    ].flatMap((path) => (path === undefined ? [] : named(path))),
  ]);
  const readAgreed = () => pricesAndTerms(agreement, asOf, named, crew, { folder, limits });
  // Other threads read the price list while a workbook is opened here.
  const agreed = background === undefined || crew.size < 2 ? undefined : readAgreed();
  if (agreed !== undefined) background?.add(agreed);
  const opened = await openCatalogue(source, request.reading, mappingFile, asOf, folder);
  const sent = await withFormChecked(opened, ruleSet);
  const previous = await openFormer(former, named, asOf, { folder, catalogue: sent });
  const { volumes } = looked.references;
  const reading = wholeCatalogue(
    sent,
    previous,
    crew,
    background,
    {
      folder,
      limits,
      asOf,
      sentName: source.name,
      previousName: previousPath === undefined ? '' : named(previousPath).name,
    },
    volumes === undefined ? undefined : effectGrounds(volumes, agreement?.agreement),
  );
  const [whole, { prices, terms }] = await together(reading, agreed ?? readAgreed());
  const older = await olderVersions(former, agreement, ruleSet, named);
  const references = {
    ...looked.references,
    ...(await openedLinks(whole.catalogue, request, around)),
    ...older.references,
  };
  return {
    requireUnchanged,
    workspace,
    language,
    asOf,
    source,
    ...whole,
    ...safelyFixed(request, whole, source.name, ruleSet, looked.references),
    ...(agreement === undefined ? {} : { agreement }),
    ruleSet,
    ...(waivers === undefined ? {} : { waivers }),
    ...(request.decided === undefined ? {} : { rulings: request.decided.rulings }),
    asked: askedOf(request, (file) => named(file).name),
    references,
    unreadVolumes: unreadRows(looked),
    remarks: ownRemarks({ agreement, prices, terms, looked, asOf, named }),
    ...(prices === undefined ? {} : { prices }),
    ...(terms === undefined ? {} : { terms }),
    ...(previous === undefined ? {} : { previous }),
    ...dayOf(former, previous),
    described: {
      ...(await describeAgreed(agreement, agreementPath, prices, asOf, named)),
      catalogue: await describeInput(source),
      ...(previousPath === undefined ? {} : { previous: await describeInput(named(previousPath)) }),
      ...describeBeside(loadedMapping, waivers, named),
      ruleSet: ruleSet.files.map(({ path, bytes }) => describeBytes(isBuiltIn(path) ? path : named(path).name, bytes)),
      // Other numbers of agreed articles are looked up, too.
      references: [...looked.files, ...(await describeAliases(agreement, named)), ...older.files],
    },
  };
}

async function describeAliases(
  agreement: LoadedAgreement | undefined,
  named: (path: string) => Source,
): Promise<readonly InputFile[]> {
  const file = agreement?.aliasesFile;
  return file === undefined ? [] : [await describeInput(named(file))];
}

function unreadRows({ volumes }: LoadedReferences): number {
  return volumes?.read.faults.length ?? 0;
}

interface OwnFiles {
  readonly prices: AgreedPriceList | undefined;
  readonly terms: LoadedTerms | undefined;
  readonly agreement: LoadedAgreement | undefined;
  readonly looked: LoadedReferences;
  readonly asOf: string;
  readonly named: (path: string) => Source;
}

/** What is to be said of the buyer's own files, as far as they were read for the run. */
function ownRemarks({ agreement, prices, terms, looked, asOf, named }: OwnFiles): Inputs['remarks'] {
  if (agreement === undefined) return [];
  const own = named(agreement.path).name;
  const short = ({ list, entries }: AgreedPriceList): readonly ReadList[] =>
    entries === undefined ? [] : [{ ...list, entries }];
  // Of a long list nothing is known here, so that nothing may be said of what it lacks.
  const isWhole = prices === undefined || prices.entries !== undefined;
  return remarksOnAgreement({
    loaded: isWhole ? agreement : { ...agreement, aliases: [] },
    day: asOf,
    prices: prices === undefined ? undefined : short(prices)[0],
    lists: (terms?.lists ?? []).flatMap(({ list }) => short(list)),
    volumes: isWhole ? looked.volumes : undefined,
    files: { agreement: own, aliases: agreement.aliasesFile === undefined ? own : named(agreement.aliasesFile).name },
  });
}

async function openFormer(
  former: FormerCatalogue | undefined,
  named: (path: string) => Source,
  asOf: string,
  where: Parameters<typeof openPrevious>[4],
): Promise<OpenedCatalogue | undefined> {
  if (former === undefined) return undefined;
  return openPrevious(named(former.path), former.reading, former.mappingFile, asOf, where);
}

/** What is unchanged since when, only this rule asks. */
const STALE = 'expiry/stale';

/** Those before the one approved last; nothing where that is not what the check compares with, or no rule asks for them. */
async function olderVersions(
  former: FormerCatalogue | undefined,
  agreement: LoadedAgreement | undefined,
  ruleSet: RuleSet,
  named: (path: string) => Source,
): Promise<{ readonly references: Pick<References, 'formerItems'>; readonly files: readonly InputFile[] }> {
  const nothing = { references: {}, files: [] };
  const rules = switchedOn(ruleSet).map(({ rule }) => rule);
  const contents = rules.some(({ id }) => id === STALE);
  const isAsked = contents || rules.some(({ needs }) => (needs as readonly string[]).includes('formerVersions'));
  if (former?.day === undefined || agreement === undefined || !isAsked) return nothing;
  const older = await loadFormerItems(path.dirname(agreement.path), { contents });
  if (older === undefined) return nothing;
  const files = await Promise.all(older.manifests.map((file) => describeInput(named(file))));
  return { references: { formerItems: older.formerItems }, files };
}

/** The day it was approved for, else the day that the document itself says. */
function dayOf(
  former: FormerCatalogue | undefined,
  previous: OpenedCatalogue | undefined,
): Pick<Inputs, 'previousDay'> {
  const previousDay = former?.day ?? previous?.file.issued;
  return previousDay === undefined ? {} : { previousDay };
}

/** What lies beside the agreement. */
function describeBeside(
  mapping: LoadedMapping | undefined,
  waivers: LoadedWaivers | undefined,
  named: (path: string) => Source,
): Pick<Inputs['described'], 'mapping' | 'waivers'> {
  const described = ({ path, bytes }: LoadedMapping | LoadedWaivers) => describeBytes(named(path).name, bytes);
  return {
    ...(mapping === undefined ? {} : { mapping: described(mapping) }),
    ...(waivers === undefined ? {} : { waivers: described(waivers) }),
  };
}

async function openedLinks(
  catalogue: Inputs['catalogue'],
  { checkLinks }: CheckRequest,
  { signal }: Surroundings,
): Promise<Pick<References, 'links'>> {
  if (checkLinks === undefined) return {};
  // Most runs open no links: what it takes is loaded only then.
  const { linkStates } = await import('./load-links.ts');
  return { links: await linkStates(catalogue, { anywhere: checkLinks === 'anywhere', signal }) };
}

async function describeAgreed(
  agreement: LoadedAgreement | undefined,
  agreementPath: string | undefined,
  prices: AgreedPriceList | undefined,
  asOf: string,
  named: (path: string) => Source,
): Promise<Pick<Inputs['described'], 'agreement' | 'prices' | 'termFiles'>> {
  const pricesPath = agreement?.pricesFile;
  return {
    ...(agreementPath === undefined ? {} : { agreement: await describeInput(named(agreementPath)) }),
    ...(prices === undefined || pricesPath === undefined ? {} : { prices: await describeInput(named(pricesPath)) }),
    termFiles: await Promise.all(termFilesOf(agreement, asOf).map((path) => describeInput(named(path)))),
  };
}

/** What the command names comes before what the agreement names. */
function filesLookedIn(
  { volumes, labelRegister }: CheckRequest,
  agreement: LoadedAgreement | undefined,
): ReferenceFiles {
  return {
    volumes: volumes ?? agreement?.volumesFile,
    classes: agreement?.classListFile,
    labelRegister: labelRegister ?? agreement?.labelRegisterFile,
  };
}

const DEFAULT_TIME_ZONE = 'Europe/Oslo';

/** Which rule set a run asks for; without an agreement only what a supplier can check alone makes sense. */
export function rulesOf({ rules: asked }: Pick<CheckRequest, 'rules'>, agreement: LoadedAgreement | undefined): string {
  return asked ?? agreement?.rules ?? (agreement === undefined ? 'katalogvakt:supplier' : 'katalogvakt:recommended');
}

/** Beside the agreement, where there are any. */
async function waiversOf(
  agreementPath: string | undefined,
  ruleSet: RuleSet,
  instead: string | undefined,
): Promise<LoadedWaivers | undefined> {
  if (agreementPath === undefined) return undefined;
  const file = path.join(path.dirname(agreementPath), WAIVER_FILE);
  const read = instead ?? file;
  if ((await kindOf(read)) !== 'file') return undefined;
  const loaded = await loadWaivers(read, [...new Set([...rules.map(({ id }) => id), ...ruleSet.rules.keys()])]);
  return { ...loaded, path: file };
}

/** @throws OperationalError when there is no such rule set, or something is wrong with it */
export function loadedRuleSet(
  reference: string,
  { ruleSets }: Pick<Surroundings, 'ruleSets'>,
  allowPlugins: boolean | undefined,
): Promise<LoadedRuleSet> {
  const known = ruleSets?.get(reference);
  if (known !== undefined) return known;
  const loaded = loadRuleSet(reference, { rules, builtInFolder: builtInRuleSets, allowPlugins: allowPlugins === true });
  ruleSets?.set(reference, loaded);
  return loaded;
}

/** With threads to help, it begins now and goes on while the price list is read; else it waits until it is asked for. */
function indexing(
  previous: OpenedCatalogue | undefined,
  current: Mapping,
  crew: Crew,
  volumes: EffectGrounds | undefined,
): Inputs['indexed'] {
  if (previous === undefined) return undefined;
  const index = (): Promise<PreviousVersion> => indexFor(previous, current, crew, { volumes });
  if (crew.size < 2) return index;
  const begun = index();
  // What went wrong is told when the index is asked for, after what is wrong with other inputs.
  begun.catch(() => {});
  return () => begun;
}

/** Of a file of changes, the catalogue they lead to; where they cannot be applied, that is what is wrong with the file. */
async function wholeCatalogue(
  sent: OpenedCatalogue | UnusableFile,
  previous: OpenedCatalogue | undefined,
  crew: Crew,
  background: Background | undefined,
  where: DeltaPlaces,
  volumes: EffectGrounds | undefined,
): Promise<Pick<Inputs, 'catalogue' | 'delta' | 'indexed'>> {
  if (sent instanceof UnusableFile) return { catalogue: sent };
  const delta = isDelta(sent) ? await appliedDelta(sent, previous, crew, where, volumes) : undefined;
  if (delta instanceof UnusableFile) return { catalogue: delta };
  if (delta !== undefined) return { catalogue: delta.catalogue, delta, indexed: delta.indexed };
  // Other threads index while the rows of a workbook are set aside here.
  const indexed = indexing(previous, sent.mapping, crew, volumes);
  return { catalogue: await setAside(sent, where, crew, background), ...(indexed === undefined ? {} : { indexed }) };
}

/**
 * A workbook's rows set aside; those of a long one while other work is done, where other threads can do it.
 * @returns what is wrong with the file, where that shows before
 */
async function setAside(
  opened: OpenedCatalogue,
  { folder, limits }: Pick<DeltaPlaces, 'folder' | 'limits'>,
  { size, longBytes }: Crew,
  background: Background | undefined,
): Promise<OpenedCatalogue | UnusableFile> {
  const options = { formats: true, limits };
  try {
    const file =
      size < 2 || background === undefined
        ? await withRowsSetAside(opened.file, folder, options)
        : await withRowsComing(opened.file, folder, longBytes, background, options);
    return { ...opened, file };
  } catch (error) {
    if (error instanceof UnusableFile) return error;
    throw error;
  }
}

async function appliedDelta(
  sent: OpenedCatalogue,
  previous: OpenedCatalogue | undefined,
  crew: Crew,
  where: DeltaPlaces,
  volumes: EffectGrounds | undefined,
): Promise<AppliedDelta | UnusableFile | undefined> {
  // Most runs have no such file: what it takes is loaded only then.
  const { applyDelta } = await import('../changes/apply-delta.ts');
  try {
    const file = await withRowsSetAside(sent.file, where.folder, where);
    const index = (current: Mapping) =>
      previous === undefined ? Promise.resolve(undefined) : indexFor(previous, current, crew, { volumes });
    return await applyDelta({ ...sent, file }, previous, index, where);
  } catch (error) {
    if (error instanceof UnusableFile) return error;
    throw error;
  }
}

/** @param counting absent: its labels are not counted */
export function indexFor(
  previous: OpenedCatalogue,
  current: Mapping,
  crew: Crew,
  counting?: LabelCounting,
): Promise<PreviousVersion> {
  const pass = keyedLines(previous, current, counting);
  const setup = () => keyedLinesSetup(previous, current, counting);
  return indexPrevious(previous, current, passOver(crew, previous, pass, setup), counting);
}

async function pricesAndTerms(
  agreement: LoadedAgreement | undefined,
  asOf: string,
  named: (path: string) => Source,
  crew: Crew,
  where: ListPlaces,
): Promise<Pick<Inputs, 'prices' | 'terms'>> {
  if (agreement === undefined) return {};
  const { pricesFile } = agreement;
  const prices = pricesFile === undefined ? undefined : await pricesOf(named(pricesFile), agreement, asOf, crew, where);
  const terms = await loadTerms(agreement, asOf, named, crew, where);
  return { ...(prices === undefined ? {} : { prices }), ...(terms === undefined ? {} : { terms }) };
}

/** Both ended; what went wrong with the first is what is told. */
async function together<A, B>(first: Promise<A>, second: Promise<B>): Promise<readonly [A, B]> {
  await Promise.allSettled([first, second]);
  return [await first, await second];
}

export async function pricesOf(
  source: Source,
  loaded: LoadedAgreement,
  asOf: string,
  crew: Crew,
  where: ListPlaces,
): Promise<AgreedPriceList> {
  const { agreement } = loaded;
  const list = await openPriceList(source, (file) => openList(file, loaded.pricesSheet, where), {
    vat: agreement.vat,
    listPrices: agreement.pricing !== undefined,
  });
  const articles = articleSource(list, agreement, asOf);
  const passed = passOver(crew, list, keyedArticles(articles), () => keyedArticlesSetup(list, agreement, asOf));
  const prices = await readPriceList(list, articles, passed);
  prices.enterAliases(loaded.aliases ?? []);
  return prices;
}

/** The day it is in a time zone, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
