/** Writes `result.json` and every report that is a file and not yet written, each rendered from what is stored. */
import path from 'node:path';
import type { Finding } from '../../catalogue/finding.ts';
import { groupsOf, type Tally } from '../../reporters/finding-groups.ts';
import { FINDINGS_TABLE } from '../../reporters/findings-csv.ts';
import { reporters } from '../../reporters/index.ts';
import type { Run, Style } from '../../reporters/reporter.ts';
import type { Result } from '../../reporters/result.ts';
import { resultText } from '../../reporters/result-text.ts';
import { writeFileFrom } from '../rows/text-file.ts';
import { RESULT_FILE, storedRun } from '../stored/stored-run.ts';

/** Names of the report files, in the order they are written. */
export const REPORT_FILES: readonly string[] = reporters.flatMap(({ file }) => file ?? []);
/** See write-findings.ts. */
const WRITTEN_WITH_FINDINGS: readonly string[] = [FINDINGS_TABLE];

/** @param tally all findings, counted */
export async function writeReports(folder: string, result: Result, tally: Tally<Finding>): Promise<void> {
  await writeFileFrom(path.join(folder, RESULT_FILE), [resultText(result)]);
  const run: Run = { ...storedRun(folder, result), grouped: async (keep) => groupsOf(tally, keep) };
  const style: Style = { language: result.language, colour: false, width: 80 };
  for (const reporter of reporters) {
    if (reporter.file === undefined || WRITTEN_WITH_FINDINGS.includes(reporter.file)) continue;
    await writeFileFrom(path.join(folder, reporter.file), reporter.render(run, style));
  }
}
