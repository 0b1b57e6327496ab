/**
 * What reports say of lines, as bytes, made in the thread that reads them. A thread that reads a piece of a file does
 * not know how far down it is, so where a row number belongs there is a gap.
 */

/** Texts of some lines in UTF-8, one after another. Plain data. */
export interface LineTexts {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The lines that have a text, ascending, from 0. */
  readonly lines: Uint32Array<ArrayBuffer>;
  /** Where the text of each of them ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** Where the number of the line's row belongs, ascending. */
  readonly gaps: Uint32Array<ArrayBuffer>;
}

export interface LineTextWriter {
  /**
   * Adds to the text of a line, which is the last one or a later one: what comes before its row number and after, or a
   * text without one.
   */
  add(line: number, before: string, after?: string): void;
  /** All that was added since it was cleared. */
  texts(): LineTexts;
  clear(): void;
}

const FIRST_BYTES = 1 << 14;
/** The most that one UTF-16 unit takes in UTF-8. */
const BYTES_PER_UNIT = 3;

export function newLineTextWriter(): LineTextWriter {
  let bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  let size = 0;
  let lines: number[] = [];
  let ends: number[] = [];
  let gaps: number[] = [];
  const reserve = (units: number): void => {
    const needed = size + BYTES_PER_UNIT * units;
    if (needed <= bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * bytes.length));
    bytes.copy(larger, 0, 0, size);
    bytes = larger;
  };
  return {
    add(line, before, after) {
      reserve(before.length + (after?.length ?? 0));
      size += bytes.write(before, size);
      if (after !== undefined) {
        gaps.push(size);
        size += bytes.write(after, size);
      }
      if (lines.at(-1) === line) ends.pop();
      else lines.push(line);
      ends.push(size);
    },
    texts: () => ({
      // A copy: what is sent to another thread is sent with all the memory it lies in.
      bytes: new Uint8Array(bytes.subarray(0, size)),
      lines: Uint32Array.from(lines),
      ends: Uint32Array.from(ends),
      gaps: Uint32Array.from(gaps),
    }),
    clear() {
      size = 0;
      lines = [];
      ends = [];
      gaps = [];
    },
  };
}
