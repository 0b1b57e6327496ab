/** Findings as rows of a table. */
import type { Finding } from '../../catalogue/finding.ts';
import { derivationInWords } from '../derivation-words.ts';
import { messageInWords, placeInWords } from '../finding-words.ts';
import { formatMoney } from '../format-number.ts';
import { fieldTitle } from '../format-value.ts';
import { valueInWords } from '../message.ts';
import { waiverInWords } from '../waiver-words.ts';
import { html, type Markup, NO_MARKUP } from './markup.ts';
import { amountHeading, fileLink, heading, type Page, textCell, wideTable } from './page.ts';
import { isDecidable } from './page-data.ts';
import type { TakeRows } from './room.ts';

interface FindingColumn {
  readonly title: string;
  readonly look?: 'words' | 'amount';
  readonly cell: (finding: Finding) => string;
  /** What folds out below. */
  readonly more?: (finding: Finding) => Markup;
}

/** Rows that may be shown, with the headings over them. */
export interface FindingRows {
  readonly findings: readonly Finding[];
  readonly headings: readonly Markup[];
  readonly rows: readonly Markup[];
}

export interface RowOptions {
  /** Which of all rows on the page the first is, from 0. */
  readonly first: number;
  /** Whether they can be ticked. */
  readonly decidable: boolean;
}

/** Columns that would be empty all the way down are left out. */
export function findingRows(page: Page, findings: readonly Finding[], { first, decidable }: RowOptions): FindingRows {
  const { own } = page;
  const columns = findingColumns(page).filter(({ cell }) => findings.some((finding) => cell(finding) !== ''));
  return {
    findings,
    headings: [
      ...(decidable ? [html`<td class="pick js"></td>`] : []),
      heading(own.item),
      ...columns.map(({ title, look }) => (look === 'amount' ? amountHeading(title) : heading(title))),
    ],
    rows: findings.map(
      (finding, at) =>
        html`<tr${decidable ? html` data-row="${first + at}"` : NO_MARKUP}>${decidable ? pickCell(page, finding, first + at) : NO_MARKUP}${itemCell(page, finding)}${columns.map(
          ({ cell, look, more }) =>
            look === undefined
              ? textCell(cell(finding))
              : html`<td class="${look}">${cell(finding)}${more?.(finding) ?? NO_MARKUP}</td>`,
        )}</tr>`,
    ),
  };
}

function pickCell(page: Page, finding: Finding, at: number): Markup {
  if (!isDecidable(finding)) return html`<td class="pick js"></td>`;
  const place = placeInWords(finding, page.result, page.language);
  const what = finding.item ?? (place === '' ? page.own.wholeCatalogue : place);
  return html`<td class="pick js"><input type="checkbox" data-pick="${at}" aria-label="${page.own.pick(what)}"/></td>`;
}

/** By what a person knows the line: number, name, place. */
function itemCell(page: Page, finding: Finding): Markup {
  const { item = '', name } = finding;
  const place = placeInWords(finding, page.result, page.language);
  const isWhole = item === '' && name === undefined && place === '';
  return html`<th scope="row" class="item">${isWhole ? page.own.wholeCatalogue : item}${name === undefined ? NO_MARKUP : html` <span class="name">${name}</span>`}${place === '' ? NO_MARKUP : html` <span class="place">${place}</span>`}</th>`;
}

function findingColumns(page: Page): readonly FindingColumn[] {
  const { run, language, currency, own } = page;
  return [
    {
      title: own.message,
      look: 'words',
      cell: (finding) => messageInWords(run, finding, language, currency),
      more: (finding) => workedOut(finding, page),
    },
    { title: own.field, cell: ({ field }) => (field === undefined ? '' : fieldTitle(field, language)) },
    { title: own.value, cell: (finding) => valueInWords(finding, finding.actual, language, 'prose', currency) },
    { title: own.expected, cell: (finding) => valueInWords(finding, finding.expected, language, 'prose', currency) },
    {
      title: own.effect,
      look: 'amount',
      cell: ({ effect }) => (effect === undefined ? '' : formatMoney(effect, language, 'prose', currency)),
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

export interface ShownTable {
  /** Those for which there was room. */
  readonly findings: readonly Finding[];
  readonly table: Markup;
}

export function shownTable(
  page: Page,
  { findings, headings, rows }: FindingRows,
  { all, byPercent, take }: { readonly all: number; readonly byPercent: boolean; readonly take: TakeRows },
): ShownTable {
  const { own } = page;
  const taken = take(rows);
  const some = byPercent ? own.largestShown : own.firstShown;
  const caption =
    taken.length === all
      ? html`${own.allShown(all)}`
      : html`${some(taken.length, all)} ${own.restIn} ${fileLink(page, 'findings.csv')}.`;
  return { findings: findings.slice(0, taken.length), table: wideTable(caption, headings, taken) };
}
