/** `findings.csv`: every finding, for people and for Power BI. */
import type { Finding } from '../catalogue/finding.ts';
import type { Language } from '../catalogue/text.ts';
import { messageInWords, type RuleSource } from './finding-words.ts';
import { formatMoney } from './format-number.ts';
import { valueInWords } from './message.ts';
import { reportCsv } from './report-csv.ts';
import type { Reporter } from './reporter.ts';
import { waiverInWords } from './waiver-words.ts';

export const FINDING_COLUMNS = [
  'rule',
  'severity',
  'file',
  'sheet',
  'row',
  'column',
  'item',
  'field',
  'actual',
  'expected',
  'message',
  'disposition',
  'lineDisposition',
  'waiver',
  'effect',
] as const;

export const FINDINGS_TABLE = 'findings.csv';
/** Where in {@link FINDING_COLUMNS} the row of the finding and its sentence stand. */
export const ROW_COLUMN = FINDING_COLUMNS.indexOf('row');
export const MESSAGE_COLUMN = FINDING_COLUMNS.indexOf('message');

export const findingsCsv: Reporter = {
  format: 'csv',
  file: FINDINGS_TABLE,
  render(run, { language }) {
    const currency = run.result.agreement?.currency;
    return reportCsv(FINDING_COLUMNS, run.findings(), language, (finding) =>
      findingCells(finding, run, language, currency),
    );
  },
};

/** @param currency ISO 4217, of the agreement; shown with amounts in the message */
export function findingCells(
  finding: Finding,
  rules: RuleSource,
  language: Language,
  currency: string | undefined,
): readonly string[] {
  const { place } = finding;
  return [
    finding.rule,
    finding.severity,
    place.file,
    place.sheet ?? '',
    place.row === undefined ? '' : String(place.row),
    place.column ?? '',
    finding.item ?? '',
    finding.field ?? '',
    valueInWords(finding, finding.actual, language, 'cell'),
    valueInWords(finding, finding.expected, language, 'cell'),
    messageInWords(rules, finding, language, currency),
    finding.disposition ?? '',
    finding.lineDisposition ?? '',
    finding.waiver === undefined ? '' : waiverInWords(finding.waiver, language),
    finding.effect === undefined ? '' : formatMoney(finding.effect, language, 'cell'),
  ];
}
