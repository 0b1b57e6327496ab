/**
 * The lines of a file by position, without keeping them: of a text file only where each one's bytes lie, of a workbook
 * its cells as one string. A line is made again when it is asked for.
 */
import type { CatalogueLine } from '../catalogue/line.ts';
import type { CellKind, RawRow, RecordAccess, RowFile } from '../readers/reader.ts';
import { newRecordPlaces } from '../readers/record-places.ts';
import { type Mapping, mapRow } from './map-rows.ts';

export interface LineStore {
  readonly size: number;
  /** @returns the line's position, from 0 */
  add(row: RawRow): number;
  line(position: number): CatalogueLine;
  /** Whether the row stands there cell for cell. */
  isSame(position: number, row: RawRow): boolean;
}

export function newLineStore(file: RowFile, mapping: Mapping): LineStore {
  const rows = file.records === undefined ? packedRows() : recordedRows(file.records);
  return {
    get size() {
      return rows.size;
    },
    add: rows.add,
    isSame: rows.isSame,
    line(position) {
      const line = mapRow(rows.row(position), mapping);
      if (line === undefined) throw new RangeError(`no line at position ${position}`);
      return line;
    },
  };
}

interface Rows {
  readonly size: number;
  add(row: RawRow): number;
  row(position: number): RawRow;
  isSame(position: number, row: RawRow): boolean;
}

function recordedRows(records: RecordAccess): Rows {
  const places = newRecordPlaces();
  return {
    get size() {
      return places.size;
    },
    add: places.add,
    row: (position) => records.at(places.row(position), places.start(position), places.end(position)),
    isSame: (position, { text }) =>
      text !== undefined && text === records.text(places.start(position), places.end(position)),
  };
}

/** Separators that cannot stand in cells that people type. */
const CELL = '\u001f';
const KINDS = '\u001e';

function packedRows(): Rows {
  const rows: number[] = [];
  const texts: string[] = [];
  return {
    get size() {
      return texts.length;
    },
    add(row) {
      texts.push(pack(row));
      return rows.push(row.row) - 1;
    },
    isSame: (position, row) => texts[position] === pack(row),
    row(position) {
      const [cells = '', kinds] = (texts[position] ?? '').split(KINDS);
      return {
        row: rows[position] ?? 0,
        cells: cells.split(CELL),
        ...(kinds === undefined ? {} : { kinds: kinds.split(CELL) as CellKind[] }),
      };
    },
  };
}

function pack({ cells, kinds }: RawRow): string {
  const text = cells.join(CELL);
  return kinds === undefined ? text : `${text}${KINDS}${kinds.join(CELL)}`;
}
