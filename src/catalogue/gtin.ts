/** GTIN: 8, 12, 13 or 14 digits, the last one a check digit. Text, never a number. */

export const GTIN_LENGTHS: readonly number[] = [8, 12, 13, 14];

const ZERO = 48;
const NINE = 57;

/** Whether the text is digits, as many as a GTIN may have. */
export function hasGtinLength(text: string): boolean {
  if (!GTIN_LENGTHS.includes(text.length)) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < ZERO || code > NINE) return false;
  }
  return true;
}

/** Whether the text has a GTIN's length and ends in its check digit. */
export function isGtin(text: string): boolean {
  return hasGtinLength(text) && text.endsWith(checkDigit(text));
}

const DIGITS = /^\d+$/;

/**
 * A GTIN that lost the zeros it began with, with them. Shorter numbers than 7 of 8, or 9 of 12, digits lost more than
 * the odd zero; what they were is anybody's guess.
 * @returns `undefined` where the check digit says that it was another number
 */
export function gtinWithZeros(digits: string): string | undefined {
  if (digits.length !== 7 && (digits.length < 9 || digits.length > 11)) return undefined;
  if (!DIGITS.test(digits)) return undefined;
  const padded = digits.padStart(digits.length === 7 ? 8 : 12, '0');
  return isGtin(padded) ? padded : undefined;
}

const PADDED = 14;

/** A GTIN padded with zeros to 14 digits: the form in which two of them are compared. What is none stays as it is. */
export function comparableGtin(gtin: string): string {
  return hasGtinLength(gtin) ? gtin.padStart(PADDED, '0') : gtin;
}

/**
 * What two GTINs were compared as, without the zeros of the padding: as many digits as a GTIN may have and no fewer. A
 * GTIN that began with zeros of its own may come out shorter than it was written.
 * @param gtin in comparable form; what is none stays as it is
 */
export function shortGtin(gtin: string): string {
  if (gtin.length !== PADDED || !hasGtinLength(gtin)) return gtin;
  const digits = gtin.replace(/^0+/, '').length;
  return gtin.slice(PADDED - (GTIN_LENGTHS.find((length) => length >= digits) ?? PADDED));
}

/**
 * GS1 check digit: modulo 10, weights 3 and 1 from the right.
 * @param gtin 8, 12, 13 or 14 digits; the last one is ignored
 * @returns one digit, as text
 * @throws RangeError for anything else: the caller's mistake, never the catalogue's
 * @see GS1 General Specifications, check digit calculation
 */
export function checkDigit(gtin: string): string {
  if (!hasGtinLength(gtin)) throw new RangeError(`no GTIN: ${JSON.stringify(gtin)}`);
  let sum = 0;
  for (let i = 0; i < gtin.length - 1; i++) {
    const weight = (gtin.length - i) % 2 === 0 ? 3 : 1;
    sum += weight * (gtin.charCodeAt(i) - 48);
  }
  return String((10 - (sum % 10)) % 10);
}
