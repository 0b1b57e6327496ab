/** The version approved last, indexed so that a line finds its former self. */
import type { Field } from '../catalogue/field.ts';
import { comparableGtin } from '../catalogue/gtin.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { Mapping } from '../mapping/map-rows.ts';
import { mapRow, mapRows } from '../mapping/map-rows.ts';
import type { CellKind, RawRow, RowFile } from '../readers/reader.ts';
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
  keyAt(position: number): string | undefined;
  line(position: number): CatalogueLine;
  /**
   * The line at this position, seen from the new line it became: that very line when the rows are equal cell for cell
   * and both files are read the same way, so that nothing is read twice.
   */
  formerOf(line: CatalogueLine, row: RawRow, position: number): CatalogueLine;
}

const SHARED = -1;

/**
 * @param current how the new catalogue's columns were understood: decides the key, and whether equal rows mean equal lines
 */
export async function indexPrevious(file: RowFile, mapping: Mapping, current: Mapping): Promise<PreviousVersion> {
  const key = chooseKey(fieldsOf(mapping), fieldsOf(current));
  const positions = new Map<string, number>();
  const gtins = new Map<string, number>();
  const keys: (string | undefined)[] = [];
  const rows: number[] = [];
  const packed: string[] = [];
  let withoutKey = 0;
  for await (const batch of mapRows(file.rows(), mapping)) {
    for (const { line, raw } of batch) {
      const position = packed.length;
      packed.push(pack(raw));
      rows.push(raw.row);
      const lineKey = keyOf(line, key);
      keys.push(lineKey);
      if (lineKey === undefined) withoutKey++;
      else positions.set(lineKey, positions.has(lineKey) ? SHARED : position);
      if (line.gtin !== undefined) {
        const gtin = comparableGtin(line.gtin);
        gtins.set(gtin, gtins.has(gtin) ? SHARED : position);
      }
    }
  }
  const duplicateKeys = new Set<string>();
  for (const [lineKey, position] of positions) if (position === SHARED) duplicateKeys.add(lineKey);
  const comparable = sameColumns(mapping, current);
  const unlessShared = (position: number | undefined) => (position === SHARED ? undefined : position);
  const lineAt = (position: number): CatalogueLine => {
    const line = mapRow(unpack(packed[position] ?? '', rows[position] ?? 0), mapping);
    if (line === undefined) throw new RangeError(`no line at position ${position}`);
    return line;
  };
  return {
    mapping,
    file,
    lines: packed.length,
    key,
    duplicateKeys,
    withoutKey,
    byKey: (lineKey) => unlessShared(positions.get(lineKey)),
    byGtin: (gtin) => unlessShared(gtins.get(gtin)),
    keyAt: (position) => keys[position],
    line: lineAt,
    formerOf: (line, row, position) => (comparable && packed[position] === pack(row) ? line : lineAt(position)),
  };
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

/** A row as one string, a fraction of the memory of its cells: separators cannot stand in cells that people type. */
const CELL = '\u001f';
const KINDS = '\u001e';

function pack({ cells, kinds }: RawRow): string {
  const text = cells.join(CELL);
  return kinds === undefined ? text : `${text}${KINDS}${kinds.join(CELL)}`;
}

function unpack(text: string, row: number): RawRow {
  const [cells = '', kinds] = text.split(KINDS);
  return {
    row,
    cells: cells.split(CELL),
    ...(kinds === undefined ? {} : { kinds: kinds.split(CELL) as CellKind[] }),
  };
}
