/** The agreed price list, read like a catalogue, and the article each line is found to be. */
import { UnusableFile } from '../catalogue/catalogue.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { Field } from '../catalogue/field.ts';
import { comparableGtin } from '../catalogue/gtin.ts';
import { type KeyTable, newKeyTable } from '../catalogue/key-table.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { type LineStore, newLineStore } from '../mapping/line-store.ts';
import { mapRows, prepareMapping } from '../mapping/map-rows.ts';
import type { RawRow, RowFile, Source } from '../readers/reader.ts';
import type { AgreedArticle, AgreedVerdict, Agreement } from './agreement.ts';

export interface AgreedMatch {
  readonly article: AgreedArticle;
  readonly matchedBy: AgreedVerdict['matchedBy'];
  /** The article's position in the list. */
  readonly position: number;
}

export interface AgreedPriceList {
  readonly articles: number;
  /** Some articles name labels they must carry. */
  readonly demandsLabels: boolean;
  /** The article the line is: by item number, else by GTIN. */
  find(line: CatalogueLine): AgreedMatch | undefined;
  /** Notes that the catalogue offers the article. */
  noteOffered(match: AgreedMatch): void;
  /** Articles in force that were never noted. */
  notOffered(): readonly AgreedArticle[];
}

/**
 * @param open opens the file; passed in so that this module need not know how
 * @throws OperationalError when it cannot be read: the buyer's own file, so the buyer puts it right
 */
export async function readPriceList(
  source: Source,
  open: (source: Source) => Promise<RowFile>,
  agreement: Agreement,
  asOf: string,
): Promise<AgreedPriceList> {
  try {
    const file = await open(source);
    const mapping = await prepareMapping(file, {});
    requireColumns(source, new Set(mapping.header.columns.flatMap(({ field }) => field ?? [])));
    const articleAt = (line: CatalogueLine): AgreedArticle => articleOf(line, agreement, source);
    const list = newList(source, newLineStore(file, mapping), articleAt);
    for await (const batch of mapRows(file.rows(), mapping)) {
      for (const { line, raw } of batch) {
        refuseSlippedCells(line, source);
        const article = articleAt(line);
        if (isInForce(article, asOf)) list.add(article, raw);
      }
    }
    return list;
  } catch (error) {
    throw error instanceof UnusableFile ? unreadable(source, error) : error;
  }
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
  add(article: AgreedArticle, row: RawRow): void;
}

/** Articles are made again from their rows when a line asks for them: a million of them take a few bytes each. */
function newList(source: Source, store: LineStore, articleOf: (line: CatalogueLine) => AgreedArticle): GrowingList {
  const byItem = newKeyTable();
  const byGtin = newKeyTable();
  let found = new Uint8Array(1024);
  let demandsLabels = false;
  const article = (position: number): AgreedArticle => articleOf(store.line(position));
  const enter = (table: KeyTable, key: string | undefined, position: number, entered: AgreedArticle): void => {
    if (key === undefined) return;
    const other = table.get(key);
    if (other === undefined) table.set(key, position);
    else requireSame(source, key, article(other), entered);
  };
  const match = (position: number | undefined, matchedBy: AgreedMatch['matchedBy']): AgreedMatch | undefined => {
    return position === undefined ? undefined : { article: article(position), matchedBy, position };
  };
  return {
    get articles() {
      return store.size;
    },
    get demandsLabels() {
      return demandsLabels;
    },
    add(entered, row) {
      const position = store.add(row);
      if (position >= found.length) {
        const larger = new Uint8Array(found.length * 2);
        larger.set(found);
        found = larger;
      }
      demandsLabels ||= entered.demandedLabels !== undefined;
      enter(byItem, entered.itemNumber, position, entered);
      enter(byGtin, entered.gtin === undefined ? undefined : comparableGtin(entered.gtin), position, entered);
    },
    find(line) {
      const byNumber = line.itemNumber === undefined ? undefined : byItem.get(line.itemNumber);
      if (byNumber !== undefined) return match(byNumber, 'itemNumber');
      return match(line.gtin === undefined ? undefined : byGtin.get(comparableGtin(line.gtin)), 'gtin');
    },
    noteOffered({ position }) {
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
  };
}

const SAME = ['price', 'currency', 'unit', 'packQuantity', 'priceBaseQuantity'] as const;

/** The same article twice with different prices: nobody can say which is agreed, so nothing is guessed. */
function requireSame(source: Source, key: string, a: AgreedArticle, b: AgreedArticle): void {
  if (SAME.every((field) => a[field] === b[field])) return;
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
