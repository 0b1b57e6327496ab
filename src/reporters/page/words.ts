/** What only `report.html` says. */
import type { Language } from '../../catalogue/text.ts';
import { formatCount } from '../format-number.ts';
import { some } from '../words.ts';
import type { ChangeKind } from './change-lists.ts';
import { CHART_WORDS, type ChartWords } from './chart-words.ts';
import { DECISION_WORDS, type DecisionWords } from './decision-words.ts';

export interface PageWords {
  readonly title: string;
  readonly skip: string;
  readonly figures: string;
  readonly approvedLines: string;
  readonly of: (read: number) => string;
  readonly withheldLines: string;
  readonly otherLines: (corrected: number, kept: number) => string;
  readonly keptMissing: (lines: number) => string;
  readonly labelCoverage: string;
  readonly recognisedOf: (recognised: number, lines: number) => string;
  readonly previously: (share: string) => string;
  readonly notKnown: string;
  readonly noLabels: string;
  readonly contents: string;
  readonly overview: string;
  readonly asTable: string;
  readonly charts: ChartWords;
  readonly decide: DecisionWords;

  /** Each is followed by the file it speaks of. */
  readonly useApproved: string;
  readonly useApprovedPart: string;
  readonly useWithoutAgreement: string;
  readonly sendErrors: (errors: number) => string;
  /** Followed by what to type. */
  readonly letterBy: string;
  readonly seeWithheld: (lines: number) => string;
  readonly seeRises: (rises: number) => string;
  readonly seeWarnings: (warnings: number) => string;
  readonly tellCorrected: (lines: number) => string;
  readonly knowKept: (lines: number) => string;
  readonly seeNotChecked: (rules: number) => string;

  readonly findings: string;
  readonly noFindings: string;
  readonly findIn: string;
  readonly search: string;
  readonly searchHint: string;
  readonly severity: string;
  readonly group: string;
  readonly any: string;
  readonly order: string;
  readonly orders: readonly (readonly [value: string, title: string])[];
  readonly clear: string;
  /** Followed by the file that has them all. */
  readonly filterNote: string;
  readonly wholeCatalogue: string;
  readonly pick: (what: string) => string;
  readonly pickRule: (findings: number) => string;
  readonly pickCause: string;
  /** Followed by what holds where the rule is kept. */
  readonly kept: string;
  readonly because: string;
  readonly advice: string;
  readonly allShown: (all: number) => string;
  readonly effect: string;
  readonly firstShown: (shown: number, all: number) => string;
  readonly largestShown: (shown: number, all: number) => string;
  readonly restIn: string;
  readonly item: string;
  readonly field: string;
  readonly value: string;
  readonly expected: string;
  readonly message: string;
  readonly waived: string;
  readonly waivedNote: string;
  readonly waivedBy: string;
  readonly waivedUntil: string;
  readonly waiverState: string;
  /** Followed by the file. */
  readonly waiversIn: (told: number, all: number) => string;
  readonly covered: (items: readonly string[], covers: number) => string;
  readonly reason: string;

  readonly priceUp: string;
  readonly priceDown: string;
  readonly addedLines: string;
  readonly removedLines: string;
  readonly changedLines: string;
  readonly renumberedLines: string;
  readonly unchangedLines: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly goesOn: string;
  readonly changesShort: string;
  readonly changeKind: Readonly<Record<ChangeKind, string>>;
  readonly firstChanges: (shown: number) => string;
  readonly largestChanges: (shown: number) => string;
  readonly allChanges: (all: number) => string;

  readonly checked: string;
  readonly rulesNotRun: string;
  readonly rule: string;
  readonly partlyChecked: (rules: number) => string;
  readonly partlyCheckedNote: string;
  readonly linesChecked: string;
  readonly linesSkipped: string;

  readonly inputs: string;
  readonly inputsCaption: string;
  readonly what: string;
  readonly file: string;
  readonly size: string;
  readonly mapping: string;
  readonly termFile: string;
  readonly workedOut: string;
  readonly bytes: (bytes: number) => string;
  readonly period: (from: string, to: string) => string;
  readonly madeBy: (version: string, ruleSet: string) => string;
}

const nbLines = some('nb', 'linje', 'linjer');
function coveredItems(items: readonly string[], covers: number, whole: string, more: string): string {
  if (items.length === 0) return whole;
  const others = covers - items.length;
  return `${items.join(', ')}${others > 0 ? ` … (${others} ${more})` : ''}`;
}

const nbNumber = (count: number): string => formatCount(count, 'nb');
const enLines = some('en', 'line', 'lines');
const enNumber = (count: number): string => formatCount(count, 'en');

const nb: PageWords = {
  title: 'Katalogkontroll',
  skip: 'Gå til innholdet',
  figures: 'Kort fortalt',
  approvedLines: 'Linjer som går videre',
  of: (read) => `av ${nbNumber(read)}`,
  withheldLines: 'Linjer holdt tilbake',
  otherLines: (corrected, kept) => `${nbNumber(corrected)} rettet, ${nbNumber(kept)} byttet med forrige`,
  keptMissing: (lines) => `i tillegg ${nbLines(lines)} fra forrige versjon som filen mangler`,
  labelCoverage: 'Miljømerkede linjer',
  recognisedOf: (recognised, lines) => `${nbNumber(recognised)} av ${nbLines(lines)}`,
  previously: (share) => `forrige versjon ${share}`,
  notKnown: 'Ikke kjent',
  noLabels: 'verken katalogen eller forrige versjon har en kolonne for miljømerker',
  contents: 'Innhold',
  overview: 'Oversikt',
  asTable: 'Vis tallene',
  charts: CHART_WORDS.nb,
  decide: DECISION_WORDS.nb,

  useApproved: 'Katalogen kan tas i bruk. Den godkjente filen:',
  useApprovedPart: 'Det som er godkjent, kan tas i bruk nå:',
  useWithoutAgreement: 'Kontroller filen mot avtalen før noe tas i bruk. Linjene som besto så langt:',
  sendErrors: (errors) =>
    errors === 1
      ? 'Send feilen til leverandøren, og be om en ny fil. Den står i'
      : `Send de ${nbNumber(errors)} feilene til leverandøren, og be om en ny fil. De står i`,
  letterBy: 'et ferdig brev til leverandøren gir',
  seeWithheld: (lines) =>
    lines === 1
      ? 'Linjen som er holdt tilbake, kan ikke bestilles før den er rettet:'
      : `De ${nbNumber(lines)} linjene som er holdt tilbake, kan ikke bestilles før de er rettet:`,
  seeRises: (rises) =>
    rises === 1
      ? 'En pris som går videre, er satt opp siden forrige versjon. Se om det er avtalt:'
      : `${nbNumber(rises)} priser som går videre, er satt opp siden forrige versjon. Se om det er avtalt:`,
  seeWarnings: (warnings) =>
    warnings === 1
      ? 'Se på advarselen, som ikke stopper noe, men kan være en feil:'
      : `Se gjennom de ${nbNumber(warnings)} advarslene. De stopper ingenting, men kan være feil:`,
  tellCorrected: (lines) => `${nbLines(lines)} er rettet til det avtalen sier. Si fra til leverandøren:`,
  knowKept: (lines) => `For ${nbLines(lines)} gjelder fortsatt det som ble godkjent sist:`,
  seeNotChecked: (rules) =>
    `${some('nb', 'regel', 'regler')(rules)} kunne ikke kjøres. Se om det er som det skal være:`,

  findings: 'Funn',
  noFindings: 'Kontrollen fant ingenting å bemerke.',
  findIn: 'Finn i funnene',
  search: 'Søk',
  searchHint: 'varenummer, navn, melding',
  severity: 'Alvor',
  group: 'Varegruppe',
  any: 'Alle',
  order: 'Rekkefølge',
  orders: [
    ['', 'Viktigst først'],
    ['item', 'Varenummer'],
    ['effect', 'Kroner i året'],
    ['percent', 'Prosent'],
    ['row', 'Rad i filen'],
  ],
  clear: 'Nullstill',
  filterNote: 'Søket gjelder funnene på denne siden. Alle funn står i',
  wholeCatalogue: 'Hele katalogen',
  pick: (what) => `Velg ${what}`,
  pickRule: (findings) => (findings === 1 ? 'Velg funnet' : `Velg hele regelen (${nbNumber(findings)} funn)`),
  pickCause: 'Velg alle med denne årsaken',
  kept: 'Regelen:',
  because: 'Hvorfor det betyr noe:',
  advice: 'Slik rettes det:',
  allShown: (all) => (all === 1 ? 'Ett funn' : `Alle ${nbNumber(all)} funn`),
  effect: 'Kroner i året',
  firstShown: (shown, all) => `De ${nbNumber(shown)} første av ${nbNumber(all)} funn.`,
  largestShown: (shown, all) => `De ${nbNumber(shown)} største av ${nbNumber(all)} funn.`,
  restIn: 'Resten står i',
  item: 'Vare',
  field: 'Felt',
  value: 'Verdi',
  expected: 'Ventet',
  message: 'Melding',
  waived: 'Godtatte avvik',
  waivedNote: 'Disse er godtatt på forhånd og stopper ingenting.',
  waivedBy: 'Godtatt av',
  waivedUntil: 'Til og med',
  waiverState: 'Nå',
  waiversIn: (told, all) => `${told === all ? `Alle ${nbNumber(all)}` : `${nbNumber(told)} av ${nbNumber(all)}`} i`,
  covered: (items, covers) => coveredItems(items, covers, 'hele katalogen', 'til'),
  reason: 'Grunn',

  priceUp: 'Pris opp',
  priceDown: 'Pris ned',
  addedLines: 'Nye',
  removedLines: 'Fjernet',
  changedLines: 'Endret',
  renumberedLines: 'Nytt varenummer',
  unchangedLines: 'Uendret',
  before: 'Før',
  after: 'Nå',
  change: 'Prosent',
  goesOn: 'Går videre',
  changesShort: 'Endringer',
  changeKind: {
    priceUp: 'Pris opp',
    priceDown: 'Pris ned',
    added: 'Nye linjer',
    removed: 'Fjernede linjer',
    renumbered: 'Nytt varenummer',
    other: 'Andre endringer',
  },
  firstChanges: (shown) => `De ${nbNumber(shown)} første.`,
  largestChanges: (shown) => `De ${nbNumber(shown)} største.`,
  allChanges: (all) => (all === 1 ? 'Den ene' : `Alle ${nbNumber(all)}`),

  checked: 'Hva som ikke ble kontrollert',
  rulesNotRun: 'Regler som ikke kunne kjøres',
  rule: 'Regel',
  partlyChecked: (rules) => `${some('nb', 'regel', 'regler')(rules)} kunne ikke svare for alle linjer`,
  partlyCheckedNote: 'På disse linjene manglet det regelen trenger, for eksempel et felt eller en avtalt vare.',
  linesChecked: 'Linjer kontrollert',
  linesSkipped: 'Linjer uten svar',

  inputs: 'Grunnlaget',
  inputsCaption: 'Filene som ble lest, med kontrollsum (SHA-256)',
  what: 'Hva',
  file: 'Fil',
  size: 'Størrelse',
  mapping: 'Kolonner',
  termFile: 'Prisgrunnlag',
  workedOut: 'Slik er prisen regnet ut',
  bytes: (bytes) => `${nbNumber(bytes)} byte`,
  period: (from, to) => `${from} til ${to}`,
  madeBy: (version, ruleSet) => `Laget av katalogvakt ${version} med regelsettet ${ruleSet}.`,
};

const en: PageWords = {
  title: 'Catalogue check',
  skip: 'Skip to the content',
  figures: 'At a glance',
  approvedLines: 'Lines approved',
  of: (read) => `of ${enNumber(read)}`,
  withheldLines: 'Lines withheld',
  otherLines: (corrected, kept) => `${enNumber(corrected)} corrected, ${enNumber(kept)} replaced by the previous line`,
  keptMissing: (lines) => `plus ${enLines(lines)} from the previous version missing from the file`,
  labelCoverage: 'Eco-labelled lines',
  recognisedOf: (recognised, lines) => `${enNumber(recognised)} of ${enLines(lines)}`,
  previously: (share) => `previous version ${share}`,
  notKnown: 'Not known',
  noLabels: 'neither the catalogue nor the previous version has a column for eco-labels',
  contents: 'Contents',
  overview: 'Overview',
  asTable: 'Show the figures',
  charts: CHART_WORDS.en,
  decide: DECISION_WORDS.en,

  useApproved: 'The catalogue can be used. The approved file:',
  useApprovedPart: 'The approved part can be used now:',
  useWithoutAgreement: 'Check the file against its agreement before any of it is used. The lines that passed so far:',
  sendErrors: (errors) =>
    errors === 1
      ? 'Send the error to the supplier and ask for a new file. It is in'
      : `Send the ${enNumber(errors)} errors to the supplier and ask for a new file. They are in`,
  letterBy: 'to write a letter to the supplier, run',
  seeWithheld: (lines) =>
    lines === 1
      ? 'The withheld line cannot be ordered until it is corrected:'
      : `The ${enNumber(lines)} withheld lines cannot be ordered until they are corrected:`,
  seeRises: (rises) =>
    rises === 1
      ? 'One approved price has gone up since the previous version. Check that the increase was agreed:'
      : `${enNumber(rises)} approved prices have gone up since the previous version. Check that the increases were agreed:`,
  seeWarnings: (warnings) =>
    warnings === 1
      ? 'Review the warning. It stops nothing, but may be a mistake:'
      : `Review the ${enNumber(warnings)} warnings. They stop nothing, but may be mistakes:`,
  tellCorrected: (lines) =>
    `${some('en', 'line was', 'lines were')(lines)} corrected to match the agreement. Tell the supplier:`,
  knowKept: (lines) => `For ${enLines(lines)}, the last approved version still applies:`,
  seeNotChecked: (rules) => `${some('en', 'rule', 'rules')(rules)} could not run. Check that this is as intended:`,

  findings: 'Findings',
  noFindings: 'The check found no problems.',
  findIn: 'Filter the findings',
  search: 'Search',
  searchHint: 'item number, name, message',
  severity: 'Severity',
  group: 'Product group',
  any: 'All',
  order: 'Order',
  orders: [
    ['', 'Most important first'],
    ['item', 'Item number'],
    ['effect', 'Amount per year'],
    ['percent', 'Percent'],
    ['row', 'Row in the file'],
  ],
  clear: 'Clear',
  filterNote: 'The search covers the findings on this page. All findings are in',
  wholeCatalogue: 'The whole catalogue',
  pick: (what) => `Select ${what}`,
  pickRule: (findings) =>
    findings === 1 ? 'Select the finding' : `Select the whole rule (${enNumber(findings)} findings)`,
  pickCause: 'Select all with this cause',
  kept: 'The rule:',
  because: 'Why it matters:',
  advice: 'How to correct it:',
  allShown: (all) => (all === 1 ? 'One finding' : `All ${enNumber(all)} findings`),
  effect: 'Amount per year',
  firstShown: (shown, all) => `The first ${enNumber(shown)} of ${enNumber(all)} findings.`,
  largestShown: (shown, all) => `The largest ${enNumber(shown)} of ${enNumber(all)} findings.`,
  restIn: 'The rest are in',
  item: 'Item',
  field: 'Field',
  value: 'Value',
  expected: 'Expected',
  message: 'Message',
  waived: 'Accepted deviations',
  waivedNote: 'These were accepted in advance and stop nothing.',
  waivedBy: 'Accepted by',
  waivedUntil: 'Until',
  waiverState: 'Status',
  waiversIn: (told, all) => `${told === all ? `All ${enNumber(all)}` : `${enNumber(told)} of ${enNumber(all)}`} in`,
  covered: (items, covers) => coveredItems(items, covers, 'the whole catalogue', 'more'),
  reason: 'Reason',

  priceUp: 'Price up',
  priceDown: 'Price down',
  addedLines: 'Added',
  removedLines: 'Removed',
  changedLines: 'Changed',
  renumberedLines: 'Renumbered',
  unchangedLines: 'Unchanged',
  before: 'Before',
  after: 'Now',
  change: 'Percent',
  goesOn: 'Approved',
  changesShort: 'Changes',
  changeKind: {
    priceUp: 'Price up',
    priceDown: 'Price down',
    added: 'Added lines',
    removed: 'Removed lines',
    renumbered: 'Renumbered',
    other: 'Other changes',
  },
  firstChanges: (shown) => `The first ${enNumber(shown)}.`,
  largestChanges: (shown) => `The largest ${enNumber(shown)}.`,
  allChanges: (all) => (all === 1 ? 'The one' : `All ${enNumber(all)}`),

  checked: 'What was not checked',
  rulesNotRun: 'Rules that could not run',
  rule: 'Rule',
  partlyChecked: (rules) => `${some('en', 'rule', 'rules')(rules)} could not check every line`,
  partlyCheckedNote: 'These lines lacked what the rule needs, such as a field or an agreed article.',
  linesChecked: 'Lines checked',
  linesSkipped: 'Lines not checked',

  inputs: 'What was read',
  inputsCaption: 'The files that were read, with their checksums (SHA-256)',
  what: 'What',
  file: 'File',
  size: 'Size',
  mapping: 'Columns',
  termFile: 'Price basis',
  workedOut: 'How the price was worked out',
  bytes: (bytes) => `${enNumber(bytes)} bytes`,
  period: (from, to) => `${from} to ${to}`,
  madeBy: (version, ruleSet) => `Made by katalogvakt ${version} with the rule set ${ruleSet}.`,
};

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = { nb, en };
