/** The words of the reports. Rules bring their own; see engine/rule.ts. */
import type { Disposition, Severity } from '../catalogue/finding.ts';
import type { LineStatus } from '../catalogue/line.ts';
import type { Language } from '../catalogue/text.ts';
import { formatCount } from './format-number.ts';
import type { Change, NotCheckedReason, Outcome, RefusalReason } from './result.ts';

type SimpleReason = Exclude<NotCheckedReason['reason'], 'noColumn'>;
export type WhyNotCompared = Extract<SimpleReason, 'noPrevious' | 'unusableFile'>;
type MissingInput = Extract<RefusalReason, { reason: 'missing' }>['what'];

export interface Words {
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  readonly or: string;
  readonly status: Readonly<Record<LineStatus, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly change: Readonly<Record<Change['change'], string>>;
  readonly lineDisposition: Readonly<Record<Disposition, string>>;

  /** Outcome in a word or two, then how many lines of how many. */
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly approvedOf: (approved: number, read: number) => string;
  readonly noneApprovedOf: (read: number) => string;
  readonly rulesNotRun: (rules: number) => string;
  /** The outcome as a sentence for someone who opens the report without having seen the run. */
  readonly outcomeSentence: (outcome: Outcome, approved: number, read: number) => string;

  readonly notChecked: string;
  readonly notCheckedReason: Readonly<Record<SimpleReason, string>>;
  readonly noColumnFor: (fields: readonly string[]) => string;
  readonly ruleCount: (rules: number) => string;
  readonly andMore: (count: number) => string;

  readonly catalogue: string;
  readonly agreement: string;
  readonly prices: string;
  readonly previous: string;
  readonly noAgreementGiven: string;
  readonly asOf: string;

  readonly whyRefused: string;
  readonly whatToDo: string;
  readonly missing: Readonly<Record<MissingInput, { readonly why: string; readonly todo: string }>>;
  readonly limits: Readonly<Record<string, string>>;
  readonly otherLimit: (name: string) => string;
  readonly limitPassed: (limit: string, actual: string, allowed: string) => string;
  readonly limitTodo: string;
  readonly nothingLeft: string;
  readonly previousHolds: string;
  readonly askForNewFile: string;

  readonly heading: Readonly<Record<Severity, string>>;
  readonly findingCount: Readonly<Record<Severity, (count: number) => string>>;
  readonly noFindings: string;
  readonly infosIn: (count: number, file: string) => string;
  readonly waived: (count: number) => string;

  readonly row: (row: number) => string;
  readonly column: (letter: string, heading: string | undefined) => string;
  readonly item: string;

  readonly lines: string;
  readonly asSent: string;
  readonly corrected: string;
  readonly keptPrevious: string;
  readonly withheld: string;
  readonly read: string;
  readonly keptMissing: string;
  readonly refusedLines: string;

  readonly diff: string;
  /** Why there is nothing to say of changes, and what then is in the files that would hold them. */
  readonly notCompared: Readonly<Record<WhyNotCompared, string>>;
  readonly emptyDiff: Readonly<Record<WhyNotCompared, string>>;
  readonly noChanges: string;
  readonly added: (count: number) => string;
  readonly removed: (count: number) => string;
  readonly changed: (count: number) => string;
  readonly renumbered: (count: number) => string;
  readonly unchanged: (count: number) => string;
  readonly priceMoves: (up: number, down: number) => string;
  readonly largestRises: string;
  readonly fromTo: (before: string, after: string) => string;
  readonly duplicateKeys: (count: number) => string;
  readonly withoutKey: (count: number) => string;
  readonly columnsAdded: (headings: readonly string[]) => string;
  readonly columnsRemoved: (headings: readonly string[]) => string;

  readonly filesIn: (folder: string) => string;
  readonly files: string;
  readonly fileDescription: (file: string) => string;
}

/** A number of things, with the right word for one and for many. */
export const some = (language: Language, one: string, many: string) => (count: number) =>
  `${formatCount(count, language)} ${count === 1 ? one : many}`;
const nbSome = (one: string, many: string) => some('nb', one, many);
const enSome = (one: string, many: string) => some('en', one, many);

const nbLines = nbSome('linje', 'linjer');
const enLines = enSome('line', 'lines');

const FILES_NB: Readonly<Record<string, string>> = {
  approved: 'godkjent katalog, klar for bestillingssystemet',
  withheld: 'linjene som er holdt tilbake, med grunn',
  'findings.csv': 'alle funn, åpnes i Excel',
  'findings.jsonl': 'alle funn, for maskiner',
  'diff.csv': 'alle endringer siden forrige versjon',
  'diff.jsonl': 'alle endringer, for maskiner',
  'report.html': 'rapporten, åpnes i nettleseren',
  'result.json': 'resultatet, for maskiner',
};
const FILES_EN: Readonly<Record<string, string>> = {
  approved: 'approved catalogue, ready for the ordering system',
  withheld: 'the lines withheld, with reasons',
  'findings.csv': 'every finding, opens in Excel',
  'findings.jsonl': 'every finding, for machines',
  'diff.csv': 'every change since the previous version',
  'diff.jsonl': 'every change, for machines',
  'report.html': 'the report, opens in a browser',
  'result.json': 'the result, for machines',
};
const describe = (words: Readonly<Record<string, string>>) => (file: string) =>
  words[file] ?? words[file.replace(/\..*$/, '')] ?? '';

const nb: Words = {
  yes: 'ja',
  no: 'nei',
  nothing: '–',
  or: 'eller',
  status: {
    active: 'i sortimentet',
    discontinued: 'utgått',
    temporarilyUnavailable: 'midlertidig utsolgt',
    new: 'ny',
  },
  severity: { error: 'feil', warning: 'advarsel', info: 'opplysning' },
  change: {
    added: 'ny',
    removed: 'fjernet',
    changed: 'endret',
    renumbered: 'nytt varenummer',
    ambiguous: 'står flere ganger',
  },
  lineDisposition: {
    withhold: 'holdt tilbake',
    keepPrevious: 'forrige linje beholdt',
    correct: 'rettet',
    approve: 'godkjent',
  },

  outcome: { approved: 'Godkjent', partly: 'Delvis godkjent', refused: 'Avvist' },
  approvedOf: (approved, read) => `${formatCount(approved, 'nb')} av ${nbLines(read)}`,
  noneApprovedOf: (read) => (read === 0 ? 'ingenting går videre' : `ingen av ${nbLines(read)} går videre`),
  rulesNotRun: (rules) =>
    rules === 0 ? 'Alle regler ble kjørt.' : `${nbSome('regel', 'regler')(rules)} kunne ikke kjøres.`,
  outcomeSentence: (outcome, approved, read) => {
    if (outcome === 'approved')
      return `Katalogen er godkjent: ${read === 1 ? 'linjen' : `alle ${nbLines(read)}`} kan gå videre.`;
    if (outcome === 'partly')
      return `Katalogen er delvis godkjent: ${formatCount(approved, 'nb')} av ${nbLines(read)} er godkjent.`;
    return `Katalogen er avvist: ${read === 0 ? 'ingenting' : `ingen av ${nbLines(read)}`} går videre.`;
  },

  notChecked: 'Ikke kontrollert',
  notCheckedReason: {
    noAgreement: 'ingen avtale er oppgitt',
    noScope: 'avtalen sier ikke hvilke varegrupper den gjelder',
    noLabelDemands: 'avtalen krever ingen miljømerker',
    noPrices: 'avtalen har ingen prisliste',
    noPrevious: 'det finnes ingen tidligere versjon å sammenligne med',
    unusableFile: 'filen kan ikke brukes',
  },
  noColumnFor: (fields) => `filen har ingen kolonne for ${listOf(fields, nb.or)}`,
  ruleCount: nbSome('regel', 'regler'),
  andMore: (count) => `og ${formatCount(count, 'nb')} til`,

  catalogue: 'Katalog',
  agreement: 'Avtale',
  prices: 'Prisliste',
  previous: 'Forrige versjon',
  noAgreementGiven: 'ingen',
  asOf: 'Gjelder dag',

  whyRefused: 'Hvorfor avvist',
  whatToDo: 'Hva nå',
  missing: {
    agreement: {
      why: 'Regelsettet krever en avtale, og ingen er oppgitt.',
      todo: 'Legg katalogen i avtalens mappe, eller oppgi avtalen med --agreement.',
    },
    prices: {
      why: 'Regelsettet krever den avtalte prislisten, og avtalen har ingen.',
      todo: 'Legg prislisten i avtalens mappe og før den opp i agreement.yaml.',
    },
    previous: {
      why: 'Regelsettet krever en tidligere versjon å sammenligne med, og det finnes ingen.',
      todo: 'Oppgi versjonen som ble godkjent sist, med --previous.',
    },
  },
  limits: {
    withheldPercent: 'Andel linjer holdt tilbake',
    removedPercent: 'Andel linjer fjernet siden forrige versjon',
    missingAgreed: 'Avtalte varer som mangler i katalogen',
  },
  otherLimit: (name) => `Grensen «${name}»`,
  limitPassed: (limit, actual, allowed) => `${limit}: ${actual}. Regelsettet tillater høyst ${allowed}.`,
  limitTodo: 'Ta det opp med leverandøren, eller endre grensen i regelsettet hvis dette er som det skal.',
  nothingLeft: 'Ingen linje kom gjennom kontrollen.',
  previousHolds: 'Versjonen som ble godkjent sist, gjelder til en ny fil er godkjent.',
  askForNewFile: 'Send funnene til leverandøren, og be om en ny fil.',

  heading: { error: 'Må rettes', warning: 'Bør ses på', info: 'Til opplysning' },
  findingCount: {
    error: nbSome('feil', 'feil'),
    warning: nbSome('advarsel', 'advarsler'),
    info: nbSome('opplysning', 'opplysninger'),
  },
  noFindings: 'Ingen feil og ingen advarsler.',
  infosIn: (count, file) => `I tillegg ${nbSome('opplysning', 'opplysninger')(count)}, se ${file}.`,
  waived: (count) => `${nbSome('avvik er godtatt', 'avvik er godtatt')(count)} på forhånd og teller ikke.`,

  row: (row) => `rad ${row}`,
  column: (letter, heading) => `kolonne ${letter}${heading === undefined ? '' : ` (${heading})`}`,
  item: 'vare',

  lines: 'Linjene',
  asSent: 'godkjent som sendt',
  corrected: 'rettet til det avtalen sier',
  keptPrevious: 'byttet med linjen som ble godkjent sist',
  withheld: 'holdt tilbake',
  read: 'lest i alt',
  keptMissing: 'beholdt fra forrige versjon fordi de mangler i den nye (i tillegg)',
  refusedLines: 'Katalogen er avvist, så ingen linjer går videre.',

  diff: 'Endringer siden forrige versjon',
  notCompared: {
    noPrevious: 'Ikke sammenlignet: det finnes ingen tidligere versjon.',
    unusableFile: 'Ikke sammenlignet: filen kan ikke brukes.',
  },
  emptyDiff: { noPrevious: 'tom: ingen tidligere versjon', unusableFile: 'tom: filen kan ikke brukes' },
  noChanges: 'Ingen endringer.',
  added: nbSome('ny', 'nye'),
  removed: nbSome('fjernet', 'fjernet'),
  changed: nbSome('endret', 'endret'),
  renumbered: nbSome('fikk nytt varenummer', 'fikk nytt varenummer'),
  unchanged: nbSome('uendret', 'uendret'),
  priceMoves: (up, down) => `Pris: ${formatCount(up, 'nb')} opp, ${formatCount(down, 'nb')} ned.`,
  largestRises: 'Størst prisøkning',
  fromTo: (before, after) => `fra ${before} til ${after}`,
  duplicateKeys: (count) =>
    `${nbSome('vare står', 'varer står')(count)} på flere linjer og er derfor ikke sammenlignet.`,
  withoutKey: (count) => `${nbLines(count)} har ingenting å kjennes igjen på og er ikke sammenlignet.`,

  columnsAdded: (headings) => `Nye kolonner: ${headings.join(', ')}.`,
  columnsRemoved: (headings) => `Kolonner som er borte: ${headings.join(', ')}.`,

  filesIn: (folder) => `Filene ligger i ${folder}`,
  files: 'Filene',
  fileDescription: describe(FILES_NB),
};

const en: Words = {
  yes: 'yes',
  no: 'no',
  nothing: '–',
  or: 'or',
  status: {
    active: 'in the range',
    discontinued: 'discontinued',
    temporarilyUnavailable: 'temporarily unavailable',
    new: 'new',
  },
  severity: { error: 'error', warning: 'warning', info: 'info' },
  change: {
    added: 'added',
    removed: 'removed',
    changed: 'changed',
    renumbered: 'renumbered',
    ambiguous: 'listed several times',
  },
  lineDisposition: {
    withhold: 'withheld',
    keepPrevious: 'previous line kept',
    correct: 'corrected',
    approve: 'approved',
  },

  outcome: { approved: 'Approved', partly: 'Partly approved', refused: 'Refused' },
  approvedOf: (approved, read) => `${formatCount(approved, 'en')} of ${enLines(read)}`,
  noneApprovedOf: (read) => (read === 0 ? 'nothing goes on' : `none of ${enLines(read)} goes on`),
  rulesNotRun: (rules) => (rules === 0 ? 'All rules ran.' : `${enSome('rule', 'rules')(rules)} could not run.`),
  outcomeSentence: (outcome, approved, read) => {
    if (outcome === 'approved')
      return `The catalogue is approved: ${read === 1 ? 'its line' : `all ${enLines(read)}`} can go on.`;
    if (outcome === 'partly')
      return `The catalogue is partly approved: ${formatCount(approved, 'en')} of ${enLines(read)} ${approved === 1 ? 'is' : 'are'} approved.`;
    return `The catalogue is refused: ${read === 0 ? 'nothing' : `none of ${enLines(read)}`} goes on.`;
  },

  notChecked: 'Not checked',
  notCheckedReason: {
    noAgreement: 'no agreement was given',
    noScope: 'the agreement does not say which product groups it covers',
    noLabelDemands: 'the agreement demands no eco-labels',
    noPrices: 'the agreement has no price list',
    noPrevious: 'there is no previous version to compare with',
    unusableFile: 'the file cannot be used',
  },
  noColumnFor: (fields) => `the file has no column for ${listOf(fields, en.or)}`,
  ruleCount: enSome('rule', 'rules'),
  andMore: (count) => `and ${formatCount(count, 'en')} more`,

  catalogue: 'Catalogue',
  agreement: 'Agreement',
  prices: 'Price list',
  previous: 'Previous version',
  noAgreementGiven: 'none',
  asOf: 'As of',

  whyRefused: 'Why refused',
  whatToDo: 'What now',
  missing: {
    agreement: {
      why: 'The rule set requires an agreement, and none was given.',
      todo: 'Put the catalogue in the folder of its agreement, or name the agreement with --agreement.',
    },
    prices: {
      why: 'The rule set requires the agreed price list, and the agreement has none.',
      todo: 'Put the price list in the folder of the agreement and name it in agreement.yaml.',
    },
    previous: {
      why: 'The rule set requires a previous version to compare with, and there is none.',
      todo: 'Name the version approved last with --previous.',
    },
  },
  limits: {
    withheldPercent: 'Share of lines withheld',
    removedPercent: 'Share of lines removed since the previous version',
    missingAgreed: 'Agreed articles missing from the catalogue',
  },
  otherLimit: (name) => `Limit “${name}”`,
  limitPassed: (limit, actual, allowed) => `${limit}: ${actual}. The rule set allows at most ${allowed}.`,
  limitTodo: 'Take it up with the supplier, or change the limit in the rule set if this is as it should be.',
  nothingLeft: 'No line passed the check.',
  previousHolds: 'The version approved last holds until a new file is approved.',
  askForNewFile: 'Send the findings to the supplier and ask for a new file.',

  heading: { error: 'Must be fixed', warning: 'Should be looked at', info: 'For information' },
  findingCount: {
    error: enSome('error', 'errors'),
    warning: enSome('warning', 'warnings'),
    info: enSome('note', 'notes'),
  },
  noFindings: 'No errors and no warnings.',
  infosIn: (count, file) => `Also ${enSome('note', 'notes')(count)} for information, see ${file}.`,
  waived: (count) => `${enSome('deviation was', 'deviations were')(count)} accepted beforehand and not counted.`,

  row: (row) => `row ${row}`,
  column: (letter, heading) => `column ${letter}${heading === undefined ? '' : ` (${heading})`}`,
  item: 'item',

  lines: 'The lines',
  asSent: 'approved as sent',
  corrected: 'corrected to what the agreement says',
  keptPrevious: 'replaced by the line approved last',
  withheld: 'withheld',
  read: 'read in all',
  keptMissing: 'kept from the previous version because the new one lacks them (in addition)',
  refusedLines: 'The catalogue is refused, so no line goes on.',

  diff: 'Changes since the previous version',
  notCompared: {
    noPrevious: 'Not compared: there is no previous version.',
    unusableFile: 'Not compared: the file cannot be used.',
  },
  emptyDiff: { noPrevious: 'empty: no previous version', unusableFile: 'empty: the file cannot be used' },
  noChanges: 'No changes.',
  added: enSome('added', 'added'),
  removed: enSome('removed', 'removed'),
  changed: enSome('changed', 'changed'),
  renumbered: enSome('renumbered', 'renumbered'),
  unchanged: enSome('unchanged', 'unchanged'),
  priceMoves: (up, down) => `Prices: ${formatCount(up, 'en')} up, ${formatCount(down, 'en')} down.`,
  largestRises: 'Largest price rises',
  fromTo: (before, after) => `from ${before} to ${after}`,
  duplicateKeys: (count) => `${enSome('item is', 'items are')(count)} on several lines and therefore not compared.`,
  withoutKey: (count) =>
    `${enSome('line has', 'lines have')(count)} nothing to be known by and ${count === 1 ? 'was' : 'were'} not compared.`,

  columnsAdded: (headings) => `New columns: ${headings.join(', ')}.`,
  columnsRemoved: (headings) => `Columns that are gone: ${headings.join(', ')}.`,

  filesIn: (folder) => `The files are in ${folder}`,
  files: 'The files',
  fileDescription: describe(FILES_EN),
};

/** `A, B or C`. */
export function listOf(parts: readonly string[], last: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
}

export const WORDS: Readonly<Record<Language, Words>> = { nb, en };
