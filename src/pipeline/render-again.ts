/** The reports of a run that is stored already, in any format and language. */
import path from 'node:path';
import type { Language } from '../catalogue/text.ts';
import { reporterNamed, requireReport } from '../reporters/index.ts';
import type { Style } from '../reporters/reporter.ts';
import { readStoredRun } from './stored-run.ts';

export interface RenderRequest {
  /** Folder of the run. */
  readonly run: string;
  readonly reports: readonly string[];
  /** Absent: the run's own. */
  readonly language?: Language;
  readonly style: Pick<Style, 'colour' | 'width'>;
  readonly currentFolder: string;
}

/** @throws OperationalError for a report that does not exist, or a folder that holds no run */
export async function* renderAgain({
  run,
  reports,
  language,
  style,
  currentFolder,
}: RenderRequest): AsyncGenerator<string> {
  for (const name of reports) requireReport(name);
  const stored = await readStoredRun(run);
  const folder = path.relative(currentFolder, path.resolve(currentFolder, run)) || run;
  for (const name of reports) {
    const reporter = await reporterNamed(name);
    yield* reporter.render(stored, { ...style, folder, language: language ?? stored.result.language });
  }
}
