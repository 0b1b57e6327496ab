/** What finds and sorts among the findings on the page; the script makes it work, and without it nobody sees it. */

import { type Field, isField } from '../../catalogue/field.ts';
import { SEVERITIES } from '../../catalogue/finding.ts';
import { fieldTitle } from '../format-value.ts';
import { html, type Markup } from './markup.ts';
import { fileLink, type Page } from './page.ts';
import type { RowData, RuleData } from './page-data.ts';

/** More values than these are no choice anyone makes from a list: the search finds them. */
const MOST_CHOICES = 100;

interface Choice {
  readonly value: string;
  readonly title: string;
}

export function filterBar(page: Page, rules: readonly RuleData[], rows: readonly RowData[]): Markup {
  const { own, words, language } = page;
  const severities = SEVERITIES.filter((severity) => rules.some((rule) => rule.severity === severity)).map(
    (severity) => ({ value: severity, title: words.heading[severity] }),
  );
  const ids = distinct(rules.map(({ id }) => id));
  const faults = new Map(rules.map(({ id, fault }) => [id, fault]));
  const fields = distinct(rows.map(({ field }) => field)).filter(isField);
  const groups = distinct(rows.map(({ group }) => group));
  return html`<form class="filter js" role="search" aria-label="${own.findIn}">
<label class="search">${own.search} <input type="search" name="text" autocomplete="off" placeholder="${own.searchHint}"/></label>
${choice(own, 'severity', own.severity, severities)}
${choice(
  own,
  'rule',
  own.rule,
  ids.map((id) => ({ value: id, title: `${faults.get(id)} (${id})` })),
)}
${choice(
  own,
  'field',
  own.field,
  fields.map((field: Field) => ({ value: field, title: fieldTitle(field, language) })),
)}
${choice(
  own,
  'group',
  own.group,
  groups.map((group) => ({ value: group, title: group })),
)}
<label>${own.order} <select name="order">${own.orders.map(([value, title]) => html`<option value="${value}">${title}</option>`)}</select></label>
<button type="reset">${own.clear}</button>
<p role="status" data-all="${rows.length}"></p>
<p class="soft">${own.filterNote} ${fileLink(page, 'findings.csv')}.</p>
</form>
`;
}

function choice(own: Page['own'], name: string, title: string, choices: readonly Choice[]): Markup {
  const shown = choices.slice(0, MOST_CHOICES);
  return html`<label>${title} <select name="${name}"><option value="">${own.any}</option>${shown.map(
    (one) => html`<option value="${one.value}">${one.title}</option>`,
  )}</select></label>`;
}

/** In code-unit order, as everywhere. */
function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))].sort();
}
