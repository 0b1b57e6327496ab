/** Where the records of a file stand: row and bytes of each, a few numbers a record. */
import type { RawRow } from './reader.ts';

export interface RecordPlaces {
  readonly size: number;
  /** @returns the record's position, from 0 */
  add(row: RawRow): number;
  row(position: number): number;
  start(position: number): number;
  end(position: number): number;
}

const NUMBERS = 3;

export function newRecordPlaces(): RecordPlaces {
  let size = 0;
  let numbers = new Float64Array(NUMBERS * 1024);
  return {
    get size() {
      return size;
    },
    add({ row, start = 0, end = 0 }) {
      const at = size * NUMBERS;
      if (at === numbers.length) {
        const larger = new Float64Array(numbers.length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[at] = row;
      numbers[at + 1] = start;
      numbers[at + 2] = end;
      return size++;
    },
    row: (position) => numbers[position * NUMBERS] ?? 0,
    start: (position) => numbers[position * NUMBERS + 1] ?? 0,
    end: (position) => numbers[position * NUMBERS + 2] ?? 0,
  };
}
