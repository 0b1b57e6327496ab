/** What is to be said of the buyer's own files, in words: the same in every report and by `--agreement-only`. */
import type { AgreementRemark } from '../agreement/lint/remark.ts';
import type { Language } from '../catalogue/text.ts';
import { formatCount } from './format-number.ts';
import { oneLine } from './one-line.ts';
import type { Result } from './result.ts';
import { WORDS } from './words.ts';

/** Longer ones are cut. */
const LENGTH = 300;

const OWN = {
  nb: {
    title: 'Om avtalen og filene den nevner',
    more: (count: string) => `… og ${count} til. Se alle med katalogvakt check --agreement-only.`,
    long: (files: string) =>
      `${files} er for lang til å kontrolleres mot seg selv i hver kjøring. Gjør det med katalogvakt check --agreement-only.`,
  },
  en: {
    title: 'About the agreement and its files',
    more: (count: string) => `… and ${count} more. See them all with katalogvakt check --agreement-only.`,
    long: (files: string) =>
      `${files} is too long to be checked against itself in every run. Do that with katalogvakt check --agreement-only.`,
  },
} as const satisfies Record<Language, object>;

/** `advarsel: prices.csv, rad 12, kolonne C, vare 1001: …` */
export function remarkInWords(remark: AgreementRemark, language: Language): string {
  const { severity, file, row, column, item, text } = remark;
  const words = WORDS[language];
  const place = [
    file,
    ...(row === undefined ? [] : [words.row(row)]),
    ...(column === undefined ? [] : [words.column(column, undefined)]),
    ...(item === undefined ? [] : [`${words.item} ${item}`]),
  ].join(', ');
  return oneLine(`${words.severity[severity]}: ${place}: ${text[language]}`, LENGTH);
}

export interface RemarksInWords {
  readonly title: string;
  readonly remarks: readonly string[];
  /** How many are not told, and which lists were not looked into. */
  readonly notes: readonly string[];
}

/** @returns nothing where there is nothing to say. @param most so many remarks are told */
export function agreementRemarks(
  { agreementRemarks: found }: Result,
  language: Language,
  most: number,
): RemarksInWords | undefined {
  if (found === undefined) return undefined;
  const own = OWN[language];
  const { all, told, long = [] } = found;
  const shown = told.slice(0, most);
  return {
    title: own.title,
    remarks: shown.map((remark) => remarkInWords(remark, language)),
    notes: [
      ...(all > shown.length ? [own.more(formatCount(all - shown.length, language))] : []),
      ...(long.length === 0 ? [] : [own.long(long.join(', '))]),
    ],
  };
}
