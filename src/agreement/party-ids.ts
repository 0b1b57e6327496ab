/** Numbers that parties are known by, and their check digits. */
import { isGtin } from '../catalogue/gtin.ts';

const ORGANISATION_WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2] as const;

/**
 * Norwegian organisation number: nine digits, the last a check digit modulo 11. Where the check would be 10 the number
 * was never given out. All zeros pass the arithmetic, but are no number.
 * @see EHF rule EHF-COMMON-R003
 */
export function isOrganisationNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text) || /^0+$/.test(text)) return false;
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return (11 - (sum % 11)) % 11 === Number(text[8]);
}

/** Global location number of GS1: 13 digits, the last one a check digit as in a GTIN of that length. */
export function isGln(text: string): boolean {
  return text.length === 13 && isGtin(text) && !/^0+$/.test(text);
}
