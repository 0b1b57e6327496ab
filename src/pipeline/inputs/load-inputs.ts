/** Loads everything a check needs. What the operator must put right is thrown here. */
import path from 'node:path';
import { effectGrounds } from '../../agreement/effect.ts';
import { findAgreement } from '../../agreement/find-agreement.ts';
import { type LoadedAgreement, loadAgreement } from '../../agreement/load-agreement.ts';
import type { AgreedPriceList } from '../../agreement/price-list.ts';
import { dayIn } from '../../catalogue/days.ts';
import { type LoadedWaivers, loadWaivers, WAIVER_FILE } from '../../decision/waiver-file.ts';
import { isBuiltIn } from '../../engine/built-in-sets.ts';
import { kindOf } from '../../engine/referenced-file.ts';
import type { References } from '../../engine/references.ts';
import { type RuleSet, ruleSetFor } from '../../engine/rule-set.ts';
import { loadMappingFile } from '../../mapping/mapping-file.ts';
import type { Source } from '../../readers/reader.ts';
import { rules } from '../../rules/index.ts';
import { settle } from '../../versions/settle.ts';
import type { Background } from '../rows/temporary-folder.ts';
import type { Crew } from '../threads/crew.ts';
import { askedOf } from './asked.ts';
import { loadedRuleSet, rulesOf } from './asked-rule-set.ts';
import type { CheckRequest, Surroundings } from './check-request.ts';
import { describeAgreed, describeAliases, describeBeside } from './describe-inputs.ts';
import { withFormChecked } from './document-form.ts';
import { type FormerCatalogue, formerCatalogue } from './former-catalogue.ts';
import { describeBytes, describeInput, requireReadable } from './input-file.ts';
import type { Inputs } from './inputs.ts';
import { LABEL_WORDS } from './label-words.ts';
import { type ReadList, remarksOnAgreement } from './lint-remarks.ts';
import { withAliases } from './load-aliases.ts';
import { pricesAndTerms } from './load-prices.ts';
import { type LoadedReferences, loadReferences, type ReferenceFiles } from './load-references.ts';
import { type LoadedTerms, termFilesOf } from './load-terms.ts';
import { olderVersions } from './older-versions.ts';
import { type OpenedCatalogue, openCatalogue, openPrevious } from './open-catalogue.ts';
import { tableOpener } from './open-table.ts';
import { safelyFixed } from './safe-fixes.ts';
import { watchFiles } from './unchanged.ts';
import { wholeCatalogue } from './whole-catalogue.ts';
import { sourceIn, workspaceOf } from './workspace.ts';

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

/** The day it was approved for, else the day that the document itself says. */
function dayOf(
  former: FormerCatalogue | undefined,
  previous: OpenedCatalogue | undefined,
): Pick<Inputs, 'previousDay'> {
  const previousDay = former?.day ?? previous?.file.issued;
  return previousDay === undefined ? {} : { previousDay };
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

/** Both ended; what went wrong with the first is what is told. */
async function together<A, B>(first: Promise<A>, second: Promise<B>): Promise<readonly [A, B]> {
  await Promise.allSettled([first, second]);
  return [await first, await second];
}
