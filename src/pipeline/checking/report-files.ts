/** The files that say something of each line by itself: written while the lines are taken. */
import path from 'node:path';
import type { Finding } from '../../catalogue/finding.ts';
import type { Language } from '../../catalogue/text.ts';
import type { Ledger } from '../../decision/ledger.ts';
import { addTally, newTally, type Tally } from '../../reporters/finding-groups.ts';
import { FINDING_COLUMNS, FINDINGS_TABLE } from '../../reporters/findings-csv.ts';
import { FINDINGS_PER_RULE } from '../../reporters/page/findings.ts';
import { headingRecord } from '../../reporters/report-csv.ts';
import { newLineFile, type RevisedFile } from '../rows/line-file.ts';
import { FINDINGS_FILE } from '../stored/stored-run.ts';
import { withheldHeadings } from './line-reports.ts';
import { findingAt, type ToldLines } from './tell-lines.ts';

export const WITHHELD_FILE = 'withheld.csv';

export interface ReportFiles {
  /**
   * Takes what is said of the next lines.
   * @param first ordinal of the first of them
   * @throws OperationalError when the disk is full
   */
  take(told: ToldLines, first: number): void;
  /** When all lines are taken. */
  end(): LineReportFiles;
  /** Leaves nothing behind. */
  discard(): void;
}

export interface LineReportFiles {
  /** Of all findings on lines by themselves. */
  readonly tally: Tally<Finding>;
  revise(): RevisedReports;
}

/** By file, each to be gone over once. */
export type RevisedReports = Readonly<Record<'findings' | 'findingsTable' | 'withheld', RevisedFile>>;

/** @param headings of the catalogue */
export function newReportFiles(
  folder: string,
  headings: readonly string[],
  language: Language,
  { row }: Pick<Ledger, 'row'>,
): ReportFiles {
  const tally = newTally<Finding>(FINDINGS_PER_RULE);
  const findings = newLineFile(path.join(folder, FINDINGS_FILE), '');
  const findingsTable = newLineFile(path.join(folder, FINDINGS_TABLE), headingRecord(FINDING_COLUMNS, language));
  const head = headingRecord(withheldHeadings(headings, language), language);
  const withheld = newLineFile(path.join(folder, WITHHELD_FILE), head);
  return {
    take(told, first) {
      findings.take(told.findings, first, row);
      findingsTable.take(told.findingsTable, first, row);
      withheld.take(told.withheld, first, row);
      addTally(tally, told.tally, (at) => findingAt(told.findings, at, row(first + at.line)));
    },
    end() {
      const revised = { findings: findings.end(), findingsTable: findingsTable.end(), withheld: withheld.end() };
      return {
        tally,
        revise: () => ({
          findings: revised.findings(),
          findingsTable: revised.findingsTable(),
          withheld: revised.withheld(),
        }),
      };
    },
    discard() {
      for (const file of [findings, findingsTable, withheld]) file.discard();
    },
  };
}
