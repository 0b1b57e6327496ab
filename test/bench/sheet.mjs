/** A CSV file, written row by row. */
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Text to a file in large pieces.
 * @param {string} path folders on the way are made
 */
export function openSheet(path) {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  let pieces = ['\uFEFF'];
  const flush = () => {
    writeFileSync(file, pieces.join(''));
    pieces = [];
  };
  return {
    /** @param {readonly string[]} cells */
    row(cells) {
      pieces.push(cells.join(';'), '\r\n');
      if (pieces.length >= 16_384) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}
