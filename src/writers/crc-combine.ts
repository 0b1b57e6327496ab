/** The CRC-32 of two pieces of data put together, from those of the two. */

/** The polynomial of zip and gzip, the bit of the highest power last. @see ISO 3309 */
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;

/** `x` to the power of 1, 2, 4, 8 …, in polynomials over single bits modulo {@link POLYNOMIAL}. */
const POWERS: readonly number[] = powersOfX();
const BITS_A_BYTE = 8;

/**
 * @param first the CRC-32 of what stands in front
 * @param second of what stands behind it
 * @param bytes how long that is
 */
export function crcCombine(first: number, second: number, bytes: number): number {
  // Behind the first piece come so many bits: it counts that many powers higher.
  let shift = ONE;
  let bits = bytes * BITS_A_BYTE;
  for (let power = 0; bits > 0; power++) {
    if (bits % 2 === 1) shift = product(shift, POWERS[power % POWERS.length] ?? ONE);
    bits = Math.floor(bits / 2);
  }
  return (product(shift, first) ^ second) >>> 0;
}

function powersOfX(): readonly number[] {
  const powers = [ONE >>> 1];
  // With x to the power of 2^32 it begins again: 2^32 - 1 divides into it.
  while (powers.length < 32) {
    const last = powers.at(-1) ?? ONE;
    powers.push(product(last, last));
  }
  return powers;
}

function product(a: number, b: number): number {
  let sum = 0;
  let factor = b;
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if ((a & bit) !== 0) sum ^= factor;
    factor = factor & 1 ? (factor >>> 1) ^ POLYNOMIAL : factor >>> 1;
  }
  return sum >>> 0;
}
