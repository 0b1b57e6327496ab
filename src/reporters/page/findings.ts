/** The findings of the page: one folded part for each rule, errors first, with what the script needs to know of them. */
import { SEVERITIES } from '../../catalogue/finding.ts';
import { toldCauses } from '../explanation-words.ts';
import type { FindingGroup, GroupedFindings } from '../finding-groups.ts';
import { formatCount } from '../format-number.ts';
import { groupYearly } from '../outcome-words.ts';
import { filterBar } from './filter-bar.ts';
import { findingRows, type ShownTable, shownTable } from './finding-table.ts';
import { html, type Markup, NO_MARKUP } from './markup.ts';
import { fold, type Page } from './page.ts';
import { type RowData, type RuleData, rowData } from './page-data.ts';
import { type Room, sharedRoom, type TakeRows } from './room.ts';

/** Findings shown of one rule. */
export const FINDINGS_PER_RULE = 50;
/** What all rows of findings may take together; shared so that no rule crowds out the others. */
const ROOM: Room = { bytes: 1_000_000, nodes: 11_000 };

export interface FindingsPart {
  readonly markup: readonly Markup[];
  readonly rules: readonly RuleData[];
  /** In the order in which they stand on the page. */
  readonly rows: readonly RowData[];
}

export function findings(page: Page, { groups, waived }: GroupedFindings): FindingsPart {
  const { own, words } = page;
  const take = sharedRoom(ROOM, groups.length + 1);
  const rules: RuleData[] = [];
  const rows: RowData[] = [];
  const parts: Markup[] = [];
  for (const severity of SEVERITIES) {
    const same = groups.filter((group) => group.severity === severity);
    if (same.length === 0) continue;
    const total = same.reduce((sum, group) => sum + group.count, 0);
    const folded = same.map((group, index) => {
      const rule = rules.length;
      rules.push(ruleData(page, group));
      const shown = shownOf(page, group, rows.length, take);
      for (const finding of shown.findings) rows.push(rowData(finding, rule));
      return ruleFindings(page, group, rule, shown, severity === 'error' && index === 0);
    });
    parts.push(html`<div class="severity"><h3>${words.heading[severity]} (${words.findingCount[severity](total)})</h3>
${folded}</div>
`);
  }
  const markup = [
    html`<section aria-labelledby="findings">
<h2 id="findings">${own.findings}</h2>
`,
    rows.length === 0 ? NO_MARKUP : html`<p class="js">${own.decide.intro}</p>\n${filterBar(page, rules, rows)}`,
    ...(groups.length === 0 && waived.count === 0 ? [html`<p>${own.noFindings}</p>\n`] : []),
    ...parts,
    waived.count === 0 ? NO_MARKUP : waivedFindings(page, waived, take),
    html`</section>\n`,
  ];
  return { markup, rules, rows };
}

function ruleData({ run, result, language }: Page, { rule, severity, worst }: FindingGroup): RuleData {
  const refuses = result.refusedBecause.some((reason) => reason.reason === 'rule' && reason.rule === rule);
  const whole = refuses || worst.every(({ item }) => item === undefined);
  return { id: rule, severity, fault: run.rule(rule)?.fault[language] ?? rule, ...(whole ? { whole } : {}) };
}

function shownOf(page: Page, group: FindingGroup, first: number, take: TakeRows): ShownTable {
  return shownTable(page, findingRows(page, group.worst, { first, decidable: true }), {
    all: group.count,
    byPercent: group.byPercent,
    take,
  });
}

function ruleFindings(page: Page, group: FindingGroup, at: number, shown: ShownTable, open: boolean): Markup {
  const { run, language, own } = page;
  const rule = run.rule(group.rule);
  const causes = toldCauses(group, language);
  return html`<details class="rule ${group.severity}" data-rule="${at}"${open ? html` open=""` : NO_MARKUP}>
<summary><span class="count">${formatCount(group.count, language)}</span> <span><b>${rule?.fault[language] ?? group.rule}</b> <code>${group.rule}</code>${yearlyOf(group, page)}</span></summary>
<div>
${
  rule === undefined
    ? NO_MARKUP
    : html`<p>${own.kept} ${rule.title[language]}. ${own.because} ${rule.because[language]}</p>
<p><b>${own.advice}</b> ${rule.advice[language]}</p>
`
}${causes.map(
  ({ code, headline }) =>
    html`<p class="cause"><b>${headline}</b> <label class="pick js"><input type="checkbox" data-rule="${at}" data-cause="${code}"/> ${own.pickCause}</label></p>\n`,
)}<p class="js"><label class="pick"><input type="checkbox" data-rule="${at}"/> ${own.pickRule(group.count)}</label></p>
${shown.table}</div>
</details>
`;
}

function yearlyOf(group: FindingGroup, { language, currency }: Page): Markup {
  return group.effect === undefined
    ? NO_MARKUP
    : html` <span class="yearly">${groupYearly(group, language, currency)}</span>`;
}

function waivedFindings(page: Page, { count, first }: GroupedFindings['waived'], take: TakeRows): Markup {
  const { language, own } = page;
  const rows = findingRows(page, first, { first: 0, decidable: false });
  const { table } = shownTable(page, rows, { all: count, byPercent: false, take });
  return html`<div class="severity"><h3>${own.waived}</h3>
${fold(html`<span class="count">${formatCount(count, language)}</span> <b>${own.waivedNote}</b>`, table, 'waived')}</div>
`;
}
