/** What the cells of a column look like, whatever it is headed with. */
import type { CellLook } from '../catalogue/catalogue.ts';
import { isGtin } from '../catalogue/gtin.ts';
import { findUnit } from '../code-lists/units.ts';
import type { ColumnSample } from './column-samples.ts';
import { readDate } from './dates.ts';
import { readGtin } from './values.ts';

export interface Looks {
  /** Cells looked at. */
  readonly count: number;
  /** Share of cells, 0 to 1, by what they look like; a cell may look like several things. */
  readonly shares: Readonly<Record<CellLook, number>>;
  /** Share of cells that are numbers of any kind, and of those that are whole ones. */
  readonly numbers: number;
  readonly whole: number;
  /** Share of cells that are 1, 10, 100 and so on: how many a price is for. */
  readonly powers: number;
  /** No two of the cells are equal. */
  readonly unique: boolean;
}

const AMOUNT =
  /^[-−+]?(?:(?:kr|nok|sek|dkk|eur|€|\$)\.?\s*)?\d[\d\s.,'’]*[.,]\d{1,2}(?:\d{2,})?(?:\s*(?:kr|nok|sek|dkk|eur|€|,-))?$/i;
const NUMBER = /^[-−+]?\d[\d\s.,'’]*$/;
const WHOLE = /^\d{1,6}$/;
const POWER = /^10{0,4}$/;
const HAS_DIGIT = /\d/;
const DAY = /^\d{1,4}([-./])\d{1,2}\1\d{1,4}(?:[T ]|$)/;

const isDay = (text: string, kind: string): boolean =>
  kind === 'date' || (DAY.test(text) && readDate(text) !== undefined);
const isAmount = (text: string, kind: string): boolean =>
  kind === 'number' ? /\.\d/.test(text) : kind === 'text' && AMOUNT.test(text) && !isDay(text, kind);
const CURRENCY = /^(?:NOK|SEK|DKK|EUR|USD|GBP|CHF|ISK)$/;
/** Families of the code set begin with 10 to 95. */
const UNSPSC = /^(?:[1-8]\d|9[0-5])\d{6}$/;
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{2,19}$/u;
const HAS_LETTER = /\p{L}/u;

const LOOKS: Readonly<Record<CellLook, (text: string, kind: string) => boolean>> = {
  // Eight digits are too often something else.
  gtin: (text) => {
    const digits = readGtin(text);
    return digits !== undefined && digits.length >= 12 && isGtin(digits);
  },
  amount: isAmount,
  date: isDay,
  unit: (text) => HAS_LETTER.test(text) && findUnit(text) !== undefined,
  currency: (text) => CURRENCY.test(text),
  unspsc: (text) => UNSPSC.test(text),
  code: (text, kind) => CODE.test(text) && HAS_DIGIT.test(text) && !isDay(text, kind) && !isAmount(text, kind),
  words: (text) => HAS_LETTER.test(text) && !HAS_DIGIT.test(text),
};

const NAMES = Object.keys(LOOKS) as readonly CellLook[];

/** Looked at, spread evenly: more say no more of a column, and every small file pays for them. */
const MOST_CELLS = 300;

export function looksOf({ texts, kinds }: ColumnSample): Looks {
  const step = Math.ceil(texts.length / MOST_CELLS);
  const cells = texts.flatMap((text, at) => (at % step === 0 ? [{ text, kind: kinds[at] ?? 'text' }] : []));
  const share = (is: (text: string, kind: string) => boolean): number =>
    cells.length === 0 ? 0 : cells.filter(({ text, kind }) => is(text, kind)).length / cells.length;
  return {
    count: texts.length,
    shares: Object.fromEntries(NAMES.map((name) => [name, share(LOOKS[name])])) as Record<CellLook, number>,
    numbers: share((text, kind) => kind !== 'date' && NUMBER.test(text)),
    whole: share((text) => WHOLE.test(text)),
    powers: share((text) => POWER.test(text)),
    unique: new Set(texts).size === texts.length,
  };
}

/** The most telling thing that nearly all cells look like. */
export function mainLook({ count, shares }: Looks): { readonly like: CellLook; readonly share: number } | undefined {
  const like = count === 0 ? undefined : NAMES.find((name) => shares[name] >= NEARLY_ALL);
  return like === undefined ? undefined : { like, share: Math.round(shares[like] * 100) / 100 };
}

export const NEARLY_ALL = 0.9;
