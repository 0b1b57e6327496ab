/** The agreed price list, read like a catalogue, and the article each line is found to be. */

import { type CatalogueHeader, type Column, UnusableFile } from '../catalogue/catalogue.ts';
import { columnLetter } from '../catalogue/column-letter.ts';
import { damageText } from '../catalogue/damage.ts';
import { decimal, isNegative, multiply, subtract } from '../catalogue/decimal.ts';
import { OperationalError } from '../catalogue/error.ts';
import { FIELDS, type Field, fieldKind } from '../catalogue/field.ts';
import { limitText } from '../catalogue/limits.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { Mutable } from '../catalogue/mutable.ts';
import { twoDays, twoNumbers } from '../catalogue/open-value.ts';
import { holdsOn } from '../catalogue/period.ts';
import type { Text } from '../catalogue/text.ts';
import { priceHeading } from '../mapping/headings.ts';
import { type Mapping, mapRow, prepareMapping } from '../mapping/map-rows.ts';
import { readBoolean } from '../mapping/values.ts';
import type { Pass, Passed } from '../readers/passed.ts';
import type { RawRow, RowFile, Source } from '../readers/reader.ts';
import type { AgreedArticle, Agreement } from './agreement.ts';
import {
  type AgreedArticles,
  type Alias,
  type ArticleIndex,
  type ArticleSource,
  type ArticlesData,
  type KeyedEntries,
  keyedEntries,
  newArticleIndex,
} from './article-index.ts';
import { readDemandedLabels } from './demanded-labels.ts';
import { type ListFault, type ListFaults, newListFaults } from './list-faults.ts';
import { fraction } from './terms/fraction.ts';
import { rounded, USUAL_ROUNDING } from './terms/rounding.ts';

export interface AgreedPriceList extends AgreedArticles {
  readonly list: PriceListFile;
  readonly articles: number;
  /** Some articles name labels they must carry. */
  readonly demandsLabels: boolean;
  /** All entries, in force or not, in the order of the list; absent for a long list. */
  readonly entries?: readonly AgreedArticle[];
  /** Notes that the catalogue offers the article at this position. */
  noteOffered(position: number): void;
  /** Lets articles be known by other numbers. @returns those of articles that the list does not have */
  enterAliases(aliases: readonly Alias[]): readonly Alias[];
  /** Articles in force that were never noted. */
  notOffered(): readonly AgreedArticle[];
  /** What other threads need beside the file itself, see {@link articleSource}. */
  data(): ArticlesData;
}

export interface PriceListFile {
  readonly source: Source;
  readonly file: RowFile;
  readonly mapping: Mapping;
}

/** Some rows of the list. Plain data. */
export interface KeyedArticles {
  readonly inForce: KeyedEntries;
  readonly others: KeyedEntries;
  readonly demandsLabels: boolean;
  /** The entries themselves; none of a long list. */
  readonly entries: readonly AgreedArticle[];
  /** What is wrong with the rows, by the first row that has it; as many as are told, and how many more there are. */
  readonly faults: readonly ListFault[];
  readonly moreFaults: number;
}

export interface ListTerms {
  /** Whether agreed prices are without or with VAT. */
  readonly vat: Agreement['vat'];
  /** Whether list prices will do: the agreement says how prices come from them. */
  readonly listPrices?: boolean;
}

/**
 * @param open opens the file; passed in so that this module need not know how
 * @throws OperationalError when it cannot be read: the buyer's own file, so the buyer puts it right
 */
export async function openPriceList(
  source: Source,
  open: (source: Source) => Promise<Pick<PriceListFile, 'file' | 'mapping'>>,
  { vat, listPrices = false }: ListTerms,
): Promise<PriceListFile> {
  try {
    const { file, mapping: found } = await open(source);
    const mapping = await withAgreedVat(source, file, found, vat);
    requireClear(source, mapping.header);
    requireColumns(source, new Set(mapping.header.columns.flatMap(({ field }) => field ?? [])), listPrices);
    return { source, file, mapping };
  } catch (error) {
    throw error instanceof UnusableFile ? unreadable(source, error) : error;
  }
}

/**
 * The column whose heading says of VAT what the agreement says: `Pris inkl. mva` is the agreed price where prices are
 * agreed with VAT, and never where they are not.
 * @throws OperationalError where every column of prices says the other
 */
async function withAgreedVat(source: Source, file: RowFile, found: Mapping, vat: Agreement['vat']): Promise<Mapping> {
  const { columns } = found.header;
  const price = columns.find(({ field }) => field === 'price');
  const gross = columns.find(({ field }) => field === 'grossPriceInclVat');
  // Formats that name their own fields say what each price is, and prices may come from list prices.
  if (file.columns !== undefined || (price === undefined && columns.some(({ field }) => field === 'listPrice')))
    return found;
  if (vat === 'excluded') {
    if (price === undefined && gross !== undefined) throw otherVat(source, gross, vat);
    return found;
  }
  if (price !== undefined && priceHeading(price.heading).vat !== 'excluded') return found;
  if (gross !== undefined) return prepareMapping(file, { map: [`price=${columnLetter(gross.index)}`] });
  if (price !== undefined) throw otherVat(source, price, vat);
  return found;
}

function otherVat({ name }: Source, { heading, index }: Column, vat: Agreement['vat']): OperationalError {
  const where = `${columnLetter(index)} (${heading})`;
  return new OperationalError(
    vat === 'excluded'
      ? {
          nb: `Prislisten ${name} har bare priser med merverdiavgift, i kolonne ${where}, mens avtalen har priser uten. Rett prislisten, eller sett vat: included i agreement.yaml.`,
          en: `The price list ${name} has prices with VAT only, in column ${where}, and the agreement has prices without. Put the price list right, or set vat: included in agreement.yaml.`,
        }
      : {
          nb: `Prislisten ${name} har bare priser uten merverdiavgift, i kolonne ${where}, mens avtalen har priser med. Rett prislisten, eller sett vat: excluded i agreement.yaml.`,
          en: `The price list ${name} has prices without VAT only, in column ${where}, and the agreement has prices with it. Put the price list right, or set vat: excluded in agreement.yaml.`,
        },
  );
}

/** What a list holds: the agreed prices, or prices that terms are worked out from. */
export type ListUse = 'agreed' | 'dated';

/** How articles are made of the list's rows. @param asOf the day of the check */
export function articleSource(
  { file, mapping }: PriceListFile,
  agreement: Agreement,
  asOf: string,
  use: ListUse = 'agreed',
): ArticleSource {
  // A blank price in a column of prices is a fault, whatever stands beside it, unless terms say where prices come from.
  const isNet = agreement.pricing === undefined && mapping.header.columns.some(({ field }) => field === 'price');
  const pricedBy = use === 'dated' ? pricedByList : isNet ? asListed : pricedByDiscount;
  const listPrices = use === 'dated' || agreement.pricing !== undefined;
  const isCore = coreColumn(mapping);
  const made = (line: CatalogueLine): AgreedArticle => articleOf(line, agreement, pricedBy);
  return {
    file,
    mapping,
    asOf,
    listPrices,
    articleOf: isCore === undefined ? made : (line) => (isCore(line) ? { ...made(line), core: true } : made(line)),
  };
}

/** Of a longer list a run keeps nothing but where its rows stand. */
const SHORT_BYTES = 4 * 1024 * 1024;
const SHORT_ENTRIES = 50_000;

export function keyedArticles({ file, mapping, articleOf, asOf, listPrices }: ArticleSource): Pass<KeyedArticles> {
  const isShort = (file.pieces?.bytes() ?? 0) <= SHORT_BYTES;
  return (rows) => {
    const inForce: { raw: RawRow; article: AgreedArticle }[] = [];
    const others: { raw: RawRow; article: AgreedArticle }[] = [];
    const entries: AgreedArticle[] = [];
    const faults = newListFaults('');
    for (const raw of rows) {
      const line = mapRow(raw, mapping);
      if (line === undefined || noteFaults(line, faults, listPrices)) continue;
      const article = articleOf(line);
      const holds = holdsOn(article, asOf);
      if (holds && article.price === undefined && !(listPrices && article.listPrice !== undefined)) {
        faults.add(line.row, NO_PRICE);
        continue;
      }
      (holds ? inForce : others).push({ raw, article });
      if (isShort) entries.push(article);
    }
    return {
      inForce: keyedEntries(inForce),
      others: keyedEntries(others),
      entries,
      demandsLabels: inForce.some(({ article }) => article.demandedLabels !== undefined),
      faults: faults.told,
      moreFaults: faults.untold,
    };
  };
}

/**
 * @param passed what {@link keyedArticles} made of all rows, in order
 * @throws OperationalError when the list cannot be read, or says two things of one article
 */
export async function readPriceList(
  list: PriceListFile,
  source: ArticleSource,
  passed: AsyncIterable<Passed<KeyedArticles>>,
): Promise<AgreedPriceList> {
  const index = newArticleIndex(source);
  const faults = newListFaults(list.source.name);
  let demandsLabels = false;
  let entries: AgreedArticle[] | undefined = [];
  let read = 0;
  try {
    for await (const some of passed) {
      const { result, shift } = some;
      addArticles(index, some, faults);
      demandsLabels ||= result.demandsLabels;
      read += result.inForce.lines.count + result.others.lines.count;
      if (read > SHORT_ENTRIES) entries = undefined;
      for (const entry of result.entries) entries?.push(shift === 0 ? entry : { ...entry, row: entry.row + shift });
    }
  } catch (error) {
    throw error instanceof UnusableFile ? unreadable(list.source, error) : error;
  }
  faults.refuse();
  const { length = 0 } = entries ?? {};
  return {
    ...priceListOf(list, index, demandsLabels),
    ...(entries !== undefined && length === read ? { entries } : {}),
  };
}

/** Faults of the rows and of entries that contradict each other are told in the order of the list. */
function addArticles(index: ArticleIndex, { result, shift }: Passed<KeyedArticles>, faults: ListFaults): void {
  const { inForce, others } = result;
  let told = 0;
  const tellThoseBefore = (row: number): void => {
    for (let next = result.faults[told]; next !== undefined && next.row + shift < row; next = result.faults[++told])
      faults.add(next.row + shift, next.fault, undefined, next.alike);
  };
  const first = index.addLines(inForce, shift);
  index.addOthers(others, shift);
  for (let at = 0; at < inForce.lines.count; at++) {
    const position = first + at;
    index.enter(inForce, at, position, (key, other) => {
      const entered = index.article(position);
      tellThoseBefore(entered.row);
      noteDifference(faults, key, other, entered);
    });
  }
  tellThoseBefore(Number.POSITIVE_INFINITY);
  faults.addUntold(result.moreFaults);
}

function priceListOf(list: PriceListFile, index: ArticleIndex, demandsLabels: boolean): AgreedPriceList {
  const found = new Uint8Array(index.size);
  return {
    list,
    articles: index.size,
    demandsLabels,
    find: index.find,
    findAlmost: index.findAlmost,
    findOutOfForce: index.findOutOfForce,
    enterAliases: (aliases) => aliases.filter((alias) => !index.enterAlias(alias)),
    noteOffered(position) {
      found[position] = 1;
    },
    notOffered() {
      const missing: AgreedArticle[] = [];
      for (let position = 0; position < index.size; position++) {
        if (found[position] === 1) continue;
        const entry = index.article(position);
        // An article listed twice is found when the first of its entries is.
        const first = entry.itemNumber === undefined ? undefined : index.byItem(entry.itemNumber);
        if (first === undefined || found[first] !== 1) missing.push(entry);
      }
      return missing;
    },
    data: index.data,
  };
}

/** What is agreed is never guessed from one of two columns, nor from one that is not what its heading says. */
function requireClear(source: Source, { ambiguous = [], doubts = [] }: CatalogueHeader): void {
  const [alike] = ambiguous;
  if (alike !== undefined) {
    const { nb, en } = FIELDS[alike.field].title;
    const columns = alike.columns.map(({ index, heading }) => `${columnLetter(index)} (${heading})`).join(', ');
    throw new OperationalError({
      nb: `Prislisten ${source.name} har flere kolonner som kan være ${nb}: ${columns}. Behold bare den som gjelder, eller gi den andre en overskrift som skiller dem.`,
      en: `The price list ${source.name} has several columns that may be ${en}: ${columns}. Keep only the one that applies, or give the other a heading that tells them apart.`,
    });
  }
  const denied = doubts.find(({ kind }) => kind === 'contradicted');
  if (denied === undefined) return;
  const { nb, en } = FIELDS[denied.field].title;
  const column = `${columnLetter(denied.column.index)} (${denied.column.heading})`;
  throw new OperationalError({
    nb: `Prislisten ${source.name}: overskriften i kolonne ${column} sier ${nb}, men cellene inneholder noe annet. Rett overskriften.`,
    en: `The price list ${source.name}: the heading of column ${column} says ${en}, but its cells hold something else. Correct the heading.`,
  });
}

function requireColumns(source: Source, fields: ReadonlySet<Field>, listPrices: boolean): void {
  const hasNumber = fields.has('itemNumber') || fields.has('gtin');
  const hasListPrice = fields.has('listPrice') && (listPrices || fields.has('discountPercent'));
  if (hasNumber && (fields.has('price') || hasListPrice)) return;
  throw new OperationalError({
    nb: `Prislisten ${source.name} mangler ${hasNumber ? 'en kolonne for pris' : 'en kolonne for varenummer eller GTIN'}. Rett overskriftsraden.`,
    en: `The price list ${source.name} lacks ${hasNumber ? 'a price column' : 'a column for item number or GTIN'}. Correct its heading row.`,
  });
}

/** Fields of the price list that must be read right, or the check would compare with nothing. */
const NEEDED = [
  'price',
  'unit',
  'packQuantity',
  'priceBaseQuantity',
  'currency',
  'gtin',
  'validFrom',
  'validTo',
  'itemNumber',
  'ecoLabel',
] as const;

/** Where the price comes from a list price. */
const NEEDED_OF_LIST_PRICES = ['listPrice', 'discountPercent', 'priceGroup', 'productGroup'] as const;

type Draft = Mutable<AgreedArticle>;

/** `Kjernesortiment`, `Kjernevare (ja/nei)`, `Core item`. */
const CORE_HEADING =
  /^\s*(?:kjerne(?:sortiment|varer?|artikkel)?|kärnsortiment|kernesortiment|core(?: items?| articles?| assortment)?)(?!\p{L})/iu;

/** Fields of a list that decide about a catalogue; what else stands in one is the buyer's own. */
const LIST_FIELDS: ReadonlySet<Field> = new Set([
  ...NEEDED,
  ...NEEDED_OF_LIST_PRICES,
  'name',
  'packUnit',
  'unspsc',
  'manufacturer',
  'manufacturerItemNumber',
  'grossPriceInclVat',
]);

/** Whether a column of the list decides about a catalogue. */
export function isListColumn({ field, heading }: Column): boolean {
  return field === undefined ? CORE_HEADING.test(heading) : LIST_FIELDS.has(field);
}

/** Whether an article is of the core assortment, where the list has a column that says it. */
function coreColumn({ extras }: Mapping): ((line: CatalogueLine) => boolean) | undefined {
  const heading = extras.find(({ name }) => CORE_HEADING.test(name))?.name;
  return heading === undefined ? undefined : ({ extra }) => readBoolean(extra?.[heading] ?? '') === true;
}

/** Named one by one: a copy by computed names makes objects that the engine handles slowly. */
function articleOf(
  line: CatalogueLine,
  agreement: Agreement,
  pricedBy: (article: Draft, agreement: Agreement) => void,
): AgreedArticle {
  const article: Draft = { row: line.row, currency: line.currency ?? agreement.currency };
  if (line.itemNumber !== undefined) article.itemNumber = line.itemNumber;
  if (line.gtin !== undefined) article.gtin = line.gtin;
  if (line.name !== undefined) article.name = line.name;
  if (line.price !== undefined) article.price = line.price;
  if (line.unit !== undefined) article.unit = line.unit;
  if (line.packQuantity !== undefined) article.packQuantity = line.packQuantity;
  if (line.packUnit !== undefined) article.packUnit = line.packUnit;
  if (line.pack !== undefined) article.pack = line.pack;
  if (line.listPrice !== undefined) article.listPrice = line.listPrice;
  if (line.discountPercent !== undefined) article.discountPercent = line.discountPercent;
  if (line.priceBaseQuantity !== undefined) article.priceBaseQuantity = line.priceBaseQuantity;
  if (line.validFrom !== undefined) article.validFrom = line.validFrom;
  if (line.validTo !== undefined) article.validTo = line.validTo;
  if (line.priceTiers !== undefined) article.priceTiers = line.priceTiers;
  if (line.ecoLabel !== undefined) {
    const { keys } = readDemandedLabels(line.ecoLabel);
    if (keys.length > 0) article.demandedLabels = keys;
  }
  classify(article, line);
  pricedBy(article, agreement);
  return article;
}

function classify(
  article: Draft,
  { productGroup, priceGroup, unspsc, manufacturer, manufacturerItemNumber }: CatalogueLine,
) {
  if (manufacturer !== undefined) article.manufacturer = manufacturer;
  if (manufacturerItemNumber !== undefined) article.manufacturerItemNumber = manufacturerItemNumber;
  if (productGroup !== undefined) article.productGroup = productGroup;
  if (priceGroup !== undefined) article.priceGroup = priceGroup;
  if (unspsc !== undefined) article.unspsc = unspsc;
}

function asListed(): void {}

/** A price list that gives list price and discount instead of the net price. */
function pricedByDiscount(article: Draft, { pricing }: Agreement): void {
  const { price, listPrice, discountPercent } = article;
  if (price !== undefined || listPrice === undefined || discountPercent === undefined) return;
  const net = fraction(multiply(listPrice, subtract(HUNDRED, discountPercent)), HUNDRED);
  article.price = rounded(net, pricing?.rounding ?? USUAL_ROUNDING);
}

const HUNDRED = decimal('100');

/** In a list of list prices these are what counts; a list of cost prices has but one column of prices. */
function pricedByList(article: Draft): void {
  if (article.listPrice !== undefined) article.price = article.listPrice;
}

export const NO_PRICE = {
  nb: `${FIELDS.price.title.nb} mangler. Fyll inn den avtalte prisen, eller ta raden ut.`,
  en: `${FIELDS.price.title.en} is missing. Fill in the agreed price, or take the row out.`,
};

/** @returns whether the row has faults; noted then */
export function noteFaults(line: CatalogueLine, faults: ListFaults, listPrices: boolean): boolean {
  const before = faults.count;
  noteSlippedCells(line, faults);
  // What stands under the headings may be anything then.
  if (faults.count > before) return true;
  const { row, price, unreadable, ecoLabel } = line;
  if (unreadable !== undefined) {
    noteUnreadable(row, unreadable, NEEDED, faults);
    if (listPrices || price === undefined) noteUnreadable(row, unreadable, NEEDED_OF_LIST_PRICES, faults);
  }
  if (price !== undefined && isNegative(price)) {
    faults.add(
      row,
      {
        nb: `${FIELDS.price.title.nb} er negativ. Rett cellen.`,
        en: `${FIELDS.price.title.en} is negative. Put the cell right.`,
      },
      'price',
    );
  }
  for (const text of ecoLabel === undefined ? [] : readDemandedLabels(ecoLabel).unknown) {
    faults.add(row, {
      nb: `«${text}» (${FIELDS.ecoLabel.title.nb}) er ikke et kjent merke. Skriv navnet på merket, eller la cellen stå tom.`,
      en: `"${text}" (${FIELDS.ecoLabel.title.en}) is not a known label. Write the label's name, or leave the cell empty.`,
    });
  }
  return faults.count > before;
}

/** A cell too many and the columns have slipped: what stands under the price may be anything. */
function noteSlippedCells({ row, problems = [] }: CatalogueLine, faults: ListFaults): void {
  for (const problem of problems) {
    if (problem.kind !== 'cells' || problem.found <= problem.expected) continue;
    const { found, expected } = problem;
    faults.add(row, {
      nb: `${found} celler, men overskriftsraden har ${expected}. Rett raden.`,
      en: `${found} cells, but the heading row has ${expected}. Put the row right.`,
    });
  }
}

const CELL_ADVICE = { nb: 'Rett cellen.', en: 'Put the cell right.' };
const UNIT_ADVICE = {
  nb: 'Skriv et ord som stk, pakke eller liter, eller en kode i UNECE Rec 20/21: EA, XPK, LTR.',
  en: 'Write a word such as pcs, pack or litre, or a code of UNECE Rec 20/21: EA, XPK, LTR.',
};

function noteUnreadable(
  row: number,
  unreadable: NonNullable<CatalogueLine['unreadable']>,
  needed: readonly Field[],
  faults: ListFaults,
): void {
  for (const field of needed) {
    const text = unreadable[field];
    if (text === undefined) continue;
    const { title } = FIELDS[field];
    const isDate = fieldKind(field) === 'date';
    if ((isDate ? twoDays(text) : twoNumbers(text)) !== undefined) {
      faults.add(
        row,
        {
          nb: `«${text}» (${title.nb}) kan leses på to måter. Skriv ${isDate ? 'datoen som 2026-12-31' : 'tallet som 1234,00 eller 1,23'}.`,
          en: `"${text}" (${title.en}) can be read in two ways. Write the ${isDate ? 'date as 2026-12-31' : 'number as 1234.00 or 1.23'}.`,
        },
        field,
      );
      continue;
    }
    const advice = fieldKind(field) === 'unit' ? UNIT_ADVICE : CELL_ADVICE;
    faults.add(
      row,
      {
        nb: `forstår ikke «${text}» (${title.nb}). ${advice.nb}`,
        en: `cannot read "${text}" (${title.en}). ${advice.en}`,
      },
      field,
    );
  }
}

export const SAME = ['price', 'currency', 'unit', 'packQuantity', 'priceBaseQuantity'] as const;

/** The same article twice with different prices: nobody can say which is agreed, so nothing is guessed. */
function noteDifference(faults: ListFaults, key: string, a: AgreedArticle, b: AgreedArticle): void {
  const listPrices = a.price !== undefined || a.listPrice === b.listPrice;
  if (SAME.every((field) => a[field] === b[field]) && listPrices && labelsOf(a) === labelsOf(b)) return;
  faults.add(b.row, {
    nb: `${key} står to ganger med ulik pris, valuta, enhet, mengde eller miljøkrav (rad ${a.row} og ${b.row}). Behold den som er avtalt.`,
    en: `${key} is listed twice with different price, currency, unit, quantity or demanded label (rows ${a.row} and ${b.row}). Keep the one agreed.`,
  });
}

function labelsOf({ demandedLabels = [] }: AgreedArticle): string {
  return demandedLabels.toSorted().join(' ');
}

function unreadable(source: Source, error: UnusableFile): OperationalError {
  const where = error.row === undefined ? { nb: '', en: '' } : { nb: `, rad ${error.row}`, en: `, row ${error.row}` };
  const reason = exactly(error) ?? UNREADABLE[error.problem];
  return new OperationalError(
    {
      nb: `Prislisten ${source.name}${where.nb} kan ikke brukes: ${reason.nb}.`,
      en: `The price list ${source.name}${where.en} cannot be used: ${reason.en}.`,
    },
    { cause: error },
  );
}

/** A limit, or what is damaged. */
function exactly({ problem, detail = '' }: UnusableFile): Text | undefined {
  if (problem === 'tooLarge') return limitText(detail);
  const damage = problem === 'damaged' ? damageText(detail) : undefined;
  return damage === undefined
    ? undefined
    : { nb: `filen er skadet. ${damage.nb}`, en: `the file is damaged. ${damage.en}` };
}

const UNREADABLE = {
  empty: { nb: 'filen er tom', en: 'the file is empty' },
  noLines: { nb: 'den har overskrifter, men ingen varer', en: 'it has headings but no articles' },
  noHeadings: { nb: 'fant ingen overskriftsrad', en: 'no heading row was found' },
  cutOff: { nb: 'filen er avkuttet', en: 'the file is cut off' },
  encrypted: { nb: 'den er passordbeskyttet', en: 'it is password-protected' },
  legacyWorkbook: { nb: 'lagre den som .xlsx', en: 'save it as .xlsx' },
  notACatalogue: { nb: 'den er verken CSV eller Excel', en: 'it is neither CSV nor Excel' },
  archive: { nb: 'pakk den ut først', en: 'unpack it first' },
  damaged: { nb: 'filen er skadet', en: 'the file is damaged' },
  tooLarge: { nb: 'filen går over en grense for hva som leses', en: 'the file exceeds a limit for what is read' },
  noPrevious: { nb: 'den er en endringsfil', en: 'it is a file of changes' },
  deletesCatalogue: { nb: 'den er en slettemelding', en: 'it is a deletion' },
} as const satisfies Record<UnusableFile['problem'], { nb: string; en: string }>;
