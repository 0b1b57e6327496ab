/** Values in documents as the rules take them: the blanks of XML, and numbers as XPath and the schema read them. */
import { remembering } from '../../catalogue/remembering.ts';

const isBlankCode = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** Whether there is nothing but the blanks of XML. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isBlankCode(text.charCodeAt(at))) return false;
  return true;
}

/** Without outer blanks, and with one space for each run of inner ones. */
export function normalized(text: string): string {
  if (isNormalized(text)) return text;
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** Most values are written without blanks. */
function isNormalized(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isBlankCode(text.charCodeAt(at))) return false;
  return true;
}

/** As XPath's `number`: what is none gives `NaN`, to which nothing compares. */
export function xpathNumber(text: string): number {
  const plain = normalized(text);
  if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) return Number(plain);
  return plain === 'INF' ? Number.POSITIVE_INFINITY : plain === '-INF' ? Number.NEGATIVE_INFINITY : Number.NaN;
}

/** As the rules compare days: the digits as one number. No calendar is asked. */
export const dayNumber = remembering((text: string): number => xpathNumber(text.replaceAll('-', '')));

/** The schema's decimals: no exponent, no thousands separators. */
export function isDecimal(text: string): boolean {
  if (isWholeNumber(text)) return true;
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(normalized(text));
}

const ZERO = 48;
const NINE = 57;

function isWholeNumber(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) return false;
  }
  return text !== '';
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A day of the calendar, ten characters. */
export const isDate = remembering((text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return day >= 1 && day <= days;
});

/** The schema's dates may name a time zone. */
export function isSchemaDate(text: string): boolean {
  const plain = normalized(text);
  return isDate(plain.slice(0, 10)) && /^(?:Z|[+-]\d\d:\d\d)?$/.test(plain.slice(10));
}

export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/.test(normalized(text));
}

const LONGEST_SHOWN = 120;

/** What a finding shows of a text that may be of any length. */
export function shown(text: string): string {
  const plain = normalized(text.slice(0, 4 * LONGEST_SHOWN));
  return plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN)}…` : plain;
}
