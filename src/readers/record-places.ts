/** Where the records of a file stand: row and bytes of each, a few numbers a record. Plain data, and can be shared. */
import type { RawRow } from './reader.ts';

export interface RecordPlaces {
  readonly size: number;
  /** Adds records whose rows were counted from `shift` rows further up. */
  addAll(places: Places, shift: number): void;
  row(position: number): number;
  start(position: number): number;
  end(position: number): number;
  data(): PlacesData;
}

/** Row, start and end of each record. */
export type Places = Float64Array<ArrayBufferLike>;

/** Kept in 16 bytes a record. */
export interface PlacesData {
  readonly size: number;
  readonly starts: Float64Array<ArrayBufferLike>;
  /** Row and length of each. */
  readonly rest: Uint32Array<ArrayBufferLike>;
}

const NUMBERS = 3;
const FIRST_CAPACITY = 1024;

export interface RecordPlacesSize {
  /** So many records are expected; more are taken all the same. */
  readonly expected?: number;
  /** Whether other threads are to see the same memory. */
  readonly shared?: boolean;
}

export function newRecordPlaces({ expected = FIRST_CAPACITY, shared = false }: RecordPlacesSize = {}): RecordPlaces {
  return placesOn({ size: 0, ...roomFor(Math.max(1, expected), shared) }, shared);
}

function roomFor(records: number, shared: boolean): Omit<PlacesData, 'size'> {
  // One number of eight bytes and two of four each.
  const memory = () => (shared ? new SharedArrayBuffer(8 * records) : new ArrayBuffer(8 * records));
  return { starts: new Float64Array(memory()), rest: new Uint32Array(memory()) };
}

/** Places on the memory of others, in this thread or another; they are only to be asked. */
export function recordPlacesOn(data: PlacesData): RecordPlaces {
  return placesOn(data, false);
}

function placesOn(from: PlacesData, shared: boolean): RecordPlaces {
  let { size, starts, rest } = from;
  const reserve = (count: number): void => {
    if (size + count <= starts.length) return;
    const larger = roomFor(Math.max(size + count, starts.length * 2), shared);
    larger.starts.set(starts);
    larger.rest.set(rest);
    ({ starts, rest } = larger);
  };
  const put = (row: number, start: number, end: number): void => {
    starts[size] = start;
    rest[2 * size] = row;
    rest[2 * size + 1] = end - start;
    size++;
  };
  return {
    get size() {
      return size;
    },
    addAll(places, shift) {
      reserve(places.length / NUMBERS);
      for (let at = 0; at < places.length; at += NUMBERS)
        put((places[at] ?? 0) + shift, places[at + 1] ?? 0, places[at + 2] ?? 0);
    },
    row: (position) => rest[2 * position] ?? 0,
    start: (position) => starts[position] ?? 0,
    end: (position) => (starts[position] ?? 0) + (rest[2 * position + 1] ?? 0),
    data: () => ({ size, starts, rest }),
  };
}

/** About how many records a file of so many bytes holds, going by the length of some of them. */
export function expectedRecords(bytes: number, places: Places): number {
  const count = places.length / NUMBERS;
  let length = 0;
  for (let at = 0; at < places.length; at += NUMBERS) length += (places[at + 2] ?? 0) - (places[at + 1] ?? 0);
  return length === 0 ? count : Math.ceil((bytes / length) * count);
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
