/** What the charts of the page say. */
import type { Language } from '../../catalogue/text.ts';
import { formatCount } from '../format-number.ts';
import { some } from '../words.ts';

export interface ChartWords {
  readonly distribution: string;
  readonly byGroup: string;
  readonly byRule: string;
  readonly coverage: string;

  readonly pricesMoved: (up: number, down: number) => string;
  readonly noPricesMoved: string;
  readonly move: string;
  readonly prices: string;
  /** Borders with their signs, without the percent sign. */
  readonly under: (border: string) => string;
  readonly over: (border: string) => string;
  readonly between: (from: string, to: string) => string;

  readonly groupsMoved: (groups: number, shown: number) => string;
  readonly noGroup: string;
  readonly firstGroups: (shown: number) => string;

  readonly rulesBroken: (rules: number, fault: string, findings: number) => string;
  readonly firstRules: (shown: number) => string;

  readonly covered: (now: string, before: string | undefined) => string;
  readonly now: string;
  readonly all: string;
}

const nb: ChartWords = {
  distribution: 'Hvor mye prisene er endret',
  byGroup: 'Prisendring etter varegruppe',
  byRule: 'Funn etter regel',
  coverage: 'Miljømerker mot forrige versjon',

  pricesMoved: (up, down) =>
    `${some('nb', 'pris er satt opp', 'priser er satt opp')(up)} og ${formatCount(down, 'nb')} ned siden forrige versjon.`,
  noPricesMoved: 'Ingen priser er endret siden forrige versjon.',
  move: 'Endring',
  prices: 'Priser',
  under: (border) => `under ${border}\u00a0%`,
  over: (border) => `over ${border}\u00a0%`,
  between: (from, to) => `${from} til ${to}\u00a0%`,

  groupsMoved: (groups, shown) =>
    `Hvor mange priser som er satt opp og ned, i ${shown < groups ? `de ${formatCount(shown, 'nb')} varegruppene av ${formatCount(groups, 'nb')} med flest endrede priser` : 'hver varegruppe med endrede priser'}.`,
  noGroup: 'Uten varegruppe',
  firstGroups: (shown) => `De ${formatCount(shown, 'nb')} varegruppene med flest endrede priser`,

  rulesBroken: (rules, fault, findings) =>
    `${some('nb', 'regel', 'regler')(rules)} har funn. Flest: ${fault} (${formatCount(findings, 'nb')}).`,
  firstRules: (shown) => `De ${formatCount(shown, 'nb')} reglene med flest funn`,

  covered: (now, before) =>
    before === undefined
      ? `${now} av linjene har et merke som teller. Det er ingen forrige versjon å sammenligne med.`
      : `${now} av linjene har et merke som teller; i forrige versjon ${before}.`,
  now: 'Denne katalogen',
  all: 'Alle linjer',
};

const en: ChartWords = {
  distribution: 'How much prices changed',
  byGroup: 'Price changes by product group',
  byRule: 'Findings by rule',
  coverage: 'Eco-labels compared with the previous version',

  pricesMoved: (up, down) =>
    `${some('en', 'price has gone up', 'prices have gone up')(up)} and ${formatCount(down, 'en')} down since the previous version.`,
  noPricesMoved: 'No price has changed since the previous version.',
  move: 'Change',
  prices: 'Prices',
  under: (border) => `below ${border}%`,
  over: (border) => `above ${border}%`,
  between: (from, to) => `${from} to ${to}%`,

  groupsMoved: (groups, shown) =>
    `How many prices went up and down, in ${shown < groups ? `the ${formatCount(shown, 'en')} product groups of ${formatCount(groups, 'en')} with the most price changes` : 'each product group with changed prices'}.`,
  noGroup: 'No product group',
  firstGroups: (shown) => `The ${formatCount(shown, 'en')} product groups with the most price changes`,

  rulesBroken: (rules, fault, findings) =>
    `${some('en', 'rule has', 'rules have')(rules)} findings. Most: ${fault} (${formatCount(findings, 'en')}).`,
  firstRules: (shown) => `The ${formatCount(shown, 'en')} rules with the most findings`,

  covered: (now, before) =>
    before === undefined
      ? `${now} of the lines have a recognised label. There is no previous version to compare with.`
      : `${now} of the lines have a recognised label; in the previous version ${before}.`,
  now: 'This catalogue',
  all: 'All lines',
};

export const CHART_WORDS: Readonly<Record<Language, ChartWords>> = { nb, en };
