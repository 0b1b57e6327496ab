/** How much of the catalogue carries eco-labels, by class and by label. */
import type { Language } from '../../catalogue/text.ts';
import { labelName } from '../../code-lists/labels.ts';
import { COVERAGE_WORDS, className, shareInWords, spendShareInWords } from '../coverage-words.ts';
import { formatCount, formatMoney } from '../format-number.ts';
import type { LabelCoverage, LabelShare } from '../result.ts';
import { html, type Markup, NO_MARKUP } from './markup.ts';
import { amountHeading, heading, type Page, wideTable } from './page.ts';

export function labels(page: Page): Markup {
  const { result, language } = page;
  const { labelCoverage } = result;
  if (labelCoverage === undefined || labelCoverage.lines === 0) return NO_MARKUP;
  const words = COVERAGE_WORDS[language];
  const compared = labelCoverage.previous !== undefined;
  const hasSpend = labelCoverage.spend !== undefined;
  const rows = [
    ...labelCoverage.classes.map((share) => shareRow(className(share, language), share, page)),
    shareRow(language === 'nb' ? 'Alle' : 'All', labelCoverage, page),
  ];
  const headings = [
    heading(words.class),
    amountHeading(words.lines),
    amountHeading(words.recognised),
    amountHeading(words.share),
    ...(compared ? [amountHeading(words.before)] : []),
    amountHeading(words.organic),
    amountHeading(words.otherLabels),
    amountHeading(words.withoutLabel),
    ...(hasSpend ? [amountHeading(words.spend), amountHeading(words.spendShare)] : []),
    ...(hasSpend && compared ? [amountHeading(words.spendBefore)] : []),
  ];
  return html`<section aria-labelledby="labels">
<h2 id="labels">${words.title}</h2>
${wideTable(html`${words.caption(labelCoverage)}`, headings, rows)}${byLabel(labelCoverage, page)}</section>
`;
}

function shareRow(name: string, share: LabelShare, { language }: Page): Markup {
  const { previous } = share;
  const count = (lines: number): Markup => html`<td class="amount">${formatCount(lines, language)}</td>`;
  return html`<tr><th scope="row">${name}</th>${count(share.lines)}${count(share.recognised)}<td class="amount">${shareInWords(
    share,
    language,
  )}</td>${
    previous === undefined ? NO_MARKUP : html`<td class="amount">${shareInWords(previous, language)}</td>`
  }${count(share.organic)}${count(share.otherLabels)}${count(share.withoutLabel)}${spendCells(share, language)}</tr>\n`;
}

function spendCells(share: LabelShare, language: Language): Markup {
  const { spend, previous } = share;
  if (spend === undefined) return NO_MARKUP;
  const cell = (text: string): Markup => html`<td class="amount">${text}</td>`;
  const before = previous === undefined ? NO_MARKUP : cell(spendShareInWords(previous, language));
  return html`${cell(formatMoney(spend.sum, language, 'prose'))}${cell(spendShareInWords(share, language))}${before}`;
}

function byLabel({ labels: all }: LabelCoverage, { language }: Page): Markup {
  if (all.length === 0) return NO_MARKUP;
  const words = COVERAGE_WORDS[language];
  const compared = all[0]?.previous !== undefined;
  const rows = all.map(
    ({ label, lines, previous = 0 }) =>
      html`<tr><th scope="row">${labelName(label, language)}</th><td class="amount">${formatCount(lines, language)}</td>${
        compared ? html`<td class="amount">${formatCount(previous, language)}</td>` : NO_MARKUP
      }</tr>\n`,
  );
  return html`<details>
<summary><b>${words.labels}</b></summary>
<div>
${wideTable(
  html`${words.labels}`,
  [heading(words.label), amountHeading(words.lines), ...(compared ? [amountHeading(words.before)] : [])],
  rows,
)}</div>
</details>
`;
}
