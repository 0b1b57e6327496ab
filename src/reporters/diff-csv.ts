/** `diff.csv`: every change in the file as sent, against the version approved last. */
import type { Language } from '../catalogue/text.ts';
import { formatMoney, formatPercent } from './format-number.ts';
import { formatField } from './format-value.ts';
import { reportCsv } from './report-csv.ts';
import type { Reporter } from './reporter.ts';
import type { Change } from './result.ts';

const COLUMNS = ['item', 'change', 'field', 'before', 'after', 'percent', 'effect'] as const;

export const diffCsv: Reporter = {
  format: 'diff-csv',
  file: 'diff.csv',
  render: (run, { language }) => diffTable(run.changes(), language),
};

/** The same table for changes that belong to no run. */
export function diffTable(changes: AsyncIterable<Change>, language: Language): AsyncIterable<string> {
  return reportCsv(COLUMNS, changes, language, (change) => [
    change.item,
    change.change,
    change.field ?? change.heading ?? '',
    change.before === undefined ? '' : formatField(change.field, change.before, language, 'cell'),
    change.after === undefined ? '' : formatField(change.field, change.after, language, 'cell'),
    change.percent === undefined ? '' : formatPercent(change.percent, language, 'cell'),
    change.effect === undefined ? '' : formatMoney(change.effect, language, 'cell'),
  ]);
}
