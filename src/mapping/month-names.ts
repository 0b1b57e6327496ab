/** Names of the months, and their abbreviations, in bokmål, nynorsk, Swedish, Danish, German and English. */
const NAMES =
  'januar|january|januari|jänner|jan;februar|february|februari|feb;mars|march|marts|märz|maerz|mar|mrz|mär;april|apr;mai|may|maj;juni|june|jun;juli|july|jul;august|augusti|aug;september|sept|sep;oktober|october|okt|oct;november|nov;desember|december|dezember|des|dec|dez';

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.split(';').flatMap((names, at) => names.split('|').map((name) => [name, at + 1] as const)),
);

/** @returns 1 to 12; `undefined` for what is no month */
export function monthOf(name: string): number | undefined {
  return MONTHS.get(name.toLowerCase());
}
