/** The version approved last, indexed so that a line finds its former self. */
import type { Field } from '../catalogue/field.ts';
import { comparableGtin } from '../catalogue/gtin.ts';
import { type KeyTable, newKeyTable } from '../catalogue/key-table.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { newLineStore } from '../mapping/line-store.ts';
import { type Mapping, mapRow } from '../mapping/map-rows.ts';
import type { RawRow, RowFile } from '../readers/reader.ts';
import { chooseKey, keyOf } from './line-key.ts';

export interface PreviousVersion {
  readonly mapping: Mapping;
  readonly file: RowFile;
  readonly lines: number;
  /** The fields lines are known by, in both versions. */
  readonly key: readonly Field[];
  /** Keys that two or more lines of it share: those lines are never compared. */
  readonly duplicateKeys: ReadonlySet<string>;
  /** Lines with nothing to know them by. */
  readonly withoutKey: number;
  /** Position of the line with this key, unless it is shared. */
  byKey(key: string): number | undefined;
  /** Position of the line with this GTIN, unless several have it. */
  byGtin(gtin: string): number | undefined;
  line(position: number): CatalogueLine;
  /**
   * The line at this position, seen from the new line it became: that very line when the rows are equal cell for cell
   * and both files are read the same way, so that nothing is read twice.
   */
  formerOf(line: CatalogueLine, row: RawRow, position: number): CatalogueLine;
}

/** Stands for a position in the tables: several lines have it. The tables hold positions from 1 on. */
const SHARED = 0;

/**
 * @param current how the new catalogue's columns were understood: decides the key, and whether equal rows mean equal lines
 */
export async function indexPrevious(file: RowFile, mapping: Mapping, current: Mapping): Promise<PreviousVersion> {
  const key = chooseKey(fieldsOf(mapping), fieldsOf(current));
  const keyMapping = onlyFields(mapping, [...key, 'gtin']);
  const store = newLineStore(file, mapping);
  const keys = newKeyTable();
  const gtins = newKeyTable();
  const duplicateKeys = new Set<string>();
  let withoutKey = 0;
  for await (const batch of file.rows()) {
    for (const raw of batch) {
      // A row without the key may still be a line, and a heading row repeated is none: only the whole mapping can tell.
      const keyed = mapRow(raw, keyMapping);
      const line = keyed === undefined || keyOf(keyed, key) === undefined ? mapRow(raw, mapping) : keyed;
      if (line === undefined) continue;
      const position = store.add(raw);
      const lineKey = keyOf(line, key);
      if (lineKey === undefined) withoutKey++;
      else if (!enter(keys, lineKey, position)) duplicateKeys.add(lineKey);
      if (line.gtin !== undefined) enter(gtins, comparableGtin(line.gtin), position);
    }
  }
  const comparable = sameColumns(mapping, current);
  return {
    mapping,
    file,
    lines: store.size,
    key,
    duplicateKeys,
    withoutKey,
    byKey: (lineKey) => positionOf(keys, lineKey),
    byGtin: (gtin) => positionOf(gtins, gtin),
    line: store.line,
    formerOf: (line, row, position) => (comparable && store.isSame(position, row) ? line : store.line(position)),
  };
}

/** @returns whether the key is the line's alone */
function enter(table: KeyTable, key: string, position: number): boolean {
  const isNew = !table.has(key);
  table.set(key, isNew ? position + 1 : SHARED);
  return isNew;
}

function positionOf(table: KeyTable, key: string): number | undefined {
  const found = table.get(key);
  return found === undefined || found === SHARED ? undefined : found - 1;
}

/** The same mapping, blind to all other fields: indexing reads every line, but needs only what it is known by. */
function onlyFields(mapping: Mapping, fields: readonly Field[]): Mapping {
  const { labels: _, ...rest } = mapping;
  return { ...rest, readers: mapping.readers.filter(({ field }) => fields.includes(field)), extras: [] };
}

export function fieldsOf(mapping: Mapping): ReadonlySet<Field> {
  return new Set(mapping.header.columns.flatMap(({ field }) => (field === undefined ? [] : [field])));
}

/** Equal rows mean equal lines only where every column is read the same way. */
function sameColumns(before: Mapping, after: Mapping): boolean {
  const describe = ({ header, styles }: Mapping) =>
    JSON.stringify([header.format, header.columns.map(({ heading, field }) => [heading, field]), styles]);
  return describe(before) === describe(after);
}
