/** Reading and writing days. */
import { remembering } from '../catalogue/remembering.ts';
import { monthOf } from './month-names.ts';
import { allShown, clearChoice, type Shown } from './number-style.ts';

/** How a day can be written. `serial` is a spreadsheet's day count. */
export type DateForm =
  | 'YYYY-MM-DD'
  | 'YYYY/MM/DD'
  | 'YYYY.MM.DD'
  | 'YYYYMMDD'
  | 'DD.MM.YYYY'
  | 'DD/MM/YYYY'
  | 'DD-MM-YYYY'
  | 'DD.MM.YY'
  | 'DD/MM/YY'
  | 'DD-MM-YY'
  | 'DD/MM-YYYY'
  | 'DD/MM-YY'
  | 'MM/DD/YYYY'
  | 'MM/DD/YY'
  | 'serial';

interface ReadDay {
  readonly day: string;
  /** Absent where the month has a name: no cell is written in that form. */
  readonly form?: DateForm;
}

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/;
/** `31/12-26`, as Scandinavians write by hand. */
const BY_HAND = /^(\d{1,2})\/(\d{1,2})-(\d{4}|\d{2})$/;
const NAMED =
  /^(?:den |the )?(?<day>\d{1,2})(?:\.|st|nd|rd|th)?[ /-]?(?<name>\p{L}{3,9})[.,]?[ /-]?(?<year>\d{4}|'?\d{2})$/iu;
const NAMED_FIRST = /^(?<name>\p{L}{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(?<year>\d{4})$/iu;
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;
const TIME = /[T ]\d{1,2}[:.]\d\d(?:[:.]\d\d(?:[.,]\d+)?)?(?: ?(?:Z|[+-]\d\d:?\d\d))?$/;
/** `kl. 12`, `at 12:30`, `um 12 Uhr`. */
const TIME_IN_WORDS =
  /,? (?:kl\.?|klokka|klokken|klokkan|klockan|um|at) ?(?:[01]?\d|2[0-4])(?:[:.][0-5]\d){0,2}(?: ?(?:uhr|am|pm))?$/i;
const TIMES = [TIME, TIME_IN_WORDS];
const SERIAL = /^\d{5}$/;
/** 1954 to 2119: no five digits outside are meant as a day. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
const MS_PER_DAY = 86_400_000;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/**
 * @param text a day, with or without a time of day, outer blanks do not matter
 * @param monthFirst the column writes `1/31/2026`
 * @returns `YYYY-MM-DD`, or `undefined` for what is no day of the calendar
 */
export function readDate(text: string, monthFirst = false): string | undefined {
  return readDay(text, monthFirst)?.day;
}

/** How the day is written; `undefined` for what is no day. */
export function dateForm(text: string, monthFirst = false): DateForm | undefined {
  return readDay(text, monthFirst)?.form;
}

function readDay(text: string, monthFirst: boolean): ReadDay | undefined {
  const trimmed = text.trim().replace(/\.$/, '');
  return readWithoutTime(trimmed, monthFirst) ?? readWithTime(trimmed, monthFirst);
}

function readWithTime(text: string, monthFirst: boolean): ReadDay | undefined {
  for (const form of TIMES) {
    const time = form.exec(text);
    const read = time === null ? undefined : readWithoutTime(text.slice(0, time.index), monthFirst);
    if (read !== undefined) return read;
  }
  return undefined;
}

function readWithoutTime(text: string, monthFirst: boolean): ReadDay | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const [, year = '', separator = '', month = '', day = ''] = yearFirst;
    return checked(year, month, day, `YYYY${separator}MM${separator}DD` as DateForm);
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return readDayFirst(dayFirst, monthFirst);
  const compact = COMPACT.exec(text);
  if (compact !== null) return checked(compact[1] ?? '', compact[2] ?? '', compact[3] ?? '', 'YYYYMMDD');
  return readSerial(text) ?? readByHand(text, monthFirst) ?? readNamed(text);
}

/** In a column that has the month first it may be either. */
function readByHand(text: string, monthFirst: boolean): ReadDay | undefined {
  const [, day, month = '', year = ''] = (monthFirst ? null : BY_HAND.exec(text)) ?? [];
  if (day === undefined) return undefined;
  return checked(fullYear(year), month, day, year.length === 2 ? 'DD/MM-YY' : 'DD/MM-YYYY');
}

function readNamed(text: string): ReadDay | undefined {
  const words = text.replace(/\s+/g, ' ');
  const { day = '', name = '', year = '' } = (NAMED.exec(words) ?? NAMED_FIRST.exec(words))?.groups ?? {};
  const month = monthOf(name);
  return month === undefined ? undefined : checked(fullYear(year.replace("'", '')), String(month), day);
}

function readDayFirst(match: RegExpExecArray, monthFirst: boolean): ReadDay | undefined {
  const [, first = '', separator = '', second = '', year = ''] = match;
  const swapped = monthFirst && separator === '/';
  const [day, month] = swapped ? [second, first] : [first, second];
  const order = swapped ? 'MM/DD' : `DD${separator}MM`;
  const form = `${order}${separator}${year.length === 2 ? 'YY' : 'YYYY'}` as DateForm;
  return checked(fullYear(year), month, day, form);
}

/** Two digits of a year stand for 1970 to 2069. */
function fullYear(year: string): string {
  if (year.length !== 2) return year;
  return Number(year) >= 70 ? `19${year}` : `20${year}`;
}

function readSerial(text: string): ReadDay | undefined {
  // The fraction is the time of day.
  const whole = text.replace(/[.,]\d+$/, '');
  if (!SERIAL.test(whole)) return undefined;
  const days = Number(whole);
  if (days < FIRST_SERIAL || days > LAST_SERIAL) return undefined;
  return { day: new Date(SERIAL_ZERO + days * MS_PER_DAY).toISOString().slice(0, 10), form: 'serial' };
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function checked(year: string, month: string, day: string, form?: DateForm): ReadDay | undefined {
  const y = Number(year);
  const m = Number(month);
  const d = Number(day);
  const leap = m === 2 && ((y % 4 === 0 && y % 100 !== 0) || y % 400 === 0);
  if (y < 1900 || d < 1 || d > (DAYS[m - 1] ?? 0) + (leap ? 1 : 0)) return undefined;
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return form === undefined ? { day: read } : { day: read, form };
}

export type DateOrder = 'dayFirst' | 'monthFirst';

/** Words before a day are no part of it. */
const WORDS_BEFORE = /^\D*\s/;

/** What a slashed date shows of its order: 13 is no month. `undefined` when it shows nothing. */
function orderOf(text: string): DateOrder | undefined {
  const [, first, separator, second] = DAY_FIRST.exec(text.trim().replace(WORDS_BEFORE, '')) ?? [];
  if (separator !== '/') return undefined;
  if (Number(first) > 12) return 'dayFirst';
  return Number(second) > 12 ? 'monthFirst' : undefined;
}

/** Which of day and month comes first in a column, and whether that is only the likelier. */
export interface DecidedOrder {
  readonly order: DateOrder;
  /** Neither the column nor the rest of the file tells: dates that may be either are left open. */
  readonly open: boolean;
}

/**
 * @param columns per column its text cells
 * @param said what a person says of dates that do not show it
 * @returns one per column
 */
export function decideOrders(columns: readonly (readonly string[])[], said?: DateOrder): readonly DecidedOrder[] {
  // Thousands of lines are valid from the same few days.
  const order = remembering((text) => orderOf(text.replace(TIME, '').replace(TIME_IN_WORDS, '')));
  const orders = columns.map((texts): Shown<DateOrder> => {
    const shown = { dayFirst: 0, monthFirst: 0 };
    for (const text of texts) {
      const one = order(text);
      if (one !== undefined) shown[one]++;
    }
    return shown;
  });
  const file = clearChoice(allShown(orders, 'dayFirst', 'monthFirst'), 'dayFirst', 'monthFirst');
  return orders.map((shown): DecidedOrder => {
    const column = clearChoice(shown, 'dayFirst', 'monthFirst');
    const decided = column.clear ?? (column.told ? said : (said ?? file.clear));
    return decided === undefined
      ? { order: column.most ?? file.most ?? 'dayFirst', open: true }
      : { order: decided, open: false };
  });
}

/**
 * @param day `YYYY-MM-DD`
 * @returns the day in the form wanted, or as it is where that form could not be read back as the same day
 */
export function writeDate(day: string, form: DateForm): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (form === 'serial') {
    const days = (Date.UTC(Number(year), Number(month) - 1, Number(date)) - SERIAL_ZERO) / MS_PER_DAY;
    return days >= FIRST_SERIAL && days <= LAST_SERIAL ? String(days) : day;
  }
  const short = !form.includes('YYYY');
  if (short && (year < '1970' || year > '2069')) return day;
  return form.replace('YYYY', year).replace('YY', year.slice(2)).replace('MM', month).replace('DD', date);
}
