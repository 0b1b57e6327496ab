/** Everything that is to be said of an agreement and its files, for a terminal: one line each. */
import type { AgreementRemark } from '../agreement/lint/remark.ts';
import type { Language } from '../catalogue/text.ts';
import { remarkInWords } from './agreement-remarks.ts';
import { formatCount } from './format-number.ts';
import { formatDate } from './format-value.ts';
import { oneLine } from './one-line.ts';
import { WORDS } from './words.ts';

/** Longer ones are cut. */
const LENGTH = 300;

const OWN = {
  nb: {
    clean: 'Ingenting å bemerke.',
    verdict: (errors: string, warnings: string) => `${errors}, ${warnings}.`,
    stops: 'Feilene stanser hver kontroll til de er rettet.',
    articles: (count: string) => `${count} priser i prislisten`,
  },
  en: {
    clean: 'No problems found.',
    verdict: (errors: string, warnings: string) => `${errors}, ${warnings}.`,
    stops: 'The errors stop every check until they are corrected.',
    articles: (count: string) => `${count} prices in the price list`,
  },
} as const satisfies Record<Language, object>;

export interface LintReport {
  readonly number: string;
  readonly name: string;
  readonly asOf: string;
  readonly articles: number;
  readonly remarks: readonly AgreementRemark[];
}

export function lintText({ number, name, asOf, articles, remarks }: LintReport, language: Language): string {
  const words = WORDS[language];
  const own = OWN[language];
  const errors = remarks.filter(({ severity }) => severity === 'error').length;
  const lines = remarks.map((remark) => remarkInWords(remark, language));
  const counts = own.verdict(words.findingCount.error(errors), words.findingCount.warning(remarks.length - errors));
  return `${[
    `${words.agreement} ${number}, ${oneLine(name, LENGTH)}, ${formatDate(asOf, language)}, ${own.articles(formatCount(articles, language))}`,
    ...(lines.length === 0 ? [] : ['', ...lines]),
    '',
    remarks.length === 0 ? own.clean : counts,
    ...(errors > 0 ? [own.stops] : []),
  ].join('\n')}\n`;
}
