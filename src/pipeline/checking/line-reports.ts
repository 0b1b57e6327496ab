/** What the report files say of one line: its findings, and why it does not go on as sent. */
import { FIELD_NAMES } from '../../catalogue/field.ts';
import type { Disposition, Finding } from '../../catalogue/finding.ts';
import type { LineValues } from '../../catalogue/line.ts';
import type { Language } from '../../catalogue/text.ts';
import { valueText } from '../../diff/compare-lines.ts';
import { findingCells, MESSAGE_COLUMN } from '../../reporters/findings-csv.ts';
import { fieldTitle, formatField } from '../../reporters/format-value.ts';
import { WORDS } from '../../reporters/words.ts';
import { jsonLine } from '../rows/json-lines.ts';
import type { RuleBook } from './rule-by-id.ts';

/** How the reports of the run are written. */
export interface ReportStyle {
  readonly language: Language;
  /** ISO 4217, of the agreement. */
  readonly currency: string | undefined;
  readonly rule: RuleBook;
}

export interface ReportedLine {
  readonly row: number;
  /** As sent, one for each column of the catalogue or fewer. */
  readonly cells: readonly string[];
  /** With what becomes of the line. */
  readonly findings: readonly Finding[];
  readonly disposition: Disposition;
  readonly correction?: LineValues;
}

export interface LineReports {
  /** Lines of `findings.jsonl`, and cells of `findings.csv`, by finding. */
  readonly findings: readonly FindingReports[];
  /** Cells of `withheld.csv`; absent for a line that goes on as sent. */
  readonly withheld?: readonly string[];
}

export interface FindingReports {
  readonly json: string;
  readonly cells: readonly string[];
}

const WITHHELD_HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  nb: ['Rad', 'Hva skjer', 'Hvorfor'],
  en: ['Row', 'What happens', 'Why'],
};
const PUT_RIGHT: Readonly<Record<Language, string>> = { nb: 'Rettet til', en: 'Corrected to' };

/** @param headings of the catalogue; the line's row stands in the first column behind them */
export function withheldHeadings(headings: readonly string[], language: Language): readonly string[] {
  return [...headings, ...WITHHELD_HEADINGS[language]];
}

/** @param columns how many the catalogue has */
export function reportLine(line: ReportedLine, columns: number, style: ReportStyle): LineReports {
  const findings = line.findings.map((finding) => reportFinding(finding, style));
  if (line.disposition === 'approve') return { findings };
  const withheld = Array.from({ length: columns }, (_, index) => line.cells[index] ?? '');
  withheld.push(
    String(line.row),
    WORDS[style.language].lineDisposition[line.disposition],
    reasons(line, findings, style),
  );
  return { findings, withheld };
}

export function reportFinding(finding: Finding, style: ReportStyle): FindingReports {
  const { language, currency } = style;
  return { json: jsonLine(finding), cells: findingCells(finding, style, language, currency) };
}

function reasons(line: ReportedLine, told: readonly FindingReports[], style: ReportStyle): string {
  const why: string[] = [];
  for (const [at, { rule, severity }] of line.findings.entries()) {
    if (severity === 'error') why.push(`${told[at]?.cells[MESSAGE_COLUMN]} (${rule})`);
  }
  if (line.disposition === 'correct') {
    const { correction = {} } = line;
    const own = line.findings.find(({ currency }) => currency !== undefined)?.currency;
    why.push(putRight(correction, { ...style, currency: correction.currency ?? own ?? style.currency }));
  }
  return why.join(' ');
}

/** The values that go on in place of those sent. */
function putRight(correction: LineValues, { language, currency }: ReportStyle): string {
  const values = FIELD_NAMES.flatMap((field) => {
    const value = valueText({ row: 0, ...correction }, field);
    if (value === undefined) return [];
    const shown = formatField(field, value, language, 'prose', currency);
    return [`${fieldTitle(field, language)} ${shown}`];
  });
  return `${PUT_RIGHT[language]}: ${values.join(', ')}.`;
}
