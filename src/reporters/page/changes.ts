/** The changes of the page: how many of each kind, the largest price rises, and the first of them all. */
import { formatCount, formatMoney, formatPercent } from '../format-number.ts';
import { fieldTitle, formatField } from '../format-value.ts';
import { diffNotes, whyNotCompared } from '../outcome-words.ts';
import { largestRises } from '../price-rises.ts';
import type { Change, DiffCounts } from '../result.ts';
import { html, type Markup, NO_MARKUP } from './markup.ts';
import { amountHeading, fileLink, heading, type Page, rowsThatFit, wideTable } from './page.ts';

const CHANGES_SHOWN = 200;
const RISES_SHOWN = 10;
/** What the rows may take, in bytes. */
const ROOM = 300_000;

export async function* changes(page: Page): AsyncIterable<Markup> {
  const { run, result, words, own } = page;
  const { diff } = result;
  yield html`<section aria-labelledby="diff">\n<h2 id="diff">${words.diff}</h2>\n`;
  if (diff === undefined) {
    yield html`<p>${words.notCompared[whyNotCompared(result)]}</p>\n</section>\n`;
    return;
  }
  const first: Change[] = [];
  const largest = largestRises(RISES_SHOWN);
  let all = 0;
  for await (const change of run.changes()) {
    all++;
    if (first.length < CHANGES_SHOWN) first.push(change);
    largest.add(change);
  }
  yield countTable(page, diff);
  if (all === 0) yield html`<p>${words.noChanges}</p>\n`;
  if (largest.rises.length > 0) yield changeTable(page, largest.rises, html`${words.largestRises}`);
  if (all > 0) {
    const { rows } = rowsThatFit(changeRows(page, first), ROOM);
    const caption =
      rows.length === all
        ? html`${own.allChanges(all)}`
        : html`${own.firstChanges(rows.length)} ${own.restIn} ${fileLink(page, 'diff.csv')}.`;
    yield html`<details>
<summary><span class="count">${formatCount(all, page.language)}</span> <b>${own.changes}</b></summary>
<div>
${wideTable(caption, changeHeadings(page), rows)}</div>
</details>
`;
  }
  yield html`</section>\n`;
}

function countTable({ language, own }: Page, diff: DiffCounts): Markup {
  const rows: readonly (readonly [string, number])[] = [
    [own.addedLines, diff.added],
    [own.removedLines, diff.removed],
    [own.changedLines, diff.changed],
    [own.renumberedLines, diff.renumbered],
    [own.unchangedLines, diff.unchanged],
    [own.priceUp, diff.priceUp],
    [own.priceDown, diff.priceDown],
  ];
  return html`${wideTable(
    html`${own.counts}`,
    rows.map(([name]) => amountHeading(name)),
    [html`<tr>${rows.map(([, count]) => html`<td class="amount">${formatCount(count, language)}</td>`)}</tr>\n`],
  )}${diffNotes(diff, language).map((note) => html`<p>${note}</p>\n`)}`;
}

function changeTable(page: Page, shown: readonly Change[], caption: Markup): Markup {
  return wideTable(caption, changeHeadings(page), changeRows(page, shown));
}

/** @param withEffect whether the run knows what price changes make in a year */
function changeHeadings({ own, result }: Page): readonly Markup[] {
  const withEffect = result.effect !== undefined;
  return [
    heading(own.item),
    heading(own.kind),
    heading(own.field),
    heading(own.before),
    heading(own.after),
    amountHeading(own.change),
    ...(withEffect ? [amountHeading(own.effect)] : []),
    heading(own.goesOn),
  ];
}

function changeRows({ language, words, result, currency }: Page, shown: readonly Change[]): readonly Markup[] {
  return shown.map(({ item, change, field, heading: ownHeading, before, after, percent, effect, stopped }) => {
    const title = field === undefined ? (ownHeading ?? '') : fieldTitle(field, language);
    // Without a currency: a line may be priced in another than the agreement's, and before in another than now.
    const show = (value: string | undefined): string =>
      value === undefined ? '' : formatField(field, value, language, 'prose');
    const sign = percent === undefined || percent.startsWith('-') ? '' : '+';
    const moved = percent === undefined ? '' : sign + formatPercent(percent, language, 'prose');
    return html`<tr><th scope="row">${item}</th><td>${words.change[change]}</td><td>${title}</td><td>${show(
      before,
    )}</td><td>${show(after)}</td><td class="amount">${moved}</td>${
      result.effect === undefined
        ? NO_MARKUP
        : html`<td class="amount">${effect === undefined ? '' : formatMoney(effect, language, 'prose', currency)}</td>`
    }<td>${stopped ? words.no : words.yes}</td></tr>\n`;
  });
}
