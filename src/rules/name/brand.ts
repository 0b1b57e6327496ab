/** The brand in a name. */

/** @returns where the brand ends with which the name begins; 0 when it begins otherwise */
export function brandEnd(name: string, brand: string): number {
  const { length } = brand;
  if (length === 0 || length >= name.length) return 0;
  const first = name.charCodeAt(0) | 0x20;
  if (first !== (brand.charCodeAt(0) | 0x20)) return 0;
  if (name.slice(0, length).toLowerCase() !== brand.toLowerCase()) return 0;
  return /[\p{L}\d]/u.test(name.charAt(length)) ? 0 : length;
}
