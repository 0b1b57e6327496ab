/** Fractions of big integers: arithmetic that shares nothing with the tool's own, to hold it against. */
export interface Rational {
  readonly over: bigint;
  /** Above zero. */
  readonly under: bigint;
}

/** @param text digits with an optional sign and decimal point */
export function rational(text: string): Rational {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '') throw new RangeError(`not a decimal: ${text}`);
  return { over: BigInt(`${sign}${whole}${fraction}`), under: 10n ** BigInt(fraction.length) };
}

export const times = (a: Rational, b: Rational): Rational => ({ over: a.over * b.over, under: a.under * b.under });

export function over(a: Rational, b: Rational): Rational {
  const sign = b.over < 0n ? -1n : 1n;
  return { over: sign * a.over * b.under, under: sign * a.under * b.over };
}

export const minus = (a: Rational, b: Rational): Rational => ({
  over: a.over * b.under - b.over * a.under,
  under: a.under * b.under,
});

/** Below zero, zero or above, as a is to b. */
export function order(a: Rational, b: Rational): number {
  const difference = minus(a, b).over;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Half up, away from zero; as decimal text without padding. */
export function rounded(value: Rational, decimals: number): string {
  const negative = value.over < 0n;
  const scaled = (negative ? -value.over : value.over) * 10n ** BigInt(decimals);
  const units = (2n * scaled + value.under) / (2n * value.under);
  const digits = units.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return negative && text !== '0' ? `-${text}` : text;
}

/** `100 × 8 / 10`, from left to right. */
export function worked(text: string): Rational {
  const [first = '', ...rest] = text.split(' ');
  let value = rational(first);
  for (let at = 0; at < rest.length; at += 2) {
    const operand = rational(rest[at + 1] ?? '');
    if (rest[at] === '×') value = times(value, operand);
    else if (rest[at] === '/') value = over(value, operand);
    else throw new RangeError(`not worked out: ${text}`);
  }
  return value;
}
