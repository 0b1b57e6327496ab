/** The charts of the page: each with a sentence that says what it shows, and its figures as a table. */
import { decimal, divide } from '../../catalogue/decimal.ts';
import { SEVERITIES } from '../../catalogue/finding.ts';
import { COVERAGE_WORDS, className, shareInWords } from '../coverage-words.ts';
import type { FindingGroup, GroupedFindings } from '../finding-groups.ts';
import { formatCount, formatDecimal, formatMoney } from '../format-number.ts';
import { capital, oneLine } from '../one-line.ts';
import { whyNotCompared } from '../outcome-words.ts';
import type { LabelCoverage, LabelledLines, LabelShare } from '../result.ts';
import { type Bar, type BarChart, chartSvg, type Tone } from './chart-svg.ts';
import { html, type Markup, NO_MARKUP } from './markup.ts';
import { amountCell, amountHeading, fold, heading, type Page, wideTable } from './page.ts';
import type { GroupMoves, PriceStatistics, PriceStep } from './price-statistics.ts';

/** Bars that can be told apart at a glance; the table has more. */
const MOST_BARS = 8;
const MOST_ROWS = 40;
const NAME_LENGTH = 40;

interface Card {
  readonly title: string;
  /** What it shows, in a sentence or two. */
  readonly says: string;
  /** Absent: there is nothing to draw, and the sentence says why. */
  readonly chart?: BarChart;
  readonly legend?: readonly (readonly [Tone, string])[];
  readonly table?: Markup;
}

export async function charts(page: Page, found: GroupedFindings, prices: PriceStatistics): Promise<Markup> {
  const { own } = page;
  const cards = [distribution(page, prices), byGroup(page, prices), byRule(page, found), coverage(page)];
  const drawn: Markup[] = [];
  for (const card of cards) drawn.push(await cardMarkup(page, card));
  return html`<section aria-labelledby="overview">
<h2 id="overview">${own.overview}</h2>
<div class="cards">
${drawn}</div>
</section>
`;
}

async function cardMarkup({ own }: Page, { title, says, chart, legend = [], table }: Card): Promise<Markup> {
  const svg = chart === undefined ? NO_MARKUP : await chartSvg(chart, html`${title}. ${says}`);
  return html`<figure class="card"><figcaption><h3>${title}</h3><p>${says}</p></figcaption>
${svg}${legend.length === 0 ? NO_MARKUP : legendMarkup(legend)}${table === undefined ? NO_MARKUP : fold(html`${own.asTable}`, table, 'quiet')}</figure>
`;
}

export function legendMarkup(legend: NonNullable<Card['legend']>): Markup {
  return html`<ul class="legend">${legend.map(
    ([tone, name]) =>
      html`<li><svg viewBox="0 0 1 1" aria-hidden="true"><rect width="1" height="1" fill="var(--chart-${tone})"/></svg>${name}</li>`,
  )}</ul>
`;
}

function distribution(page: Page, { steps, prices }: PriceStatistics): Card {
  const { own, result, words, language } = page;
  const title = own.charts.distribution;
  const { diff } = result;
  if (diff === undefined) return { title, says: words.notCompared[whyNotCompared(result)] };
  if (prices === 0) return { title, says: own.charts.noPricesMoved };
  const names = steps.map((step) => stepInWords(step, page));
  return {
    title,
    says: own.charts.pricesMoved(diff.priceUp, diff.priceDown),
    chart: {
      form: 'columns',
      names: steps.map((step) => stepLabel(step, page)),
      series: [
        steps.map(({ prices: count, upTo = 1 }) => ({
          value: count,
          shown: count === 0 ? '' : formatCount(count, language),
          tone: upTo <= 0 ? 'down' : 'up',
        })),
      ],
    },
    table: wideTable(
      html`${title}`,
      [heading(own.charts.move), amountHeading(own.charts.prices)],
      steps.map(
        ({ prices: count }, at) =>
          html`<tr><th scope="row">${names[at] ?? ''}</th>${amountCell(formatCount(count, language))}</tr>\n`,
      ),
    ),
  };
}

/** On two lines, for there is little room. */
function stepLabel({ over, upTo }: PriceStep, { own, language }: Page): string {
  const number = (value: number): string => signed(String(value), language);
  if (over === undefined) return own.charts.under(number(upTo ?? 0)).replace(' ', '\n');
  if (upTo === undefined) return own.charts.over(number(over)).replace(' ', '\n');
  return own.charts.between(number(over), number(upTo)).replace(/ (til|to) /, ' $1\n');
}

/** `−5 til −2 %`, `over 20 %`. */
function stepInWords({ over, upTo }: PriceStep, { own, language }: Page): string {
  const number = (value: number): string => signed(String(value), language);
  if (over === undefined) return own.charts.under(number(upTo ?? 0));
  if (upTo === undefined) return own.charts.over(number(over));
  return own.charts.between(number(over), number(upTo));
}

function signed(value: string, language: Page['language']): string {
  const number = formatDecimal(value, language, 'prose');
  return value.startsWith('-') || value === '0' ? number : `+${number}`;
}

function byGroup(page: Page, { groups, prices }: PriceStatistics): Card {
  const { own, result, words, language, currency } = page;
  const title = own.charts.byGroup;
  if (result.diff === undefined) return { title, says: words.notCompared[whyNotCompared(result)] };
  if (prices === 0) return { title, says: own.charts.noPricesMoved };
  const nameOf = ({ group }: GroupMoves): string => (group === '' ? own.charts.noGroup : group);
  const shown = groups.slice(0, MOST_BARS);
  const withEffect = groups.some(({ effect }) => effect !== undefined);
  const bar = (count: number, tone: 'up' | 'down'): Bar => ({
    value: tone === 'up' ? count : -count,
    shown: count === 0 ? '' : formatCount(count, language),
    tone,
  });
  return {
    title,
    says: own.charts.groupsMoved(groups.length, shown.length),
    legend: [
      ['down', own.priceDown],
      ['up', own.priceUp],
    ],
    chart: {
      form: 'rows',
      stacked: true,
      names: shown.map((group) => shortName(nameOf(group))),
      series: [shown.map(({ down }) => bar(down, 'down')), shown.map(({ up }) => bar(up, 'up'))],
    },
    table: wideTable(
      html`${groups.length > MOST_ROWS ? own.charts.firstGroups(MOST_ROWS) : title}`,
      [
        heading(own.group),
        amountHeading(own.priceUp),
        amountHeading(own.priceDown),
        ...(withEffect ? [amountHeading(own.effect)] : []),
      ],
      groups
        .slice(0, MOST_ROWS)
        .map(
          (group) =>
            html`<tr><th scope="row">${nameOf(group)}</th>${amountCell(formatCount(group.up, language))}${amountCell(
              formatCount(group.down, language),
            )}${
              withEffect
                ? amountCell(group.effect === undefined ? '' : formatMoney(group.effect, language, 'prose', currency))
                : NO_MARKUP
            }</tr>\n`,
        ),
    ),
  };
}

function byRule(page: Page, { groups }: GroupedFindings): Card {
  const { own, run, words, language } = page;
  const title = own.charts.byRule;
  const most = [...groups].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
  const [first] = most;
  if (first === undefined) return { title, says: own.noFindings };
  const faultOf = ({ rule }: FindingGroup): string => run.rule(rule)?.fault[language] ?? rule;
  const shown = most.slice(0, MOST_BARS);
  return {
    title,
    says: own.charts.rulesBroken(groups.length, faultOf(first), first.count),
    legend: SEVERITIES.filter((severity) => shown.some((group) => group.severity === severity)).map((severity) => [
      severity,
      words.heading[severity],
    ]),
    chart: {
      form: 'rows',
      names: shown.map((group) => shortName(faultOf(group))),
      series: [
        shown.map(({ count, severity }) => ({
          value: count,
          shown: formatCount(count, language),
          tone: severity,
        })),
      ],
    },
    table: wideTable(
      html`${most.length > MOST_ROWS ? own.charts.firstRules(MOST_ROWS) : title}`,
      [heading(own.rule), heading(own.severity), amountHeading(own.findings)],
      most
        .slice(0, MOST_ROWS)
        .map(
          (group) =>
            html`<tr><th scope="row">${faultOf(group)}</th><td>${words.severity[group.severity]}</td>${amountCell(
              formatCount(group.count, language),
            )}</tr>\n`,
        ),
    ),
  };
}

function coverage(page: Page): Card {
  const { own, result, language } = page;
  const title = own.charts.coverage;
  const { labelCoverage } = result;
  if (labelCoverage === undefined || labelCoverage.lines === 0) return { title, says: `${capital(own.noLabels)}.` };
  const words = COVERAGE_WORDS[language];
  const { previous } = labelCoverage;
  const classes = [...labelCoverage.classes].sort((a, b) => b.lines - a.lines).slice(0, MOST_BARS - 1);
  const shown: readonly LabelShare[] = [labelCoverage, ...classes];
  const now = shown.map((share) => shareBar(share, 'now', language));
  const before = shown.map((share) => shareBar(share.previous, 'before', language));
  return {
    title,
    says: own.charts.covered(
      shareInWords(labelCoverage, language),
      previous === undefined ? undefined : shareInWords(previous, language),
    ),
    ...(previous === undefined
      ? {}
      : {
          legend: [
            ['now', own.charts.now],
            ['before', words.before],
          ],
        }),
    chart: {
      form: 'rows',
      names: [own.charts.all, ...classes.map((one) => shortName(barName(one, language)))],
      series: previous === undefined ? [now] : [now, before],
    },
    table: html`<p><a href="#labels">${words.title}</a></p>`,
  };
}

/** A bare number would say nothing. */
function barName(one: LabelCoverage['classes'][number], language: Page['language']): string {
  const isBare = one.unspsc !== '' && one.title === undefined;
  return `${isBare ? 'UNSPSC ' : ''}${className(one, language)}`;
}

function shareBar(lines: LabelledLines | undefined, tone: Bar['tone'], language: Page['language']): Bar {
  if (lines === undefined || lines.lines === 0) return { value: 0, shown: '–', tone };
  const share = divide(decimal(String(100 * lines.recognised)), decimal(String(lines.lines)), 1);
  return { value: Number(share), shown: shareInWords(lines, language), tone };
}

function shortName(name: string): string {
  return oneLine(name, NAME_LENGTH);
}
