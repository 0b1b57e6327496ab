/** Texts that say two things, and nothing in them tells which: `1.234` and `03/04/2026`. */
import { type Decimal, decimal } from './decimal.ts';

const NUMBER = /^\D{0,8}?([-−]?)([1-9]\d{0,2})[.,](\d{3})\D{0,8}$/;
/** After words such as `t.o.m.` too. */
const DAY = /^(?:[\p{L}. ]{1,30}:? )?(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/u;

/** @returns the number with thousands, then the one with decimals; `undefined` where the text is no such number */
export function twoNumbers(text: string): readonly [Decimal, Decimal] | undefined {
  const [, minus, whole, rest] = NUMBER.exec(text.trim()) ?? [];
  if (minus === undefined || whole === undefined || rest === undefined) return undefined;
  const sign = minus === '' ? '' : '-';
  return [decimal(`${sign}${whole}${rest}`), decimal(`${sign}${whole}.${rest}`)];
}

/** @returns the day with the day first, then the one with the month first; `undefined` where the text is no such date */
export function twoDays(text: string): readonly [string, string] | undefined {
  const [, first, second, year] = DAY.exec(text.trim()) ?? [];
  if (first === undefined || second === undefined || year === undefined) return undefined;
  if (Number(first) > 12 || Number(second) > 12 || Number(first) === Number(second)) return undefined;
  const day = (month: string, date: string) =>
    `${year.length === 2 ? `${Number(year) >= 70 ? 19 : 20}${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return [day(second, first), day(first, second)];
}
