/** Stored runs in figures: one row for each agreement, supplier and run. */
import type { Language } from '../catalogue/text.ts';
import { statsCsv } from '../reporters/stats/stats-csv.ts';
import { statsHtml } from '../reporters/stats/stats-html.ts';
import { statsRow } from '../reporters/stats/stats-row.ts';
import { rules } from '../rules/index.ts';
import { storedRuns } from './stored/stored-runs.ts';

export interface StatsSurroundings {
  readonly language: Language;
  readonly currentFolder: string;
  /** Where runs lie; absent: in the workspaces of the agreements. */
  readonly runs?: string;
}

/** @throws OperationalError when there are no runs, or one of them cannot be read */
export async function stats(
  folders: readonly string[],
  report: 'csv' | 'html',
  { language, currentFolder, runs }: StatsSurroundings,
): Promise<AsyncIterable<string> | readonly string[]> {
  const rows = (await storedRuns(folders, currentFolder, runs)).map(statsRow);
  return report === 'html' ? [await statsHtml(rows, language)] : statsCsv(rows, familiesOfRules(), language);
}

/** The same columns for all runs of one version of the tool. */
function familiesOfRules(): readonly string[] {
  return [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))))].sort();
}
