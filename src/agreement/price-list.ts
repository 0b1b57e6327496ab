/** The agreed price list, read like a catalogue, and the article each line is found to be. */
import { UnusableFile } from '../catalogue/catalogue.ts';
import { isNegative } from '../catalogue/decimal.ts';
import { OperationalError } from '../catalogue/error.ts';
import { FIELDS, type Field } from '../catalogue/field.ts';
import { comparableGtin } from '../catalogue/gtin.ts';
import { type KeyTable, newKeyTable } from '../catalogue/key-table.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { type LineStore, newLineStore } from '../mapping/line-store.ts';
import { mapRows, prepareMapping } from '../mapping/map-rows.ts';
import type { RawRow, RowFile, Source } from '../readers/reader.ts';
import type { AgreedArticle, AgreedVerdict, Agreement, AlmostAgreed } from './agreement.ts';
import { readDemandedLabels } from './demanded-labels.ts';
import { type ListFaults, newListFaults } from './list-faults.ts';

export interface AgreedMatch {
  readonly article: AgreedArticle;
  readonly matchedBy: AgreedVerdict['matchedBy'];
  /** The article's position in the list. */
  readonly position: number;
  /** The article that the line's GTIN belongs to, where its item number is another's. */
  readonly conflict?: AgreedArticle;
}

export interface AgreedPriceList {
  readonly articles: number;
  /** Some articles name labels they must carry. */
  readonly demandsLabels: boolean;
  /** The article the line is: by item number, else by GTIN. */
  find(line: CatalogueLine): AgreedMatch | undefined;
  /** What a line may be meant to be that is no agreed article; to be asked only then. */
  findAlmost(line: CatalogueLine): AlmostAgreed | undefined;
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
    const articleAt = (line: CatalogueLine): AgreedArticle => articleOf(line, agreement);
    const faults = newListFaults(source.name);
    const stores = { inForce: newLineStore(file, mapping), others: newLineStore(file, mapping) };
    const list = newList(stores, articleAt, faults, asOf);
    for await (const batch of mapRows(file.rows(), mapping)) {
      for (const { line, raw } of batch) {
        if (noteFaults(line, faults)) continue;
        const article = articleAt(line);
        if (!isInForce(article, asOf)) list.addOther(article, raw);
        else if (article.price === undefined) faults.add(line.row, NO_PRICE);
        else list.add(article, raw);
      }
    }
    faults.refuse();
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
  'itemNumber',
  'ecoLabel',
] as const;

type Draft = { -readonly [K in keyof AgreedArticle]: AgreedArticle[K] };

/** Named one by one: a copy by computed names makes objects that the engine handles slowly. */
function articleOf(line: CatalogueLine, agreement: Agreement): AgreedArticle {
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
  if (line.ecoLabel !== undefined) {
    const { keys } = readDemandedLabels(line.ecoLabel);
    if (keys.length > 0) article.demandedLabels = keys;
  }
  return article;
}

const NO_PRICE = {
  nb: `${FIELDS.price.title.nb} mangler. Fyll inn den avtalte prisen, eller ta raden ut.`,
  en: `${FIELDS.price.title.en} is missing. Fill in the agreed price, or take the row out.`,
};

/** @returns whether the row has faults; noted then */
function noteFaults(line: CatalogueLine, faults: ListFaults): boolean {
  const before = faults.count;
  noteSlippedCells(line, faults);
  // What stands under the headings may be anything then.
  if (faults.count > before) return true;
  const { row, price, unreadable, ecoLabel } = line;
  if (unreadable !== undefined) noteUnreadable(row, unreadable, faults);
  if (price !== undefined && isNegative(price)) {
    faults.add(row, {
      nb: `${FIELDS.price.title.nb} er negativ. Rett cellen.`,
      en: `${FIELDS.price.title.en} is negative. Put the cell right.`,
    });
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

function noteUnreadable(row: number, unreadable: NonNullable<CatalogueLine['unreadable']>, faults: ListFaults): void {
  for (const field of NEEDED) {
    const text = unreadable[field];
    if (text === undefined) continue;
    const { title } = FIELDS[field];
    faults.add(row, {
      nb: `forstår ikke «${text}» (${title.nb}). Rett cellen.`,
      en: `cannot read "${text}" (${title.en}). Put the cell right.`,
    });
  }
}

interface GrowingList extends AgreedPriceList {
  add(article: AgreedArticle, row: RawRow): void;
  /** An entry that is not in force. */
  addOther(article: AgreedArticle, row: RawRow): void;
}

interface Stores {
  readonly inForce: LineStore;
  readonly others: LineStore;
}

/** Articles are made again from their rows when a line asks for them: a million of them take a few bytes each. */
function newList(
  { inForce: store, others }: Stores,
  articleOf: (line: CatalogueLine) => AgreedArticle,
  faults: ListFaults,
  asOf: string,
): GrowingList {
  const byItem = newKeyTable();
  const byGtin = newKeyTable();
  const byBareItem = newKeyTable();
  const ambiguous = new Set<string>();
  const otherByItem = newKeyTable();
  const otherByGtin = newKeyTable();
  let found = new Uint8Array(1024);
  let demandsLabels = false;
  const article = (position: number): AgreedArticle => articleOf(store.line(position));
  const enter = (table: KeyTable, key: string | undefined, position: number, entered: AgreedArticle): void => {
    if (key === undefined) return;
    const other = table.get(key);
    if (other === undefined) table.set(key, position);
    else noteDifference(faults, key, article(other), entered);
  };
  const enterBare = (itemNumber: string | undefined, position: number): void => {
    const bare = itemNumber === undefined ? undefined : withoutZeros(itemNumber);
    if (bare === undefined || bare === itemNumber) return;
    const other = byBareItem.get(bare);
    if (other === undefined) byBareItem.set(bare, position);
    else if (article(other).itemNumber !== itemNumber) ambiguous.add(bare);
  };
  const conflictOf = (line: CatalogueLine, position: number, matched: AgreedArticle): AgreedArticle | undefined => {
    const gtin = comparableOf(line.gtin);
    const other = gtin === undefined ? undefined : byGtin.get(gtin);
    if (other === undefined || other === position || comparableOf(matched.gtin) === gtin) return undefined;
    const meant = article(other);
    if (meant.itemNumber === matched.itemNumber) return undefined;
    // One entry by number only, the other by GTIN only: they may be the same article.
    return meant.itemNumber === undefined && matched.gtin === undefined ? undefined : meant;
  };
  const outOfForce = ({ itemNumber, gtin }: CatalogueLine): AlmostAgreed | undefined => {
    const key = comparableOf(gtin);
    const byNumber = itemNumber === undefined ? undefined : otherByItem.get(itemNumber);
    const position = byNumber ?? (key === undefined ? undefined : otherByGtin.get(key));
    if (position === undefined) return undefined;
    const entry = articleOf(others.line(position));
    const hasEnded = entry.validTo !== undefined && entry.validTo < asOf;
    return { reason: hasEnded ? 'ended' : 'notStarted', article: entry };
  };
  const butForZeros = ({ itemNumber }: CatalogueLine): AlmostAgreed | undefined => {
    const bare = itemNumber === undefined ? undefined : withoutZeros(itemNumber);
    const position = bare === undefined || ambiguous.has(bare) ? undefined : byBareItem.get(bare);
    if (itemNumber === undefined || position === undefined) return undefined;
    const entry = article(position);
    const isLonger = (entry.itemNumber?.length ?? 0) > itemNumber.length;
    return isLonger ? { reason: 'zerosLost', article: entry } : undefined;
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
      enter(byGtin, comparableOf(entered.gtin), position, entered);
      enterBare(entered.itemNumber, position);
    },
    addOther({ itemNumber, gtin }, row) {
      const position = others.add(row);
      const key = comparableOf(gtin);
      // Lists grow downwards: the last entry of an article is the newest.
      if (itemNumber !== undefined) otherByItem.set(itemNumber, position);
      if (key !== undefined) otherByGtin.set(key, position);
    },
    find(line) {
      const { itemNumber } = line;
      const byNumber = itemNumber === undefined ? undefined : byItem.get(itemNumber);
      if (byNumber !== undefined) {
        const matched = article(byNumber);
        const conflict = conflictOf(line, byNumber, matched);
        const match = { article: matched, matchedBy: 'itemNumber', position: byNumber } as const;
        return conflict === undefined ? match : { ...match, conflict };
      }
      const gtin = comparableOf(line.gtin);
      const position = gtin === undefined ? undefined : byGtin.get(gtin);
      return position === undefined ? undefined : { article: article(position), matchedBy: 'gtin', position };
    },
    findAlmost(line) {
      return outOfForce(line) ?? butForZeros(line);
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

function comparableOf(gtin: string | undefined): string | undefined {
  return gtin === undefined ? undefined : comparableGtin(gtin);
}

const DIGITS = /^\d+$/;

/** The number as a spreadsheet leaves it; `undefined` for what it leaves alone. */
function withoutZeros(itemNumber: string): string | undefined {
  return DIGITS.test(itemNumber) ? itemNumber.replace(/^0+(?=\d)/, '') : undefined;
}

const SAME = ['price', 'currency', 'unit', 'packQuantity', 'priceBaseQuantity'] as const;

/** The same article twice with different prices: nobody can say which is agreed, so nothing is guessed. */
function noteDifference(faults: ListFaults, key: string, a: AgreedArticle, b: AgreedArticle): void {
  if (SAME.every((field) => a[field] === b[field]) && labelsOf(a) === labelsOf(b)) return;
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
