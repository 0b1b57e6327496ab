/** Files with something wrong in them, always the same for a number: bits turned, parts cut, doubled, swapped, put in. */

/** Numbers from 0 to below 1, always the same for a seed. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    // Mulberry32: small, and good enough to spread faults.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const below = (random: Random, end: number): number => Math.floor(random() * end);

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[below(random, list.length)] as T;
}

/** What readers of any format look out for. */
const TOKENS = [
  ...['"', '""', "'", ';', ',', '\t', '|', '\n', '\r\n', '\r', '\\', '\0', '\ufeff', ' '.repeat(300), '9'.repeat(400)],
  ...[
    '<',
    '>',
    '</',
    '/>',
    '&',
    '&#0;',
    '&#x110000;',
    '&e;',
    '&amp;',
    ']]>',
    '<![CDATA[',
    '<!--',
    '--',
    '<?xml version="1.0"?>',
  ],
  ...['<!DOCTYPE a [<!ENTITY e "eeee">]>', '<a xmlns:b="b">', ' a="1" a="2"', '<b:c/>', 'xmlns=""', '<a>'.repeat(300)],
  ...['{', '}', '[', ']', ':', '{"a":', '\\u00', '1e999', 'null', 'ENDOFDATA\n', 'DATA\n', 'CIF_I_V3.0\n', 'sep=,\n'],
  ...[
    '-1',
    '99999999999999999999',
    '1,234',
    '1.234',
    '31.02.2026',
    '2026-13-45',
    'NaN',
    '#REF!',
    'A1:XFD1048576',
    'PK\u0003\u0004',
  ],
].map((text) => Buffer.from(text));

/** An element without others in it. */
const LEAF = /<([\w:.-]+)((?: [^<>]*)?)>([^<>]*)<\/\1>/g;
/** Values and names that elements have in other places. */
const VALUES = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  '1,5',
  '99999999999999999999999999',
  '2026-02-31',
  'x'.repeat(5000),
  '&#9;',
  '&lt;',
  'ø',
];

/** One to four faults between tags, so that the document stays one; of the same letters but for that. */
export function mutatedElements(bytes: Uint8Array, random: Random): Uint8Array {
  let text = Buffer.from(bytes).toString('latin1');
  for (let left = 1 + below(random, 4); left > 0; left--) {
    const leaves = [...text.matchAll(LEAF)];
    if (leaves.length === 0) break;
    const { index, 0: whole, 1: name = '', 2: attributes = '', 3: content = '' } = pick(random, leaves);
    const { 0: other, 1: otherName = '', 3: otherContent = '' } = pick(random, leaves);
    const instead = pick(random, [
      '',
      whole + whole,
      other,
      `<${name}/>`,
      `<${name}>${content}</${name}>`,
      `<${name}${attributes}>${otherContent}</${name}>`,
      `<${otherName}${attributes}>${content}</${otherName}>`,
      `<${name}${attributes}>${pick(random, VALUES)}</${name}>`,
      `<${name}${attributes}>${content}${other}</${name}>`,
      `<${name}${attributes.replace(/"[^"]*"/, () => `"${pick(random, VALUES)}"`)}>${content}</${name}>`,
    ]);
    text = text.slice(0, index) + instead + text.slice(index + whole.length);
  }
  return Buffer.from(text, 'latin1');
}

/** One to four faults. */
export function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  let result: Uint8Array = bytes;
  for (let left = 1 + below(random, 4); left > 0; left--) result = pick(random, FAULTS)(result, random);
  return result;
}

const LONGEST_PART = 200;

function part(bytes: Uint8Array, random: Random): { readonly from: number; readonly to: number } {
  const from = below(random, bytes.length + 1);
  return { from, to: Math.min(bytes.length, from + 1 + below(random, LONGEST_PART)) };
}

const FAULTS: readonly ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  function turnBits(bytes, random) {
    const result = Uint8Array.from(bytes);
    for (let left = 1 + below(random, 8); left > 0; left--) {
      const at = below(random, result.length);
      result[at] = (result[at] ?? 0) ^ (1 << below(random, 8));
    }
    return result;
  },
  function cutOff(bytes, random) {
    return bytes.subarray(0, below(random, bytes.length + 1));
  },
  function takeOut(bytes, random) {
    const { from, to } = part(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  function double(bytes, random) {
    const { from, to } = part(bytes, random);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  function swap(bytes, random) {
    const [a = 0, b = 0, c = 0, d = 0] = [1, 2, 3, 4].map(() => below(random, bytes.length + 1)).sort((x, y) => x - y);
    return Buffer.concat([
      bytes.subarray(0, a),
      bytes.subarray(c, d),
      bytes.subarray(b, c),
      bytes.subarray(a, b),
      bytes.subarray(d),
    ]);
  },
  function putIn(bytes, random) {
    const at = below(random, bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), pick(random, TOKENS), bytes.subarray(at)]);
  },
  function overwrite(bytes, random) {
    const { from, to } = part(bytes, random);
    return Uint8Array.from(bytes, (byte, at) => (at >= from && at < to ? below(random, 256) : byte));
  },
];
