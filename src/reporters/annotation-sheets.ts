/** The two sheets that go with a file sent back: what was found in all, and how to read and use the marks. */
import { DEVIATION_HEADING, HELP_SHEET, SUMMARY_SHEET } from '../catalogue/own-marks.ts';
import type { Language } from '../catalogue/text.ts';
import type { LeftOut, OwnCell, OwnSheet } from '../writers/annotated/annotation.ts';
import { causesBehind } from './explanation-words.ts';
import type { FindingGroup, GroupedFindings } from './finding-groups.ts';
import { messageInWords, placeInWords } from './finding-words.ts';
import { formatCount } from './format-number.ts';
import { formatDate } from './format-value.ts';
import { capital, oneLine } from './one-line.ts';
import { notCheckedParts, rulesRun, withoutAgreement } from './outcome-words.ts';
import type { Run } from './reporter.ts';
import { WORDS } from './words.ts';

type Row = readonly OwnCell[];

const EXAMPLES = 3;
const MOST_CHARACTERS = 500;
const MOST_RULES = 300;
const EMPTY: Row = [];

/** What the annotated file could not hold. */
export interface SheetNotes extends LeftOut {
  /** Findings on rows that are not marked. */
  readonly findings: number;
  /** The workbook was made of the lines of another file. */
  readonly isCopy: boolean;
}

interface SheetWords {
  readonly headings: readonly [string, string, string, string, string];
  readonly notMarked: {
    readonly comments: (count: string) => string;
    readonly column: string;
    readonly findings: (count: string) => string;
  };
  /** What the workbook is, and what to do with it. */
  readonly own: readonly [string, string];
  readonly copy: readonly [string, string];
  readonly marks: readonly string[];
  readonly after: readonly string[];
  readonly how: string;
  readonly colours: string;
  readonly limits: string;
  readonly limitsText: string;
}

const SHEET_WORDS: Readonly<Record<Language, SheetWords>> = {
  nb: {
    headings: ['Alvor', 'Antall', 'Hva som er galt', 'Gjør dette', 'Eksempler'],
    notMarked: {
      comments: (count) => `${count} merkede celler har ingen kommentar; kolonnen «${DEVIATION_HEADING}» sier alt.`,
      column: 'Arket har ingen ledig kolonne, så avvikene står bare i kommentarene.',
      findings: (count) => `${count} funn er ikke merket i arket. Be om findings.csv, som har alle.`,
    },
    how: 'Slik bruker du arbeidsboken',
    own: [
      'Dette er din egen fil, med merker. Alle verdier står der de sto.',
      'Rett cellene i dette arket, lagre, og send filen tilbake. Du trenger ikke fjerne farger, kommentarer, kolonnen eller de to arkene fra katalogvakt: de blir ikke lest. Ikke endre overskriftene, og ikke flytt kolonner.',
    ],
    copy: [
      'Dette er linjene i filen din, satt opp som arbeidsbok og merket.',
      'Rett feilene der filen kommer fra, og send en ny fil i samme format som før.',
    ],
    marks: [
      'En farget celle har noe som må eller bør rettes. Hold pekeren over den: kommentaren sier hva som er galt, hva som var ventet, og hva du kan gjøre.',
      `Kolonnen «${DEVIATION_HEADING}» sist i arket sier alt som er funnet på raden. Filtrer på den for å se bare disse radene.`,
    ],
    after: ['En farge forsvinner ikke når du retter cellen. Den er borte neste gang filen er kontrollert.'],
    colours: 'Fargene',
    limits: 'Grenser',
    limitsText:
      'Regnearkprogrammer blir trege av mange kommentarer. Derfor får høyst 2000 celler en, feil først; kolonnen har alltid med alle radene.',
  },
  en: {
    headings: ['Severity', 'Count', 'What is wrong', 'What to do', 'Examples'],
    notMarked: {
      comments: (count) => `${count} marked cells have no comment; the column “${DEVIATION_HEADING}” lists everything.`,
      column: 'The sheet has no column left, so the deviations are told in comments only.',
      findings: (count) =>
        `${count} findings are not marked in the sheet. Ask for findings.csv, which has all of them.`,
    },
    how: 'How to use this workbook',
    own: [
      'This is your own file, with marks. Every value is where you put it.',
      'Correct the cells in this sheet, save, and send the file back. There is no need to remove colours, comments, the column or the two katalogvakt sheets: they are not read. Do not change headings or move columns.',
    ],
    copy: [
      'These are the lines of your file, laid out as a workbook and marked.',
      'Correct the errors in the system the file comes from, and send a new file in the same format as before.',
    ],
    marks: [
      'A coloured cell has something that must or should be corrected. Point at it: the comment says what is wrong, what was expected, and what you can do.',
      `The last column of the sheet, “${DEVIATION_HEADING}”, lists everything found on the row. Filter by it to see only those rows.`,
    ],
    after: ['A colour does not disappear when you correct the cell. It is gone the next time the file is checked.'],
    colours: 'The colours',
    limits: 'Limits',
    limitsText:
      'Many comments make spreadsheet programs slow. So at most 2,000 cells have one, errors first; the column always has every row.',
  },
};

/** @param notes what there was no room for */
export function annotationSheets(
  run: Run,
  found: GroupedFindings,
  language: Language,
  notes: SheetNotes,
): readonly OwnSheet[] {
  return [
    { name: SUMMARY_SHEET[language], widths: [14, 10, 60, 60, 90], rows: summaryRows(run, found, language, notes) },
    { name: HELP_SHEET[language], widths: [110], rows: helpRows(language, notes.isCopy) },
  ];
}

function summaryRows(run: Run, { groups }: GroupedFindings, language: Language, notes: SheetNotes): readonly Row[] {
  const { result } = run;
  const { agreement, catalogue, outcome, lines, findings } = result;
  const words = WORDS[language];
  const own = SHEET_WORDS[language];
  const notice = withoutAgreement(result, language);
  const notChecked = notCheckedParts(result, language);
  const about = (title: string, value: string): Row => [{ value: title, style: 'bold' }, { value: plain(value) }];
  return [
    [{ value: plain(`${words.outcomeSentence(outcome, lines)} ${rulesRun(result, language)}`), style: 'title' }],
    ...(notice === undefined ? [] : [[{ value: plain(notice), style: 'bold' } as const]]),
    EMPTY,
    about(words.catalogue, catalogue.file),
    ...(agreement === undefined
      ? []
      : [about(words.agreement, `${agreement.number} ${agreement.name}, ${agreement.supplier}`)]),
    about(words.asOf, formatDate(result.asOf, language)),
    ...(findings.waived === 0 ? [] : [[{ value: words.waived(findings.waived) }]]),
    ...noteRows(notes, language),
    EMPTY,
    own.headings.map((value) => ({ value, style: 'bold' }) as const),
    ...groups.slice(0, MOST_RULES).map((group) => groupRow(group, run, language)),
    ...(groups.length === 0 ? [[{ value: words.noFindings }]] : []),
    ...(notChecked.length === 0
      ? []
      : [
          EMPTY,
          [{ value: words.notChecked, style: 'bold' } as const],
          ...notChecked.map((part) => [{ value: plain(part) }]),
        ]),
  ];
}

function noteRows({ comments, column, findings }: SheetNotes, language: Language): readonly Row[] {
  const { notMarked } = SHEET_WORDS[language];
  const said = [
    ...(comments === 0 ? [] : [notMarked.comments(formatCount(comments, language))]),
    ...(column ? [notMarked.column] : []),
    ...(findings === 0 ? [] : [notMarked.findings(formatCount(findings, language))]),
  ];
  return said.map((value) => [{ value }]);
}

function groupRow(group: FindingGroup, run: Run, language: Language): Row {
  const { rule: id, severity, count, worst } = group;
  const { result } = run;
  const rule = run.rule(id);
  const examples = worst.slice(0, EXAMPLES).map((finding) => {
    const place = placeInWords(finding, result, language);
    const said = messageInWords(run, finding, language, result.agreement?.currency);
    return plain([place, finding.item, said].filter((part) => part !== undefined && part !== '').join(': '));
  });
  return [
    { value: capital(WORDS[language].severity[severity]), style: severity },
    { value: count },
    { value: plain(`${rule?.fault[language] ?? id}${causesBehind(group, language)}`), style: 'wrapped' },
    { value: plain(rule?.advice[language] ?? ''), style: 'wrapped' },
    { value: examples.join('\n'), style: 'wrapped' },
  ];
}

function helpRows(language: Language, isCopy: boolean): readonly Row[] {
  const own = SHEET_WORDS[language];
  const words = WORDS[language];
  const [what, how] = isCopy ? own.copy : own.own;
  const steps = [what, ...own.marks, how, ...(isCopy ? [] : own.after)];
  return [
    [{ value: own.how, style: 'title' }],
    ...steps.map((step, index): Row => [{ value: `${index + 1}. ${step}`, style: 'wrapped' }]),
    EMPTY,
    [{ value: own.colours, style: 'bold' }],
    ...(['error', 'warning', 'info'] as const).map(
      (severity): Row => [
        { value: `${capital(words.severity[severity])}: ${words.heading[severity].toLowerCase()}`, style: severity },
      ],
    ),
    EMPTY,
    [{ value: own.limits, style: 'bold' }],
    [{ value: own.limitsText, style: 'wrapped' }],
  ];
}

/** What comes from the file is bounded, and says nothing in signs nobody sees. */
function plain(text: string): string {
  return oneLine(text, MOST_CHARACTERS);
}
