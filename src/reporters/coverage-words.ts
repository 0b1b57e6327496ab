/** How the reports speak of eco-label coverage. */

import { type Decimal, decimal, divide, isZero, multiply } from '../catalogue/decimal.ts';
import type { Language } from '../catalogue/text.ts';
import { labelName } from '../code-lists/labels.ts';
import { formatCount, formatMoney, formatPercent } from './format-number.ts';
import type { LabelCoverage, LabelledLines } from './result.ts';

/** Of a row of the coverage by class. */
export function className({ unspsc, title }: LabelCoverage['classes'][number], language: Language): string {
  if (unspsc === '') return COVERAGE_WORDS[language].noClass;
  return title === undefined ? unspsc : `${unspsc} ${title}`;
}

export interface CoverageWords {
  readonly title: string;
  readonly caption: (coverage: LabelCoverage) => string;
  readonly class: string;
  readonly noClass: string;
  readonly lines: string;
  readonly recognised: string;
  readonly share: string;
  readonly before: string;
  readonly organic: string;
  readonly otherLabels: string;
  readonly withoutLabel: string;
  readonly labels: string;
  readonly label: string;
  readonly spend: string;
  readonly spendShare: string;
  readonly spendBefore: string;
}

export const COVERAGE_WORDS: Readonly<Record<Language, CoverageWords>> = {
  nb: {
    title: 'Miljømerker',
    caption: ({ recognisedLabels: recognised }) =>
      recognised === undefined
        ? 'Linjer med miljømerke av type I (Svanemerket, EU Ecolabel og andre etter ISO 14024). Hver linje telles én gang.'
        : `Linjer med et merke avtalen regner med: ${namesOf(recognised, 'nb')}. Hver linje telles én gang.`,
    class: 'UNSPSC',
    noClass: 'uten klasse',
    lines: 'Linjer',
    recognised: 'Miljømerket',
    share: 'Andel',
    before: 'Forrige versjon',
    organic: 'Bare økologisk merke',
    otherLabels: 'Bare andre merker',
    withoutLabel: 'Uten merke',
    labels: 'Linjer per merke',
    label: 'Merke',
    spend: 'Kjøp per år',
    spendShare: 'Andel av kjøp',
    spendBefore: 'Andel av kjøp, forrige',
  },
  en: {
    title: 'Eco-labels',
    caption: ({ recognisedLabels: recognised }) =>
      recognised === undefined
        ? 'Lines with an eco-label of type I (Nordic Swan, EU Ecolabel and others under ISO 14024). Each line is counted once.'
        : `Lines with a label that the agreement recognises: ${namesOf(recognised, 'en')}. Each line is counted once.`,
    class: 'UNSPSC',
    noClass: 'no class',
    lines: 'Lines',
    recognised: 'Eco-labelled',
    share: 'Share',
    before: 'Previous version',
    organic: 'Organic label only',
    otherLabels: 'Other labels only',
    withoutLabel: 'No label',
    labels: 'Lines by label',
    label: 'Label',
    spend: 'Spend per year',
    spendShare: 'Share of spend',
    spendBefore: 'Share of spend, previous',
  },
};

const namesOf = (keys: readonly string[], language: Language): string =>
  keys.map((key) => labelName(key, language)).join(', ');

/** `16,1 %`; a dash where there are no lines. */
export function shareInWords(labelled: Labelled, language: Language): string {
  const percent = sharePercent(labelled);
  return percent === undefined ? '–' : formatPercent(percent, language, 'prose');
}

type Labelled = Pick<LabelledLines, 'lines' | 'recognised'>;

/** With one decimal; nothing where there are no lines. */
export function sharePercent({ lines, recognised }: Labelled): Decimal | undefined {
  return lines === 0 ? undefined : divide(decimal(String(100 * recognised)), decimal(String(lines)), 1);
}

/** `16,1 %` of what a year's volumes cost; a dash where no volume is known. */
export function spendShareInWords({ spend }: LabelledLines, language: Language): string {
  if (spend === undefined || isZero(decimal(spend.sum))) return '–';
  const percent = divide(multiply(decimal('100'), decimal(spend.recognised)), decimal(spend.sum), 1);
  return formatPercent(percent, language, 'prose');
}

/** The whole of it in a few short sentences. */
export function coverageInWords(coverage: LabelCoverage, language: Language): readonly string[] {
  const words = COVERAGE_WORDS[language];
  const of = ({ recognised, lines }: LabelledLines): string =>
    `${formatCount(recognised, language)} ${language === 'nb' ? 'av' : 'of'} ${formatCount(lines, language)}`;
  const { previous } = coverage;
  const before =
    previous === undefined
      ? ''
      : ` (${words.before.toLowerCase()}: ${of(previous)}, ${shareInWords(previous, language)})`;
  const others = (['organic', 'otherLabels', 'withoutLabel'] as const)
    .filter((kind) => coverage[kind] > 0)
    .map((kind) => `${words[kind].toLowerCase()}: ${formatCount(coverage[kind], language)}`);
  return [
    `${words.recognised}: ${of(coverage)}, ${shareInWords(coverage, language)}${before}`,
    ...spendInWords(coverage, language),
    ...(others.length === 0 ? [] : [others.join(', ')]),
  ];
}

/** Nothing where no volume is known. */
function spendInWords(coverage: LabelCoverage, language: Language): readonly string[] {
  const { spend, currency, previous } = coverage;
  if (spend === undefined || currency === undefined || isZero(decimal(spend.sum))) return [];
  const words = COVERAGE_WORDS[language];
  const before =
    previous?.spend === undefined || isZero(decimal(previous.spend.sum))
      ? ''
      : ` (${words.before.toLowerCase()}: ${spendShareInWords(previous, language)})`;
  const some = formatMoney(spend.recognised, language, 'prose');
  const all = formatMoney(spend.sum, language, 'prose', currency);
  return [
    `${words.spendShare}: ${some} ${language === 'nb' ? 'av' : 'of'} ${all}, ${spendShareInWords(coverage, language)}${before}`,
  ];
}
