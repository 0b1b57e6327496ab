/** A run folder as reporters read it. */
import path from 'node:path';
import type { Finding } from '../catalogue/finding.ts';
import type { Run } from '../reporters/reporter.ts';
import type { Change, Result } from '../reporters/result.ts';
import { readJsonLines } from './json-lines.ts';
import { ruleById } from './rule-by-id.ts';
import { CHANGES_FILE, FINDINGS_FILE } from './write-findings.ts';

export const RESULT_FILE = 'result.json';

export function storedRun(folder: string, result: Result): Run {
  return {
    result,
    findings: () => readJsonLines<Finding>(path.join(folder, FINDINGS_FILE)),
    changes: () => readJsonLines<Change>(path.join(folder, CHANGES_FILE)),
    rule: ruleById,
  };
}
