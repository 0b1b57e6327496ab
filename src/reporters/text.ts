/** The summary on the terminal: what an agreement manager needs to know, in the order it is asked. */

import type { ChalkInstance } from 'chalk';
import { KIT_AGREEMENT } from '../agreement/agreement-in-kit.ts';
import type { Finding, Severity } from '../catalogue/finding.ts';
import type { Language } from '../catalogue/text.ts';
import { agreementRemarks } from './agreement-remarks.ts';
import { whyNotAsSent } from './as-lines.ts';
import { changeLines } from './change-lines.ts';
import { COVERAGE_WORDS, coverageInWords } from './coverage-words.ts';
import { causeHeadlines } from './explanation-words.ts';
import type { FindingGroup, GroupedFindings } from './finding-groups.ts';
import { messageInWords, placeInWords } from './finding-words.ts';
import { formatCount } from './format-number.ts';
import { formatDate } from './format-value.ts';
import { oneLine } from './one-line.ts';
import {
  changesOnly,
  describeFile,
  effectParts,
  groupYearly,
  notCheckedParts,
  placesOfNotRun,
  putRight,
  refusalParts,
  rulesRun,
  whyNotCompared,
  withoutAgreement,
} from './outcome-words.ts';
import type { Reporter, Run, Style } from './reporter.ts';
import type { Outcome, Result } from './result.ts';
import { sheetNote } from './sheet-note.ts';
import { waiverNotes } from './waiver-words.ts';
import { WORDS } from './words.ts';
import { type Lines, terminalWidth, wrap } from './wrap.ts';

const EXAMPLES = 3;
/** More lines of findings than this are not read: of warnings there is one example each then. */
const MOST_LINES = 60;
/** Longer values are cut: the whole of them stands in findings.csv. */
const MESSAGE_LENGTH = 300;

/** What the parts of the summary are written with. */
interface Pen {
  readonly run: Run;
  readonly result: Result;
  readonly language: Language;
  readonly width: number;
  readonly paint: ChalkInstance;
}

export const text: Reporter = {
  format: 'text',
  async *render(run: Run, style: Style) {
    // Loaded when something is printed: a quiet run is not.
    const { Chalk } = await import('chalk');
    const pen: Pen = {
      run,
      result: run.result,
      language: style.language,
      width: terminalWidth(style.width),
      // An instance of our own: the shared one looks at the environment, and colour is for the caller to decide.
      paint: new Chalk({ level: style.colour ? 1 : 0 }),
    };
    const findings = await run.grouped(EXAMPLES);
    yield paragraphs([
      headline(pen),
      deltaNotice(pen),
      fixNotice(pen),
      noAgreement(pen),
      rulesNotRun(pen, 'onTop'),
      about(pen),
      yearlyEffect(pen),
      await refusal(pen, findings.groups),
      ...findingSections(pen, findings.groups),
      remarks(pen, findings),
      whatHappensWithLines(pen),
      labels(pen),
      await changes(pen),
      rulesNotRun(pen, 'behind'),
      ownFiles(pen),
      files(pen, style.folder),
      nextStep(pen, style.folder),
    ]);
  },
};

function paragraphs(sections: readonly Lines[]): string {
  const filled = sections.filter((lines) => lines.length > 0);
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The whole answer in one line; where the terminal is too narrow for all of it, the verdict stands in the first. */
function headline({ result, language, width, paint }: Pen): Lines {
  const words = WORDS[language];
  const { outcome, lines } = result;
  const verdict = words.outcome[outcome].toUpperCase();
  const count = outcome === 'refused' ? words.noneApprovedOf(lines.read) : words.goOnOf(lines);
  const as = outcome === 'refused' ? undefined : words.goOnAs(lines);
  const sentences = [`${verdict}: ${count}.`, rulesRun(result, language)];
  const one = sentences.join(' ');
  const [first = '', ...rest] = one.length <= width ? [one] : sentences.flatMap((part) => wrap(part, width, '', ''));
  const painted = paint.bold[OUTCOME_COLOUR[outcome]](verdict) + first.slice(verdict.length);
  return [painted, ...rest, ...(as === undefined ? [] : wrap(words.ofThem(as), width, '', ''))];
}

const OUTCOME_COLOUR = { approved: 'green', partly: 'yellow', refused: 'red' } as const satisfies Record<
  Outcome,
  string
>;

function deltaNotice({ result, language, width }: Pen): Lines {
  const notice = changesOnly(result, language);
  const why = whyNotAsSent(result, language);
  return [
    ...(notice === undefined ? [] : wrap(oneLine(notice, 400), width, '', '')),
    ...(why === undefined ? [] : wrap(why, width, '', '')),
  ];
}

function fixNotice({ result, language, width }: Pen): Lines {
  const notice = putRight(result, language);
  return notice === undefined ? [] : wrap(notice, width, '', '');
}

function noAgreement({ result, language, width, paint }: Pen): Lines {
  const notice = withoutAgreement(result, language);
  return notice === undefined ? [] : wrap(notice, width, '', '').map((line) => paint.bold(line));
}

/** So many reasons; the first line tells how many rules it was, and the page has them all. */
const REASONS_TOLD = 6;

function rulesNotRun({ result, language, width }: Pen, place: keyof ReturnType<typeof placesOfNotRun>): Lines {
  const words = WORDS[language];
  return placesOfNotRun(result)[place].flatMap((why) => {
    const parts = notCheckedParts(result, language, why);
    if (parts.length === 0) return [];
    const more = parts.length - REASONS_TOLD;
    const shown = more > 1 ? [...parts.slice(0, REASONS_TOLD), `${words.andMore(more)} (report.html)`] : parts;
    return wrap(`${why === 'noData' ? words.notChecked : words.notInUse}: ${shown.join('; ')}.`, width, '  ', '');
  });
}

const WITH_THE_TOOL = 'katalogvakt:';

/** What was held against what, and for which day. */
function about({ result, language, width }: Pen): Lines {
  const words = WORDS[language];
  const { catalogue, agreement, previous, references = [] } = result;
  // What comes with the tool is the same for everybody.
  const own = references.filter(({ file }) => !file.startsWith(WITH_THE_TOOL)).map(({ file }) => file);
  const sheet = sheetNote(catalogue, words);
  const rows: [string, string][] = [
    [words.catalogue, `${oneLine(catalogue.file, 200)}${oneLine(sheet, 200)}`],
    [
      words.agreement,
      agreement === undefined
        ? words.noAgreementGiven
        : oneLine(`${agreement.number} ${agreement.name}, ${agreement.supplier}`, 200),
    ],
    ...(previous === undefined ? [] : [[words.previous, oneLine(previous.file, 200)] as [string, string]]),
    [words.ruleSet, oneLine(result.ruleSet.name, 200)],
    ...(own.length === 0 ? [] : [[words.references, oneLine(own.join(', '), 200)] as [string, string]]),
    [words.asOf, formatDate(result.asOf, language)],
  ];
  const column = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.flatMap(([name, value]) => wrap(value, width, ' '.repeat(column), name.padEnd(column)));
}

function yearlyEffect({ result, language, width, paint }: Pen): Lines {
  const [first, ...rest] = effectParts(result, language);
  if (first === undefined) return [];
  const lines = wrap(first, width, '', '');
  const more = rest.flatMap((part) => wrap(part, width, '  ', '  '));
  return [...(result.effect === undefined ? lines : lines.map((line) => paint.bold(line))), ...more];
}

async function refusal(pen: Pen, groups: readonly FindingGroup[]): Promise<Lines> {
  const { run, result, language, width, paint } = pen;
  if (result.outcome !== 'refused') return [];
  const words = WORDS[language];
  const { why, todo } = refusalParts(run, groups, language);
  const list = (parts: readonly string[]): Lines =>
    parts.flatMap((part) => wrap(oneLine(part, MESSAGE_LENGTH), width, '    ', '  - '));
  return [paint.bold(words.whyRefused), ...list(why), '', paint.bold(words.whatToDo), ...list(todo)];
}

function findingSections(pen: Pen, groups: readonly FindingGroup[]): readonly Lines[] {
  const words = WORDS[pen.language];
  const section = (severity: Severity, examples: number): Lines => {
    const own = groups.filter((group) => group.severity === severity);
    if (own.length === 0) return [];
    const total = own.reduce((sum, group) => sum + group.count, 0);
    const heading = `${words.heading[severity]} (${words.findingCount[severity](total)})`;
    return [pen.paint.bold(heading), ...own.flatMap((group) => ['', ...ruleLines(pen, group, examples)])];
  };
  const errors = section('error', EXAMPLES);
  const warnings = section('warning', EXAMPLES);
  return [errors, errors.length + warnings.length > MOST_LINES ? section('warning', 1) : warnings];
}

/** A rule with its number of findings and the worst of them. */
function ruleLines(pen: Pen, group: FindingGroup, examples: number): Lines {
  const { run, language, width, paint } = pen;
  const words = WORDS[language];
  const fault = run.rule(group.rule)?.fault[language];
  const count = formatCount(group.count, language);
  const yearly = groupYearly(group, language, pen.result.agreement?.currency);
  const name = `${fault === undefined ? group.rule : `${fault} (${group.rule})`}${yearly === '' ? '' : `: ${yearly}`}`;
  const [first = '', ...rest] = wrap(name, width, '      ', `${count.padStart(4)}  `);
  const shown = group.worst.slice(0, examples);
  const more = group.count - shown.length;
  return [
    paint.bold(first),
    ...rest.map((line) => paint.bold(line)),
    ...causeHeadlines(group, language).flatMap((cause) => wrap(cause, width, '      ', '      ')),
    ...shown.flatMap((finding) => exampleLines(pen, finding)),
    ...(more > 0 ? [paint.dim(`      ${words.andMore(more)}`)] : []),
  ];
}

function exampleLines({ run, result, language, width }: Pen, finding: Finding): Lines {
  const words = WORDS[language];
  const place = placeInWords(finding, result, language);
  const item = finding.item === undefined ? '' : `${words.item} ${oneLine(finding.item, 60)}`;
  const where = [oneLine(place, 120), item].filter((part) => part !== '').join(', ');
  const message = oneLine(messageInWords(run, finding, language, result.agreement?.currency), MESSAGE_LENGTH);
  if (where === '') return wrap(message, width, '        ', '      - ');
  return [...wrap(`${where}:`, width, '        ', '      - '), ...wrap(message, width, '        ', '        ')];
}

/** What is only counted. */
function remarks({ result, language, width }: Pen, { groups, counts, waived }: GroupedFindings): Lines {
  const words = WORDS[language];
  const nothingFound = result.outcome !== 'refused' && !groups.some(({ severity }) => severity !== 'info');
  return [
    ...(nothingFound ? [words.noFindings] : []),
    ...(counts.info > 0 ? [words.infosIn(counts.info, 'findings.csv')] : []),
    ...(waived.count > 0 ? [words.waived(waived.count)] : []),
    ...waiverNotes(result, language),
  ].flatMap((line) => wrap(line, width, '', ''));
}

function whatHappensWithLines({ result, language, width, paint }: Pen): Lines {
  const words = WORDS[language];
  const { lines } = result;
  if (lines.read === 0) return [];
  if (result.outcome === 'refused') return [paint.bold(words.lines), `  ${words.refusedLines}`];
  const rows: [number, string][] = [
    [lines.asSent, words.asSent],
    [lines.corrected, words.corrected],
    [lines.keptPrevious, words.keptPrevious],
    [lines.withheld, words.withheld],
  ];
  const shown = rows.filter(([count], index) => count > 0 || index === 0);
  return [
    paint.bold(words.lines),
    ...countLines([...shown, [lines.read, words.read]], language, width),
    ...(lines.keptMissing > 0 ? countLines([[lines.keptMissing, words.keptMissing]], language, width) : []),
  ];
}

function countLines(rows: readonly (readonly [number, string])[], language: Language, width: number): Lines {
  const counts = rows.map(([count]) => formatCount(count, language));
  const column = Math.max(4, ...counts.map((count) => count.length));
  return rows.flatMap(([, name], index) =>
    wrap(name, width, ' '.repeat(column + 4), `  ${(counts[index] ?? '').padStart(column)}  `),
  );
}

/** How much carries eco-labels; nothing where no line does and none did. */
function labels({ result: { labelCoverage }, language, width, paint }: Pen): Lines {
  if (labelCoverage === undefined || labelCoverage.labels.length === 0) return [];
  const sentences = coverageInWords(labelCoverage, language);
  return [
    paint.bold(COVERAGE_WORDS[language].title),
    ...sentences.flatMap((sentence) => wrap(sentence, width, '  ', '  ')),
  ];
}

async function changes({ run, result, language, width, paint }: Pen): Promise<Lines> {
  const words = WORDS[language];
  const { diff } = result;
  if (diff === undefined) return result.outcome === 'refused' ? [] : [words.notCompared[whyNotCompared(result)]];
  const lines = await changeLines(diff, run.changes(), {
    language,
    width,
    rises: EXAMPLES,
  });
  return [...wrap(words.diff, width, '', '').map((line) => paint.bold(line)), ...lines];
}

/** What whoever agrees with the outcome does with it. */
function nextStep({ result, language }: Pen, folder: string | undefined): Lines {
  const { outcome, agreement, ruleSet } = result;
  if (folder === undefined || agreement === undefined || outcome === 'refused') return [];
  // Who has a kit is the supplier, and approves nothing.
  if (agreement.file === KIT_AGREEMENT) return [];
  const words = WORDS[language];
  const partly = outcome === 'partly' && !ruleSet.allowPartly ? ' --allow-partly' : '';
  // Never wrapped: a command is copied whole.
  return [words.approveLikeThis, `  katalogvakt approve ${inShell(folder)} --by "${words.yourName}"${partly}`];
}

function inShell(path: string): string {
  return /^[\w./\\:-]+$/.test(path) ? path : `"${path}"`;
}

/** What the buyer should put right in files of their own. */
function ownFiles({ result, language, width, paint }: Pen): Lines {
  const found = agreementRemarks(result, language, EXAMPLES);
  if (found === undefined) return [];
  return [
    paint.bold(found.title),
    ...found.remarks.flatMap((remark) => wrap(remark, width, '    ', '  - ')),
    ...found.notes.flatMap((note) => wrap(note, width, '    ', '    ')),
  ];
}

/** Less room than this beside the names, and what the files are stands below them. */
const LEAST_ROOM = 24;

function files({ result, language, width, paint }: Pen, folder: string | undefined): Lines {
  const words = WORDS[language];
  if (result.files.length === 0) return [];
  const column = Math.max(...result.files.map((file) => file.length)) + 4;
  const beside = width - column >= LEAST_ROOM;
  const described = (file: string): Lines => {
    const about = describeFile(file, result, language);
    if (about === '') return [`  ${file}`];
    return beside
      ? wrap(about, width, ' '.repeat(column), `  ${file}`.padEnd(column))
      : [`  ${file}`, ...wrap(about, width, '    ', '    ')];
  };
  // Never wrapped: a path is copied whole.
  return [paint.bold(folder === undefined ? words.files : words.filesIn(folder)), ...result.files.flatMap(described)];
}
