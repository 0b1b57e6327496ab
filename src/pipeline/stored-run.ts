/** A run folder as reporters read it. */
import path from 'node:path';
import type { Finding } from '../catalogue/finding.ts';
import { groupFindings } from '../reporters/finding-groups.ts';
import type { Run } from '../reporters/reporter.ts';
import type { Change, Result } from '../reporters/result.ts';
import { readJsonLines } from './json-lines.ts';
import { ruleById } from './rule-by-id.ts';

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
    rule: ruleById,
  };
}
