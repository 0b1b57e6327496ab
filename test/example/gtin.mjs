/** A GS1 company prefix in the Norwegian range that nobody has been seen to hold: the example's goods do not exist. */
const COMPANY_PREFIX = '7099999';

/**
 * GS1 check digit, modulo 10 with weights 3 and 1 from the right.
 * @param {string} digits all but the check digit
 */
export function checkDigit(digits) {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    sum += Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}

/** @param {string} reference five digits */
export function gtin13(reference) {
  const digits = COMPANY_PREFIX + reference;
  return digits + checkDigit(digits);
}

/**
 * As from a company in North America: twelve digits, the first one 0.
 * @param {string} reference five digits
 */
export function gtin12(reference) {
  const digits = `099999${reference}`;
  return digits + checkDigit(digits);
}

/** Two neighbours changed places, such that the check digit shows it. @param {string} gtin */
export function swappedDigits(gtin) {
  for (let index = gtin.length - 3; index > 0; index -= 1) {
    const swapped = gtin.slice(0, index) + gtin[index + 1] + gtin[index] + gtin.slice(index + 2);
    if (swapped !== gtin && checkDigit(swapped.slice(0, -1)) !== swapped.at(-1)) return swapped;
  }
  throw new Error(`no two digits of ${gtin} can be swapped`);
}

/** @param {string} gtin */
export function otherCheckDigit(gtin) {
  return gtin.slice(0, -1) + ((Number(gtin.at(-1)) + 1) % 10);
}
