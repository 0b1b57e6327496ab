/**
 * The lines of a file by position, without keeping them: of a text file only where each one's bytes lie, of a workbook
 * its cells as one string. A line is made again when it is asked for.
 */
import type { CatalogueLine } from '../catalogue/line.ts';
import type { CellKind, RawRow, RowFile } from '../readers/reader.ts';
import { type Mapping, mapRow } from './map-rows.ts';

export interface LineStore {
  readonly size: number;
  /** @returns the line's position, from 0 */
  add(row: RawRow): number;
  line(position: number): CatalogueLine;
}

export function newLineStore(file: RowFile, mapping: Mapping): LineStore {
  const rows = file.recordAt === undefined ? packedRows() : recordedRows(file.recordAt);
  return {
    get size() {
      return rows.size;
    },
    add: rows.add,
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
}

function recordedRows(recordAt: NonNullable<RowFile['recordAt']>): Rows {
  let size = 0;
  let numbers = new Float64Array(3 * 1024);
  return {
    get size() {
      return size;
    },
    add({ row, start = 0, end = 0 }) {
      if (numbers.length === size * 3) {
        const larger = new Float64Array(numbers.length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers.set([row, start, end], size * 3);
      return size++;
    },
    row: (position) =>
      recordAt(numbers[position * 3] ?? 0, numbers[position * 3 + 1] ?? 0, numbers[position * 3 + 2] ?? 0),
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
    add({ row, cells, kinds }) {
      const text = cells.join(CELL);
      texts.push(kinds === undefined ? text : `${text}${KINDS}${kinds.join(CELL)}`);
      return rows.push(row) - 1;
    },
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
