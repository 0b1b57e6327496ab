/** A comment on a pull request, or the summary of a CI step: what the terminal tells, within GitHub's limit of length. */
import type { Severity } from '../catalogue/finding.ts';
import type { Language } from '../catalogue/text.ts';
import { agreementRemarks } from './agreement-remarks.ts';
import { changeLines } from './change-lines.ts';
import { causeHeadlines } from './explanation-words.ts';
import { messageToShow, placeInWords } from './finding-words.ts';
import { formatCount } from './format-number.ts';
import { formatDate } from './format-value.ts';
import { oneLine } from './one-line.ts';
import {
  effectParts,
  notCheckedParts,
  placesOfNotRun,
  refusalParts,
  rulesRun,
  type WhyNotRun,
  withoutAgreement,
} from './outcome-words.ts';
import type { Reporter, Run } from './reporter.ts';
import { type SharedGroup, sharedFindings } from './shared-findings.ts';
import { waiverNotes } from './waiver-words.ts';
import { WORDS } from './words.ts';

/** GitHub takes 65,536 characters in a comment. */
const MOST_CHARACTERS = 64_000;
const EXAMPLES_IN_ALL = 120;
const REMARKS = 20;
const SHORTEST_CUT = 300;
const ICON = { approved: '✅', partly: '⚠️', refused: '❌' } as const;
const COLUMNS: Readonly<Record<Language, readonly [string, string, string]>> = {
  nb: ['Sted', 'Vare', 'Melding'],
  en: ['Place', 'Item', 'Message'],
};

export const markdown: Reporter = {
  format: 'markdown',
  async *render(run, { language }) {
    const parts = [
      ...(await head(run, language)),
      ...(await findings(run, language)),
      ...(await changes(run, language)),
      ...rulesNotRun(run.result, placesOfNotRun(run.result).behind, language),
      ...ownFiles(run, language),
    ];
    let room = MOST_CHARACTERS;
    for (const part of parts) {
      if (part.length > room) {
        yield `\n${CUT[language]}\n`;
        return;
      }
      room -= part.length;
      yield part;
    }
  },
};

const CUT: Readonly<Record<Language, string>> = {
  nb: '_Resten står i findings.csv og report.html._',
  en: '_The rest is in findings.csv and report.html._',
};

async function head(run: Run, language: Language): Promise<readonly string[]> {
  const { result } = run;
  const words = WORDS[language];
  const { outcome, lines, agreement } = result;
  const notice = withoutAgreement(result, language);
  const effect = effectParts(result, language);
  const about = [
    `**${words.catalogue}:** ${inline(result.catalogue.file)}`,
    ...(agreement === undefined
      ? []
      : [`**${words.agreement}:** ${inline(`${agreement.number} ${agreement.name}, ${agreement.supplier}`)}`]),
    `**${words.asOf}:** ${formatDate(result.asOf, language)}`,
  ];
  const refused = outcome === 'refused' ? refusalParts(run, (await run.grouped(1)).groups, language) : undefined;
  return [
    `## ${ICON[outcome]} ${inline(words.outcomeSentence(outcome, lines))} ${rulesRun(result, language)}\n\n`,
    ...(notice === undefined ? [] : [`**${inline(notice)}**\n\n`]),
    `${about.join('<br>\n')}\n\n`,
    ...(effect.length === 0 ? [] : [`${effect.map(inline).join(' ')}\n\n`]),
    ...(refused === undefined
      ? []
      : [
          `### ${words.whyRefused}\n\n${refused.why.map((why) => `- ${inline(why)}\n`).join('')}\n`,
          `### ${words.whatToDo}\n\n${refused.todo.map((step) => `- ${inline(step)}\n`).join('')}\n`,
        ]),
    ...rulesNotRun(result, placesOfNotRun(result).onTop, language),
  ];
}

async function findings(run: Run, language: Language): Promise<readonly string[]> {
  const { result } = run;
  const words = WORDS[language];
  const groups = await sharedFindings(run, EXAMPLES_IN_ALL, ({ severity }) => severity !== 'info');
  const section = (severity: Severity): readonly string[] => {
    const own = groups.filter((group) => group.severity === severity);
    if (own.length === 0) return [];
    const total = result.findings[severity];
    return [
      `### ${words.heading[severity]} (${words.findingCount[severity](total)})\n\n`,
      ...own.map((group) => ruleFindings(group, run, language)),
    ];
  };
  const { info, waived } = result.findings;
  const notes = [
    ...(result.outcome !== 'refused' && groups.length === 0 ? [words.noFindings] : []),
    ...(info > 0 ? [words.infosIn(info, 'findings.csv')] : []),
    ...(waived > 0 ? [words.waived(waived)] : []),
    ...waiverNotes(result, language),
  ];
  return [...section('error'), ...section('warning'), ...notes.map((note) => `${inline(note)}\n\n`)];
}

function ruleFindings(group: SharedGroup, run: Run, language: Language): string {
  const { result } = run;
  const words = WORDS[language];
  const rule = run.rule(group.rule);
  const [place, item, message] = COLUMNS[language];
  const rows = group.told.map((finding) => {
    const said = messageToShow(run, finding, language, result.agreement?.currency);
    const cells = [placeInWords(finding, result, language), finding.item ?? '', said];
    return `| ${cells.map((cell) => inline(shortened(cell))).join(' | ')} |\n`;
  });
  return [
    `<details><summary><b>${formatCount(group.count, language)}</b> ${inline(rule?.fault[language] ?? group.rule)} <code>${inline(group.rule)}</code></summary>\n\n`,
    ...causeHeadlines(group, language).map((cause) => `**${inline(cause)}**\n\n`),
    `| ${place} | ${item} | ${message} |\n| --- | --- | --- |\n`,
    ...rows,
    ...(group.more > 0 ? [`\n${words.andMore(group.more)}\n`] : []),
    '\n</details>\n\n',
  ].join('');
}

async function changes(run: Run, language: Language): Promise<readonly string[]> {
  const { diff } = run.result;
  if (diff === undefined) return [];
  const lines = await changeLines(diff, run.changes(), { language, width: 10_000, rises: 10 });
  return [
    `### ${WORDS[language].diff}\n\n`,
    `${lines.map((line) => `${inline(line.trim().replace(/^- /, ''))}`).join('<br>\n')}\n`,
  ];
}

function rulesNotRun(result: Run['result'], reasons: readonly WhyNotRun[], language: Language): readonly string[] {
  const words = WORDS[language];
  return reasons.flatMap((why) => {
    const parts = notCheckedParts(result, language, why);
    if (parts.length === 0) return [];
    const title = why === 'noData' ? words.notChecked : words.notInUse;
    return [`\n### ${title}\n\n${parts.map((part) => `- ${inline(part)}\n`).join('')}\n`];
  });
}

/** What the buyer should put right in files of their own. */
function ownFiles({ result }: Run, language: Language): readonly string[] {
  const found = agreementRemarks(result, language, REMARKS);
  if (found === undefined) return [];
  const { title, remarks, notes } = found;
  return [`\n### ${title}\n\n${[...remarks, ...notes].map((line) => `- ${inline(line)}\n`).join('')}`];
}

function shortened(value: string): string {
  return value.length <= SHORTEST_CUT ? value : `${value.slice(0, SHORTEST_CUT)}…`;
}

/** Text of a supplier's in a line of Markdown: no markup of its own, no link, no mention, no end of the table's cell. */
function inline(value: string): string {
  return oneLine(value.replace(/\s+/g, ' '), MOST_CHARACTERS)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~@]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/(?<=https?|ftp):|(?<=www)\./gi, (mark) => `&#${mark.charCodeAt(0)};`);
}
