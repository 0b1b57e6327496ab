/** Writes `result.json` and every report that is a file, each rendered from what is stored. */
import path from 'node:path';
import { reporters } from '../reporters/index.ts';
import type { Style } from '../reporters/reporter.ts';
import type { Result } from '../reporters/result.ts';
import { RESULT_FILE, storedRun } from './stored-run.ts';
import { writeFileFrom } from './text-file.ts';

/** Names of the report files, in the order they are written. */
export const REPORT_FILES: readonly string[] = reporters.flatMap(({ file }) => file ?? []);

export async function writeReports(folder: string, result: Result): Promise<void> {
  await writeFileFrom(path.join(folder, RESULT_FILE), [`${JSON.stringify(result, undefined, 2)}\n`]);
  const run = storedRun(folder, result);
  const style: Style = { language: result.language, colour: false, width: 80 };
  for (const reporter of reporters) {
    if (reporter.file !== undefined) await writeFileFrom(path.join(folder, reporter.file), reporter.render(run, style));
  }
}
