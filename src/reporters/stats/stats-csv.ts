/** Runs as a table for Power BI or a pivot table: a row each, and the same columns whatever was found. */
import { SEVERITIES } from '../../catalogue/finding.ts';
import type { Language } from '../../catalogue/text.ts';
import { sharePercent } from '../coverage-words.ts';
import { formatDecimal, formatMoney } from '../format-number.ts';
import { reportCsv } from '../report-csv.ts';
import type { StatsRow } from './stats-row.ts';

/** Rules that a rule set defines itself may be of any family. */
const OTHER = 'other';

interface StatsColumn {
  readonly name: string;
  readonly cell: (row: StatsRow, language: Language) => string;
}

const number = (value: number | undefined): string => (value === undefined ? '' : String(value));

const COLUMNS: readonly StatsColumn[] = [
  { name: 'agreement', cell: ({ agreement }) => agreement },
  { name: 'agreementName', cell: ({ agreementName }) => agreementName },
  { name: 'supplier', cell: ({ supplier }) => supplier },
  { name: 'run', cell: ({ run }) => run },
  { name: 'catalogue', cell: ({ catalogue }) => catalogue },
  // Days as ISO 8601: Excel and Power BI know them for days in either language.
  { name: 'received', cell: ({ received }) => received },
  { name: 'checked', cell: ({ checked }) => checked },
  { name: 'outcome', cell: ({ outcome }) => outcome },
  { name: 'lines', cell: ({ lines }) => number(lines) },
  { name: 'goOn', cell: ({ goOn }) => number(goOn) },
  { name: 'asSent', cell: ({ asSent }) => number(asSent) },
  { name: 'corrected', cell: ({ corrected }) => number(corrected) },
  { name: 'keptPrevious', cell: ({ keptPrevious }) => number(keptPrevious) },
  { name: 'withheld', cell: ({ withheld }) => number(withheld) },
  { name: 'errors', cell: ({ findings }) => number(findings.error) },
  { name: 'warnings', cell: ({ findings }) => number(findings.warning) },
  { name: 'infos', cell: ({ findings }) => number(findings.info) },
  { name: 'waived', cell: ({ findings }) => number(findings.waived) },
  { name: 'rulesRun', cell: ({ rulesRun }) => number(rulesRun) },
  { name: 'rulesNotRun', cell: ({ rulesNotRun }) => number(rulesNotRun) },
  { name: 'added', cell: ({ changes }) => number(changes?.added) },
  { name: 'removed', cell: ({ changes }) => number(changes?.removed) },
  { name: 'priceUp', cell: ({ changes }) => number(changes?.priceUp) },
  { name: 'priceDown', cell: ({ changes }) => number(changes?.priceDown) },
  { name: 'labelledLines', cell: ({ labels }) => number(labels?.recognised) },
  { name: 'labelCoveragePercent', cell: ({ labels }, language) => percent(labels, language) },
  { name: 'currency', cell: ({ effect }) => effect?.currency ?? '' },
  { name: 'effectAbove', cell: ({ effect }, language) => money(effect?.above, language) },
  { name: 'effectStopped', cell: ({ effect }, language) => money(effect?.stopped, language) },
  { name: 'effectGoesOn', cell: ({ effect }, language) => money(effect?.goesOn, language) },
  { name: 'version', cell: ({ version }) => version ?? '' },
  { name: 'approved', cell: ({ approved }) => approved ?? '' },
  { name: 'daysToApproval', cell: ({ daysToApproval }) => number(daysToApproval) },
];

/** @param families of the rules that come with the tool, in order */
export function statsCsv(
  rows: readonly StatsRow[],
  families: readonly string[],
  language: Language,
): AsyncIterable<string> {
  const columns = [...COLUMNS, ...[...families, OTHER].flatMap((family) => familyColumns(family, families))];
  const names = columns.map(({ name }) => name);
  return reportCsv(names, inOrder(rows), language, (row) => columns.map(({ cell }) => cell(row, language)));
}

function familyColumns(family: string, families: readonly string[]): readonly StatsColumn[] {
  return SEVERITIES.map((severity) => ({
    name: `${family}.${severity}`,
    cell: (row) => {
      const counts = [...row.families].filter(([name]) =>
        family === OTHER ? name === OTHER || !families.includes(name) : name === family,
      );
      return number(counts.reduce((sum, [, count]) => sum + count[severity], 0));
    },
  }));
}

function percent(labels: StatsRow['labels'], language: Language): string {
  return formatDecimal((labels === undefined ? undefined : sharePercent(labels)) ?? '', language, 'cell');
}

function money(amount: string | undefined, language: Language): string {
  return amount === undefined ? '' : formatMoney(amount, language, 'cell');
}

async function* inOrder<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}
