/** A run folder as reporters read it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileError, OperationalError } from '../../catalogue/error.ts';
import type { Finding } from '../../catalogue/finding.ts';
import { groupFindings } from '../../reporters/finding-groups.ts';
import type { Run } from '../../reporters/reporter.ts';
import type { Change, Result } from '../../reporters/result.ts';
import { ruleById } from '../checking/rule-by-id.ts';
import { readJsonLines } from '../rows/json-lines.ts';

export const RESULT_FILE = 'result.json';
export const FINDINGS_FILE = 'findings.jsonl';
export const CHANGES_FILE = 'diff.jsonl';

export function storedRun(folder: string, result: Result): Run {
  const findings = () => readJsonLines<Finding>(path.join(folder, FINDINGS_FILE));
  return {
    result,
    findings,
    grouped: (keep) => groupFindings(findings(), keep),
    changes: () => readJsonLines<Change>(path.join(folder, CHANGES_FILE)),
    rule: (id) => ruleById(id) ?? result.ownRules?.find((rule) => rule.id === id),
  };
}

/**
 * A run as it lies on disk.
 * @throws OperationalError when there is none, or one of a newer version
 */
export async function readStoredRun(folder: string): Promise<Run> {
  const file = path.join(folder, RESULT_FILE);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw fileError(error, file);
    throw new OperationalError({
      nb: `${folder} er ikke mappen til en kjøring: ${RESULT_FILE} finnes ikke der. Kjøringene ligger i reports/.`,
      en: `${folder} is not the folder of a run: there is no ${RESULT_FILE} in it. Runs are in reports/.`,
    });
  }
  return storedRun(folder, resultFrom(file, text));
}

function resultFrom(file: string, text: string): Result {
  let result: Result;
  try {
    result = JSON.parse(text) as Result;
  } catch (error) {
    throw new OperationalError(
      { nb: `${file} er skadet. Kjør kontrollen på nytt.`, en: `${file} is damaged. Run the check again.` },
      { cause: error },
    );
  }
  if (result.version === 1) return result;
  throw new OperationalError({
    nb: `${file} er skrevet av en annen versjon av katalogvakt, og denne kan ikke lese den. Kjør kontrollen på nytt.`,
    en: `${file} was written by another version of katalogvakt, and this one cannot read it. Run the check again.`,
  });
}
