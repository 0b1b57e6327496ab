/** A report of a stored run as it is told: printed, or, where it is files, written and named. */
import { NOTICE, reporterNamed } from '../../reporters/index.ts';
import type { Run, Style } from '../../reporters/reporter.ts';

/** Where a run lies; all absolute. */
export interface RunPlace {
  readonly folder: string;
  readonly currentFolder: string;
  /** The workspace that the run belongs to, as far as that is known. */
  readonly workspace?: string;
  /** Where letters are written; absent: into the folder of the run. */
  readonly letters?: string;
}

/** @throws OperationalError for a report that there is not, and for what stops one from being written */
export async function* tellReport(name: string, run: Run, style: Style, place: RunPlace): AsyncGenerator<string> {
  if (name === NOTICE) {
    const { writeNotice } = await import('./write-notice.ts');
    yield await writeNotice(run, style.language, place);
    return;
  }
  const reporter = await reporterNamed(name);
  yield* reporter.render(run, style);
}
