/**
 * The lines of a file by position, without keeping them: of a text file only where each one's bytes lie, of a workbook
 * its cells as one string. A line is made again when it is asked for.
 */
import type { CatalogueLine } from '../catalogue/line.ts';
import type { CellKind, RawRow, RecordAccess, RowFile } from '../readers/reader.ts';
import {
  expectedRecords,
  newPlaces,
  newRecordPlaces,
  type Places,
  type PlacesData,
  putPlace,
  recordPlacesOn,
} from '../readers/record-places.ts';
import { type Mapping, mapRow } from './map-rows.ts';

export interface LineStore {
  readonly size: number;
  /** Adds lines, whose rows were counted from `shift` rows further up. */
  addAll(lines: PlacedLines, shift: number): void;
  line(position: number): CatalogueLine;
  /** Whether the row stands there cell for cell. */
  isSame(position: number, row: RawRow): boolean;
  /** Where the lines of a text file stand, as plain data; absent for a workbook. */
  readonly places?: () => PlacesData;
}

/** Some lines of a file as a store takes them. Plain data. */
export interface PlacedLines {
  readonly count: number;
  /** Of a text file: where they stand. */
  readonly places: Places;
  /** Of a workbook: the rows themselves. */
  readonly rows?: readonly RawRow[];
}

/** The rows as a store takes them. */
export function placedLines(rows: readonly RawRow[], file: RowFile): PlacedLines {
  const places = newPlaces(rows.length);
  for (const [at, row] of rows.entries()) putPlace(places, at, row);
  return { count: rows.length, places, ...(file.records === undefined ? { rows } : {}) };
}

/** About how many lines the file has, going by these. */
export function expectedLines({ text }: RowFile, { count, places }: PlacedLines): number {
  return text === undefined ? count : expectedRecords(text.bytes, places);
}

/** @param places of the lines when they are known already */
export function newLineStore(file: RowFile, mapping: Mapping, places?: PlacesData): LineStore {
  const rows = file.records === undefined ? packedRows() : recordedRows(file.records, places);
  const { places: data } = rows;
  return {
    get size() {
      return rows.size;
    },
    addAll: rows.addAll,
    isSame: rows.isSame,
    line(position) {
      const line = mapRow(rows.row(position), mapping);
      if (line === undefined) throw new RangeError(`no line at position ${position}`);
      return line;
    },
    ...(data === undefined ? {} : { places: data }),
  };
}

interface Rows extends Pick<LineStore, 'size' | 'addAll' | 'isSame' | 'places'> {
  row(position: number): RawRow;
}

function recordedRows(records: RecordAccess, given: PlacesData | undefined): Rows {
  const places = given === undefined ? newRecordPlaces({ shared: true }) : recordPlacesOn(given);
  return {
    get size() {
      return places.size;
    },
    addAll: (lines, shift) => places.addAll(lines.places, shift),
    places: places.data,
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
    addAll(lines) {
      for (const row of lines.rows ?? []) {
        texts.push(pack(row));
        rows.push(row.row);
      }
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
