/** The words of the reports. Rules bring their own; see engine/rule.ts. */
import type { Disposition, Severity } from '../catalogue/finding.ts';
import type { LineStatus } from '../catalogue/line.ts';
import type { Language } from '../catalogue/text.ts';
import type { NotCheckedReason } from '../engine/prepare-rules.ts';
import { formatCount } from './format-number.ts';
import type { Change, Outcome, RefusalReason, Result } from './result.ts';

type SimpleReason = Exclude<NotCheckedReason['reason'], 'noColumn' | 'noValue'>;
export type WhyNotCompared = Extract<SimpleReason, 'noPrevious' | 'unusableFile'>;
type LineCounts = Result['lines'];
type MissingInput = Extract<RefusalReason, { reason: 'missing' }>['what'];

export interface Words {
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  /** A sentence on by what the agreed article was found. */
  readonly foundBy: (by: string, item: string | undefined) => string;
  readonly or: string;
  readonly status: Readonly<Record<LineStatus, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly change: Readonly<Record<Change['change'], string>>;
  readonly lineDisposition: Readonly<Record<Disposition, string>>;

  /** Outcome in a word or two, then how many lines of how many. */
  readonly outcome: Readonly<Record<Outcome, string>>;
  /** How many lines go on, and as what where not all of them do as sent. */
  readonly approvedOf: (lines: LineCounts) => string;
  /** The two parts of it: how many, and as what, where not all do as sent. */
  readonly goOnOf: (lines: LineCounts) => string;
  readonly goOnAs: (lines: LineCounts) => string | undefined;
  readonly ofThem: (as: string) => string;
  readonly noneApprovedOf: (read: number) => string;
  /** How many rules ran of how many, and how many of the others had not what they need. */
  readonly rulesRun: (ran: number, all: number, lacking: number) => string;
  readonly withoutAgreement: (ruleSet: string) => string;
  /** @param previous the file the changes were applied to */
  readonly changesOnly: (delta: NonNullable<Result['delta']>, previous: string) => string;
  readonly putRight: (fixes: NonNullable<Result['fixes']>) => string;
  readonly approvedWithoutAgreement: string;
  /** Of changes, where it is not in their own format. */
  readonly approvedAsLines: string;
  /** The outcome as a sentence for someone who opens the report without having seen the run. */
  readonly outcomeSentence: (outcome: Outcome, lines: LineCounts) => string;

  readonly notChecked: string;
  /** Heads the rules that wait for something the agreement or the workspace may say and does not. */
  readonly notInUse: string;
  readonly notCheckedReason: Readonly<Record<SimpleReason, string>>;
  readonly noColumnFor: (fields: readonly string[]) => string;
  readonly noValueFor: (fields: readonly string[]) => string;
  readonly ruleCount: (rules: number) => string;
  readonly andMore: (count: number) => string;

  readonly catalogue: string;
  readonly sheetsNotRead: string;
  readonly hiddenSheetsNotRead: string;
  readonly agreement: string;
  readonly prices: string;
  readonly previous: string;
  readonly noAgreementGiven: string;
  readonly ruleSet: string;
  /** Word lists and the like. */
  readonly references: string;
  readonly asOf: string;

  /** Yearly effect: what its figure is called and made of, what stands beside a rule or a change, what does not count. */
  readonly effect: {
    readonly above: string;
    readonly shares: (stopped: string, goesOn: string) => string;
    readonly notReckoned: string;
    readonly noVolumes: string;
    readonly below: (sum: string) => string;
    readonly yearly: (amount: string) => string;
    readonly besideBelow: (above: string, below: string) => string;
    readonly noVolume: (lines: number) => string;
    readonly notComparable: (lines: number) => string;
    readonly unreadRows: (rows: number) => string;
  };

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
  /** The last two: how many of each do not go on. */
  readonly priceMoves: (up: number, down: number, upStopped?: number, downStopped?: number) => string;
  readonly stopped: string;
  readonly largestRises: string;
  readonly fromTo: (before: string, after: string) => string;
  readonly duplicateKeys: (count: number) => string;
  readonly withoutKey: (count: number) => string;
  readonly columnsAdded: (headings: readonly string[]) => string;
  readonly columnsRemoved: (headings: readonly string[]) => string;

  readonly filesIn: (folder: string) => string;
  /** Before the command that approves what goes on. */
  readonly approveLikeThis: string;
  readonly yourName: string;
  readonly files: string;
  readonly fileDescription: (file: string) => string;
}

/** Lines of the supplier's that a line of the approved catalogue stands for. */
export function linesGoingOn({ asSent, corrected, keptPrevious }: LineCounts): number {
  return asSent + corrected + keptPrevious;
}

/** A number of things, with the right word for one and for many. */
export const some = (language: Language, one: string, many: string) => (count: number) =>
  `${formatCount(count, language)} ${count === 1 ? one : many}`;
const nbSome = (one: string, many: string) => some('nb', one, many);
const enSome = (one: string, many: string) => some('en', one, many);

/** The same words wherever the figure stands: in the summary, on the pages, and as a limit. */
const NB_ABOVE = 'Over avtalt pris, i året';
const EN_ABOVE = 'Above the agreed prices, per year';

const nbLines = nbSome('linje', 'linjer');
const enLines = enSome('line', 'lines');

const nbStopped = (count = 0): string => (count === 0 ? '' : ` (${formatCount(count, 'nb')} går ikke videre)`);
const enStopped = (count = 0): string => (count === 0 ? '' : ` (${formatCount(count, 'en')} not approved)`);

const FILES_NB: Readonly<Record<string, string>> = {
  fixed: 'filen som sendt, med cellene som ble rettet',
  approved: 'godkjent katalog, klar for bestillingssystemet',
  withheld: 'linjene som ikke går videre som sendt, med grunn',
  'findings.csv': 'alle funn, åpnes i Excel',
  'findings.jsonl': 'alle funn, for maskiner',
  'diff.csv': 'alle endringer i det som ble sendt, mot forrige versjon',
  'diff.jsonl': 'alle endringer, for maskiner',
  'report.html': 'rapporten, åpnes i nettleseren',
  'annotated.xlsx': 'leverandørens egen fil med merkede celler',
  'result.json': 'resultatet, for maskiner',
};
const FILES_EN: Readonly<Record<string, string>> = {
  fixed: 'the file as sent, with corrected cells',
  approved: 'approved catalogue, ready for the ordering system',
  withheld: 'the lines not approved as sent, with reasons',
  'findings.csv': 'every finding, opens in Excel',
  'findings.jsonl': 'every finding, machine-readable',
  'diff.csv': 'every change as sent, compared with the previous version',
  'diff.jsonl': 'every change, machine-readable',
  'report.html': 'the report, opens in a browser',
  'annotated.xlsx': "the supplier's own file with marked cells",
  'result.json': 'the result, machine-readable',
};
const describe = (words: Readonly<Record<string, string>>) => (file: string) =>
  words[file] ?? words[file.replace(/\..*$/, '')] ?? '';

const nb: Words = {
  yes: 'ja',
  no: 'nei',
  nothing: '–',
  foundBy: (by, item) => `Varen er funnet ved ${by}${item === undefined ? '' : `: ${item} i avtalen`}`,
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
  approvedOf: (lines) => {
    const as = nb.goOnAs(lines);
    return as === undefined ? nb.goOnOf(lines) : `${nb.goOnOf(lines)} går videre: ${as}`;
  },
  goOnOf: (lines) => `${formatCount(linesGoingOn(lines), 'nb')} av ${nbLines(lines.read)}`,
  ofThem: (as) => `Av dem ${as}.`,
  goOnAs: ({ asSent, corrected, keptPrevious }) => {
    if (corrected + keptPrevious === 0) return undefined;
    const parts = [`${formatCount(asSent, 'nb')} som sendt`];
    if (corrected > 0) parts.push(`${formatCount(corrected, 'nb')} rettet`);
    if (keptPrevious > 0) parts.push(`${formatCount(keptPrevious, 'nb')} fra forrige versjon`);
    return parts.join(', ');
  },
  noneApprovedOf: (read) => (read === 0 ? 'ingenting går videre' : `ingen av ${nbLines(read)} går videre`),
  rulesRun: (ran, all, lacking) => {
    const rules = nbSome('regel', 'regler')(all);
    const of = ran === all ? rules : `${formatCount(ran, 'nb')} av ${rules}`;
    return `${of} kjørt${lacking === 0 ? '' : `, ${formatCount(lacking, 'nb')} mangler data`}.`;
  },
  changesOnly: ({ lines, added, updated, deleted }, previous) =>
    `Filen er en endringsfil på ${nbLines(lines)}: ${formatCount(added, 'nb')} nye, ${formatCount(updated, 'nb')} endrede og ${formatCount(deleted, 'nb')} slettede, lagt på ${previous}. Resten gjelder hele katalogen slik den blir.`,
  putRight: ({ lines, cells }) =>
    cells === 0
      ? 'Ingenting i filen kunne rettes av seg selv.'
      : `${formatCount(cells, 'nb')} ${cells === 1 ? 'celle' : 'celler'} i ${nbLines(lines)} ble rettet før kontrollen, og resten gjelder filen slik den da ble.`,
  withoutAgreement: (ruleSet) =>
    `IKKE kontrollert mot noen avtale: fant ingen agreement.yaml over filen. Regelsett: ${ruleSet}.`,
  approvedWithoutAgreement: 'linjene som besto, men ikke er kontrollert mot noen avtale',
  approvedAsLines: 'godkjent katalog som JSON-linjer. convert lager andre formater',
  outcomeSentence: (outcome, lines) => {
    const { read } = lines;
    if (outcome === 'approved')
      return `Katalogen er godkjent: ${read === 1 ? 'linjen' : `alle ${nbLines(read)}`} kan gå videre.`;
    if (outcome === 'partly') {
      const goOn = nb.approvedOf(lines);
      return `Katalogen er delvis godkjent: ${goOn}${goOn.includes(':') ? '' : ' går videre'}.`;
    }
    return `Katalogen er avvist: ${read === 0 ? 'ingenting' : `ingen av ${nbLines(read)}`} går videre.`;
  },

  notChecked: 'Ikke kontrollert',
  notInUse: 'Ikke i bruk',
  notCheckedReason: {
    noAgreement: 'ingen avtale er oppgitt',
    noScope: 'avtalen sier ikke hvilke varegrupper den gjelder',
    noLabelDemands: 'avtalen krever ingen miljømerker',
    noClassDemands: 'avtalen stiller ingen krav etter varegruppe',
    noLabelRegister: 'det er ikke oppgitt noe merkeregister',
    noRecognisedLabels: 'avtalen sier ikke hvilke merker kjøperen regner med',
    noLeadTime: 'avtalen sier ikke noe om leveringstid',
    noPrices: 'avtalen har ingen prisliste',
    noPrevious: 'det finnes ingen tidligere versjon å sammenligne med',
    noFormerVersions: 'det finnes ingen godkjente versjoner før den forrige',
    noSearches: 'det finnes ingen søkelogg (rules/words/searches.csv)',
    noClassList: 'avtalen peker ikke på noen UNSPSC-liste (unspsc)',
    noneAgreed: 'ingen av linjene er en avtalt vare',
    nonePrevious: 'ingen av linjene var med i forrige versjon',
    noneMeant: 'ingen av linjene er blant dem regelen er slått på for',
    unusableFile: 'filen kan ikke brukes',
  },
  noColumnFor: (fields) => `filen har ingen kolonne for ${listOf(fields, nb.or)}`,
  noValueFor: (fields) => `ingen linjer har en lesbar verdi for ${listOf(fields, 'og')}`,
  ruleCount: nbSome('regel', 'regler'),
  andMore: (count) => `og ${formatCount(count, 'nb')} til`,

  catalogue: 'Katalog',
  sheetsNotRead: 'andre ark, ikke lest',
  hiddenSheetsNotRead: 'skjulte ark, ikke lest',
  agreement: 'Avtale',
  prices: 'Prisliste',
  previous: 'Forrige versjon',
  noAgreementGiven: 'ingen',
  ruleSet: 'Regelsett',
  references: 'Oppslag',
  asOf: 'Gjelder dag',

  effect: {
    above: NB_ABOVE,
    shares: (stopped, goesOn) => `av dette ${stopped} stanset og ${goesOn} som går videre`,
    notReckoned: 'ikke regnet ut',
    noVolumes: 'det er ikke oppgitt hvor mye som kjøpes (volumes.csv)',
    below: (sum) => `Under avtalt pris, i året: ${sum}, ikke trukket fra.`,
    yearly: (amount) => `${amount} i året`,
    besideBelow: (above, below) => `${above} (under avtalt pris: ${below}, ikke trukket fra)`,
    noVolume: (lines) =>
      `${nbSome('linje med annen pris enn avtalt', 'linjer med annen pris enn avtalt')(lines)} mangler mengde og er ikke regnet med.`,
    notComparable: (lines) =>
      `${nbSome('linje', 'linjer')(lines)} har en mengde som ikke kan holdes mot prisen, og er ikke regnet med.`,
    unreadRows: (rows) => `${nbSome('rad', 'rader')(rows)} i mengdefilen kan ikke leses; kjør check --agreement-only.`,
  },

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
    yearlyEffect: NB_ABOVE,
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

  diff: 'Endringer i filen leverandøren sendte, mot forrige versjon',
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
  priceMoves: (up, down, upStopped, downStopped) =>
    `Pris: ${formatCount(up, 'nb')} opp${nbStopped(upStopped)}, ${formatCount(down, 'nb')} ned${nbStopped(downStopped)}.`,
  stopped: 'går ikke videre',
  largestRises: 'Størst prisøkning',
  fromTo: (before, after) => `fra ${before} til ${after}`,
  duplicateKeys: (count) =>
    `${nbSome('vare står', 'varer står')(count)} på flere linjer og er derfor ikke sammenlignet.`,
  withoutKey: (count) => `${nbLines(count)} har ingenting å kjennes igjen på og er ikke sammenlignet.`,

  columnsAdded: (headings) => `Nye kolonner: ${headings.join(', ')}.`,
  columnsRemoved: (headings) => `Kolonner som er borte: ${headings.join(', ')}.`,

  filesIn: (folder) => `Filene ligger i ${folder}`,
  approveLikeThis: 'Det som går videre, kan godkjennes slik:',
  yourName: 'Ditt navn',
  files: 'Filene',
  fileDescription: describe(FILES_NB),
};

const en: Words = {
  yes: 'yes',
  no: 'no',
  nothing: '–',
  foundBy: (by, item) => `The item was found by ${by}${item === undefined ? '' : `: ${item} in the agreement`}`,
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
  approvedOf: (lines) => {
    const as = en.goOnAs(lines);
    return as === undefined ? en.goOnOf(lines) : `${en.goOnOf(lines)} approved: ${as}`;
  },
  goOnOf: (lines) => `${formatCount(linesGoingOn(lines), 'en')} of ${enLines(lines.read)}`,
  ofThem: (as) => `Of these ${as}.`,
  goOnAs: ({ asSent, corrected, keptPrevious }) => {
    if (corrected + keptPrevious === 0) return undefined;
    const parts = [`${formatCount(asSent, 'en')} as sent`];
    if (corrected > 0) parts.push(`${formatCount(corrected, 'en')} corrected`);
    if (keptPrevious > 0) parts.push(`${formatCount(keptPrevious, 'en')} from the previous version`);
    return parts.join(', ');
  },
  noneApprovedOf: (read) => (read === 0 ? 'nothing approved' : `none of ${enLines(read)} approved`),
  rulesRun: (ran, all, lacking) => {
    const rules = enSome('rule', 'rules')(all);
    const of = ran === all ? rules : `${formatCount(ran, 'en')} of ${rules}`;
    return `${of} ran${lacking === 0 ? '' : `, ${formatCount(lacking, 'en')} lacked data`}.`;
  },
  changesOnly: ({ lines, added, updated, deleted }, previous) =>
    `The file contains only changes, ${enLines(lines)}: ${formatCount(added, 'en')} added, ${formatCount(updated, 'en')} changed and ${formatCount(deleted, 'en')} deleted, applied to ${previous}. The rest of this report concerns the whole catalogue after those changes.`,
  putRight: ({ lines, cells }) =>
    cells === 0
      ? 'Nothing in the file could be corrected automatically.'
      : `${formatCount(cells, 'en')} ${cells === 1 ? 'cell' : 'cells'} in ${enLines(lines)} ${cells === 1 ? 'was' : 'were'} corrected before the check; the rest of this report concerns the corrected file.`,
  withoutAgreement: (ruleSet) =>
    `NOT checked against any agreement: found no agreement.yaml above the file. Rule set: ${ruleSet}.`,
  approvedWithoutAgreement: 'the lines that passed, not checked against any agreement',
  approvedAsLines: 'approved catalogue as lines of JSON. convert writes other formats',
  outcomeSentence: (outcome, lines) => {
    const { read } = lines;
    if (outcome === 'approved')
      return `The catalogue is approved: ${read === 1 ? 'its line' : `all ${enLines(read)}`} can be used.`;
    if (outcome === 'partly') {
      const goOn = en.approvedOf(lines);
      return `The catalogue is partly approved: ${goOn}${goOn.includes(':') ? '' : ' approved'}.`;
    }
    return `The catalogue is refused: ${en.noneApprovedOf(read)}.`;
  },

  notChecked: 'Not checked',
  notInUse: 'Not in use',
  notCheckedReason: {
    noAgreement: 'no agreement was given',
    noScope: 'the agreement does not say which product groups it covers',
    noLabelDemands: 'the agreement demands no eco-labels',
    noClassDemands: 'the agreement makes no demands by product group',
    noLabelRegister: 'no label register was given',
    noRecognisedLabels: 'the agreement does not say which labels the buyer recognises',
    noLeadTime: 'the agreement does not state a lead time',
    noPrices: 'the agreement has no price list',
    noPrevious: 'there is no previous version to compare with',
    noFormerVersions: 'there are no approved versions before the previous one',
    noSearches: 'there is no search log (rules/words/searches.csv)',
    noClassList: 'the agreement does not refer to a UNSPSC list (unspsc)',
    noneAgreed: 'none of the lines is an agreed article',
    nonePrevious: 'none of the lines was in the previous version',
    noneMeant: 'the rule is not switched on for any of the lines',
    unusableFile: 'the file cannot be used',
  },
  noColumnFor: (fields) => `the file has no column for ${listOf(fields, en.or)}`,
  noValueFor: (fields) => `no line has a readable value for ${listOf(fields, 'and')}`,
  ruleCount: enSome('rule', 'rules'),
  andMore: (count) => `and ${formatCount(count, 'en')} more`,

  catalogue: 'Catalogue',
  sheetsNotRead: 'other sheets, not read',
  hiddenSheetsNotRead: 'hidden sheets, not read',
  agreement: 'Agreement',
  prices: 'Price list',
  previous: 'Previous version',
  noAgreementGiven: 'none',
  ruleSet: 'Rule set',
  references: 'Reference data',
  asOf: 'As of',

  effect: {
    above: EN_ABOVE,
    shares: (stopped, goesOn) => `of which ${stopped} was stopped and ${goesOn} approved`,
    notReckoned: 'not calculated',
    noVolumes: 'purchase volumes are not given (volumes.csv)',
    below: (sum) => `Below the agreed prices, per year: ${sum}, not deducted.`,
    yearly: (amount) => `${amount} a year`,
    besideBelow: (above, below) => `${above} (below the agreed prices: ${below}, not deducted)`,
    noVolume: (lines) =>
      `${enSome('line that differs from the agreed price has', 'lines that differ from the agreed price have')(lines)} no volume and ${lines === 1 ? 'is' : 'are'} not counted.`,
    notComparable: (lines) =>
      `${enSome('line has', 'lines have')(lines)} a volume that cannot be compared with the price and ${lines === 1 ? 'is' : 'are'} not counted.`,
    unreadRows: (rows) =>
      `${enSome('row', 'rows')(rows)} of the volume file cannot be read; run check --agreement-only.`,
  },

  whyRefused: 'Why refused',
  whatToDo: 'What to do',
  missing: {
    agreement: {
      why: 'The rule set requires an agreement, and none was given.',
      todo: 'Put the catalogue in the folder of its agreement, or give the agreement with --agreement.',
    },
    prices: {
      why: 'The rule set requires the agreed price list, and the agreement has none.',
      todo: 'Put the price list in the folder of the agreement and refer to it in agreement.yaml.',
    },
    previous: {
      why: 'The rule set requires a previous version to compare with, and there is none.',
      todo: 'Give the last approved version with --previous.',
    },
  },
  limits: {
    withheldPercent: 'Share of lines withheld',
    removedPercent: 'Share of lines removed since the previous version',
    missingAgreed: 'Agreed articles missing from the catalogue',
    yearlyEffect: EN_ABOVE,
  },
  otherLimit: (name) => `Limit “${name}”`,
  limitPassed: (limit, actual, allowed) => `${limit}: ${actual}. The rule set allows at most ${allowed}.`,
  limitTodo: 'Raise it with the supplier, or change the limit in the rule set if this is as intended.',
  nothingLeft: 'No line passed the check.',
  previousHolds: 'The last approved version applies until a new file is approved.',
  askForNewFile: 'Send the findings to the supplier and ask for a new file.',

  heading: { error: 'Must be corrected', warning: 'Should be reviewed', info: 'For information' },
  findingCount: {
    error: enSome('error', 'errors'),
    warning: enSome('warning', 'warnings'),
    info: enSome('note', 'notes'),
  },
  noFindings: 'No errors and no warnings.',
  infosIn: (count, file) => `Also ${enSome('note', 'notes')(count)} for information, see ${file}.`,
  waived: (count) =>
    `${enSome('deviation was', 'deviations were')(count)} accepted in advance and ${count === 1 ? 'is' : 'are'} not counted.`,

  row: (row) => `row ${row}`,
  column: (letter, heading) => `column ${letter}${heading === undefined ? '' : ` (${heading})`}`,
  item: 'item',

  lines: 'The lines',
  asSent: 'approved as sent',
  corrected: 'corrected to match the agreement',
  keptPrevious: 'replaced by the last approved line',
  withheld: 'withheld',
  read: 'read in total',
  keptMissing: 'kept from the previous version, missing from the new one (in addition)',
  refusedLines: 'The catalogue is refused, so no line is approved.',

  diff: 'Changes in the file the supplier sent, compared with the previous version',
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
  priceMoves: (up, down, upStopped, downStopped) =>
    `Prices: ${formatCount(up, 'en')} up${enStopped(upStopped)}, ${formatCount(down, 'en')} down${enStopped(downStopped)}.`,
  stopped: 'not approved',
  largestRises: 'Largest price rises',
  fromTo: (before, after) => `from ${before} to ${after}`,
  duplicateKeys: (count) => `${enSome('item is', 'items are')(count)} on several lines and therefore not compared.`,
  withoutKey: (count) =>
    `${enSome('line has', 'lines have')(count)} no identifier and ${count === 1 ? 'was' : 'were'} not compared.`,

  columnsAdded: (headings) => `New columns: ${headings.join(', ')}.`,
  columnsRemoved: (headings) => `Columns removed: ${headings.join(', ')}.`,

  filesIn: (folder) => `The files are in ${folder}`,
  approveLikeThis: 'To approve the lines that passed:',
  yourName: 'Your name',
  files: 'The files',
  fileDescription: describe(FILES_EN),
};

/** `A, B or C`. */
export function listOf(parts: readonly string[], last: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
}

export const WORDS: Readonly<Record<Language, Words>> = { nb, en };
