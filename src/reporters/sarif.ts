/**
 * SARIF 2.1.0, for systems that show the findings of many tools. Those that read it take some thousand results, so each
 * rule has its share, and its total stands in its first result and in the properties of the run.
 * @see OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0
 */
import type { Finding, Severity } from '../catalogue/finding.ts';
import type { Language } from '../catalogue/text.ts';
import { causesBehind } from './explanation-words.ts';
import { findingKey } from './finding-key.ts';
import { messageToShow, placeInWords } from './finding-words.ts';
import { oneLine } from './one-line.ts';
import type { Reporter, Run } from './reporter.ts';
import { type SharedGroup, sharedFindings } from './shared-findings.ts';
import { waiverInWords } from './waiver-words.ts';

/** GitHub shows so many results of a run. */
const MOST_RESULTS = 5000;
const WHERE_CHARACTERS = 300;
const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;
const MORE: Readonly<Record<Language, (count: number) => string>> = {
  nb: (count) => ` (og ${count} til av samme regel, se findings.csv)`,
  en: (count) => ` (and ${count} more of the same rule, see findings.csv)`,
};

export const sarif: Reporter = {
  format: 'sarif',
  async *render(run, { language }) {
    const { result } = run;
    const { waived } = await run.grouped(MOST_RESULTS);
    const accepted = waived.first.slice(0, MOST_RESULTS / 2);
    const groups = await sharedFindings(run, MOST_RESULTS - accepted.length);
    const ids = [...new Set([...groups, ...accepted].map(({ rule }) => rule))].sort();
    const results = [
      ...groups.flatMap((group) => resultsOf(group, run, ids, language)),
      ...accepted.map((finding) => suppressed(finding, run, ids, language)),
    ];
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'katalogvakt',
              semanticVersion: result.tool.version,
              rules: ids.map((id) => descriptor(id, run, language)),
            },
          },
          language,
          columnKind: 'utf16CodeUnits',
          properties: {
            outcome: result.outcome,
            asOf: result.asOf,
            findings: result.findings,
            lines: result.lines,
            findingsByRule: Object.fromEntries(groups.map(({ rule, count }) => [rule, count])),
          },
          results,
        },
      ],
    };
    yield `${JSON.stringify(log, undefined, 2)}\n`;
  },
};

function descriptor(id: string, run: Run, language: Language): object {
  const rule = run.rule(id);
  if (rule === undefined) return { id };
  return {
    id,
    shortDescription: { text: rule.title[language] },
    fullDescription: { text: `${rule.title[language]}. ${rule.because[language]}` },
    help: { text: rule.advice[language] },
  };
}

function resultsOf(group: SharedGroup, run: Run, ids: readonly string[], language: Language): object[] {
  const { told, more } = group;
  const first = `${causesBehind(group, language)}${more > 0 ? MORE[language](more) : ''}`;
  return told.map((finding, at) => {
    const rest = at === 0 ? first : '';
    return resultOf(finding, run, ids, language, rest);
  });
}

function suppressed(finding: Finding, run: Run, ids: readonly string[], language: Language): object {
  const { waiver } = finding;
  const justification = waiver === undefined ? '' : waiverInWords(waiver, language);
  return { ...resultOf(finding, run, ids, language, ''), suppressions: [{ kind: 'external', justification }] };
}

function resultOf(finding: Finding, run: Run, ids: readonly string[], language: Language, rest: string): object {
  const { result } = run;
  const { place, item, field } = finding;
  const seen = placeInWords(finding, result, language);
  return {
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: LEVEL[finding.severity],
    message: { text: messageToShow(run, finding, language, result.agreement?.currency) + rest },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(place.file) },
          ...(place.row === undefined ? {} : { region: { startLine: place.row } }),
        },
        ...(seen === '' ? {} : { logicalLocations: [{ fullyQualifiedName: oneLine(seen, WHERE_CHARACTERS) }] }),
      },
    ],
    partialFingerprints: { 'katalogvakt/v1': findingKey(finding) },
    properties: {
      ...(item === undefined ? {} : { item }),
      ...(field === undefined ? {} : { field }),
      ...(finding.lineDisposition === undefined ? {} : { lineDisposition: finding.lineDisposition }),
      ...(finding.effect === undefined ? {} : { yearlyEffect: finding.effect }),
    },
  };
}
