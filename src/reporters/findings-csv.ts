/** `findings.csv`: every finding, for people and for Power BI. */
import type { Finding } from '../catalogue/finding.ts';
import { messageInWords } from './finding-words.ts';
import { formatMoney } from './format-number.ts';
import { valueInWords } from './message.ts';
import { reportCsv } from './report-csv.ts';
import type { Reporter } from './reporter.ts';

const COLUMNS = [
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

export const findingsCsv: Reporter = {
  format: 'findings.csv',
  file: 'findings.csv',
  render(run, { language }) {
    const currency = run.result.agreement?.currency;
    return reportCsv(COLUMNS, run.findings(), language, (finding: Finding) => {
      const { place } = finding;
      return [
        finding.rule,
        finding.severity,
        place.file,
        place.sheet ?? '',
        place.row === undefined ? '' : String(place.row),
        place.column ?? place.element ?? '',
        finding.item ?? '',
        finding.field ?? '',
        valueInWords(finding, finding.actual, language, 'cell'),
        valueInWords(finding, finding.expected, language, 'cell'),
        messageInWords(run, finding, language, currency),
        finding.disposition ?? '',
        finding.lineDisposition ?? '',
        finding.waiver ?? '',
        finding.effect === undefined ? '' : formatMoney(finding.effect, language, 'cell'),
      ];
    });
  },
};
