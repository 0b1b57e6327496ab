/**
 * Annotations on a pull request, as workflow commands on standard output. GitHub shows ten of each level for a step (of
 * several catalogues: `github-step.ts`), so every rule has its share and a last one says how many there are in all; the summary of the step is `markdown`.
 * @see GitHub Docs, Workflow commands for GitHub Actions
 */
import type { Finding, Severity } from '../catalogue/finding.ts';
import type { Language } from '../catalogue/text.ts';
import { causesBehind } from './explanation-words.ts';
import { messageToShow } from './finding-words.ts';
import { oneLine } from './one-line.ts';
import type { Reporter, Run } from './reporter.ts';
import { sharedFindings } from './shared-findings.ts';
import { WORDS } from './words.ts';

/** What GitHub shows of a level in one step. */
export const MOST_OF_A_LEVEL = 10;
const ITEM_CHARACTERS = 100;
const LEVEL = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>;

export const github: Reporter = {
  format: 'github',
  async *render(run, { language, annotations = MOST_OF_A_LEVEL }) {
    const { result } = run;
    const words = WORDS[language];
    const verdict = words.outcomeSentence(result.outcome, result.lines);
    for (const severity of ['error', 'warning'] as const) {
      const total = result.findings[severity];
      if (total === 0) continue;
      const fits = total <= annotations;
      const groups = await sharedFindings(run, fits ? total : annotations - 1, (one) => one.severity === severity);
      for (const group of groups) {
        const [first, ...others] = group.told;
        if (first !== undefined) yield annotation(first, run, language, causesBehind(group, language));
        for (const finding of others) yield annotation(finding, run, language);
      }
      if (!fits) yield `::${LEVEL[severity]}::${escaped(`${words.findingCount[severity](total)}. ${verdict}`)}\n`;
    }
    yield `::notice::${escaped(verdict)}\n`;
  },
};

/** @param causes what the finding shares with others of its rule */
function annotation(finding: Finding, run: Run, language: Language, causes = ''): string {
  const { place, severity, rule, item } = finding;
  const about = item === undefined ? [] : [oneLine(item, ITEM_CHARACTERS)];
  const title = [run.rule(rule)?.fault[language] ?? rule, ...about].join(': ');
  const properties = [
    `file=${escapedProperty(place.file)}`,
    ...(place.row === undefined ? [] : [`line=${place.row}`]),
    `title=${escapedProperty(title)}`,
  ];
  const message = messageToShow(run, finding, language, run.result.agreement?.currency);
  return `::${LEVEL[severity]} ${properties.join(',')}::${escaped(`${message} (${rule})${causes}`)}\n`;
}

/** A line of output is one command: what a supplier wrote must not begin another. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
