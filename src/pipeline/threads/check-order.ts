/** What a command asks of a check and what it is answered: plain data, so that any thread can do the work. */
import path from 'node:path';
import { OperationalError, stackOf } from '../../catalogue/error.ts';
import { ANNOTATED } from '../../catalogue/own-marks.ts';
import type { Language, Text } from '../../catalogue/text.ts';
import type { Style } from '../../reporters/reporter.ts';
import type { Result } from '../../reporters/result.ts';
import { type CheckedCatalogue, checkCatalogue } from '../check.ts';
import type { CheckRequest, Surroundings } from '../inputs/check-request.ts';
import { storedRun } from '../stored/stored-run.ts';
import { tellReport } from '../writing/tell-report.ts';
import type { Crew } from './crew.ts';

export interface CheckOrder extends Pick<Surroundings, 'currentFolder' | 'locale' | 'now'> {
  readonly request: CheckRequest;
  /** Names of the reports that are told once the run is stored. */
  readonly reports: readonly string[];
  readonly style: Pick<Style, 'colour' | 'width' | 'annotations'>;
}

export type CheckAnswer =
  | { readonly failed: false; readonly result: Result; readonly told: string }
  | { readonly failed: true; readonly failure: Failure; readonly language: Language };

/** An error without its class, which would not cross to another thread. */
export type Failure = { readonly text: Text } | { readonly stack: string };

/** @param crew whom to share the work with, else nobody @returns what went wrong, too: nothing is thrown */
export async function checkToOrder(
  { request, currentFolder, locale, now, reports, style }: CheckOrder,
  around: Pick<Surroundings, 'signal' | 'progress' | 'ruleSets' | 'wordLists'>,
  crew?: Crew,
): Promise<CheckAnswer> {
  let language = request.language ?? locale;
  const speaks = (spoken: Language): void => {
    language = spoken;
  };
  try {
    around.signal?.throwIfAborted();
    const checked = await checkCatalogue(request, { ...around, currentFolder, locale, now, speaks }, crew);
    const folder = path.relative(currentFolder, checked.folder) || checked.folder;
    return {
      failed: false,
      result: checked.result,
      told: await told(checked, reports, { ...style, language, folder }, currentFolder),
    };
  } catch (error) {
    return { failed: true, failure: failureOf(error), language };
  }
}

async function told(
  { result, folder, workspace }: CheckedCatalogue,
  reports: readonly string[],
  style: Style,
  currentFolder: string,
): Promise<string> {
  let text = '';
  const place = { folder, workspace, currentFolder };
  for (const name of reports) {
    // Written with the run.
    if (name === ANNOTATED) continue;
    for await (const part of tellReport(name, storedRun(folder, result), style, place)) text += part;
  }
  return text;
}

function failureOf(error: unknown): Failure {
  return error instanceof OperationalError ? { text: error.text } : { stack: stackOf(error) };
}
