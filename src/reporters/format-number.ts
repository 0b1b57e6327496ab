/**
 * Numbers as a person writes them. Grouping is done by hand: what Intl gives differs between Node versions and
 * machines, and equal runs must give equal bytes.
 */
import { parseDecimal } from '../catalogue/decimal.ts';
import type { Language } from '../catalogue/text.ts';

/** `prose` is read by people; `cell` must open as a number in the language's own Excel, so nothing is grouped. */
export type Target = 'prose' | 'cell';

/** U+00A0: a number is never broken over two lines. */
export const NO_BREAK_SPACE = '\u00a0';

/** U+2212, as wide as a plus; a hyphen may be left behind at the end of a line. */
const MINUS = '\u2212';

interface Signs {
  readonly point: string;
  readonly group: string;
}
const SIGNS: Readonly<Record<Language, Signs>> = {
  nb: { point: ',', group: NO_BREAK_SPACE },
  en: { point: '.', group: ',' },
};

/**
 * @param value canonical decimal text; anything else is what stood in a file and is given back as it is
 * @param decimals at least so many are shown
 */
export function formatDecimal(value: string, language: Language, target: Target, decimals = 0): string {
  if (parseDecimal(value) !== value) return value;
  const { point, group } = SIGNS[language];
  const negative = value.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? value.slice(1) : value).split('.');
  const head = target === 'cell' || whole.length <= 3 ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  const tail = fraction.padEnd(decimals, '0');
  return `${negative ? (target === 'cell' ? '-' : MINUS) : ''}${head}${tail === '' ? '' : point + tail}`;
}

/**
 * An amount with at least two decimals, and all it has; in prose with its currency, where one is known.
 * @param currency ISO 4217
 */
export function formatMoney(value: string, language: Language, target: Target, currency?: string): string {
  if (parseDecimal(value) !== value) return value;
  const amount = formatDecimal(value, language, target, 2);
  if (target === 'cell' || currency === undefined) return amount;
  if (language === 'en') return `${currency}${NO_BREAK_SPACE}${amount}`;
  return `${amount}${NO_BREAK_SPACE}${currencySign(currency, language)}`;
}

/** What stands beside amounts for a currency of ISO 4217. */
export function currencySign(currency: string, language: Language): string {
  return language === 'nb' && currency === 'NOK' ? 'kr' : currency;
}

/** A share in percent; a cell holds the number alone. */
export function formatPercent(value: string, language: Language, target: Target): string {
  if (parseDecimal(value) !== value) return value;
  const number = formatDecimal(value, language, target);
  if (target === 'cell') return number;
  return language === 'nb' ? `${number}${NO_BREAK_SPACE}%` : `${number}%`;
}

/** By how many percent something went up or down, with its sign. */
export function formatChange(percent: string, language: Language): string {
  return `${percent.startsWith('-') ? '' : '+'}${formatPercent(percent, language, 'prose')}`;
}

/** A whole number of things. */
export function formatCount(count: number, language: Language): string {
  return formatDecimal(String(count), language, 'prose');
}
