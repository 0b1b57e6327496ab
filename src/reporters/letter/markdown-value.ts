/** A value on its way into a letter's Markdown: whatever a supplier wrote stays text. */
import { oneLine } from '../one-line.ts';

/** Longer values are cut: the whole of them stands in findings.csv. */
const LENGTH = 300;

/** What is markup wherever it stands. */
const MARKUP = /[\\`*_[\]<>{}|~&#$@]/g;
/** What begins a list, a heading, a quotation or a rule at the beginning of a line. */
const BEGINNING = /^[-+=]/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;
/** What is made a link without any markup. */
const ADDRESS = /(?<=https?|ftp):(?=\/\/)|(?<=www)\./gi;

/** One line in which every sign means itself: what Markdown would take for markup has a backslash in front. */
export function markdownValue(value: unknown): string {
  return oneLine(textOf(value), LENGTH)
    .trim()
    .replace(MARKUP, '\\$&')
    .replace(ADDRESS, '\\$&')
    .replace(BEGINNING, '\\$&')
    .replace(NUMBERED, '$1\\$2');
}

/** In a letter that is plain text nothing is markup, but a value is one line all the same. */
export function plainValue(value: unknown): string {
  return oneLine(textOf(value), LENGTH).trim();
}

/** What a template may put in besides text: numbers, and what is not there. */
function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
