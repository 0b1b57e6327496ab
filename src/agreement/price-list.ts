/** The agreed price list, read like a catalogue, and the article each line is found to be. */
import { UnusableFile } from '../catalogue/catalogue.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { Field } from '../catalogue/field.ts';
import { comparableGtin } from '../catalogue/gtin.ts';
import {
  type KeyHashes,
  type KeyTable,
  type KeyTableData,
  keyTableOn,
  newKeyHashes,
  newKeyTable,
  putHash,
} from '../catalogue/key-table.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { newLineStore, type PlacedLines, placedLines } from '../mapping/line-store.ts';
import { type Mapping, mapRow, prepareMapping } from '../mapping/map-rows.ts';
import { handedOver, type Pass, type Passed } from '../readers/passed.ts';
import type { RawRow, RowFile, Source } from '../readers/reader.ts';
import type { PlacesData } from '../readers/record-places.ts';
import type { AgreedArticle, AgreedVerdict, Agreement } from './agreement.ts';

export interface AgreedMatch {
  readonly article: AgreedArticle;
  readonly matchedBy: AgreedVerdict['matchedBy'];
  /** The article's position in the list. */
  readonly position: number;
}

/** What is asked of the price list about one line. */
export interface AgreedArticles {
  /** The article the line is: by item number, else by GTIN. */
  find(line: CatalogueLine): AgreedMatch | undefined;
}

export interface AgreedPriceList extends AgreedArticles {
  readonly list: PriceListFile;
  readonly articles: number;
  /** Some articles name labels they must carry. */
  readonly demandsLabels: boolean;
  /** Notes that the catalogue offers the article at this position. */
  noteOffered(position: number): void;
  /** Articles in force that were never noted. */
  notOffered(): readonly AgreedArticle[];
  /** Of a text file: what {@link articlesFrom} needs beside the file itself. */
  data(): ArticlesData | undefined;
}

export interface PriceListFile {
  readonly source: Source;
  readonly file: RowFile;
  readonly mapping: Mapping;
}

export interface ArticlesData {
  readonly places: PlacesData;
  readonly items: KeyTableData;
  readonly gtins: KeyTableData;
}

/** Some articles in force by what they are known by. Plain data. */
export interface KeyedArticles {
  readonly lines: PlacedLines;
  readonly items: KeyHashes;
  readonly gtins: KeyHashes;
  readonly demandsLabels: boolean;
}

/**
 * @param open opens the file; passed in so that this module need not know how
 * @throws OperationalError when it cannot be read: the buyer's own file, so the buyer puts it right
 */
export async function openPriceList(
  source: Source,
  open: (source: Source) => Promise<RowFile>,
): Promise<PriceListFile> {
  try {
    const file = await open(source);
    const mapping = await prepareMapping(file, {});
    requireColumns(source, new Set(mapping.header.columns.flatMap(({ field }) => field ?? [])));
    return { source, file, mapping };
  } catch (error) {
    throw error instanceof UnusableFile ? unreadable(source, error) : error;
  }
}

/** @returns a pass that throws an OperationalError for an article that cannot be compared with */
export function keyedArticles(list: PriceListFile, agreement: Agreement, asOf: string): Pass<KeyedArticles> {
  const { source, file, mapping } = list;
  return (rows) => {
    const kept: RawRow[] = [];
    const items = newKeyHashes(rows.length);
    const gtins = newKeyHashes(rows.length);
    let demandsLabels = false;
    for (const raw of rows) {
      const line = mapRow(raw, mapping);
      if (line === undefined) continue;
      refuseSlippedCells(line, source);
      const article = articleOf(line, agreement, source);
      if (!isInForce(article, asOf)) continue;
      demandsLabels ||= article.demandedLabels !== undefined;
      putHash(items, kept.length, article.itemNumber);
      if (article.gtin !== undefined) putHash(gtins, kept.length, comparableGtin(article.gtin));
      kept.push(raw);
    }
    return { lines: placedLines(kept, file), items, gtins, demandsLabels };
  };
}

/**
 * @param passed what {@link keyedArticles} made of all rows, in order
 * @throws OperationalError when the list cannot be read, or says two things of one article
 */
export async function readPriceList(
  list: PriceListFile,
  agreement: Agreement,
  passed: AsyncIterable<Passed<KeyedArticles>>,
): Promise<AgreedPriceList> {
  const all: Passed<KeyedArticles>[] = [];
  let count = 0;
  try {
    for await (const some of passed) {
      all.push(some);
      count += some.result.lines.count;
    }
  } catch (error) {
    throw error instanceof UnusableFile ? unreadable(list.source, error) : error;
  }
  const growing = newList(list, agreement, count);
  for (const { result, shift } of handedOver(all)) growing.add(result, shift);
  return growing;
}

/** The price list as another thread sees it. */
export function articlesFrom(
  { places, items, gtins }: ArticlesData,
  list: PriceListFile,
  agreement: Agreement,
): AgreedArticles {
  const store = newLineStore(list.file, list.mapping, places);
  const article = (position: number): AgreedArticle => articleOf(store.line(position), agreement, list.source);
  return { find: finder(article, keyTableOn(items), keyTableOn(gtins)) };
}

function requireColumns(source: Source, fields: ReadonlySet<Field>): void {
  const hasNumber = fields.has('itemNumber') || fields.has('gtin');
  if (hasNumber && fields.has('price')) return;
  throw new OperationalError({
    nb: `Prislisten ${source.name} mangler ${hasNumber ? 'en kolonne for pris' : 'en kolonne for varenummer eller GTIN'}. Rett overskriftsraden.`,
    en: `The price list ${source.name} lacks ${hasNumber ? 'a price column' : 'a column for item number or GTIN'}. Put its heading row right.`,
  });
}

function isInForce({ validFrom, validTo }: AgreedArticle, asOf: string): boolean {
  return (validFrom === undefined || validFrom <= asOf) && (validTo === undefined || validTo >= asOf);
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
] as const;

type Draft = { -readonly [K in keyof AgreedArticle]: AgreedArticle[K] };

/** Named one by one: a copy by computed names makes objects that the engine handles slowly. */
function articleOf(line: CatalogueLine, agreement: Agreement, source: Source): AgreedArticle {
  if (line.unreadable !== undefined) refuseUnreadable(line, line.unreadable, source);
  const article: Draft = { row: line.row, currency: line.currency ?? agreement.currency };
  if (line.itemNumber !== undefined) article.itemNumber = line.itemNumber;
  if (line.gtin !== undefined) article.gtin = line.gtin;
  if (line.name !== undefined) article.name = line.name;
  if (line.price !== undefined) article.price = line.price;
  if (line.unit !== undefined) article.unit = line.unit;
  if (line.packQuantity !== undefined) article.packQuantity = line.packQuantity;
  if (line.priceBaseQuantity !== undefined) article.priceBaseQuantity = line.priceBaseQuantity;
  if (line.validFrom !== undefined) article.validFrom = line.validFrom;
  if (line.validTo !== undefined) article.validTo = line.validTo;
  const labels = line.ecoLabel?.flatMap(({ key }) => key ?? []) ?? [];
  if (labels.length > 0) article.demandedLabels = labels;
  return article;
}

/** A cell too many and the columns have slipped: what stands under the price may be anything. */
function refuseSlippedCells({ row, problems = [] }: CatalogueLine, source: Source): void {
  for (const problem of problems) {
    if (problem.kind !== 'cells' || problem.found <= problem.expected) continue;
    const { found, expected } = problem;
    throw new OperationalError({
      nb: `Prislisten ${source.name}, rad ${row}: ${found} celler, men overskriftsraden har ${expected}. Rett raden.`,
      en: `The price list ${source.name}, row ${row}: ${found} cells, but the heading row has ${expected}. Put the row right.`,
    });
  }
}

function refuseUnreadable(
  line: CatalogueLine,
  unreadable: NonNullable<CatalogueLine['unreadable']>,
  source: Source,
): void {
  for (const field of NEEDED) {
    const text = unreadable[field];
    if (text === undefined) continue;
    throw new OperationalError({
      nb: `Prislisten ${source.name}, rad ${line.row}: forstår ikke «${text}» (${field}). Rett cellen.`,
      en: `The price list ${source.name}, row ${line.row}: cannot read "${text}" (${field}). Put the cell right.`,
    });
  }
}

interface GrowingList extends AgreedPriceList {
  /** Adds articles, whose rows were counted from `shift` rows further up. */
  add(articles: KeyedArticles, shift: number): void;
}

/** Articles are made again from their rows when a line asks for them: a million of them take a few bytes each. */
function newList(list: PriceListFile, agreement: Agreement, expected: number): GrowingList {
  const { source } = list;
  const store = newLineStore(list.file, list.mapping, expected);
  const byItem = newKeyTable({ expected, shared: true });
  const byGtin = newKeyTable({ expected, shared: true });
  const found = new Uint8Array(expected);
  let demandsLabels = false;
  const article = (position: number): AgreedArticle => articleOf(store.line(position), agreement, source);
  const enter = (table: KeyTable, keys: KeyHashes, at: number, position: number, name: 'itemNumber' | 'gtin'): void => {
    const other = table.getHashed(keys, at);
    if (other === undefined) table.setHashed(keys, at, position);
    else requireSame(source, name, article(other), article(position));
  };
  return {
    list,
    get articles() {
      return store.size;
    },
    get demandsLabels() {
      return demandsLabels;
    },
    add(articles, shift) {
      const first = store.size;
      store.addAll(articles.lines, shift);
      demandsLabels ||= articles.demandsLabels;
      for (let at = 0; at < articles.lines.count; at++) {
        enter(byItem, articles.items, at, first + at, 'itemNumber');
        enter(byGtin, articles.gtins, at, first + at, 'gtin');
      }
    },
    find: finder(article, byItem, byGtin),
    noteOffered(position) {
      found[position] = 1;
    },
    notOffered() {
      const missing: AgreedArticle[] = [];
      for (let position = 0; position < store.size; position++) {
        if (found[position] === 1) continue;
        const entry = article(position);
        // An article listed twice is found when the first of its entries is.
        const first = entry.itemNumber === undefined ? undefined : byItem.get(entry.itemNumber);
        if (first === undefined || found[first] !== 1) missing.push(entry);
      }
      return missing;
    },
    data() {
      const places = store.places?.();
      return places === undefined ? undefined : { places, items: byItem.data(), gtins: byGtin.data() };
    },
  };
}

function finder(
  article: (position: number) => AgreedArticle,
  byItem: KeyTable,
  byGtin: KeyTable,
): AgreedArticles['find'] {
  const match = (position: number | undefined, matchedBy: AgreedMatch['matchedBy']): AgreedMatch | undefined => {
    return position === undefined ? undefined : { article: article(position), matchedBy, position };
  };
  return (line) => {
    const byNumber = line.itemNumber === undefined ? undefined : byItem.get(line.itemNumber);
    if (byNumber !== undefined) return match(byNumber, 'itemNumber');
    return match(line.gtin === undefined ? undefined : byGtin.get(comparableGtin(line.gtin)), 'gtin');
  };
}

const SAME = ['price', 'currency', 'unit', 'packQuantity', 'priceBaseQuantity'] as const;

/** The same article twice with different prices: nobody can say which is agreed, so nothing is guessed. */
function requireSame(source: Source, name: 'itemNumber' | 'gtin', a: AgreedArticle, b: AgreedArticle): void {
  if (SAME.every((field) => a[field] === b[field])) return;
  const number = b[name] ?? '';
  const key = name === 'gtin' ? comparableGtin(number) : number;
  throw new OperationalError({
    nb: `Prislisten ${source.name} har ${key} to ganger med ulik pris, valuta, enhet eller mengde (rad ${a.row} og ${b.row}). Behold den som er avtalt.`,
    en: `The price list ${source.name} has ${key} twice with different price, currency, unit or quantity (rows ${a.row} and ${b.row}). Keep the one agreed.`,
  });
}

function unreadable(source: Source, error: UnusableFile): OperationalError {
  const where = error.row === undefined ? { nb: '', en: '' } : { nb: `, rad ${error.row}`, en: `, row ${error.row}` };
  const reason = UNREADABLE[error.problem];
  return new OperationalError(
    {
      nb: `Prislisten ${source.name}${where.nb} kan ikke brukes: ${reason.nb}.`,
      en: `The price list ${source.name}${where.en} cannot be used: ${reason.en}.`,
    },
    { cause: error },
  );
}

const UNREADABLE = {
  empty: { nb: 'filen er tom', en: 'the file is empty' },
  noLines: { nb: 'den har overskrifter, men ingen varer', en: 'it has headings but no articles' },
  noHeadings: { nb: 'fant ingen overskriftsrad', en: 'no heading row was found' },
  cutOff: { nb: 'filen er avkuttet', en: 'the file is cut off' },
  encrypted: { nb: 'den er passordbeskyttet', en: 'it is password-protected' },
  legacyWorkbook: { nb: 'lagre den som .xlsx', en: 'save it as .xlsx' },
  notACatalogue: { nb: 'den er verken CSV eller Excel', en: 'it is neither CSV nor Excel' },
  damaged: { nb: 'filen er skadet', en: 'the file is damaged' },
} as const satisfies Record<UnusableFile['problem'], { nb: string; en: string }>;
