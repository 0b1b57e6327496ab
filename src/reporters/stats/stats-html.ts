/** Runs as one page: how each agreement stands now, and how it got there. Needs nothing beside it and no script. */
import { SEVERITIES, type Severity } from '../../catalogue/finding.ts';
import type { Language } from '../../catalogue/text.ts';
import { shareInWords, sharePercent } from '../coverage-words.ts';
import { formatCount, formatMoney } from '../format-number.ts';
import { formatDate } from '../format-value.ts';
import { type Bar, chartSvg, type Tone } from '../page/chart-svg.ts';
import { legendMarkup } from '../page/charts.ts';
import { html, type Markup, NO_MARKUP } from '../page/markup.ts';
import { amountHeading, heading, section, wideTable } from '../page/page.ts';
import { PAGE_STYLE, PAGE_STYLE_HASH } from '../page/style.ts';
import { WORDS } from '../words.ts';
import type { StatsRow } from './stats-row.ts';
import { STATS_WORDS } from './stats-words.ts';

/** What a page has room for; the table has notes too. */
const SHOWN = ['error', 'warning'] as const satisfies readonly Severity[];
/** Runs of one agreement that are told; the table beside has all. */
const MOST_RUNS = 200;

/** @param rows by agreement, and in the order they were checked */
export async function statsHtml(rows: readonly StatsRow[], language: Language): Promise<string> {
  const words = STATS_WORDS[language];
  const agreements = byAgreement(rows);
  const policy = `default-src 'none'; style-src '${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
  const head = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${words.title}</title>
`;
  const sections: Markup[] = [];
  for (const [at, runs] of agreements.entries()) sections.push(await overTime(runs, at, language));
  const body = html`</head>
<body>
<main>
<header class="verdict">
<div>
<h1>${words.heading(rows.length, agreements.length)}</h1>
<p>${words.period(...period(rows, language))}</p>
</div>
</header>
${now(agreements, language)}${families(agreements, language)}${sections}</main>
</body>
</html>
`;
  return `${head.text}<style>${PAGE_STYLE}</style>\n${body.text}`;
}

type Runs = readonly [StatsRow, ...StatsRow[]];

function byAgreement(rows: readonly StatsRow[]): readonly Runs[] {
  const groups = new Map<string, [StatsRow, ...StatsRow[]]>();
  for (const row of rows) {
    const key = JSON.stringify([row.agreement, row.supplier]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

function period(rows: readonly StatsRow[], language: Language): [string, string] {
  const days = rows.map(({ checked }) => checked).sort();
  return [formatDate(days[0] ?? '', language), formatDate(days.at(-1) ?? '', language)];
}

function latest(runs: Runs): StatsRow {
  return runs.at(-1) ?? runs[0];
}

function nameOf({ agreement, agreementName }: StatsRow, language: Language): string {
  return agreement === '' ? WORDS[language].noAgreementGiven : `${agreement} ${agreementName}`;
}

/** The newest run of every agreement. */
function now(agreements: readonly Runs[], language: Language): Markup {
  const words = STATS_WORDS[language];
  const rows = agreements.map((runs) => {
    const row = latest(runs);
    return html`<tr><th scope="row">${nameOf(row, language)}<br>${row.supplier}</th>${figures(row, language)}</tr>\n`;
  });
  const headings = [heading(words.agreement), ...figureHeadings(language)];
  return section('now', words.now, wideTable(html`${words.nowCaption}`, headings, rows));
}

function figureHeadings(language: Language): readonly Markup[] {
  const words = STATS_WORDS[language];
  return [
    heading(words.checked),
    heading(words.outcome),
    amountHeading(words.goOn),
    ...SHOWN.map((severity) => amountHeading(words.severity[severity])),
    amountHeading(words.coverage),
    amountHeading(WORDS[language].effect.above),
    amountHeading(words.days),
  ];
}

function figures(row: StatsRow, language: Language): Markup {
  const { nothing, outcome } = WORDS[language];
  const count = (number: number): string => formatCount(number, language);
  return html`<td>${formatDate(row.checked, language)}</td><td>${outcome[row.outcome]}</td><td class="amount">${count(
    row.goOn,
  )} / ${count(row.lines)}${below(bar(row.goOn, row.lines))}</td>${SHOWN.map(
    (severity) => html`<td class="amount">${count(row.findings[severity])}</td>`,
  )}<td class="amount">${row.labels === undefined ? nothing : shareInWords(row.labels, language)}${
    row.labels === undefined ? NO_MARKUP : below(bar(row.labels.recognised, row.labels.lines))
  }</td><td class="amount">${
    row.effect === undefined ? nothing : formatMoney(row.effect.above, language, 'prose', row.effect.currency)
  }</td><td class="amount">${row.daysToApproval === undefined ? nothing : count(row.daysToApproval)}</td>`;
}

/** A browser draws it, in the colours of its user; the figure beside says the same to all. */
function bar(part: number, whole: number): Markup {
  return whole === 0 ? NO_MARKUP : html`<meter min="0" max="${whole}" value="${part}" aria-hidden="true"></meter>`;
}

function below(markup: Markup): Markup {
  return html`<br>${markup}`;
}

/** Where the findings of the newest runs lie. */
function families(agreements: readonly Runs[], language: Language): Markup {
  const words = STATS_WORDS[language];
  const sums = new Map<string, Record<Severity, number>>();
  for (const runs of agreements) {
    for (const [family, counts] of latest(runs).families) {
      const sum = sums.get(family) ?? { error: 0, warning: 0, info: 0 };
      for (const severity of SEVERITIES) sum[severity] += counts[severity];
      sums.set(family, sum);
    }
  }
  if (sums.size === 0) return NO_MARKUP;
  const total = (counts: Record<Severity, number>): number => counts.error + counts.warning + counts.info;
  const most = Math.max(...[...sums.values()].map(total));
  const ordered = [...sums].sort(([a, one], [b, other]) => total(other) - total(one) || (a < b ? -1 : 1));
  const rows = ordered.map(
    ([family, counts]) =>
      html`<tr><th scope="row"><code>${family}</code></th>${SEVERITIES.map(
        (severity) => html`<td class="amount">${formatCount(counts[severity], language)}</td>`,
      )}<td class="amount">${formatCount(total(counts), language)} ${bar(total(counts), most)}</td></tr>\n`,
  );
  const headings = [
    heading(words.family),
    ...SEVERITIES.map((severity) => amountHeading(words.severity[severity])),
    amountHeading(words.together),
  ];
  return section('families', words.families, wideTable(html`${words.familiesCaption}`, headings, rows));
}

/** The runs of one agreement: drawn from the oldest on, and as a table with the newest first. */
async function overTime(runs: Runs, at: number, language: Language): Promise<Markup> {
  const words = STATS_WORDS[language];
  const row = latest(runs);
  const newest = [...runs].reverse();
  const shown = newest.slice(0, MOST_RUNS);
  const rows = shown.map((one) => html`<tr><th scope="row">${one.run}</th>${figures(one, language)}</tr>\n`);
  const title = `${nameOf(row, language)}${row.supplier === '' ? '' : `, ${row.supplier}`}`;
  const table = wideTable(
    html`${words.runs(shown.length, runs.length)}`,
    [heading(words.run), ...figureHeadings(language)],
    rows,
  );
  return section(`agreement-${at}`, title, [await drawn(runs, language), table]);
}

/** Columns that can be told apart at a glance. */
const MOST_DRAWN = 8;

async function drawn(runs: Runs, language: Language): Promise<Markup> {
  if (runs.length === 1) return NO_MARKUP;
  const words = STATS_WORDS[language];
  const last = runs.slice(-MOST_DRAWN);
  const names = last.map(({ checked }) => inTwoLines(formatDate(checked, language)));
  const found = (severity: 'error' | 'warning'): readonly Bar[] =>
    last.map(({ findings }) => ({
      value: findings[severity],
      shown: formatCount(findings[severity], language),
      tone: severity,
    }));
  const share = (tone: Tone, of: (row: StatsRow) => StatsRow['labels']): readonly Bar[] =>
    last.map((row) => {
      const labelled = of(row);
      const percent = labelled === undefined ? undefined : sharePercent(labelled);
      return {
        value: Number(percent ?? 0),
        shown: labelled === undefined ? '' : shareInWords(labelled, language),
        tone,
      };
    });
  const cards = [
    await card(words.found, [found('error'), found('warning')], names, [
      ['error', words.severity.error],
      ['warning', words.severity.warning],
    ]),
    await card(
      words.shares,
      [share('now', ({ lines, goOn }) => ({ lines, recognised: goOn })), share('before', ({ labels }) => labels)],
      names,
      [
        ['now', words.goOn],
        ['before', words.coverage],
      ],
    ),
  ];
  return html`<div class="cards">
${cards}</div>
`;
}

async function card(
  title: string,
  series: readonly (readonly Bar[])[],
  names: readonly string[],
  legend: readonly (readonly [Tone, string])[],
): Promise<Markup> {
  const svg = await chartSvg({ form: 'columns', names, series }, html`${title}`);
  return html`<figure class="card"><figcaption><h3>${title}</h3></figcaption>
${svg}${legendMarkup(legend)}</figure>
`;
}

/** A day is wider than a column. */
function inTwoLines(day: string): string {
  return day.replace(/[.-](?=\d{4}$)|(?<=^\d{4})-/, (sign) => `${sign}\n`);
}
