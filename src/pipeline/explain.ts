/** Why one article's price is what it is: the same matching, terms, verdict and rules as in a check. */
import { agreedVerdict } from '../agreement/agreed-verdict.ts';
import type { AgreedVerdict } from '../agreement/agreement.ts';
import { type EffectGrounds, effectGrounds, effectOf, effectSteps } from '../agreement/effect.ts';
import { findAgreement } from '../agreement/find-agreement.ts';
import { loadAgreement } from '../agreement/load-agreement.ts';
import type { AgreedPriceList } from '../agreement/price-list.ts';
import { readVolumes } from '../agreement/read-volumes.ts';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { dayIn } from '../catalogue/days.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { DerivationStep } from '../catalogue/finding.ts';
import { comparableGtin } from '../catalogue/gtin.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { checkLine } from '../engine/check-line.ts';
import { lineQuestions } from '../engine/line-questions.ts';
import { prepareRules } from '../engine/prepare-rules.ts';
import { mapRows } from '../mapping/map-rows.ts';
import type { ExplainedLine, Explanation } from '../reporters/explanation.ts';
import { renderMessage } from '../reporters/message.ts';
import { deriveAgreedPrice } from '../rules/price/derivation.ts';
import { findingMaker, itemOf } from './checking/findings.ts';
import { groundsOf } from './checking/inspect-lines.ts';
import { effectsOn, foreignCurrency, lineContext, runContext } from './checking/line-pass.ts';
import { ruleById } from './checking/rule-by-id.ts';
import { atHand } from './inputs/at-hand.ts';
import type { CheckRequest, Surroundings } from './inputs/check-request.ts';
import type { Inputs } from './inputs/inputs.ts';
import { LABEL_WORDS } from './inputs/label-words.ts';
import { withAliases } from './inputs/load-aliases.ts';
import { loadInputs } from './inputs/load-inputs.ts';
import { pricesOf } from './inputs/load-prices.ts';
import { loadTerms } from './inputs/load-terms.ts';
import { tableOpener } from './inputs/open-table.ts';
import { unusable } from './inputs/unusable.ts';
import { sourceIn, workspaceOf } from './inputs/workspace.ts';
import { withTemporaryFolder } from './rows/temporary-folder.ts';
import { newCrew } from './threads/crew.ts';

export interface ExplainRequest extends Omit<CheckRequest, 'file'> {
  /** Item number, GTIN, manufacturer's item number or alias. */
  readonly item: string;
  /** The catalogue, as given; without one, only what is agreed is told. */
  readonly file?: string;
}

/** More lines with one number are told by the first of them. */
const LINES = 10;

/** @throws OperationalError when an input is missing or cannot be used, or the catalogue does not have the item */
export async function explainItem(request: ExplainRequest, around: Surroundings): Promise<Explanation> {
  const { file } = request;
  return withTemporaryFolder((folder) =>
    file === undefined ? explainAgreed(request, around, folder) : explainOffered({ ...request, file }, around, folder),
  );
}

async function explainAgreed(request: ExplainRequest, around: Surroundings, folder: string): Promise<Explanation> {
  const { item } = request;
  const path = request.agreement ?? (await findAgreement('agreement.yaml'));
  if (path === undefined) throw withoutAgreement();
  const asWritten = await loadAgreement(path, LABEL_WORDS);
  around.speaks?.(request.language ?? asWritten.agreement.language ?? around.locale);
  const asOf = request.asOf ?? dayIn(asWritten.agreement.timeZone, around.now);
  const workspace = workspaceOf(path, around.currentFolder);
  const named = (file: string) => sourceIn(workspace, file);
  const where = { folder, limits: request.reading.limits };
  const open = tableOpener(where);
  const loaded = await withAliases(asWritten, named, open);
  const { agreement, pricesFile } = loaded;
  const crew = newCrew(1, {});
  const prices = pricesFile === undefined ? undefined : await pricesOf(named(pricesFile), loaded, asOf, crew, where);
  const terms = await loadTerms(loaded, asOf, named, crew, where);
  const volumesFile = request.volumes ?? loaded.volumesFile;
  const volumes = volumesFile === undefined ? undefined : (await readVolumes(named(volumesFile), open)).volumes;
  const grounds = { agreement, asOf, columns: NONE, terms: terms?.grounds };
  const asked: CatalogueLine = { row: 0, itemNumber: item, gtin: item };
  const byNumber = agreedVerdict(asked, prices?.find(asked), grounds);
  const maker = byNumber !== undefined || prices === undefined ? undefined : await madeAs(item, prices);
  const line = maker ?? asked;
  const agreed = maker === undefined ? byNumber : agreedVerdict(maker, prices?.find(maker), grounds);
  return {
    item,
    asOf,
    agreement,
    lines: [
      {
        ...agreedPart(line, agreed, volumes === undefined ? undefined : effectGrounds(volumes, agreement)),
        findings: [],
      },
    ],
  };
}

/**
 * The article that its manufacturer calls so, whoever that is.
 * @throws OperationalError when several manufacturers do
 */
async function madeAs(item: string, { list: { file, mapping } }: AgreedPriceList): Promise<CatalogueLine | undefined> {
  const found: CatalogueLine[] = [];
  for await (const batch of mapRows(file.rows(), mapping))
    for (const { line } of batch) if (line.manufacturerItemNumber === item) found.push(line);
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  const { manufacturer } = first;
  if (others.some((other) => other.itemNumber !== first.itemNumber)) throw severalMakers(item, found);
  return {
    row: 0,
    manufacturerItemNumber: item,
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(manufacturer !== undefined || first.itemNumber === undefined ? {} : { itemNumber: first.itemNumber }),
  };
}

const MOST_TOLD = 10;

function severalMakers(item: string, lines: readonly CatalogueLine[]): OperationalError {
  const numbers = [...new Set(lines.map((line) => line.itemNumber ?? line.gtin ?? ''))].slice(0, MOST_TOLD).join(', ');
  return new OperationalError({
    nb: `Flere varer i prislisten har produsentens varenummer ${item}: ${numbers}. Oppgi varenummeret.`,
    en: `Several articles of the price list have the manufacturer's item number ${item}: ${numbers}. Give the item number.`,
  });
}

/** Without a catalogue nothing of the line is left blank. */
const NONE: ReadonlySet<never> = new Set();

async function explainOffered(
  request: ExplainRequest & CheckRequest,
  around: Surroundings,
  folder: string,
): Promise<Explanation> {
  const { item } = request;
  const inputs = await loadInputs(request, around, newCrew(1, {}), folder);
  const { agreement, catalogue, source, asOf } = inputs;
  if (agreement === undefined) throw withoutAgreement();
  if (catalogue instanceof UnusableFile) throw unusable(source.name, catalogue);
  const lines: ExplainedLine[] = [];
  try {
    for (const line of await linesWith(item, catalogue, inputs.prices)) lines.push(explainedLine(line, inputs));
  } catch (error) {
    throw error instanceof UnusableFile ? unusable(source.name, error) : error;
  }
  if (lines.length === 0) throw noSuchItem(item, source.name);
  return { item, asOf, agreement: agreement.agreement, catalogue: source.name, lines };
}

async function linesWith(
  item: string,
  catalogue: Exclude<Inputs['catalogue'], UnusableFile>,
  prices: AgreedPriceList | undefined,
): Promise<readonly CatalogueLine[]> {
  const own = await linesThat((line) => isKnownBy(item, line), catalogue);
  if (own.length > 0 || prices === undefined) return own;
  // The agreement may know it by another number than the catalogue does.
  return linesThat((line) => {
    const match = prices.find(line);
    return match !== undefined && isKnownBy(item, match.article);
  }, catalogue);
}

async function linesThat(
  isMeant: (line: CatalogueLine) => boolean,
  { file, mapping }: Exclude<Inputs['catalogue'], UnusableFile>,
): Promise<readonly CatalogueLine[]> {
  const found: CatalogueLine[] = [];
  for await (const batch of mapRows(file.rows(), mapping)) {
    for (const { line } of batch) if (isMeant(line)) found.push(line);
    if (found.length >= LINES) break;
  }
  return found.slice(0, LINES);
}

type Known = Pick<CatalogueLine, 'itemNumber' | 'manufacturerItemNumber' | 'gtin'>;

function isKnownBy(item: string, { itemNumber, manufacturerItemNumber, gtin }: Known): boolean {
  return (
    itemNumber === item ||
    manufacturerItemNumber === item ||
    (gtin !== undefined && comparableGtin(gtin) === comparableGtin(item))
  );
}

function explainedLine(line: CatalogueLine, inputs: Inputs): ExplainedLine {
  const prepared = prepareRules(inputs.ruleSet, atHand(inputs));
  const grounds = groundsOf(inputs, undefined);
  const context = lineContext(runContext(grounds, prepared), grounds, line, undefined);
  const make = findingMaker(inputs.source.name, undefined, []);
  const remarks = checkLine(line, context, lineQuestions(prepared), false);
  const currency = inputs.agreement?.agreement.currency;
  const about = foreignCurrency(line, inputs.agreement?.agreement);
  const findings = remarks.flatMap((remark) => {
    const rule = ABOUT_PRICES.test(remark.rule) ? ruleById(remark.rule) : undefined;
    if (rule === undefined) return [];
    const finding = make.onLine(remark, line.row, itemOf(line), undefined, about);
    return [{ rule: rule.id, message: renderMessage(rule, finding, inputs.language, currency) }];
  });
  return {
    row: line.row,
    ...(line.name === undefined ? {} : { name: line.name }),
    ...(line.price === undefined ? {} : { price: line.price }),
    ...(line.currency === undefined ? {} : { currency: line.currency }),
    ...agreedPart(line, context.agreed, effectsOn(grounds)),
    findings,
  };
}

/** Rules that say which article a line is, and what its price is. */
const ABOUT_PRICES = /^(?:price|identity|assortment|value)\//;

function agreedPart(
  line: CatalogueLine,
  agreed: AgreedVerdict | undefined,
  effects: EffectGrounds | undefined,
): Pick<ExplainedLine, 'agreed'> {
  if (agreed === undefined) return {};
  const { article, price } = agreed;
  return {
    agreed: {
      ...(article.name === undefined ? {} : { name: article.name }),
      steps: [...deriveAgreedPrice(line, agreed), ...yearlySteps(line, agreed, effects)],
      verdict: price.kind,
    },
  };
}

/** The volume of the article, and what the price makes of it where it is not the agreed one. */
function yearlySteps(
  line: CatalogueLine,
  agreed: AgreedVerdict,
  effects: EffectGrounds | undefined,
): readonly DerivationStep[] {
  if (effects === undefined) return [];
  const effect = effectOf(line, agreed, effects);
  const last =
    effect === undefined
      ? []
      : effect.kind === 'known'
        ? [{ step: 'effect', value: effect.amount }]
        : [{ step: 'effectNotKnown', value: effect.kind }];
  return [...effectSteps(line, agreed, effects), ...last];
}

function withoutAgreement(): OperationalError {
  return new OperationalError({
    nb: 'Fant ingen agreement.yaml. Oppgi avtalen med --agreement.',
    en: 'No agreement.yaml was found. Name the agreement with --agreement.',
  });
}

function noSuchItem(item: string, file: string): OperationalError {
  return new OperationalError({
    nb: `${file} har ingen linje med ${item}. Sjekk nummeret, eller ta bort --catalogue.`,
    en: `${file} has no line with ${item}. Check the number, or leave out --catalogue.`,
  });
}
