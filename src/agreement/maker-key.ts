/** By what a manufacturer's own item number is compared: numbers are only its own together with its name. */

/** Legal forms behind a name: one list has `3M Norge AS`, the other `3M Norge`. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'as|a/s|asa|ab|aps|oy|oyj|gmbh|ag|ltd|inc|llc|bv|nv|plc|sa|co|corp'.split('|'),
);

/** Numbers that stand for "there is none". */
const NO_NUMBERS: ReadonlySet<string> = new Set(['', '-', '.', '0', 'n/a', 'na', 'ukjent', 'unknown', 'ingen', 'none']);

/** @returns one key for spellings that differ in case, blanks and legal form; nothing where either is not told */
export function makerKey(manufacturer: string | undefined, itemNumber: string | undefined): string | undefined {
  if (manufacturer === undefined || itemNumber === undefined) return undefined;
  const number = withoutBlanks(itemNumber.toLowerCase());
  const name = nameKey(manufacturer);
  return NO_NUMBERS.has(number) || NO_NUMBERS.has(name) ? undefined : `${name}\u001f${number}`;
}

function nameKey(manufacturer: string): string {
  const words = manufacturer
    .toLowerCase()
    .split(/[\s,]/)
    .filter((word) => word !== '');
  const last = words.at(-1)?.replaceAll('.', '') ?? '';
  if (words.length > 1 && LEGAL_FORMS.has(last)) words.pop();
  return words.join('');
}

function withoutBlanks(text: string): string {
  return text.split(/\s/).join('');
}
