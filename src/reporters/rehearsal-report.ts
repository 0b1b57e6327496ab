/** What new rules would change in stored catalogues: for the terminal, as a table of every finding, or for a program. */
import type { Language } from '../catalogue/text.ts';
import { messageInWords, placeInWords } from './finding-words.ts';
import { valueInWords } from './message.ts';
import { oneLine } from './one-line.ts';
import { notCheckedParts } from './outcome-words.ts';
import {
  anythingChanges,
  countsAs,
  MOVES,
  type MovedFinding,
  outcomeChanges,
  type Rehearsed,
  type RehearsedCatalogue,
  type RehearsedRule,
  rehearsedCatalogue,
} from './rehearsal.ts';
import { headingRecord, joinedCells, RECORD_END } from './report-csv.ts';
import type { Run, Style } from './reporter.ts';
import type { Result } from './result.ts';
import { some, WORDS } from './words.ts';
import { terminalWidth, wrap } from './wrap.ts';

export const REHEARSAL_FORMS = ['text', 'csv', 'json'] as const;
export type RehearsalForm = (typeof REHEARSAL_FORMS)[number];

export interface RehearsalReport {
  /** A catalogue's part, as soon as it was rehearsed. */
  add(rehearsed: Rehearsed): AsyncGenerator<string>;
  /** What can only be told of all of them. */
  end(): string;
  readonly changes: boolean;
}

/** @param rules the new rule set, as it was named */
export function rehearsalReport(form: RehearsalForm, rules: string, style: Style): RehearsalReport {
  const told: RehearsedCatalogue[] = [];
  return {
    async *add(rehearsed) {
      const cells: string[] = [];
      const { language } = style;
      if (form === 'csv' && told.length === 0) yield headingRecord(COLUMNS, language);
      const also =
        form === 'csv' ? (moved: MovedFinding) => cells.push(recordOf(moved, rehearsed, language)) : undefined;
      const catalogue = await rehearsedCatalogue(rehearsed, also);
      told.push(catalogue);
      if (form === 'csv') yield cells.join('');
      if (form === 'text') yield `${catalogueLines(catalogue, style).join('\n')}\n\n`;
    },
    end: () => {
      if (form === 'text') return `${summaryLines(told, rules, style).join('\n')}\n`;
      return form === 'json' ? `${JSON.stringify(plain(told, rules), undefined, 2)}\n` : '';
    },
    get changes() {
      return told.some(anythingChanges);
    },
  };
}

const OWN_WORDS = {
  nb: {
    agreement: 'avtale',
    outcome: 'Utfall',
    same: 'Ingenting endres.',
    moves: {
      comes: some('nb', 'nytt funn', 'nye funn'),
      goes: some('nb', 'funn blir borte', 'funn blir borte'),
      counts: some('nb', 'funn teller annerledes', 'funn teller annerledes'),
    },
    counts: { error: 'feil', warning: 'advarsel', info: 'merknad', waived: 'godtatt' },
    notChecked: 'Kan ikke kontrolleres med de nye reglene',
    catalogues: some('nb', 'katalog', 'kataloger'),
    summary: (rules: string, catalogues: string, parts: string, outcomes: number) =>
      `Med ${rules}, i ${catalogues}: ${parts}. ${outcomes === 0 ? 'Ingen utfall endres.' : `Utfallet endres for ${outcomes}.`}`,
    nothing: (rules: string, catalogues: string) => `Med ${rules}, i ${catalogues}: ingenting endres.`,
    all: 'Alle funn som endres: --report csv',
  },
  en: {
    agreement: 'agreement',
    outcome: 'Outcome',
    same: 'Nothing changes.',
    moves: {
      comes: some('en', 'new finding', 'new findings'),
      goes: some('en', 'finding gone', 'findings gone'),
      counts: some('en', 'finding counted otherwise', 'findings counted otherwise'),
    },
    counts: { error: 'error', warning: 'warning', info: 'note', waived: 'accepted' },
    notChecked: 'Cannot be checked with the new rules',
    catalogues: some('en', 'catalogue', 'catalogues'),
    summary: (rules: string, catalogues: string, parts: string, outcomes: number) =>
      `With ${rules}, in ${catalogues}: ${parts}. ${outcomes === 0 ? 'No outcome changes.' : `The outcome changes for ${outcomes}.`}`,
    nothing: (rules: string, catalogues: string) => `With ${rules}, in ${catalogues}: nothing changes.`,
    all: 'Every finding that changes: --report csv',
  },
} as const satisfies Record<Language, object>;

/** More rules than this are counted, not shown. */
const RULES_SHOWN = 20;
/** Longer sentences are cut: the table holds the whole of them. */
const MESSAGE_LENGTH = 200;
const SIGNS = { comes: '+', goes: '-', counts: '~' } as const;

function catalogueLines(catalogue: RehearsedCatalogue, style: Style): readonly string[] {
  const { language } = style;
  const own = OWN_WORDS[language];
  const width = terminalWidth(style.width);
  const { after } = catalogue;
  const { agreement, catalogue: file } = after.result;
  const about = agreement === undefined ? '' : ` (${own.agreement} ${agreement.number})`;
  const lines = [...wrap(oneLine(`${file.file}${about}`, MESSAGE_LENGTH), width, '  ', '')];
  const indented = (text: string): void => void lines.push(...wrap(text, width, '    ', '  '));
  if (!anythingChanges(catalogue)) indented(own.same);
  else indented(`${own.outcome}: ${outcomesInWords(catalogue, language)}`);
  for (const part of newlyUnchecked(catalogue, language)) indented(`${own.notChecked}: ${part}.`);
  for (const rule of catalogue.rules.slice(0, RULES_SHOWN)) lines.push(...ruleLines(rule, catalogue, style));
  const more = catalogue.rules.length - RULES_SHOWN;
  if (more > 0) indented(WORDS[language].andMore(more));
  return lines;
}

function outcomesInWords({ before, after }: RehearsedCatalogue, language: Language): string {
  const [old, fresh] = [outcomeInWords(before, language), outcomeInWords(after, language)];
  return old === fresh ? fresh : `${old} → ${fresh}`;
}

function outcomeInWords({ result: { outcome, lines } }: Run, language: Language): string {
  const words = WORDS[language];
  const count = outcome === 'refused' ? words.noneApprovedOf(lines.read) : words.approvedOf(lines);
  return `${words.outcome[outcome]} (${count})`;
}

/** What the new rules hold that could not run: that nothing is found there says nothing. */
function newlyUnchecked({ before, after }: RehearsedCatalogue, language: Language): readonly string[] {
  const known = new Set(before.result.notChecked.map(({ rule }) => rule));
  const notChecked = after.result.notChecked.filter(({ rule }) => !known.has(rule));
  return notCheckedParts({ ...after.result, notChecked }, language);
}

function ruleLines({ rule, counts, examples }: RehearsedRule, catalogue: RehearsedCatalogue, style: Style) {
  const { language } = style;
  const own = OWN_WORDS[language];
  const width = terminalWidth(style.width);
  const lines: string[] = [];
  for (const move of MOVES) {
    if (counts[move] === 0) continue;
    lines.push(...wrap(`${SIGNS[move]} ${rule}: ${own.moves[move](counts[move])}`, width, '    ', '  '));
    for (const moved of examples) {
      if (moved.move === move)
        lines.push(...wrap(exampleInWords(moved, catalogue, language), width, '        ', '      '));
    }
  }
  return lines;
}

function exampleInWords(moved: MovedFinding, catalogue: RehearsedCatalogue, language: Language): string {
  const { finding } = moved;
  const run = runOf(moved, catalogue);
  const where = [placeInWords(finding, run.result, language), finding.item ?? ''].filter((part) => part !== '');
  const message = messageInWords(run, finding, language, run.result.agreement?.currency);
  const text = `${where.length === 0 ? '' : `${where.join(', ')}: `}${message}`;
  return `${oneLine(text, MESSAGE_LENGTH)}${countsInWords(moved, language)}`;
}

/** `(warning → error)`; empty where that is not what changed. */
function countsInWords({ move, finding, before }: MovedFinding, language: Language): string {
  if (move !== 'counts' || before === undefined) return '';
  const words = OWN_WORDS[language].counts;
  const becomes = WORDS[language].lineDisposition;
  const [old, fresh] = [before, finding].map((one) => {
    const counts = words[countsAs(one)];
    return one.disposition === undefined || one.waiver !== undefined
      ? counts
      : `${counts}, ${becomes[one.disposition]}`;
  });
  return ` (${old} → ${fresh})`;
}

/** The words of a finding are those of the run it is in. */
function runOf({ move }: MovedFinding, { before, after }: Pick<Rehearsed, 'before' | 'after'>): Run {
  return move === 'goes' ? before : after;
}

function totals(catalogues: readonly RehearsedCatalogue[]): Record<(typeof MOVES)[number], number> {
  const sums = { comes: 0, goes: 0, counts: 0 };
  for (const { rules } of catalogues)
    for (const { counts } of rules) for (const move of MOVES) sums[move] += counts[move];
  return sums;
}

function summaryLines(catalogues: readonly RehearsedCatalogue[], rules: string, style: Style): readonly string[] {
  const own = OWN_WORDS[style.language];
  const width = terminalWidth(style.width);
  const count = own.catalogues(catalogues.length);
  if (!catalogues.some(anythingChanges)) return wrap(own.nothing(rules, count), width, '', '');
  const sums = totals(catalogues);
  const parts = MOVES.map((move) => own.moves[move](sums[move])).join(', ');
  const outcomes = catalogues.filter(outcomeChanges).length;
  return [...wrap(own.summary(rules, count, parts, outcomes), width, '', ''), own.all];
}

const COLUMNS = [
  'change',
  'agreement',
  'file',
  'rule',
  'row',
  'item',
  'field',
  'actual',
  'expected',
  'before',
  'after',
  'message',
] as const;

function recordOf(moved: MovedFinding, rehearsed: Rehearsed, language: Language): string {
  const { move, finding, before } = moved;
  const run = runOf(moved, rehearsed);
  const { agreement } = run.result;
  const cells = [
    move,
    agreement?.number ?? '',
    finding.place.file,
    finding.rule,
    finding.place.row === undefined ? '' : String(finding.place.row),
    finding.item ?? '',
    finding.field ?? '',
    valueInWords(finding, finding.actual, language, 'cell'),
    valueInWords(finding, finding.expected, language, 'cell'),
    before === undefined ? '' : countsAs(before),
    move === 'goes' ? '' : countsAs(finding),
    messageInWords(run, finding, language, agreement?.currency),
  ];
  return joinedCells(cells, language) + RECORD_END;
}

/** Language-neutral: findings as `findings.jsonl` has them. */
function plain(catalogues: readonly RehearsedCatalogue[], rules: string): object {
  const runIn = ({ outcome, lines, findings }: Result) => ({ outcome, lines, findings });
  return {
    version: 1,
    rules,
    changes: catalogues.some(anythingChanges),
    totals: totals(catalogues),
    catalogues: catalogues.map(({ before, after, rules: own }) => ({
      file: after.result.catalogue.file,
      ...(after.result.agreement === undefined ? {} : { agreement: after.result.agreement.number }),
      before: runIn(before.result),
      after: { ...runIn(after.result), notChecked: after.result.notChecked },
      rules: own,
    })),
  };
}
