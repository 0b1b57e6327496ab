/** The reports of a run that is stored already, in any format and language. */
import path from 'node:path';
import { ANNOTATED, ANNOTATED_FILE } from '../../catalogue/own-marks.ts';
import type { Language } from '../../catalogue/text.ts';
import { requireReport } from '../../reporters/index.ts';
import type { Style } from '../../reporters/reporter.ts';
import { workspaceAround } from '../inputs/workspace.ts';
import { readStoredRun } from '../stored/stored-run.ts';
import { tellReport } from './tell-report.ts';

export interface RenderRequest {
  /** Folder of the run. */
  readonly run: string;
  readonly reports: readonly string[];
  /** Absent: the run's own. */
  readonly language?: Language;
  readonly style: Pick<Style, 'colour' | 'width'>;
  readonly currentFolder: string;
  /** For the workbook with marks: the file it is written to; for letters: their folder. Else in the folder of the run. */
  readonly out?: string;
  /** For the workbook: where the catalogue lies now; absent: where it lay. */
  readonly catalogue?: string;
}

/** @throws OperationalError for a report that does not exist, or a folder that holds no run */
export async function* renderAgain({
  run,
  reports,
  language,
  style,
  currentFolder,
  out,
  catalogue,
}: RenderRequest): AsyncGenerator<string> {
  for (const name of reports) requireReport(name);
  const stored = await readStoredRun(run);
  const own = path.resolve(currentFolder, run);
  const folder = path.relative(currentFolder, own) || run;
  const told = { ...style, folder, language: language ?? stored.result.language };
  const workspace = await workspaceAround(stored.result.agreement?.file, [own, currentFolder]);
  const place = {
    folder: own,
    currentFolder,
    ...(workspace === undefined ? {} : { workspace }),
    ...(out === undefined ? {} : { letters: path.resolve(currentFolder, out) }),
  };
  for (const name of reports) {
    if (name === ANNOTATED) {
      const target = out === undefined ? path.join(own, ANNOTATED_FILE) : path.resolve(currentFolder, out);
      const { annotateAgain } = await import('../annotate-again.ts');
      await annotateAgain(stored, {
        folder: own,
        currentFolder,
        language: told.language,
        target,
        ...(catalogue === undefined ? {} : { catalogue }),
      });
      yield `${path.relative(currentFolder, target) || target}\n`;
      continue;
    }
    yield* tellReport(name, stored, told, place);
  }
}
