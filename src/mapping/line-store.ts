/**
 * The lines of a file by position, without keeping them: only where each one's bytes lie. A line is made again when it is
 * asked for.
 */
import type { CatalogueLine } from '../catalogue/line.ts';
import type { RawRow, RowFile } from '../readers/reader.ts';
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
  /** Where the lines stand, as plain data. */
  places(): PlacesData;
}

/** Some lines of a file as a store takes them. Plain data. */
export interface PlacedLines {
  readonly count: number;
  /** Where they stand. */
  readonly places: Places;
}

/** The rows as a store takes them. */
export function placedLines(rows: readonly RawRow[]): PlacedLines {
  const places = newPlaces(rows.length);
  let at = 0;
  for (const row of rows) putPlace(places, at++, row);
  return { count: rows.length, places };
}

/** About how many lines the file has, going by these. */
export function expectedLines({ pieces }: RowFile, { count, places }: PlacedLines): number {
  const bytes = pieces?.bytes();
  return bytes === undefined ? count : expectedRecords(bytes, places);
}

/**
 * @param file whose records can be read one by one
 * @param given places of the lines when they are known already
 */
export function newLineStore({ records }: RowFile, mapping: Mapping, given?: PlacesData): LineStore {
  if (records === undefined) throw new RangeError('the rows of a workbook must be set aside first');
  const places = given === undefined ? newRecordPlaces({ shared: true }) : recordPlacesOn(given);
  return {
    get size() {
      return places.size;
    },
    addAll: (lines, shift) => places.addAll(lines.places, shift),
    places: places.data,
    isSame: (position, { text }) =>
      text !== undefined && text === records.text(places.start(position), places.end(position)),
    line(position) {
      const row = records.at(places.row(position), places.start(position), places.end(position));
      const line = mapRow(row, mapping);
      if (line === undefined) throw new RangeError(`no line at position ${position}`);
      return line;
    },
  };
}
