/**
 * Party identifiers, by the code of their scheme (ISO 6523 ICD or EAS): whether a value can be one. The rules they
 * belong to are the PEPPOL-COMMON rules of set 2026.5.
 */

const ZERO = 48;

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - ZERO;
}

const DIGITS = /^\d+$/;

/** GS1: modulo 10, weights 3 and 1 from the right. The length is not asked for. */
export function isGln(value: string): boolean {
  if (!DIGITS.test(value)) return false;
  let sum = 0;
  for (let at = value.length - 2, weight = 3; at >= 0; at--, weight = 4 - weight) sum += digit(value, at) * weight;
  return (10 - (sum % 10)) % 10 === digit(value, value.length - 1);
}

const NORWEGIAN = [3, 2, 7, 6, 5, 4, 3, 2] as const;

/** Norwegian organisation number: nine digits, modulo 11. */
export function isOrganisationNumber(value: string): boolean {
  if (!/^\d{9}$/.test(value) || value === '000000000') return false;
  let sum = 0;
  for (const [at, weight] of NORWEGIAN.entries()) sum += digit(value, at) * weight;
  return (11 - (sum % 11)) % 11 === digit(value, 8);
}

/** Danish CVR number, with or without the country. */
export function isCvr(value: string): boolean {
  return /^(?:DK)?\d{8}$/.test(value);
}

export function isDanishSe(value: string): boolean {
  return /^DK\d{8}$/.test(value);
}

export function isDanishP(value: string): boolean {
  return /^\d{10}$/.test(value);
}

/** Belgian enterprise number: ten digits, modulo 97. */
export function isBelgian(value: string): boolean {
  return /^\d{10}$/.test(value) && Number(value.slice(8)) === 97 - (Number(value.slice(0, 8)) % 97);
}

/** Italian IPA code. */
export function isIpa(value: string): boolean {
  return /^[A-Za-z0-9]{6}$/.test(value);
}

/** Italian Codice Fiscale; its check character is not computed. */
export function isCodiceFiscale(value: string): boolean {
  return /^[+-]?\d+$/.test(value) && value.length === 11
    ? true
    : /^[A-Za-z]{6}\d{2}[A-Za-z]\d{2}[\s\S]{3}\d[A-Za-z]$/.test(value);
}

/** Italian Partita IVA; without its country everything passes. */
export function isPartitaIva(value: string): boolean {
  if (!/^(?:IT|it)/.test(value)) return true;
  const number = value.slice(2);
  if (!/^\d{11}$/.test(number)) return false;
  let sum = 0;
  for (let at = 0; at < 11; at++) sum += at % 2 === 0 ? digit(number, at) : digitSum(2 * digit(number, at));
  return sum % 10 === 0;
}

function digitSum(number: number): number {
  return number > 9 ? number - 9 : number;
}

/** Swedish organisation number: ten digits, Luhn. */
export function isSwedish(value: string): boolean {
  if (!/^\d{10}$/.test(value)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += at % 2 === 0 ? digitSum(2 * digit(value, at)) : digit(value, at);
  return (10 - (sum % 10)) % 10 === digit(value, 9);
}

const AUSTRALIAN = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19] as const;

/** Australian Business Number: eleven digits, modulo 89. */
export function isAbn(value: string): boolean {
  if (!/^\d{11}$/.test(value)) return false;
  let sum = 0;
  for (const [at, weight] of AUSTRALIAN.entries()) sum += (digit(value, at) - (at === 0 ? 1 : 0)) * weight;
  return sum % 89 === 0;
}

export function isKvk(value: string): boolean {
  return /^\d{8}$/.test(value);
}

export function isOin(value: string): boolean {
  return /^\d{20}$/.test(value);
}

export function isDutchVat(value: string): boolean {
  return /^NL\d{9}B\d{2}$/.test(value);
}

export function isDutchEstablishment(value: string): boolean {
  return /^\d{12}$/.test(value);
}

export function isTenDigits(value: string): boolean {
  return /^\d{10}$/.test(value);
}
