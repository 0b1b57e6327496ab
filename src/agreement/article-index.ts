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
import type { AgreedArticle, AgreedVerdict, AlmostAgreed, Conflict, Evidence } from './agreement.ts';
import { makerKey } from './maker-key.ts';
import { nameHashInto } from './name-hash.ts';

export interface AgreedMatch {
  readonly article: AgreedArticle;
  readonly matchedBy: AgreedVerdict['matchedBy'];
  /** The article's position in the list. */
  readonly position: number;
  /** Another article, that something else in the line belongs to. */
  readonly conflict?: Conflict;
}

/** Another number of an agreed article: the catalogue's, and the agreement's item number or GTIN. */
export interface Alias {
  /** Row of the table it stands in; absent for one in the agreement itself. */
  readonly row?: number;
  readonly catalogue: string;
  readonly agreed: string;
}

/** What is asked of the price list about one line. */
export interface AgreedArticles {
  /** The article the line is: by item number, GTIN, manufacturer's item number or alias, the first that has one. */
  find(line: CatalogueLine): AgreedMatch | undefined;
  /** What a line may be meant to be that is no agreed article; to be asked only then. */
  findAlmost(line: CatalogueLine): AlmostAgreed | undefined;
  /** The line's entry that has ended or not begun. */
  findOutOfForce(line: CatalogueLine): AlmostAgreed | undefined;
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
  /** @returns whether the list has the article; asked once it is whole */
  enterAlias(alias: Alias): boolean;
  /** What {@link articlesFrom} needs beside the file itself. */
  data(): ArticlesData;
}

export interface ArticlesData {
  readonly inForce: PlacesData;
  readonly items: KeyTableData;
  readonly gtins: KeyTableData;
  readonly bareItems: KeyTableData;
  readonly makers: KeyTableData;
  readonly names: KeyTableData;
  readonly aliases: KeyTableData;
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
  /** Manufacturer and its item number. */
  readonly makers: KeyHashes;
  /** The words of names, in any order. */
  readonly names: KeyHashes;
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
  readonly makers: KeyTable;
  readonly names: KeyTable;
  /** Positions as they are. */
  readonly aliases: KeyTable;
  readonly otherItems: KeyTable;
  readonly otherGtins: KeyTable;
}

interface Stores {
  readonly inForce: LineStore;
  readonly others: LineStore;
}

/** Stands for a position where several articles are known by the same: it tells none of them. */
const AMBIGUOUS = 0;

export function keyedEntries(entries: readonly { raw: RawRow; article: AgreedArticle }[]): KeyedEntries {
  const items = newKeyHashes(entries.length);
  const gtins = newKeyHashes(entries.length);
  const bareItems = newKeyHashes(entries.length);
  const makers = newKeyHashes(entries.length);
  const names = newKeyHashes(entries.length);
  for (const [at, { article }] of entries.entries()) {
    const { itemNumber, gtin, manufacturer, manufacturerItemNumber, name } = article;
    const bare = itemNumber === undefined ? undefined : withoutZeros(itemNumber);
    putHash(items, at, itemNumber);
    putHash(gtins, at, comparableOf(gtin));
    if (bare !== itemNumber) putHash(bareItems, at, bare);
    putHash(makers, at, makerKey(manufacturer, manufacturerItemNumber));
    if (name !== undefined) nameHashInto(names, at, name);
  }
  const rows = entries.map(({ raw }) => raw);
  return { lines: placedLines(rows), items, gtins, bareItems, makers, names };
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
    makers: newTable(),
    names: newTable(),
    aliases: newTable(),
    otherItems: newTable(),
    otherGtins: newTable(),
  };
  const article = (position: number): AgreedArticle => articleOf(stores.inForce.line(position));
  const enterIfOne = (table: KeyTable, keys: KeyHashes, at: number, position: number): void => {
    if (!hasKey(keys, at)) return;
    const other = table.getHashed(keys, at);
    if (other === undefined) table.setHashed(keys, at, position + 1);
    else if (other !== AMBIGUOUS && !isSameArticle(article(other - 1), article(position)))
      table.setHashed(keys, at, AMBIGUOUS);
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
      enterIfOne(tables.bareItems, entries.bareItems, at, position);
      enterIfOne(tables.makers, entries.makers, at, position);
      enterIfOne(tables.names, entries.names, at, position);
    },
    enterAlias({ catalogue, agreed }) {
      const position = tables.items.get(agreed) ?? tables.gtins.get(comparableGtin(agreed));
      if (position === undefined) return false;
      tables.aliases.set(catalogue, position);
      return true;
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
      const { items, gtins, bareItems, makers, names, aliases, otherItems, otherGtins } = tables;
      return {
        inForce: stores.inForce.places(),
        items: items.data(),
        gtins: gtins.data(),
        bareItems: bareItems.data(),
        makers: makers.data(),
        names: names.data(),
        aliases: aliases.data(),
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
      makers: keyTableOn(data.makers),
      names: keyTableOn(data.names),
      aliases: keyTableOn(data.aliases),
      otherItems: keyTableOn(data.otherItems),
      otherGtins: keyTableOn(data.otherGtins),
    },
  );
}

function articles({ articleOf, asOf }: ArticleSource, stores: Stores, tables: Tables): AgreedArticles {
  const article = (position: number): AgreedArticle => articleOf(stores.inForce.line(position));
  const makerPosition = ({ manufacturer, manufacturerItemNumber }: CatalogueLine): number | undefined => {
    if (manufacturerItemNumber === undefined || tables.makers.size === 0) return undefined;
    const key = makerKey(manufacturer, manufacturerItemNumber);
    const found = key === undefined ? undefined : tables.makers.get(key);
    return found === undefined || found === AMBIGUOUS ? undefined : found - 1;
  };
  const aliasPosition = ({ itemNumber }: CatalogueLine): number | undefined =>
    itemNumber === undefined || tables.aliases.size === 0 ? undefined : tables.aliases.get(itemNumber);
  const other = (position: number | undefined, found: number, matched: AgreedArticle): AgreedArticle | undefined => {
    if (position === undefined || position === found) return undefined;
    const meant = article(position);
    return isSameArticle(meant, matched) ? undefined : meant;
  };
  const otherByGtin = (line: CatalogueLine, found: number, matched: AgreedArticle): AgreedArticle | undefined => {
    if (line.gtin === undefined || line.gtin === matched.gtin) return undefined;
    const gtin = comparableGtin(line.gtin);
    if (comparableOf(matched.gtin) === gtin) return undefined;
    const meant = other(tables.gtins.get(gtin), found, matched);
    // One entry by number only, the other by GTIN only: they may be the same article.
    return meant?.itemNumber === undefined && matched.gtin === undefined ? undefined : meant;
  };
  /** Sizes of one product often share its maker's number: only where the list has another for the matched one. */
  const otherByMaker = (line: CatalogueLine, found: number, matched: AgreedArticle): AgreedArticle | undefined => {
    const { manufacturerItemNumber: own } = matched;
    if (own === undefined || own === line.manufacturerItemNumber) return undefined;
    return other(makerPosition(line), found, matched);
  };
  const conflictOf = (line: CatalogueLine, position: number, by: Evidence, matched: AgreedArticle) => {
    const byGtin = by === 'itemNumber' ? otherByGtin(line, position, matched) : undefined;
    if (byGtin !== undefined) return { by: 'gtin', article: byGtin } as const;
    const byMaker = by === 'manufacturer' ? undefined : otherByMaker(line, position, matched);
    if (byMaker !== undefined) return { by: 'manufacturer', article: byMaker } as const;
    const byAlias = by === 'alias' ? undefined : other(aliasPosition(line), position, matched);
    return byAlias === undefined ? undefined : ({ by: 'alias', article: byAlias } as const);
  };
  const matchAt = (line: CatalogueLine, position: number, matchedBy: Evidence): AgreedMatch => {
    const matched = article(position);
    const conflict = conflictOf(line, position, matchedBy, matched);
    const match = { article: matched, matchedBy, position };
    return conflict === undefined ? match : { ...match, conflict };
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
  const alike = ({ name }: CatalogueLine): AlmostAgreed | undefined => {
    if (name === undefined || tables.names.size === 0) return undefined;
    const hashes = newKeyHashes(1);
    nameHashInto(hashes, 0, name);
    const position = tables.names.getHashed(hashes, 0);
    return position === undefined || position === AMBIGUOUS
      ? undefined
      : { reason: 'sameName', article: article(position - 1) };
  };
  return {
    find(line) {
      const { itemNumber } = line;
      const byNumber = itemNumber === undefined ? undefined : tables.items.get(itemNumber);
      if (byNumber !== undefined) return matchAt(line, byNumber, 'itemNumber');
      const gtin = comparableOf(line.gtin);
      const byGtin = gtin === undefined ? undefined : tables.gtins.get(gtin);
      if (byGtin !== undefined) return matchAt(line, byGtin, 'gtin');
      const byMaker = makerPosition(line);
      if (byMaker !== undefined) return matchAt(line, byMaker, 'manufacturer');
      const byAlias = aliasPosition(line);
      return byAlias === undefined ? undefined : matchAt(line, byAlias, 'alias');
    },
    findOutOfForce: outOfForce,
    findAlmost: (line) => outOfForce(line) ?? butForZeros(line) ?? alike(line),
  };
}

/** Entries of one number are one article; of those without numbers each is its own. */
function isSameArticle(one: AgreedArticle, other: AgreedArticle): boolean {
  return one.itemNumber === other.itemNumber && (one.itemNumber !== undefined || one.gtin === other.gtin);
}

function comparableOf(gtin: string | undefined): string | undefined {
  return gtin === undefined ? undefined : comparableGtin(gtin);
}

const DIGITS = /^\d+$/;

/** The number as a spreadsheet leaves it; `undefined` for what it leaves alone. */
function withoutZeros(itemNumber: string): string | undefined {
  return DIGITS.test(itemNumber) ? itemNumber.replace(/^0+(?=\d)/, '') : undefined;
}
