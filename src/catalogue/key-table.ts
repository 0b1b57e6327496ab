/**
 * A map from text to a whole number, for a million keys and more: 20 to 40 bytes an entry, where a map of strings takes
 * several times that. A key is kept as 64 bits of hash, so two different keys of a million pass for the same with a
 * chance of one in forty million; whoever can, looks at what was found. Its memory can be shared with other threads.
 */
export interface KeyTable {
  readonly size: number;
  get(key: string): number | undefined;
  has(key: string): boolean;
  /** @param value 0 or more, below 2 ** 31 */
  set(key: string, value: number): void;
  /** As `get`, for the hash at this place of a column of hashes. @returns `undefined` where the column has no key too */
  getHashed(hashes: KeyHashes, at: number): number | undefined;
  /** As `set`, for the hash at this place of a column of hashes; a place without a key is passed over. */
  setHashed(hashes: KeyHashes, at: number, value: number): void;
  /** As `setHashed`, where nothing is known by the hash. @returns the value that stood there already, and stays */
  addHashed(hashes: KeyHashes, at: number, value: number): number | undefined;
  /** Makes room for so many entries, so that it need not grow on the way. */
  reserve(entries: number): void;
  /** The table as plain data, for {@link keyTableOn}; later changes of either may or may not be seen by the other. */
  data(): KeyTableData;
}

/** Hashes of keys in a row: two numbers each, both 0 where there is no key. Plain data. */
export type KeyHashes = Uint32Array<ArrayBufferLike>;

export interface KeyTableData {
  readonly size: number;
  /** Two numbers of hash and the value + 1 for each slot; all 0 where nothing stands. */
  readonly slots: Uint32Array<ArrayBufferLike>;
}

export interface KeyTableSize {
  /** So many entries are expected; more are taken all the same. */
  readonly expected?: number;
  /** Whether other threads are to see the same memory. */
  readonly shared?: boolean;
}

const FIRST_CAPACITY = 1 << 10;
const FULLEST = 0.6;
const SLOT_NUMBERS = 3;

export function newKeyTable({ expected = 0, shared = false }: KeyTableSize = {}): KeyTable {
  return tableOf({ size: 0, slots: newSlots(capacityFor(expected), shared) }, shared);
}

function capacityFor(entries: number): number {
  let capacity = FIRST_CAPACITY;
  while (entries > capacity * FULLEST) capacity *= 2;
  return capacity;
}

/** A table on the memory of another one, in this thread or another; it is only to be asked. */
export function keyTableOn(data: KeyTableData): KeyTable {
  return tableOf(data, false);
}

/** Room for the hashes of so many keys, none of them given. */
export function newKeyHashes(count: number): KeyHashes {
  return new Uint32Array(2 * count);
}

/** Puts the hash of a key in its place. @param key absent: there is none */
export function putHash(hashes: KeyHashes, at: number, key: string | undefined): void {
  if (key === undefined) return;
  hash(key);
  hashes[2 * at] = hashHigh;
  hashes[2 * at + 1] = hashLow;
}

export function hasKey(hashes: KeyHashes, at: number): boolean {
  return hashes[2 * at] !== 0 || hashes[2 * at + 1] !== 0;
}

function newSlots(capacity: number, shared: boolean): KeyTableData['slots'] {
  const bytes = capacity * SLOT_NUMBERS * Uint32Array.BYTES_PER_ELEMENT;
  return new Uint32Array(shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
}

function tableOf(from: KeyTableData, shared: boolean): KeyTable {
  let { size, slots } = from;
  let capacity = slots.length / SLOT_NUMBERS;

  /** Where the hash stands, or would stand. */
  const slotOf = (h: number, l: number): number => {
    const mask = capacity - 1;
    let slot = l & mask;
    for (;;) {
      const at = slot * SLOT_NUMBERS;
      if (slots[at + 2] === 0 || (slots[at + 1] === l && slots[at] === h)) return at;
      slot = (slot + 1) & mask;
    }
  };
  const put = (h: number, l: number, entry: number): void => {
    const at = slotOf(h, l);
    slots[at] = h;
    slots[at + 1] = l;
    slots[at + 2] = entry;
  };
  const growTo = (larger: number): void => {
    const old = slots;
    capacity = larger;
    slots = newSlots(capacity, shared);
    for (let at = 0; at < old.length; at += SLOT_NUMBERS) {
      const entry = old[at + 2] ?? 0;
      if (entry !== 0) put(old[at] ?? 0, old[at + 1] ?? 0, entry);
    }
  };
  const find = (h: number, l: number): number | undefined => {
    const entry = slots[slotOf(h, l) + 2] ?? 0;
    return entry === 0 ? undefined : entry - 1;
  };
  const enterAt = (at: number, h: number, l: number, value: number): void => {
    if (slots[at + 2] === 0) size++;
    slots[at] = h;
    slots[at + 1] = l;
    slots[at + 2] = value + 1;
    if (size > capacity * FULLEST) growTo(2 * capacity);
  };
  const enter = (h: number, l: number, value: number): void => enterAt(slotOf(h, l), h, l, value);
  const get = (key: string): number | undefined => {
    hash(key);
    return find(hashHigh, hashLow);
  };

  return {
    get size() {
      return size;
    },
    get,
    has: (key) => get(key) !== undefined,
    set(key, value) {
      hash(key);
      enter(hashHigh, hashLow, value);
    },
    getHashed: (hashes, at) => (hasKey(hashes, at) ? find(hashes[2 * at] ?? 0, hashes[2 * at + 1] ?? 0) : undefined),
    setHashed(hashes, at, value) {
      if (hasKey(hashes, at)) enter(hashes[2 * at] ?? 0, hashes[2 * at + 1] ?? 0, value);
    },
    addHashed(hashes, at, value) {
      if (!hasKey(hashes, at)) return undefined;
      const h = hashes[2 * at] ?? 0;
      const l = hashes[2 * at + 1] ?? 0;
      const slot = slotOf(h, l);
      const entry = slots[slot + 2] ?? 0;
      if (entry !== 0) return entry - 1;
      enterAt(slot, h, l, value);
      return undefined;
    },
    reserve(entries) {
      const wanted = capacityFor(entries);
      if (wanted > capacity) growTo(wanted);
    },
    data: () => ({ size, slots }),
  };
}

// The hash is two numbers; a pair would be an object for every look-up.
let hashHigh = 0;
let hashLow = 0;

/** Two multiplicative hashes with different factors, each stirred at the end so that all bits count. */
function hash(key: string): void {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995) ^ (b >>> 13);
  }
  hashLow = stir(a);
  hashHigh = stir(b ^ key.length);
  // Two zeros stand for no key.
  if (hashHigh === 0 && hashLow === 0) hashLow = 1;
}

function stir(bits: number): number {
  let stirred = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  stirred = Math.imul(stirred ^ (stirred >>> 13), 0xc2b2ae35);
  return (stirred ^ (stirred >>> 16)) >>> 0;
}
