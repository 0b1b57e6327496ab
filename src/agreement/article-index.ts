/**
 * Which article of the price list a line is. Articles are made again from their rows when a line asks for them: a
 * million of them take a few bytes each, in memory that other threads can see too.
 */
import { comparableGtin } from '../catalogue/gtin.ts';
import {
  hasKey,
  type KeyHashes,
  type KeyTable,
  type KeyTableData,
  keyTableOn,
  newKeyHashes,
  newKeyTable,
  putHash,
} from '../catalogue/key-table.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { expectedLines, type LineStore, newLineStore, type PlacedLines, placedLines } from '../mapping/line-store.ts';
import type { Mapping } from '../mapping/map-rows.ts';
import type { RawRow, RowFile } from '../readers/reader.ts';
import type { PlacesData } from '../readers/record-places.ts';
import type { AgreedArticle, AgreedVerdict, AlmostAgreed } from './agreement.ts';

export interface AgreedMatch {
  readonly article: AgreedArticle;
  readonly matchedBy: AgreedVerdict['matchedBy'];
  /** The article's position in the list. */
  readonly position: number;
  /** The article that the line's GTIN belongs to, where its item number is another's. */
  readonly conflict?: AgreedArticle;
}

/** What is asked of the price list about one line. */
export interface AgreedArticles {
  /** The article the line is: by item number, else by GTIN. */
  find(line: CatalogueLine): AgreedMatch | undefined;
  /** What a line may be meant to be that is no agreed article; to be asked only then. */
  findAlmost(line: CatalogueLine): AlmostAgreed | undefined;
}

export interface ArticleIndex extends AgreedArticles {
  /** Articles in force. */
  readonly size: number;
  article(position: number): AgreedArticle;
  /** Position of the first entry with this item number. */
  byItem(itemNumber: string): number | undefined;
  /** Adds entries in force, whose rows were counted from `shift` rows further up. @returns the first one's position */
  addLines(entries: KeyedEntries, shift: number): number;
  /**
   * Enters what an added entry is known by.
   * @param at which of them it is
   * @param twice is told of every other entry that is known by the same
   */
  enter(entries: KeyedEntries, at: number, position: number, twice: (key: string, other: AgreedArticle) => void): void;
  /** Adds entries that are not in force. */
  addOthers(entries: KeyedEntries, shift: number): void;
  /** What {@link articlesFrom} needs beside the file itself. */
  data(): ArticlesData;
}

export interface ArticlesData {
  readonly inForce: PlacesData;
  readonly items: KeyTableData;
  readonly gtins: KeyTableData;
  readonly bareItems: KeyTableData;
  readonly others: PlacesData;
  readonly otherItems: KeyTableData;
  readonly otherGtins: KeyTableData;
}

/** Some entries by what they are known by. Plain data. */
export interface KeyedEntries {
  readonly lines: PlacedLines;
  readonly items: KeyHashes;
  readonly gtins: KeyHashes;
  /** Item numbers as a spreadsheet leaves them, of those that it does not leave alone. */
  readonly bareItems: KeyHashes;
}

/** How articles are made of the rows of the list. */
export interface ArticleSource {
  readonly file: RowFile;
  readonly mapping: Mapping;
  readonly articleOf: (line: CatalogueLine) => AgreedArticle;
  /** The day of the check. */
  readonly asOf: string;
  /** List prices will do where there is no price. */
  readonly listPrices: boolean;
}

interface Tables {
  readonly items: KeyTable;
  readonly gtins: KeyTable;
  /** Positions from 1 on. */
  readonly bareItems: KeyTable;
  readonly otherItems: KeyTable;
  readonly otherGtins: KeyTable;
}

interface Stores {
  readonly inForce: LineStore;
  readonly others: LineStore;
}

/** Stands for a position among the bare item numbers: several numbers are the same without their zeros. */
const AMBIGUOUS = 0;

export function keyedEntries(entries: readonly { raw: RawRow; article: AgreedArticle }[]): KeyedEntries {
  const items = newKeyHashes(entries.length);
  const gtins = newKeyHashes(entries.length);
  const bareItems = newKeyHashes(entries.length);
  for (const [at, { article }] of entries.entries()) {
    const { itemNumber, gtin } = article;
    const bare = itemNumber === undefined ? undefined : withoutZeros(itemNumber);
    putHash(items, at, itemNumber);
    putHash(gtins, at, comparableOf(gtin));
    if (bare !== itemNumber) putHash(bareItems, at, bare);
  }
  const rows = entries.map(({ raw }) => raw);
  return { lines: placedLines(rows), items, gtins, bareItems };
}

export function newArticleIndex(source: ArticleSource): ArticleIndex {
  const { file, mapping, articleOf } = source;
  const newTable = () => newKeyTable({ shared: true });
  const stores: Stores = {
    inForce: newLineStore(file, mapping),
    others: newLineStore(file, mapping),
  };
  const tables: Tables = {
    items: newTable(),
    gtins: newTable(),
    bareItems: newTable(),
    otherItems: newTable(),
    otherGtins: newTable(),
  };
  const article = (position: number): AgreedArticle => articleOf(stores.inForce.line(position));
  const enterBare = (keys: KeyHashes, at: number, position: number): void => {
    if (!hasKey(keys, at)) return;
    const other = tables.bareItems.getHashed(keys, at);
    if (other === undefined) tables.bareItems.setHashed(keys, at, position + 1);
    else if (other !== AMBIGUOUS && article(other - 1).itemNumber !== article(position).itemNumber)
      tables.bareItems.setHashed(keys, at, AMBIGUOUS);
  };
  return {
    ...articles(source, stores, tables),
    get size() {
      return stores.inForce.size;
    },
    article,
    byItem: tables.items.get,
    addLines(entries, shift) {
      const first = stores.inForce.size;
      if (first === 0)
        for (const table of [tables.items, tables.gtins]) table.reserve(expectedLines(file, entries.lines));
      stores.inForce.addAll(entries.lines, shift);
      return first;
    },
    enter(entries, at, position, twice) {
      const byItem = tables.items.addHashed(entries.items, at, position);
      if (byItem !== undefined) twice(article(position).itemNumber ?? '', article(byItem));
      const byGtin = tables.gtins.addHashed(entries.gtins, at, position);
      if (byGtin !== undefined) twice(comparableOf(article(position).gtin) ?? '', article(byGtin));
      enterBare(entries.bareItems, at, position);
    },
    addOthers({ lines, items, gtins }, shift) {
      const first = stores.others.size;
      stores.others.addAll(lines, shift);
      // Lists grow downwards: the last entry of an article is the newest.
      for (let at = 0; at < lines.count; at++) {
        tables.otherItems.setHashed(items, at, first + at);
        tables.otherGtins.setHashed(gtins, at, first + at);
      }
    },
    data() {
      const { items, gtins, bareItems, otherItems, otherGtins } = tables;
      return {
        inForce: stores.inForce.places(),
        items: items.data(),
        gtins: gtins.data(),
        bareItems: bareItems.data(),
        others: stores.others.places(),
        otherItems: otherItems.data(),
        otherGtins: otherGtins.data(),
      };
    },
  };
}

/** The price list as another thread sees it. */
export function articlesFrom(data: ArticlesData, source: ArticleSource): AgreedArticles {
  const { file, mapping } = source;
  return articles(
    source,
    { inForce: newLineStore(file, mapping, data.inForce), others: newLineStore(file, mapping, data.others) },
    {
      items: keyTableOn(data.items),
      gtins: keyTableOn(data.gtins),
      bareItems: keyTableOn(data.bareItems),
      otherItems: keyTableOn(data.otherItems),
      otherGtins: keyTableOn(data.otherGtins),
    },
  );
}

function articles({ articleOf, asOf }: ArticleSource, stores: Stores, tables: Tables): AgreedArticles {
  const article = (position: number): AgreedArticle => articleOf(stores.inForce.line(position));
  const conflictOf = (line: CatalogueLine, position: number, matched: AgreedArticle): AgreedArticle | undefined => {
    if (line.gtin === undefined || line.gtin === matched.gtin) return undefined;
    const gtin = comparableGtin(line.gtin);
    if (comparableOf(matched.gtin) === gtin) return undefined;
    const other = tables.gtins.get(gtin);
    if (other === undefined || other === position) return undefined;
    const meant = article(other);
    if (meant.itemNumber === matched.itemNumber) return undefined;
    // One entry by number only, the other by GTIN only: they may be the same article.
    return meant.itemNumber === undefined && matched.gtin === undefined ? undefined : meant;
  };
  const outOfForce = ({ itemNumber, gtin }: CatalogueLine): AlmostAgreed | undefined => {
    const key = comparableOf(gtin);
    const byNumber = itemNumber === undefined ? undefined : tables.otherItems.get(itemNumber);
    const position = byNumber ?? (key === undefined ? undefined : tables.otherGtins.get(key));
    if (position === undefined) return undefined;
    const entry = articleOf(stores.others.line(position));
    const hasEnded = entry.validTo !== undefined && entry.validTo < asOf;
    return { reason: hasEnded ? 'ended' : 'notStarted', article: entry };
  };
  const butForZeros = ({ itemNumber }: CatalogueLine): AlmostAgreed | undefined => {
    const bare = itemNumber === undefined ? undefined : withoutZeros(itemNumber);
    const position = bare === undefined ? undefined : tables.bareItems.get(bare);
    if (itemNumber === undefined || position === undefined || position === AMBIGUOUS) return undefined;
    const entry = article(position - 1);
    const isLonger = (entry.itemNumber?.length ?? 0) > itemNumber.length;
    return isLonger ? { reason: 'zerosLost', article: entry } : undefined;
  };
  return {
    find(line) {
      const { itemNumber } = line;
      const byNumber = itemNumber === undefined ? undefined : tables.items.get(itemNumber);
      if (byNumber !== undefined) {
        const matched = article(byNumber);
        const conflict = conflictOf(line, byNumber, matched);
        const match = { article: matched, matchedBy: 'itemNumber', position: byNumber } as const;
        return conflict === undefined ? match : { ...match, conflict };
      }
      const gtin = comparableOf(line.gtin);
      const position = gtin === undefined ? undefined : tables.gtins.get(gtin);
      return position === undefined ? undefined : { article: article(position), matchedBy: 'gtin', position };
    },
    findAlmost: (line) => outOfForce(line) ?? butForZeros(line),
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
