/** Reading amounts and percentages: a number with a currency, `,-` or `%` around it. */
import type { Decimal } from '../catalogue/decimal.ts';
import { decimal, multiply } from '../catalogue/decimal.ts';
import { findCurrency } from '../code-lists/currencies.ts';
import type { DecimalSign } from './number-style.ts';
import { decimalSignOf, isOpenNumber, readNumber, readUsualNumber } from './number-style.ts';

const BEFORE = /^(\p{L}{1,6}\.?|[€£$])\s*(?=[-−+\d.,])/u;
const AFTER = /(?<=[\d\-–—])\s*(\p{L}{1,6}\.?|[€£$])$/u;
/** `12,-`: no øre. */
const NO_DECIMALS = /(?<=\d)([,.])[-–—]$/;

/** A number cell with what stands around the number, taken apart. */
export interface AmountParts {
  readonly before: string;
  readonly number: string;
  readonly after: string;
  /** The currency named, ISO 4217. */
  readonly currency?: string;
  /** The sign that `,-` or `.-` shows. */
  readonly sign?: DecimalSign;
}

/**
 * @param text trimmed
 * @returns `undefined` when something other than a currency stands around the number
 */
export function splitAmount(text: string): AmountParts | undefined {
  const before = BEFORE.exec(text);
  const rest = before === null ? text : text.slice(before[0].length);
  const after = AFTER.exec(rest);
  const body = after === null ? rest : rest.slice(0, after.index);
  const named = [before?.[1], after?.[1]].flatMap((word) => (word === undefined ? [] : [findCurrency(word)]));
  if (named.includes(undefined) || new Set(named).size > 1) return undefined;
  const [currency] = named;
  const dash = NO_DECIMALS.exec(body);
  return {
    before: before?.[0] ?? '',
    number: dash === null ? body : body.slice(0, dash.index),
    after: after?.[0] ?? '',
    ...(currency === undefined ? {} : { currency }),
    ...(dash === null ? {} : { sign: dash[1] === ',' ? ',' : '.' }),
  };
}

/** Most cells are a bare number, and need no taking apart. */
const BARE = /^-?\d+(?:[.,]\d+)?$/;

/**
 * @param text `12,50`, `kr 1 234,50`, `12,-`, `12,50 NOK`; outer blanks do not matter
 * @param sign the column's decimal sign
 * @returns exact; `undefined` for what is no amount
 */
export function readDecimal(text: string, sign: DecimalSign): Decimal | undefined {
  const usual = readUsualNumber(text);
  if (usual !== undefined) return usual;
  const trimmed = text.trim();
  if (BARE.test(trimmed)) return readNumber(trimmed, sign);
  const parts = splitAmount(trimmed);
  return parts === undefined ? undefined : readNumber(parts.number, parts.sign ?? sign);
}

/** The currency an amount names, and whether by a word that may be several currencies (`kr`). */
export function currencyOfAmount(text: string): { readonly currency: string; readonly vague: boolean } | undefined {
  const trimmed = text.trim();
  if (BARE.test(trimmed)) return undefined;
  const parts = splitAmount(trimmed);
  if (parts?.currency === undefined) return undefined;
  return { currency: parts.currency, vague: /^kr/i.test(`${parts.before}${parts.after}`.trim()) };
}

/** The decimal sign an amount shows by itself. */
export function signOfAmount(text: string): DecimalSign | undefined {
  const trimmed = text.trim();
  if (BARE.test(trimmed)) return decimalSignOf(trimmed);
  const parts = splitAmount(trimmed.replace(PERCENT, ''));
  return parts === undefined ? undefined : (parts.sign ?? decimalSignOf(parts.number));
}

/** Whether nothing in an amount or percentage tells a decimal sign from a thousands separator: `1.234`. */
export function isOpenAmount(text: string): boolean {
  const parts = splitAmount(text.trim().replace(PERCENT, ''));
  return parts !== undefined && parts.sign === undefined && isOpenNumber(parts.number);
}

const PERCENT = /\s*(?:%|prosent|pst\.?|percent)$/i;

/** @returns the percentage: `25` for `25 %` and for `25` */
export function readPercent(text: string, sign: DecimalSign): Decimal | undefined {
  return readNumber(text.trim().replace(PERCENT, ''), sign);
}

const HUNDRED = decimal('100');

/** A workbook's number cell with a percent format holds `0.25` for 25 %. */
export function percentOfFraction(fraction: Decimal): Decimal {
  return multiply(fraction, HUNDRED);
}
