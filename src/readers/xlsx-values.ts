/** How a workbook stores values: numbers as the text of a double, days as counts, text with escapes. */

/** What a spreadsheet keeps of a number, and shows. */
const SIGNIFICANT_DIGITS = 15;
/** Largest power of ten a workbook's number can have, with room for the digits. */
const MAX_MAGNITUDE = 330;

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
const STORED = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * The decimal text a person sees for a stored number: 15 significant digits, no exponent. Worked out on the digits, so
 * that `12.199999999999999` is `12.2` and `7.04E+12` is `7040000000000`.
 * @returns `undefined` when it is no number a workbook can hold
 */
export function numberText(stored: string): string | undefined {
  if (stored.length <= SIGNIFICANT_DIGITS && PLAIN.test(stored)) return stored === '-0' ? '0' : stored;
  const match = STORED.exec(stored.trim());
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const all = whole + fraction;
  if (all === '') return undefined;
  let digits = all.replace(/^0+/, '');
  let point = whole.length + Number(exponent) - (all.length - digits.length);
  if (digits.length > SIGNIFICANT_DIGITS) {
    const kept = BigInt(digits.slice(0, SIGNIFICANT_DIGITS));
    const rounded = String((digits[SIGNIFICANT_DIGITS] ?? '0') >= '5' ? kept + 1n : kept);
    point += rounded.length - SIGNIFICANT_DIGITS;
    digits = rounded;
  }
  digits = withoutTrailingZeros(digits);
  if (digits === '') return '0';
  if (Math.abs(point) > MAX_MAGNITUDE) return undefined;
  return (sign === '-' ? '-' : '') + withPoint(digits, point);
}

/** @param point how many digits stand before the point; may be negative or beyond the end */
function withPoint(digits: string, point: number): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** By hand: a pattern that looks for zeros at the end tries again at every zero of a long text. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end -= 1;
  return digits.slice(0, end);
}

const SECONDS_A_DAY = 86_400;
const MS_A_DAY = SECONDS_A_DAY * 1000;
/** Days from 1970-01-01 back to day 0. */
const EPOCH_1900 = -25_569;
const EPOCH_1904 = -24_107;
/** Lotus 1-2-3 held 1900 for a leap year and spreadsheets kept it: day 60 is 1900-02-29, and days before it are one off. */
const PHANTOM_DAY = 60;
const LAST_DAY = 2_958_465;

/**
 * The day a serial number stands for, with the time to the second when it has one.
 * @returns `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`, or `undefined` outside the years 1900 to 9999
 */
export function serialDate(serial: number, date1904: boolean): string | undefined {
  let day = Math.floor(serial);
  let second = Math.round((serial - day) * SECONDS_A_DAY);
  if (second === SECONDS_A_DAY) {
    day += 1;
    second = 0;
  }
  const text = date1904 ? day1904(day) : day1900(day);
  if (text === undefined || second === 0) return text;
  return `${text}T${clock(second)}`;
}

function day1900(day: number): string | undefined {
  if (!(day >= 1 && day <= LAST_DAY)) return undefined;
  if (day === PHANTOM_DAY) return '1900-02-29';
  return isoDay(EPOCH_1900 + (day < PHANTOM_DAY ? day + 1 : day));
}

function day1904(day: number): string | undefined {
  if (!(day >= 0 && day <= LAST_DAY + EPOCH_1900 - EPOCH_1904)) return undefined;
  return isoDay(EPOCH_1904 + day);
}

function isoDay(daysSince1970: number): string {
  return new Date(daysSince1970 * MS_A_DAY).toISOString().slice(0, 10);
}

/** @returns the time of day of a serial number, `HH:MM:SS`, to the nearest second; `undefined` below zero */
export function serialTime(serial: number): string | undefined {
  if (!(serial >= 0)) return undefined;
  return clock(Math.round((serial - Math.floor(serial)) * SECONDS_A_DAY) % SECONDS_A_DAY);
}

/** @returns the length of time a serial number stands for, `HH:MM:SS` with as many hours as there are */
export function serialDuration(serial: number): string | undefined {
  if (!(serial >= 0 && serial <= LAST_DAY)) return undefined;
  return clock(Math.round(serial * SECONDS_A_DAY));
}

function clock(seconds: number): string {
  const pair = (value: number): string => String(value).padStart(2, '0');
  return `${pair(Math.floor(seconds / 3600))}:${pair(Math.floor(seconds / 60) % 60)}:${pair(seconds % 60)}`;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2}))?$/;

/**
 * The serial number, counted from 1900, of a date as {@link serialDate} gives it.
 * @returns `undefined` for a day that is none or that spreadsheets cannot count
 */
export function dateSerial(text: string): number | undefined {
  const match = DAY.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const seconds = hour * 3600 + minute * 60 + second;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  if (text.startsWith('1900-02-29')) return PHANTOM_DAY + seconds / SECONDS_A_DAY;
  const ms = Date.UTC(year, month - 1, day);
  if (!(year >= 1900) || new Date(ms).toISOString().slice(0, 10) !== text.slice(0, 10)) return undefined;
  const serial = ms / MS_A_DAY - EPOCH_1900;
  return (serial <= PHANTOM_DAY ? serial - 1 : serial) + seconds / SECONDS_A_DAY;
}

const ISO_CELL = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/;

/** A cell of type `d`: a date in ISO 8601. @returns as {@link serialDate}, or `undefined` when it is written otherwise */
export function isoCellDate(stored: string): string | undefined {
  const match = ISO_CELL.exec(stored.trim());
  if (match === null) return undefined;
  const [, day = '', time = '00:00:00'] = match;
  return time === '00:00:00' ? day : `${day}T${time}`;
}

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Text as meant: characters that XML cannot hold are stored as `_x000D_`, and an underscore in front of such as `_x005F_`. */
export function unescapeText(stored: string): string {
  if (!stored.includes('_x')) return stored;
  return stored.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Control characters but tab and line feed, lone halves of pairs, what XML forbids, and text that looks like an escape. */
const TO_ESCAPE =
  /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** The reverse of {@link unescapeText}. */
export function escapeText(text: string): string {
  return text.replace(TO_ESCAPE, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}
