/** Where the records of a file stand: row and bytes of each, a few numbers a record. Plain data, and can be shared. */
import type { RawRow } from './reader.ts';

export interface RecordPlaces {
  readonly size: number;
  /** @returns the record's position, from 0 */
  add(row: RawRow): number;
  /** Adds records whose rows were counted from `shift` rows further up. */
  addAll(places: Places, shift: number): void;
  row(position: number): number;
  start(position: number): number;
  end(position: number): number;
  data(): PlacesData;
}

/** Row, start and end of each record. */
export type Places = Float64Array<ArrayBufferLike>;

export interface PlacesData {
  readonly size: number;
  readonly numbers: Places;
}

const NUMBERS = 3;
const FIRST_CAPACITY = 1024;

/** @param expected so many records; more are taken all the same */
export function newRecordPlaces(expected = FIRST_CAPACITY, shared = false): RecordPlaces {
  const bytes = NUMBERS * Math.max(1, expected) * Float64Array.BYTES_PER_ELEMENT;
  return recordPlacesOn({
    size: 0,
    numbers: new Float64Array(shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes)),
  });
}

/** Places on the memory of others, in this thread or another. */
export function recordPlacesOn(from: PlacesData): RecordPlaces {
  let { size, numbers } = from;
  const reserve = (count: number): void => {
    const needed = (size + count) * NUMBERS;
    if (needed <= numbers.length) return;
    const larger = new Float64Array(Math.max(needed, numbers.length * 2));
    larger.set(numbers);
    numbers = larger;
  };
  return {
    get size() {
      return size;
    },
    add(row) {
      reserve(1);
      putPlace(numbers, size, row);
      return size++;
    },
    addAll(places, shift) {
      reserve(places.length / NUMBERS);
      const from = size * NUMBERS;
      numbers.set(places, from);
      size += places.length / NUMBERS;
      if (shift !== 0) for (let at = from; at < size * NUMBERS; at += NUMBERS) numbers[at] = (numbers[at] ?? 0) + shift;
    },
    row: (position) => numbers[position * NUMBERS] ?? 0,
    start: (position) => numbers[position * NUMBERS + 1] ?? 0,
    end: (position) => numbers[position * NUMBERS + 2] ?? 0,
    data: () => ({ size, numbers }),
  };
}

/** Room for so many records. */
export function newPlaces(count: number): Places {
  return new Float64Array(NUMBERS * count);
}

export function putPlace(places: Places, position: number, { row, start = 0, end = 0 }: RawRow): void {
  const at = position * NUMBERS;
  places[at] = row;
  places[at + 1] = start;
  places[at + 2] = end;
}

/** The first so many of them. */
export function firstPlaces(places: Places, count: number): Places {
  return places.subarray(0, count * NUMBERS);
}
