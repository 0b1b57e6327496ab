const BLANKS = /\s+/g;
/** Any but single spaces between words: few names have them. */
const OTHER_BLANKS = /\s\s|[^\S ]/;

/** The same for names that differ in capitals and spaces only. */
export function inOneSpelling(name: string): string {
  const words = name.trim();
  return (OTHER_BLANKS.test(words) ? words.replace(BLANKS, ' ') : words).toLowerCase();
}

/** Whether two names differ in nothing but capitals and spaces. */
export function spelledAlike(one: string, other: string): boolean {
  return one === other || inOneSpelling(one) === inOneSpelling(other);
}
