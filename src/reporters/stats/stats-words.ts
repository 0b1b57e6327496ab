/** The words of the page of trends. */
import type { Severity } from '../../catalogue/finding.ts';
import type { Language } from '../../catalogue/text.ts';
import { some } from '../words.ts';

export interface StatsWords {
  readonly title: string;
  readonly heading: (runs: number, agreements: number) => string;
  readonly period: (from: string, to: string) => string;
  readonly now: string;
  readonly nowCaption: string;
  readonly agreement: string;
  readonly run: string;
  readonly checked: string;
  readonly outcome: string;
  readonly goOn: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly coverage: string;
  readonly days: string;
  readonly families: string;
  readonly familiesCaption: string;
  readonly family: string;
  readonly together: string;
  /** Titles of the two charts. */
  readonly found: string;
  readonly shares: string;
  readonly runs: (shown: number, all: number) => string;
}

export const STATS_WORDS: Readonly<Record<Language, StatsWords>> = {
  nb: {
    title: 'Oppfølging av kataloger',
    heading: (runs, agreements) =>
      `${some('nb', 'kjøring', 'kjøringer')(runs)} på ${some('nb', 'avtale', 'avtaler')(agreements)}`,
    period: (from, to) => `Kontrollert fra ${from} til ${to}.`,
    now: 'Slik står det til',
    nowCaption: 'Siste kjøring for hver avtale. Dager: fra filen først ble kontrollert til den ble godkjent.',
    agreement: 'Avtale og leverandør',
    run: 'Kjøring',
    checked: 'Kontrollert',
    outcome: 'Utfall',
    goOn: 'Linjer videre',
    severity: { error: 'Feil', warning: 'Advarsler', info: 'Opplysninger' },
    coverage: 'Miljømerket',
    days: 'Dager',
    families: 'Hva det er feil i',
    familiesCaption: 'Funn i siste kjøring for hver avtale, etter regelfamilie.',
    family: 'Regler',
    together: 'Til sammen',
    found: 'Feil og advarsler',
    shares: 'Linjer videre og miljømerkede linjer, andel',
    runs: (shown, all) =>
      shown === all
        ? `${some('nb', 'kjøring', 'kjøringer')(all)}, den nyeste først.`
        : `De ${shown} nyeste av ${all} kjøringer.`,
  },
  en: {
    title: 'Catalogues over time',
    heading: (runs, agreements) =>
      `${some('en', 'run', 'runs')(runs)} on ${some('en', 'agreement', 'agreements')(agreements)}`,
    period: (from, to) => `Checked from ${from} to ${to}.`,
    now: 'Current status',
    nowCaption: 'The newest run of each agreement. Days: from the first check of the file to its approval.',
    agreement: 'Agreement and supplier',
    run: 'Run',
    checked: 'Checked',
    outcome: 'Outcome',
    goOn: 'Lines approved',
    severity: { error: 'Errors', warning: 'Warnings', info: 'Notes' },
    coverage: 'Eco-labelled',
    days: 'Days',
    families: 'What is wrong',
    familiesCaption: 'Findings in the newest run of each agreement, by family of rules.',
    family: 'Rules',
    together: 'Total',
    found: 'Errors and warnings',
    shares: 'Lines approved and eco-labelled lines, share',
    runs: (shown, all) =>
      shown === all ? `${some('en', 'run', 'runs')(all)}, the newest first.` : `The newest ${shown} of ${all} runs.`,
  },
};
