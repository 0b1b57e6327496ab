/** Lines of text for a terminal. */

export type Lines = readonly string[];

/** Narrower is not readable, and longer lines are tiring. */
const WIDTHS = { least: 40, most: 100 } as const;

/** @param columns what the terminal has */
export function terminalWidth(columns: number): number {
  return Math.min(Math.max(columns, WIDTHS.least), WIDTHS.most);
}

/**
 * Breaks at spaces, never at no-break spaces; a word longer than a line is cut.
 * @param indent before every line but the first
 * @param start before the first
 */
export function wrap(content: string, width: number, indent: string, start: string): Lines {
  const lines: string[] = [];
  let line = start;
  let empty = true;
  for (let word of content.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    while (line.length + word.length > width) {
      const whole = width - line.length;
      // Never between the two halves of a character.
      const room = (word.codePointAt(whole - 1) ?? 0) > 0xffff && whole > 1 ? whole - 1 : whole;
      lines.push(line + word.slice(0, room));
      word = word.slice(room);
      line = indent;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
