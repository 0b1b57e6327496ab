/** Working days in Norway: Monday to Friday, without public holidays. */

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const SATURDAY = 6;

/** Month and day. */
const FIXED: ReadonlySet<string> = new Set(['01-01', '05-01', '05-17', '12-25', '12-26']);
/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension, Whit Monday. */
const MOVING: readonly number[] = [-3, -2, 1, 39, 50];

/**
 * The day so many working days later; what it begins on does not count.
 * @param day `YYYY-MM-DD`
 * @param count above zero
 */
export function workingDaysAfter(day: string, count: number): string {
  let time = Date.parse(day);
  let left = count;
  while (left > 0) {
    time += DAY_MILLISECONDS;
    if (isWorkingDay(time)) left--;
  }
  return dayOf(time);
}

function isWorkingDay(time: number): boolean {
  const date = new Date(time);
  const weekday = date.getUTCDay();
  if (weekday === 0 || weekday === SATURDAY || FIXED.has(dayOf(time).slice(5))) return false;
  const fromEaster = Math.round((time - easterSunday(date.getUTCFullYear())) / DAY_MILLISECONDS);
  return !MOVING.includes(fromEaster);
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * By the Gregorian calendar; the letters are those of the source.
 * @returns milliseconds, as of `Date`
 * @see Meeus, Astronomical Algorithms, chapter 8
 */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}
