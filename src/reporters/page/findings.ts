/** The findings of the page: one folded part for each rule, errors first. */
import { type Finding, SEVERITIES } from '../../catalogue/finding.ts';
import { derivationInWords } from '../derivation-words.ts';
import { causeHeadlines } from '../explanation-words.ts';
import type { FindingGroup, GroupedFindings } from '../finding-groups.ts';
import { messageInWords, placeInWords } from '../finding-words.ts';
import { formatCount, formatMoney } from '../format-number.ts';
import { fieldTitle } from '../format-value.ts';
import { valueInWords } from '../message.ts';
import { yearlyInWords } from '../outcome-words.ts';
import { waiverInWords } from '../waiver-words.ts';
import { html, type Markup, NO_MARKUP } from './markup.ts';
import { fileLink, heading, type Page, rowsThatFit, wideTable } from './page.ts';

/** Findings shown of one rule. */
export const FINDINGS_PER_RULE = 50;
/** What all rows of findings may take together, in bytes; shared so that no rule crowds out the others. */
const ROOM = 1_200_000;

export function* findings(page: Page, { groups, waived }: GroupedFindings): Iterable<Markup> {
  const { own, words } = page;
  yield html`<section aria-labelledby="findings">
<h2 id="findings">${own.findings}</h2>
${groups.length === 0 && waived.count === 0 ? html`<p>${own.noFindings}</p>\n` : NO_MARKUP}`;
  const room = sharedRoom(groups.length + 1);
  for (const severity of SEVERITIES) {
    const own = groups.filter((group) => group.severity === severity);
    if (own.length === 0) continue;
    const total = own.reduce((sum, group) => sum + group.count, 0);
    yield html`<h3>${words.heading[severity]} (${words.findingCount[severity](total)})</h3>\n`;
    for (const [index, group] of own.entries())
      yield ruleFindings(page, group, room, severity === 'error' && index === 0);
  }
  if (waived.count > 0) yield waivedFindings(page, waived, room);
  yield html`</section>\n`;
}

/** Takes its rows out of what is left for all, at most an equal share of it. */
type TakeRows = (rows: readonly Markup[]) => readonly Markup[];

function sharedRoom(parts: number): TakeRows {
  let left = ROOM;
  let partsLeft = parts;
  return (rows) => {
    const fitting = rowsThatFit(rows, left / Math.max(partsLeft, 1));
    left -= fitting.used;
    partsLeft--;
    return fitting.rows;
  };
}

function ruleFindings(page: Page, group: FindingGroup, take: TakeRows, open: boolean): Markup {
  const { run, language, own } = page;
  const rule = run.rule(group.rule);
  return html`<details class="${group.severity}"${open ? html` open` : NO_MARKUP}>
<summary><span class="count">${formatCount(group.count, language)}</span> <span><b>${rule?.fault[language] ?? group.rule}</b> <code>${group.rule}</code>${yearlyOf(group, page)}</span></summary>
<div>
${
  rule === undefined
    ? NO_MARKUP
    : html`<p>${own.kept} ${rule.title[language]}. ${own.because} ${rule.because[language]}</p>
<p><b>${own.advice}</b> ${rule.advice[language]}</p>
`
}${causeHeadlines(group, language).map((cause) => html`<p><b>${cause}</b></p>\n`)}${findingTable(page, group.worst, group.count, group.byPercent, take)}</div>
</details>
`;
}

function yearlyOf({ effect }: FindingGroup, { language, currency }: Page): Markup {
  return effect === undefined ? NO_MARKUP : html` ${yearlyInWords(effect, language, currency)}`;
}

function waivedFindings(page: Page, { count, first }: GroupedFindings['waived'], take: TakeRows): Markup {
  const { language, own } = page;
  return html`<h3>${own.waived}</h3>
<details class="waived">
<summary><span class="count">${formatCount(count, language)}</span> <b>${own.waivedNote}</b></summary>
<div>
${findingTable(page, first, count, false, take)}</div>
</details>
`;
}

interface FindingColumn {
  readonly title: string;
  readonly look?: 'item' | 'words';
  readonly cell: (finding: Finding) => string;
  /** What folds out below. */
  readonly more?: (finding: Finding) => Markup;
}

function findingColumns(page: Page): readonly FindingColumn[] {
  const { run, result, language, currency, own } = page;
  return [
    { title: own.place, cell: (finding) => placeInWords(finding, result, language) },
    { title: own.item, look: 'item', cell: (finding) => finding.item ?? '' },
    { title: own.field, cell: ({ field }) => (field === undefined ? '' : fieldTitle(field, language)) },
    { title: own.value, cell: (finding) => valueInWords(finding, finding.actual, language, 'prose', currency) },
    { title: own.expected, cell: (finding) => valueInWords(finding, finding.expected, language, 'prose', currency) },
    {
      title: own.effect,
      cell: ({ effect }) => (effect === undefined ? '' : formatMoney(effect, language, 'prose', currency)),
    },
    {
      title: own.message,
      look: 'words',
      cell: (finding) => messageInWords(run, finding, language, currency),
      more: (finding) => workedOut(finding, page),
    },
    {
      title: own.reason,
      look: 'words',
      cell: ({ waiver }) => (waiver === undefined ? '' : waiverInWords(waiver, language)),
    },
  ];
}

/** Fewer steps than this say no more than the sentence does. */
const WORTH_FOLDING = 3;

/** How the agreed price came about. */
function workedOut({ derivation = [] }: Finding, { language, currency, own }: Page): Markup {
  if (derivation.length < WORTH_FOLDING) return NO_MARKUP;
  const steps = derivationInWords(derivation, language, currency).map(
    ({ title, value }) => html`<li>${title}: ${value}</li>`,
  );
  return html`<details class="steps"><summary>${own.workedOut}</summary><ol>${steps}</ol></details>`;
}

/** Columns that would be empty all the way down are left out. */
function findingTable(page: Page, shown: readonly Finding[], all: number, byPercent: boolean, take: TakeRows): Markup {
  const { own } = page;
  const columns = findingColumns(page).filter(({ cell }) => shown.some((finding) => cell(finding) !== ''));
  const rows = take(
    shown.map(
      (finding) =>
        html`<tr>${columns.map(({ cell, look, more }) =>
          look === undefined
            ? html`<td>${cell(finding)}</td>`
            : html`<td class="${look}">${cell(finding)}${more?.(finding) ?? NO_MARKUP}</td>`,
        )}</tr>\n`,
    ),
  );
  const some = byPercent ? own.largestShown : own.firstShown;
  const caption =
    rows.length === all
      ? html`${own.allShown(all)}`
      : html`${some(rows.length, all)} ${own.restIn} ${fileLink(page, 'findings.csv')}.`;
  return wideTable(
    caption,
    columns.map(({ title }) => heading(title)),
    rows,
  );
}
