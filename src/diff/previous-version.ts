/** The version approved last, indexed so that a line finds its former self. */
import { type EffectGrounds, SPEND_FIELDS, spendOf } from '../agreement/effect.ts';
import type { Field } from '../catalogue/field.ts';
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
import { type Mapping, mapRow } from '../mapping/map-rows.ts';
import type { Pass, Passed } from '../readers/passed.ts';
import type { RawRow, RowFile } from '../readers/reader.ts';
import type { PlacesData } from '../readers/record-places.ts';
import { type LabelCounts, newLabelCounter } from './label-counts.ts';
import { chooseKey, keyOf } from './line-key.ts';

/** A catalogue file with how its rows are read. */
export interface MappedFile {
  readonly file: RowFile;
  readonly mapping: Mapping;
}

/** What is asked of the previous version about one line. */
export interface FormerLines {
  readonly mapping: Mapping;
  /** The fields lines are known by, in both versions. */
  readonly key: readonly Field[];
  /** Position of the line with this key, unless it is shared. */
  byKey(key: string): number | undefined;
  /** Whether two or more lines of it share the key: those lines are never compared. */
  isShared(key: string): boolean;
  /** Position of the line with this GTIN, unless several have it. */
  byGtin(gtin: string): number | undefined;
  line(position: number): CatalogueLine;
  /** Whether the row stands at this position cell for cell and both files are read the same way: then so are the lines. */
  isSame(row: RawRow, position: number): boolean;
  /** The line at this position, seen from the new line it became: that very line where the rows are the same. */
  formerOf(line: CatalogueLine, row: RawRow, position: number): CatalogueLine;
}

export interface PreviousVersion extends FormerLines {
  readonly lines: number;
  /** Lines with nothing to know them by. */
  readonly withoutKey: number;
  /** Absent when it has no column of labels, or nobody asked. */
  readonly labelCounts?: LabelCounts;
  /** The keys that are shared. */
  duplicateKeys(): readonly string[];
  /** What {@link formerLinesFrom} needs beside the file itself. */
  data(): FormerLinesData;
}

export interface FormerLinesData {
  readonly places: PlacesData;
  readonly keys: KeyTableData;
  readonly gtins: KeyTableData;
}

/** Some lines of the previous version by what they are known by. Plain data. */
export interface KeyedLines {
  readonly lines: PlacedLines;
  readonly keys: KeyHashes;
  readonly gtins: KeyHashes;
  readonly labelCounts: LabelCounts;
}

/** That labels are counted on the way. */
export interface LabelCounting {
  /** Absent: what lines cost in a year is not known. */
  readonly volumes?: EffectGrounds | undefined;
}

const LABEL_FIELDS = ['unspsc', 'ecoLabel'] as const satisfies readonly Field[];

/** Stands for a position in the tables: several lines have it. The tables hold positions from 1 on. */
const SHARED = 0;

/**
 * @param current how the new catalogue's columns were understood: decides the key
 * @param counting absent: labels are not counted
 */
export function keyedLines(
  { mapping }: Pick<MappedFile, 'mapping'>,
  current: Mapping,
  counting?: LabelCounting,
): Pass<KeyedLines> {
  const key = commonKey(mapping, current);
  const volumes = mapping.labels === undefined ? undefined : counting?.volumes;
  const spending = volumes === undefined ? undefined : { ...volumes, columns: fieldsOf(mapping) };
  const keyMapping = onlyFields(mapping, [
    ...key,
    'gtin',
    ...(counting === undefined ? [] : LABEL_FIELDS),
    ...(spending === undefined ? [] : SPEND_FIELDS),
  ]);
  return (rows) => {
    const kept: RawRow[] = [];
    const keys = newKeyHashes(rows.length);
    const gtins = newKeyHashes(rows.length);
    const labels = newLabelCounter();
    for (const raw of rows) {
      // A row without the key may still be a line, and a heading row repeated is none: only the whole mapping can tell.
      const keyed = mapRow(raw, keyMapping);
      const line = keyed === undefined || keyOf(keyed, key) === undefined ? mapRow(raw, mapping) : keyed;
      if (line === undefined) continue;
      putHash(keys, kept.length, keyOf(line, key));
      if (line.gtin !== undefined) putHash(gtins, kept.length, comparableGtin(line.gtin));
      if (counting !== undefined)
        labels.add(line, spending === undefined ? undefined : spendOf(line, undefined, spending));
      kept.push(raw);
    }
    return { lines: placedLines(kept), keys, gtins, labelCounts: labels.counts };
  };
}

/**
 * @param passed what {@link keyedLines} made of all rows, in order
 * @param current how the new catalogue's columns were understood: decides the key, and whether equal rows mean equal lines
 */
export async function indexPrevious(
  { file, mapping }: MappedFile,
  current: Mapping,
  passed: AsyncIterable<Passed<KeyedLines>>,
  counting?: LabelCounting,
): Promise<PreviousVersion> {
  const store = newLineStore(file, mapping);
  const keys = newKeyTable({ shared: true });
  const gtins = newKeyTable({ shared: true });
  const sharing = new Map<string, number>();
  const labels = newLabelCounter();
  let withoutKey = 0;
  for await (const { result, shift } of passed) {
    const first = store.size;
    if (first === 0) for (const table of [keys, gtins]) table.reserve(expectedLines(file, result.lines));
    store.addAll(result.lines, shift);
    labels.addAll(result.labelCounts);
    for (let at = 0; at < result.lines.count; at++) {
      if (!hasKey(result.keys, at)) withoutKey++;
      else if (!enter(keys, result.keys, at, first + at))
        sharing.set(`${result.keys[2 * at]} ${result.keys[2 * at + 1]}`, first + at);
      if (hasKey(result.gtins, at)) enter(gtins, result.gtins, at, first + at);
    }
  }
  const former = formerLines({ file, mapping }, current, store, { keys, gtins });
  return {
    ...former,
    lines: store.size,
    withoutKey,
    ...(mapping.labels === undefined || counting === undefined ? {} : { labelCounts: labels.counts }),
    duplicateKeys: () => [...sharing.values()].map((position) => keyOf(store.line(position), former.key) ?? ''),
    data: () => ({ places: store.places(), keys: keys.data(), gtins: gtins.data() }),
  };
}

/** The previous version as another thread sees it. */
export function formerLinesFrom(
  { places, keys, gtins }: FormerLinesData,
  previous: MappedFile,
  current: Mapping,
): FormerLines {
  const store = newLineStore(previous.file, previous.mapping, places);
  return formerLines(previous, current, store, { keys: keyTableOn(keys), gtins: keyTableOn(gtins) });
}

function formerLines(
  { mapping }: MappedFile,
  current: Mapping,
  store: LineStore,
  { keys, gtins }: { readonly keys: KeyTable; readonly gtins: KeyTable },
): FormerLines {
  const comparable = sameColumns(mapping, current);
  const isSame: FormerLines['isSame'] = (row, position) => comparable && store.isSame(position, row);
  return {
    mapping,
    key: commonKey(mapping, current),
    byKey: (key) => positionOf(keys.get(key)),
    isShared: (key) => keys.get(key) === SHARED,
    byGtin: (gtin) => positionOf(gtins.get(gtin)),
    line: store.line,
    isSame,
    formerOf: (line, row, position) => (isSame(row, position) ? line : store.line(position)),
  };
}

/** @returns whether the key is the line's alone */
function enter(table: KeyTable, hashes: KeyHashes, at: number, position: number): boolean {
  const isNew = table.addHashed(hashes, at, position + 1) === undefined;
  if (!isNew) table.setHashed(hashes, at, SHARED);
  return isNew;
}

function positionOf(found: number | undefined): number | undefined {
  return found === undefined || found === SHARED ? undefined : found - 1;
}

function commonKey(mapping: Mapping, current: Mapping): readonly Field[] {
  return chooseKey(fieldsOf(mapping), fieldsOf(current));
}

/** The same mapping, blind to all other fields: indexing reads every line, but needs only what it is known by. */
export function onlyFields(mapping: Mapping, fields: readonly Field[]): Mapping {
  const { labels, ...rest } = mapping;
  const named = labels !== undefined && fields.includes('ecoLabel') ? { labels } : {};
  return { ...rest, ...named, readers: mapping.readers.filter(({ field }) => fields.includes(field)), extras: [] };
}

export function fieldsOf(mapping: Mapping): ReadonlySet<Field> {
  const { header, price } = mapping;
  const fields = new Set(header.columns.flatMap(({ field }) => (field === undefined ? [] : [field])));
  // The heading of the price may say them for every line.
  if (price?.unit !== undefined) fields.add('unit');
  if (price?.baseQuantity !== undefined) fields.add('priceBaseQuantity');
  return fields;
}

/** Equal rows mean equal lines only where every column is read the same way. */
function sameColumns(before: Mapping, after: Mapping): boolean {
  const describe = ({ header, styles }: Mapping) =>
    JSON.stringify([header.format, header.columns.map(({ heading, field }) => [heading, field]), styles]);
  return describe(before) === describe(after);
}
