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

export interface PartyNumber {
  readonly scheme: 'organisationNumber' | 'gln';
  readonly number: string;
  /** The check digit is right. */
  readonly valid: boolean;
}

/** `NO 974 760 673 MVA`, `974760673`, `0192:974760673`. Real numbers begin with 8 or 9. */
const ORGANISATION = /^(0192:|NO:?)?([89]\d{8})(MVA)?$/;
const GLN = /^(?:0088:)?(\d{13})$/;

/**
 * What a party is called by, if it has the form of a registered number.
 * @returns nothing for a customer's own number of a supplier, as most are
 */
export function partyNumber(text: string): PartyNumber | undefined {
  const plain = text.replace(/[\s.\u00a0-]/g, '').toUpperCase();
  const [, scheme, organisation, vat] = ORGANISATION.exec(plain) ?? [];
  if (organisation !== undefined) {
    const valid = isOrganisationNumber(organisation);
    // D-U-N-S numbers have nine digits, too: what does not say what it is must prove it.
    const isSure = valid || scheme !== undefined || vat !== undefined;
    return isSure ? { scheme: 'organisationNumber', number: organisation, valid } : undefined;
  }
  const [, gln] = GLN.exec(plain) ?? [];
  return gln === undefined ? undefined : { scheme: 'gln', number: gln, valid: isGln(gln) };
}
