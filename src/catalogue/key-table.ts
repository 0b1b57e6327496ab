/**
 * A map from text to a whole number, for a million keys and more: 20 to 40 bytes an entry, where a map of strings takes
 * several times that. A key is kept as 64 bits of hash, so two different keys of a million pass for the same with a
 * chance of one in forty million; whoever can, looks at what was found.
 */
export interface KeyTable {
  readonly size: number;
  get(key: string): number | undefined;
  has(key: string): boolean;
  /** @param value 0 or more, below 2 ** 31 */
  set(key: string, value: number): void;
}

const FIRST_CAPACITY = 1 << 10;
const FULLEST = 0.6;
const EMPTY = -1;

export function newKeyTable(): KeyTable {
  let capacity = FIRST_CAPACITY;
  let high = new Uint32Array(capacity);
  let low = new Uint32Array(capacity);
  let values = new Int32Array(capacity).fill(EMPTY);
  let size = 0;

  /** Where the hash stands, or would stand. */
  const slotOf = (h: number, l: number): number => {
    const mask = capacity - 1;
    let slot = l & mask;
    while (values[slot] !== EMPTY && (low[slot] !== l || high[slot] !== h)) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const [oldHigh, oldLow, oldValues] = [high, low, values];
    capacity *= 2;
    high = new Uint32Array(capacity);
    low = new Uint32Array(capacity);
    values = new Int32Array(capacity).fill(EMPTY);
    for (let slot = 0; slot < oldValues.length; slot++) {
      const value = oldValues[slot] ?? EMPTY;
      if (value !== EMPTY) put(oldHigh[slot] ?? 0, oldLow[slot] ?? 0, value);
    }
  };
  const put = (h: number, l: number, value: number): void => {
    const slot = slotOf(h, l);
    high[slot] = h;
    low[slot] = l;
    values[slot] = value;
  };
  const find = (key: string): number => {
    hash(key);
    return values[slotOf(hashHigh, hashLow)] ?? EMPTY;
  };

  return {
    get size() {
      return size;
    },
    get(key) {
      const value = find(key);
      return value === EMPTY ? undefined : value;
    },
    has: (key) => find(key) !== EMPTY,
    set(key, value) {
      hash(key);
      const slot = slotOf(hashHigh, hashLow);
      if (values[slot] === EMPTY) size++;
      high[slot] = hashHigh;
      low[slot] = hashLow;
      values[slot] = value;
      if (size > capacity * FULLEST) grow();
    },
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
}

function stir(bits: number): number {
  let stirred = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  stirred = Math.imul(stirred ^ (stirred >>> 13), 0xc2b2ae35);
  return (stirred ^ (stirred >>> 16)) >>> 0;
}
