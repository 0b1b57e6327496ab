/** `agreement.yaml`: found, read, and checked as far as it can be without the files it names. */
import { dirname, join, resolve } from 'node:path';
import type { Text } from '../catalogue/text.ts';
import { BUILT_IN, isBuiltIn, unknownBuiltIn } from '../engine/built-in-sets.ts';
import { kindOf, referencedFile } from '../engine/referenced-file.ts';
import { BUILT_IN_SETS } from '../engine/rule.ts';
import { type ConfigProblem, didYouMean, type KeyPath, keyName } from '../engine/schema-problems.ts';
import { loadYaml, problemsError } from '../engine/yaml-file.ts';
import type { Agreement } from './agreement.ts';
import { agreementProblems, type LabelWords, labelDemands, labelKeys } from './agreement-problems.ts';
import type { Alias } from './article-index.ts';
import { type AgreementFile, agreementSchema } from './schema.ts';
import type { SignersFile } from './signers-schema.ts';
import { targetProblems } from './target-problems.ts';
import type { TargetFile } from './targets-schema.ts';
import type { SeriesBasis } from './terms/adjustment.ts';
import { readSeries } from './terms/read-series.ts';
import { pricingOf } from './terms/read-terms.ts';
import { seriesProblems, termProblems } from './terms/term-problems.ts';

export interface LoadedAgreement {
  readonly agreement: Agreement;
  /** As it was asked for. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Absolute. */
  readonly pricesFile?: string;
  readonly pricesSheet?: string;
  /** Where the price lists of the agreement's pricing lie, in the same order; absolute. */
  readonly priceListFiles?: readonly PriceListPath[];
  /** The index or exchange rates of the adjustment clause; absolute. */
  readonly seriesFile?: string;
  /** Other numbers of agreed articles that stand in the agreement itself. */
  readonly aliases?: readonly Alias[];
  /** A table of more of them; absolute. */
  readonly aliasesFile?: string;
  /** How much is bought of each article; absolute. */
  readonly volumesFile?: string;
  /** Absolute. */
  readonly previousFile?: string;
  /** The register of eco-label licences; absolute. */
  readonly labelRegisterFile?: string;
  /** Profiles of the ordering systems that the catalogue goes to. */
  readonly systems?: readonly string[];
  /** `katalogvakt:NAME`, or a file's path: relative when the agreement's is, so that messages show what people know. */
  readonly rules?: string;
  /** The list of UNSPSC codes; absolute. */
  readonly classListFile?: string;
  /** Relative when the agreement's path is. */
  readonly mappingFile?: string;
  /** Who approves. */
  readonly signers?: SignersFile;
  /** Their keys; absolute. */
  readonly allowedSignersFile?: string;
  /** Whom approved catalogues are sent to, as the agreement says it. */
  readonly targets?: readonly TargetFile[];
}

export interface PriceListPath {
  readonly path: string;
  readonly sheet?: string;
}

const WHAT: Text = { nb: 'avtalen', en: 'the agreement' };

/**
 * @param path of the `agreement.yaml`, as messages will show it
 * @throws OperationalError that lists what is wrong, by file and line
 */
export async function loadAgreement(path: string, labels: LabelWords): Promise<LoadedAgreement> {
  const file = await loadYaml<AgreementFile>(path, agreementSchema, WHAT);
  const problems: ConfigProblem[] = [];
  const { recognisedLabels: recognised } = file.value;
  const agreement: Agreement = {
    ...agreementOf(file.value),
    labels: labelDemands(file.value.labels ?? [], labels, problems),
    ...(recognised === undefined
      ? {}
      : { recognisedLabels: labelKeys(recognised, ['recognisedLabels'], labels, problems) }),
  };
  const { targets } = file.value;
  problems.push(...agreementProblems(agreement), ...termProblems(file.value, agreement));
  if (targets !== undefined) problems.push(...targetProblems(targets));
  const { series, ...files } = await filesNamed(file.value, dirname(path), problems);
  if (problems.length > 0) throw problemsError(file, problems);
  const pricing = pricingOf(file.value, (list) => list.file, series);
  return {
    agreement: pricing === undefined ? agreement : { ...agreement, pricing },
    path,
    bytes: file.bytes,
    ...(file.value.signers === undefined ? {} : { signers: file.value.signers }),
    ...(file.value.systems === undefined ? {} : { systems: file.value.systems }),
    ...(targets === undefined ? {} : { targets }),
    ...(Array.isArray(file.value.aliases) ? { aliases: file.value.aliases } : {}),
    ...files,
  };
}

function agreementOf({ supplier, buyer, scope, language, ...data }: AgreementFile): Omit<Agreement, 'labels'> {
  return {
    number: data.number,
    name: data.name,
    supplier: withPlainNumber(supplier),
    ...(buyer === undefined ? {} : { buyer: withPlainNumber(buyer) }),
    ...(data.contact === undefined ? {} : { contact: data.contact }),
    ...(data.notice === undefined ? {} : { noticeWorkingDays: data.notice.workingDays }),
    period: data.period,
    currency: data.currency,
    ...(language === undefined ? {} : { language }),
    ...(data.catalogueLanguages === undefined ? {} : { catalogueLanguages: data.catalogueLanguages }),
    timeZone: data.timeZone ?? 'Europe/Oslo',
    vat: data.vat ?? 'excluded',
    ...(scope === undefined ? {} : { scope: scope.unspsc }),
    ...(data.core === undefined ? {} : { core: data.core }),
    ...(data.delivery === undefined ? {} : { delivery: data.delivery }),
  };
}

/** Organisation numbers are often written in groups of three. */
function withPlainNumber<P extends { readonly organisationNumber?: string }>(party: P): P {
  const { organisationNumber } = party;
  return organisationNumber === undefined
    ? party
    : { ...party, organisationNumber: organisationNumber.replaceAll(' ', '') };
}

type FilesNamed = Omit<LoadedAgreement, 'agreement' | 'path' | 'bytes'>;

/** @param problems files that are not there are added here */
async function filesNamed(
  data: AgreementFile,
  folder: string,
  problems: ConfigProblem[],
): Promise<FilesNamed & { readonly series: SeriesBasis['series'] }> {
  const named: Named = async (keys, reference) => {
    const target = await referencedFile(folder, reference);
    if (target.kind === 'file') return target.path;
    problems.push(noSuchFile(keys, reference, target.text));
    return undefined;
  };
  const prices = await pricesNamed(data.prices, named);
  const previous = data.previous === undefined ? undefined : await named(['previous'], data.previous);
  const classList = data.unspsc === undefined ? undefined : await named(['unspsc'], data.unspsc);
  const mappingFile =
    data.mapping === undefined ? await besides(folder, 'mapping.yaml') : await named(['mapping'], data.mapping);
  const aliases =
    typeof data.aliases === 'string' ? await named(['aliases'], data.aliases) : await besides(folder, 'aliases.csv');
  const volumes =
    data.volumes === undefined ? await besides(folder, 'volumes.csv') : await named(['volumes'], data.volumes);
  const rules = data.rules === undefined ? undefined : await ruleSetReference(data.rules, named, problems);
  const labelRegister =
    data.labelRegister === undefined ? undefined : await named(['labelRegister'], data.labelRegister);
  const allowedSigners = data.signers?.allowedSigners;
  const allowedSignersFile =
    allowedSigners === undefined ? undefined : await named(['signers', 'allowedSigners'], allowedSigners);
  const priceListFiles = await priceListsNamed(data.priceLists, named);
  const seriesFile = await seriesNamed(data.adjustment, named);
  const series = seriesFile === undefined ? [] : await readSeries(seriesFile);
  if (seriesFile !== undefined) problems.push(...seriesProblems(data, series));
  return {
    series,
    ...prices,
    ...(priceListFiles === undefined ? {} : { priceListFiles }),
    ...(allowedSignersFile === undefined ? {} : { allowedSignersFile: resolve(allowedSignersFile) }),
    ...(labelRegister === undefined ? {} : { labelRegisterFile: resolve(labelRegister) }),
    ...(seriesFile === undefined ? {} : { seriesFile: resolve(seriesFile) }),
    ...(aliases === undefined ? {} : { aliasesFile: resolve(aliases) }),
    ...(volumes === undefined ? {} : { volumesFile: resolve(volumes) }),
    ...(previous === undefined ? {} : { previousFile: resolve(previous) }),
    ...(classList === undefined ? {} : { classListFile: resolve(classList) }),
    ...(rules === undefined ? {} : { rules }),
    ...(mappingFile === undefined ? {} : { mappingFile }),
  };
}

/** @returns the path of a file that is there */
type Named = (keys: KeyPath, reference: string) => Promise<string | undefined>;

async function pricesNamed(prices: AgreementFile['prices'], named: Named): Promise<FilesNamed> {
  if (prices === undefined) return {};
  const { keys, file, sheet } =
    typeof prices === 'string'
      ? { keys: ['prices'], file: prices, sheet: undefined }
      : { keys: ['prices', 'file'], ...prices };
  const path = await named(keys, file);
  return {
    ...(path === undefined ? {} : { pricesFile: resolve(path) }),
    ...(sheet === undefined ? {} : { pricesSheet: sheet }),
  };
}

async function priceListsNamed(
  lists: AgreementFile['priceLists'],
  named: Named,
): Promise<readonly PriceListPath[] | undefined> {
  if (lists === undefined) return undefined;
  const found: PriceListPath[] = [];
  for (const [at, { file, sheet }] of lists.entries()) {
    const path = await named(['priceLists', at, 'file'], file);
    if (path !== undefined) found.push({ path: resolve(path), ...(sheet === undefined ? {} : { sheet }) });
  }
  return found;
}

async function seriesNamed(adjustment: AgreementFile['adjustment'], named: Named): Promise<string | undefined> {
  if (adjustment?.index !== undefined) return named(['adjustment', 'index', 'file'], adjustment.index.file);
  if (adjustment?.currency !== undefined) return named(['adjustment', 'currency', 'file'], adjustment.currency.file);
  return undefined;
}

async function besides(folder: string, name: string): Promise<string | undefined> {
  const path = join(folder, name);
  return (await kindOf(path)) === 'file' ? path : undefined;
}

async function ruleSetReference(
  reference: string,
  named: Named,
  problems: ConfigProblem[],
): Promise<string | undefined> {
  if (isBuiltIn(reference)) {
    const text = unknownBuiltIn(reference);
    if (text !== undefined) problems.push({ keys: ['rules'], text });
    return reference;
  }
  const before = problems.length;
  const path = await named(['rules'], reference);
  const [builtIn] = BUILT_IN_SETS.filter((name) => name === reference);
  if (path === undefined && builtIn !== undefined) {
    const meant = didYouMean([`${BUILT_IN}${builtIn}`]);
    problems.splice(before, 1, {
      keys: ['rules'],
      text: {
        nb: `\`rules\` er \`${reference}\`, men det finnes ingen slik fil. ${meant.nb}`,
        en: `\`rules\` is \`${reference}\`, but there is no such file. ${meant.en}`,
      },
    });
  }
  return path;
}

function noSuchFile(keys: KeyPath, reference: string, why: Text): ConfigProblem {
  const name = keyName(keys);
  return {
    keys,
    text: { nb: `\`${name}\` er \`${reference}\`, ${why.nb}`, en: `\`${name}\` is \`${reference}\`, ${why.en}` },
  };
}
