/** The periods that a table of volumes names: `2025`, `2025-03`, `mars 2025`, `K1 2025`, `2025-01 til 2025-06`. */
import { readDate } from '../mapping/dates.ts';
import { monthOf } from '../mapping/month-names.ts';

/** First and last day, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const EACH_YEAR: ReadonlySet<string> = new Set(
  'år|året|per år|pr år|pr. år|årlig|year|yearly|per year|a year|12 mnd|12 måneder|12 months'.split('|'),
);

const YEAR = '((?:19|20)\\d\\d)';
const MONTH = '(0?[1-9]|1[0-2])';

/** How many months each letter or word stands for. */
const PARTS: Readonly<Record<string, number>> = {
  k: 3,
  q: 3,
  t: 4,
  h: 6,
  kvartal: 3,
  quarter: 3,
  tertial: 4,
  halvår: 6,
  half: 6,
};

type Form = readonly [RegExp, (first: string, second: string, third: string) => Period | undefined];

const FORMS: readonly Form[] = [
  [new RegExp(`^(?:år )?${YEAR}$`), (year) => months(year, 1, 12)],
  [new RegExp(`^${YEAR}[-./ m]?${MONTH}$`), (year, month) => months(year, Number(month), 1)],
  [new RegExp(`^${MONTH}[-./ ]${YEAR}$`), (month, year) => months(year, Number(month), 1)],
  // A workbook keeps a month as its first day.
  [new RegExp(`^${YEAR}-(\\d\\d)-01$`), (year, month) => months(year, Number(month), 1)],
  [new RegExp(`^(\\p{L}+)\\.? ${YEAR}$`, 'u'), (name, year) => namedMonth(year, name)],
  [new RegExp(`^${YEAR} (\\p{L}+)\\.?$`, 'u'), (year, name) => namedMonth(year, name)],
  [new RegExp(`^${YEAR}[- ]?([kqth])([1-4])$`), (year, letter, nth) => part(year, letter, nth)],
  [new RegExp(`^([kqth])([1-4])[- /]?${YEAR}$`), (letter, nth, year) => part(year, letter, nth)],
  [
    new RegExp(`^([1-4])\\.? (kvartal|quarter|tertial|halvår|half)[- ]${YEAR}$`),
    (nth, name, year) => part(year, name, nth),
  ],
];

const BETWEEN = / (?:–|—|-|til|to) |–|—|(?<=\d{4})-(?=\d\d\.)|(?<=\d)-(?=\d{4})/;
/** Longer ones are no period. */
const LONGEST = 40;

/** @returns `year` for what is told to be a year's, whichever it is; nothing where the text is no period */
export function readPeriod(text: string): Period | 'year' | undefined {
  const words = text.trim().toLowerCase().split(/\s+/).join(' ');
  if (words.length > LONGEST) return undefined;
  return EACH_YEAR.has(words) ? 'year' : (single(words) ?? between(words));
}

function single(words: string): Period | undefined {
  for (const [form, read] of FORMS) {
    const match = form.exec(words);
    const period = match === null ? undefined : read(match[1] ?? '', match[2] ?? '', match[3] ?? '');
    if (period !== undefined) return period;
  }
  return undefined;
}

function between(words: string): Period | undefined {
  const [first, last, ...others] = words.split(BETWEEN);
  if (first === undefined || last === undefined || others.length > 0) return undefined;
  return periodOf(first, last);
}

/** From one day or period to another: what two columns tell. */
export function periodOf(first: string, last: string): Period | undefined {
  const from = readDate(first) ?? single(first.trim().toLowerCase())?.from;
  const to = readDate(last) ?? single(last.trim().toLowerCase())?.to;
  return from === undefined || to === undefined || to < from ? undefined : { from, to };
}

function namedMonth(year: string, name: string): Period | undefined {
  const month = monthOf(name);
  return month === undefined ? undefined : months(year, month, 1);
}

function part(year: string, name: string, nth: string): Period | undefined {
  const length = PARTS[name] ?? 12;
  const first = (Number(nth) - 1) * length + 1;
  return first > 12 ? undefined : months(year, first, length);
}

function months(year: string, first: number, count: number): Period | undefined {
  if (first < 1 || first + count > 13) return undefined;
  const last = new Date(Date.UTC(Number(year), first - 1 + count, 0)).toISOString().slice(0, 10);
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: last };
}
