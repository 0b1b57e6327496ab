/** What the cells of a column look like, whatever it is headed with. */
import type { CellLook } from '../catalogue/catalogue.ts';
import { isGtin } from '../catalogue/gtin.ts';
import { packOfQuantity } from '../code-lists/pack-text.ts';
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
  /** Share of cells that say how many there are in a pack: `12`, `10 stk`; found out when asked. */
  readonly packs: number;
  /** How many different things the cells say; found out when asked, which is seldom. */
  readonly distinct: number;
}

const AMOUNT =
  /^[-−+]?(?:(?:kr|nok|sek|dkk|eur|€|\$)\.?\s*)?\d[\d\s.,'’]*[.,]\d{1,2}(?:\d{2,})?(?:\s*(?:kr|nok|sek|dkk|eur|€|,-))?$/i;
const NUMBER = /^[-−+]?\d[\d\s.,'’]*$/;
const WHOLE = /^\d{1,6}$/;
const POWER = /^10{0,4}$/;
const HAS_DIGIT = /\d/;
const DAY = /^\d{1,4}(?:([-./])\d{1,2}\1|\/\d{1,2}-|[. -]{1,2}\p{L}{3,9}[. -]{1,2})\d{1,4}(?:[T ]|$)/u;

const isDay = (text: string, kind: string): boolean =>
  kind === 'date' || (DAY.test(text) && readDate(text) !== undefined);
const isAmount = (text: string, kind: string): boolean =>
  kind === 'number' ? /\.\d/.test(text) : kind === 'text' && AMOUNT.test(text);
const CURRENCY = /^(?:NOK|SEK|DKK|EUR|USD|GBP|CHF|ISK)$/;
/** Families of the code set begin with 10 to 95. */
const UNSPSC = /^(?:[1-8]\d|9[0-5])\d{6}$/;
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{2,19}$/u;
const HAS_LETTER = /\p{L}/u;
/** Eight digits are too often something else. */
const GTIN_DIGITS = 12;
const LONGEST_UNIT = 40;

/** Counted over the cells. */
interface Counts extends Record<CellLook, number> {
  numbers: number;
  whole: number;
  powers: number;
}

/** @param times how many cells say the same */
function countLooks(text: string, kind: string, times: number, counts: Counts): void {
  const day = isDay(text, kind);
  const amount = !day && isAmount(text, kind);
  const hasDigit = HAS_DIGIT.test(text);
  const hasLetter = HAS_LETTER.test(text);
  if (day) counts.date += times;
  if (amount) counts.amount += times;
  if (hasLetter) {
    if (!hasDigit) counts.words += times;
    if (text.length <= LONGEST_UNIT && findUnit(text) !== undefined) counts.unit += times;
    if (CURRENCY.test(text)) counts.currency += times;
  }
  if (!day && !amount && hasDigit && CODE.test(text)) counts.code += times;
  if (hasDigit) countDigits(text, kind, times, counts);
}

function countDigits(text: string, kind: string, times: number, counts: Counts): void {
  if (text.length >= GTIN_DIGITS && looksLikeGtin(text)) counts.gtin += times;
  if (UNSPSC.test(text)) counts.unspsc += times;
  if (kind !== 'date' && NUMBER.test(text)) counts.numbers += times;
  if (WHOLE.test(text)) counts.whole += times;
  if (POWER.test(text)) counts.powers += times;
}

function looksLikeGtin(text: string): boolean {
  const digits = readGtin(text);
  return digits !== undefined && digits.length >= GTIN_DIGITS && isGtin(digits);
}

const NAMES = [
  'gtin',
  'amount',
  'date',
  'unit',
  'currency',
  'unspsc',
  'code',
  'words',
] as const satisfies readonly CellLook[];

/** Looked at, spread evenly: more say no more of a column, and every small file pays for them. */
const MOST_CELLS = 300;

export function looksOf({ texts, kinds }: ColumnSample): Looks {
  const step = Math.max(1, Math.ceil(texts.length / MOST_CELLS));
  const counts = noCounts();
  // Half of all columns say the same few things over and over.
  const known = new Map<string, number>();
  for (let at = 0; at < texts.length; at += step) {
    const text = texts[at] ?? '';
    if (kinds !== undefined) countLooks(text, kinds[at] ?? 'text', 1, counts);
    else known.set(text, (known.get(text) ?? 0) + 1);
  }
  for (const [text, times] of known) countLooks(text, 'text', times, counts);
  const cells = Math.max(1, Math.ceil(texts.length / step));
  const { numbers, whole, powers } = counts;
  return {
    count: texts.length,
    shares: Object.fromEntries(NAMES.map((name) => [name, counts[name] / cells])) as Record<CellLook, number>,
    numbers: numbers / cells,
    whole: whole / cells,
    powers: powers / cells,
    get packs() {
      const said = texts.filter((text) => WHOLE.test(text) || packOfQuantity(text) !== undefined);
      return said.length / Math.max(1, texts.length);
    },
    get distinct() {
      return new Set(texts).size;
    },
  };
}

function noCounts(): Counts {
  return {
    gtin: 0,
    amount: 0,
    date: 0,
    unit: 0,
    currency: 0,
    unspsc: 0,
    code: 0,
    words: 0,
    numbers: 0,
    whole: 0,
    powers: 0,
  };
}

/** The most telling thing that nearly all cells look like. */
export function mainLook({ count, shares }: Looks): { readonly like: CellLook; readonly share: number } | undefined {
  const like = count === 0 ? undefined : NAMES.find((name) => shares[name] >= NEARLY_ALL);
  return like === undefined ? undefined : { like, share: Math.round(shares[like] * 100) / 100 };
}

export const NEARLY_ALL = 0.9;
