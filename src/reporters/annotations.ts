/** What is said of the cells and rows of a file, in the words of whoever sent it. */
import type { Column } from '../catalogue/catalogue.ts';
import { columnIndex } from '../catalogue/column-letter.ts';
import { type Finding, SEVERITIES, type Severity } from '../catalogue/finding.ts';
import type { Language } from '../catalogue/text.ts';
import type { CellAnnotation, CommentRoom, RowAnnotation } from '../writers/annotated/annotation.ts';
import { messageInWords } from './finding-words.ts';
import { fieldTitle } from './format-value.ts';
import { valueInWords } from './message.ts';
import { capital, oneLine } from './one-line.ts';
import type { Run } from './reporter.ts';
import type { Result } from './result.ts';
import { WORDS } from './words.ts';

/** More comments than these make spreadsheet programs slow. */
const MOST_COMMENTS = 2000;
const MESSAGE_CHARACTERS = 400;
const COMMENT_CHARACTERS = 1000;
/** A cell holds 32,767. */
const ROW_CHARACTERS = 2000;
/** Findings that come out of the order of their rows wait in memory. */
const MOST_WAITING = 20_000;

const EXPECTED = { nb: 'Forventet', en: 'Expected' } as const;
const WHAT_TO_DO = { nb: 'Gjør dette', en: 'What to do' } as const;
const MORE = {
  nb: (count: number) => `og ${count} til`,
  en: (count: number) => `and ${count} more`,
} as const;

export interface Annotations {
  /** By row, ascending. */
  rows(): AsyncGenerator<RowAnnotation>;
  /** Whether any of them is on a cell. */
  readonly onCells: boolean;
  /** Findings on rows that are not among them: too many came out of order. */
  readonly leftOut: number;
}

/**
 * The findings on rows of the catalogue as sent, those accepted beforehand left out.
 * @param tellsRow whether the text names the row: where it does not stand in a row of that number
 */
export async function annotationsOf(run: Run, language: Language, tellsRow: boolean): Promise<Annotations> {
  const { result } = run;
  const waiting: Finding[] = [];
  let onCells = false;
  let leftOut = 0;
  for await (const { finding, isInOrder } of onRows(run)) {
    if (columnOf(finding, result.catalogue.columns) !== undefined) onCells = true;
    if (isInOrder) continue;
    if (waiting.length < MOST_WAITING) waiting.push(finding);
    else leftOut++;
  }
  waiting.sort((a, b) => rowOf(a) - rowOf(b));
  return {
    onCells,
    leftOut,
    async *rows() {
      for await (const [row, findings] of byRow(merged(run, waiting)))
        yield rowAnnotation(row, findings, run, language, tellsRow);
    },
  };
}

/** Which cells get a comment: the worst first, and of those the first in the file. */
export function commentRoom({ findings }: Result): CommentRoom {
  const room: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  let left = MOST_COMMENTS;
  for (const severity of SEVERITIES) {
    room[severity] = left;
    left = Math.max(0, left - findings[severity]);
  }
  return room;
}

interface OnRow {
  readonly finding: Finding;
  /** Whether no finding before it is on a later row. */
  readonly isInOrder: boolean;
}

async function* onRows({ result, findings }: Run): AsyncGenerator<OnRow> {
  const { file, sheet } = result.catalogue;
  let last = 0;
  for await (const finding of findings()) {
    const { place, waiver } = finding;
    if (place.row === undefined || place.file !== file || place.sheet !== sheet || waiver !== undefined) continue;
    const isInOrder = place.row >= last;
    if (isInOrder) last = place.row;
    yield { finding, isInOrder };
  }
}

function rowOf({ place }: Finding): number {
  return place.row ?? 0;
}

/** @param waiting ascending */
async function* merged(run: Run, waiting: readonly Finding[]): AsyncGenerator<Finding> {
  let next = 0;
  for await (const { finding, isInOrder } of onRows(run)) {
    if (!isInOrder) continue;
    for (let other = waiting[next]; other !== undefined && rowOf(other) < rowOf(finding); other = waiting[next]) {
      yield other;
      next++;
    }
    yield finding;
  }
  yield* waiting.slice(next);
}

async function* byRow(findings: AsyncIterable<Finding>): AsyncGenerator<readonly [number, readonly Finding[]]> {
  let row = 0;
  let held: Finding[] = [];
  for await (const finding of findings) {
    if (rowOf(finding) !== row) {
      if (held.length > 0) yield [row, held];
      row = rowOf(finding);
      held = [];
    }
    held.push(finding);
  }
  if (held.length > 0) yield [row, held];
}

function rowAnnotation(
  row: number,
  findings: readonly Finding[],
  run: Run,
  language: Language,
  tellsRow: boolean,
): RowAnnotation {
  const sorted = worstFirst(findings);
  const byColumn = new Map<number, Finding[]>();
  for (const finding of sorted) {
    const column = columnOf(finding, run.result.catalogue.columns);
    if (column === undefined) continue;
    const there = byColumn.get(column);
    if (there === undefined) byColumn.set(column, [finding]);
    else there.push(finding);
  }
  const cells = [...byColumn]
    .sort(([a], [b]) => a - b)
    .map(
      ([column, own]): CellAnnotation => ({
        column,
        severity: own[0]?.severity ?? 'info',
        comment: joined(
          own.map((finding) => commentOn(finding, run, language)),
          '\n\n',
          COMMENT_CHARACTERS,
          language,
        ),
      }),
    );
  const told = joined(
    sorted.map((finding) => inColumn(finding, run, language)),
    ' | ',
    ROW_CHARACTERS,
    language,
  );
  const where = tellsRow ? `${capital(WORDS[language].row(row))}: ` : '';
  return { row, severity: sorted[0]?.severity ?? 'info', cells, text: where + told };
}

function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 1) return findings;
  return findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** From 0: of formats without columns, that of the element or the field. */
function columnOf({ place, field }: Finding, columns: readonly Column[]): number | undefined {
  if (place.column !== undefined) return columnIndex(place.column);
  const { element } = place;
  const found =
    element === undefined ? undefined : columns.find(({ heading, field: own }) => heading === element && own === field);
  return (found ?? (field === undefined ? undefined : columns.find((column) => column.field === field)))?.index;
}

function messageOf(finding: Finding, run: Run, language: Language): string {
  return oneLine(messageInWords(run, finding, language, run.result.agreement?.currency), MESSAGE_CHARACTERS);
}

function inColumn(finding: Finding, run: Run, language: Language): string {
  const { severity, field } = finding;
  const about = field === undefined ? '' : ` (${fieldTitle(field, language)})`;
  return `${capital(WORDS[language].severity[severity])}${about}: ${messageOf(finding, run, language)}`;
}

/** What is wrong, what it should be, and what to do. */
function commentOn(finding: Finding, run: Run, language: Language): string {
  const rule = run.rule(finding.rule);
  const currency = run.result.agreement?.currency;
  const expected = oneLine(valueInWords(finding, finding.expected, language, 'prose', currency), MESSAGE_CHARACTERS);
  return [
    `${capital(WORDS[language].severity[finding.severity])}: ${messageOf(finding, run, language)}`,
    ...(expected === '' ? [] : [`${EXPECTED[language]}: ${expected}`]),
    ...(rule === undefined ? [] : [`${WHAT_TO_DO[language]}: ${oneLine(rule.advice[language], MESSAGE_CHARACTERS)}`]),
    `[${finding.rule}]`,
  ].join('\n');
}

/** As many as there is room for, one at least, and how many more there are. */
function joined(parts: readonly string[], between: string, room: number, language: Language): string {
  let text = '';
  for (const [at, part] of parts.entries()) {
    if (at > 0 && text.length + between.length + part.length > room)
      return `${text}${between}${MORE[language](parts.length - at)}`;
    text += (at === 0 ? '' : between) + part;
  }
  return text;
}
