/** Text from a supplier's file, made fit to stand in a line of ours. */

const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Terminal commands hide among the control characters, and direction marks turn a line around. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * One line without control characters, which show as U+FFFD so that they are seen.
 * @param length longer text is cut and ends in `…`; in code points
 */
export function oneLine(text: string, length: number): string {
  const line = text.replace(BREAKS, ' ').replace(UNSEEN, '\ufffd');
  if (line.length <= length) return line;
  // A code point is two units at most: one more than may stay is enough to know that the text is too long.
  const points = [...line.slice(0, 2 * (length + 1))];
  return points.length <= length ? line : `${points.slice(0, length - 1).join('')}…`;
}

/** A word of ours at the beginning of a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
