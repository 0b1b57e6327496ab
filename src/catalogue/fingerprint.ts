/**
 * Equal cells give equal numbers. 52 bits, and only ever compared between lines that already share a key, so that two
 * different lines pass for equal with a chance of one in 2 ** 52.
 */
export function fingerprint(cells: readonly string[]): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (const cell of cells) {
    for (let i = 0; i < cell.length; i++) {
      const code = cell.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x85ebca6b) + (b >>> 15);
    }
    a = Math.imul(a ^ 0x1f, 0x01000193);
    b = Math.imul(b ^ 0x1f, 0x85ebca6b);
  }
  return (a >>> 0) * 0x100000 + (b >>> 12);
}
