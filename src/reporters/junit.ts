/**
 * JUnit XML, which every CI system draws: each rule is a test of its family. A rule with errors has failed; warnings
 * are told in its output; a rule that could not run was skipped.
 * @see Testmo, JUnit XML file format
 */
import type { Finding } from '../catalogue/finding.ts';
import type { Language } from '../catalogue/text.ts';
import { escaped } from '../catalogue/xml-text.ts';
import { causeHeadlines } from './explanation-words.ts';
import type { FindingGroup } from './finding-groups.ts';
import { messageToShow, placeInWords } from './finding-words.ts';
import { oneLine } from './one-line.ts';
import { reasonInWords } from './outcome-words.ts';
import type { Reporter, Run } from './reporter.ts';
import { WORDS } from './words.ts';

const FINDINGS_TOLD = 50;
const WHERE_CHARACTERS = 300;

interface Case {
  readonly rule: string;
  readonly body: string;
  readonly failed: boolean;
  readonly skipped: boolean;
}

export const junit: Reporter = {
  format: 'junit',
  async *render(run, { language }) {
    const { result } = run;
    const cases = await casesOf(run, language);
    const families = new Map<string, Case[]>();
    for (const one of cases) {
      const family = one.rule.slice(0, one.rule.indexOf('/'));
      const known = families.get(family);
      if (known === undefined) families.set(family, [one]);
      else known.push(one);
    }
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escaped(result.catalogue.file)}"${counts(cases)}>\n`;
    for (const [family, own] of families) {
      yield `<testsuite name="${escaped(family)}"${counts(own)}>\n`;
      for (const { rule, body } of own) {
        const title = run.rule(rule)?.title[language] ?? rule;
        yield `<testcase classname="${escaped(rule)}" name="${escaped(title)}">${body}</testcase>\n`;
      }
      yield '</testsuite>\n';
    }
    yield '</testsuites>\n';
  },
};

async function casesOf(run: Run, language: Language): Promise<readonly Case[]> {
  const { result } = run;
  const { groups } = await run.grouped(FINDINGS_TOLD);
  const ran = result.rules.map(({ rule }): Case => {
    const own = groups.filter((group) => group.rule === rule);
    const failed = own.some(({ severity }) => severity === 'error');
    return { rule, failed, skipped: false, body: own.map((group) => told(group, run, language)).join('') };
  });
  const skipped = result.notChecked.map(
    (entry): Case => ({
      rule: entry.rule,
      failed: false,
      skipped: true,
      body: `<skipped message="${escaped(reasonInWords(entry, language))}"/>`,
    }),
  );
  return [...ran, ...skipped].sort((a, b) => (a.rule < b.rule ? -1 : 1));
}

function told(group: FindingGroup, run: Run, language: Language): string {
  const { severity, count, worst } = group;
  const words = WORDS[language];
  const more = count - worst.length;
  const lines = [
    ...causeHeadlines(group, language),
    ...worst.map((finding) => lineOf(finding, run, language)),
    ...(more > 0 ? [words.andMore(more)] : []),
  ].join('\n');
  if (severity !== 'error') return `<system-out>${escaped(lines)}</system-out>`;
  const message = escaped(words.findingCount.error(count));
  return `<failure message="${message}">${escaped(lines)}</failure>`;
}

function lineOf(finding: Finding, run: Run, language: Language): string {
  const { result } = run;
  const place = placeInWords(finding, result, language);
  const where = [place, finding.item ?? ''].filter((part) => part !== '').join(', ');
  const message = messageToShow(run, finding, language, result.agreement?.currency);
  return where === '' ? message : `${oneLine(where, WHERE_CHARACTERS)}: ${message}`;
}

function counts(cases: readonly Case[]): string {
  const failures = cases.filter(({ failed }) => failed).length;
  const skipped = cases.filter((one) => one.skipped).length;
  return ` tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}
