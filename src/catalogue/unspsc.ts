/**
 * The digits of a UNSPSC code that say something: coarser levels are written with pairs of zeros at the end, so that
 * `44120000` is the family `4412`. A code that is not eight digits long is a prefix already.
 */
export function unspscPrefix(code: string): string {
  return code.length === 8 && code.endsWith('00') ? code.replace(/(?:00)+$/, '') : code;
}
