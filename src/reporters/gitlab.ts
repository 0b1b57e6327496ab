/**
 * GitLab's code quality report: findings beside the changed lines of a merge request.
 * @see GitLab documentation, Code Quality report format
 */
import type { Finding, Severity } from '../catalogue/finding.ts';
import { causesBehind } from './explanation-words.ts';
import { findingKey } from './finding-key.ts';
import { messageToShow } from './finding-words.ts';
import type { Reporter } from './reporter.ts';
import { sharedFindings } from './shared-findings.ts';

/** The report is read by a browser; every rule has its share. */
const MOST_FINDINGS = 5000;
const SEVERITY = { error: 'critical', warning: 'minor', info: 'info' } as const satisfies Record<Severity, string>;

export const gitlab: Reporter = {
  format: 'gitlab',
  async *render(run, { language }) {
    const groups = await sharedFindings(run, MOST_FINDINGS);
    const currency = run.result.agreement?.currency;
    const entry = (finding: Finding, causes: string): object => ({
      description: messageToShow(run, finding, language, currency) + causes,
      check_name: finding.rule,
      fingerprint: findingKey(finding),
      severity: SEVERITY[finding.severity],
      location: { path: finding.place.file, lines: { begin: finding.place.row ?? 1 } },
    });
    const entries = groups.flatMap((group) =>
      group.told.map((finding, at) => entry(finding, at === 0 ? causesBehind(group, language) : '')),
    );
    yield `${JSON.stringify(entries, undefined, 2)}\n`;
  },
};
