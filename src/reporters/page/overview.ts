/** The top of the page: the outcome, what to do next, and four figures. */
import type { Language } from '../../catalogue/text.ts';
import { whyNotAsSent } from '../as-lines.ts';
import { shareInWords } from '../coverage-words.ts';
import type { GroupedFindings } from '../finding-groups.ts';
import { currencySign, formatCount, formatMoney } from '../format-number.ts';
import { formatDate } from '../format-value.ts';
import { capital } from '../one-line.ts';
import {
  changesOnly,
  notCheckedParts,
  putRight,
  refusalParts,
  rulesLacking,
  rulesRun,
  withoutAgreement,
  yearlyFigure,
} from '../outcome-words.ts';
import type { Outcome, Result } from '../result.ts';
import { sheetNote } from '../sheet-note.ts';
import { linesGoingOn } from '../words.ts';
import { html, type Markup, NO_MARKUP } from './markup.ts';
import { fileLink, type Page } from './page.ts';

/** Drawn, for letters that look like these are not in every font. */
const SIGNS: Readonly<Record<Outcome, string>> = {
  approved: 'M5 13l5 5L20 7',
  partly: 'M12 5v9M12 18v1',
  refused: 'M6 6l12 12M18 6L6 18',
};

/** The outcome in one sentence, which rules could not run, and what was checked. */
export function verdict(page: Page): Markup {
  const { result, language, words, own } = page;
  const { agreement, catalogue, lines, outcome } = result;
  const notChecked = notCheckedParts(result, language);
  const notice = withoutAgreement(result, language);
  const about = [changesOnly, whyNotAsSent, putRight].flatMap((part) => part(result, language) ?? []);
  return html`<header class="verdict ${outcome}">
<svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path d="${SIGNS[outcome]}"/></svg>
<div>
<p class="eyebrow">${own.title}${agreement === undefined ? NO_MARKUP : html` · ${agreement.supplier}`}</p>
<h1>${words.outcomeSentence(outcome, lines)} ${rulesRun(result, language)}</h1>
${about.map((part) => html`<p>${part}</p>\n`)}${notice === undefined ? NO_MARKUP : html`<p><strong>${notice}</strong></p>\n`}${
  notChecked.length === 0
    ? NO_MARKUP
    : html`<details class="quiet"><summary>${words.notChecked}: ${words.ruleCount(result.notChecked.length)}</summary>
<ul>${notChecked.map((part) => html`<li>${part}</li>`)}</ul>
</details>
`
}</div>
</header>
<dl class="about">
<div><dt>${words.catalogue}</dt><dd>${catalogue.file}${sheetNote(catalogue, words)}</dd></div>
<div><dt>${words.agreement}</dt><dd>${
    agreement === undefined
      ? words.noAgreementGiven
      : html`${agreement.number} ${agreement.name}, ${agreement.supplier} (${own.period(
          formatDate(agreement.period.from, language),
          formatDate(agreement.period.to, language),
        )})`
  }</dd></div>
<div><dt>${words.ruleSet}</dt><dd>${result.ruleSet.name}</dd></div>
<div><dt>${words.asOf}</dt><dd>${formatDate(result.asOf, language)}</dd></div>
</dl>
`;
}

interface Figure {
  readonly title: string;
  readonly value: string;
  /** Of an amount; smaller than the number. */
  readonly currency?: string;
  readonly note: string;
  /** There is no number to give: the value says so in words. */
  readonly unknown?: true;
}

/** What the agreement manager asks first. A figure that could not be reckoned says so. */
export function figures(page: Page): Markup {
  const { result, language, own } = page;
  const shown = [approvedFigure(page), withheldFigure(page), effectFigure(page), coverageFigure(page)];
  const { beside } = yearlyFigure(result, language);
  return html`<section aria-labelledby="figures">
<h2 id="figures" class="unseen">${own.figures}</h2>
<dl class="figures">
${shown.map(
  ({ title, value, currency, note, unknown }) =>
    html`<div><dt>${title}</dt><dd class="${unknown === undefined ? 'number' : 'number unknown'}">${currency === undefined ? value : amountWith(currency, value, language)}</dd><dd class="note">${note}</dd></div>
`,
)}</dl>
${beside.length === 0 ? NO_MARKUP : html`<p class="soft">${beside.map((part) => html`${part} `)}</p>\n`}</section>
`;
}

/** As `formatMoney` writes it, with the currency smaller. */
function amountWith(currency: string, amount: string, language: Language): Markup {
  const sign = html`<span>${currency}</span>`;
  return language === 'en' ? html`${sign} ${amount}` : html`${amount} ${sign}`;
}

function approvedFigure({ result, language, own }: Page): Figure {
  const { lines, outcome } = result;
  const goOn = outcome === 'refused' ? 0 : linesGoingOn(lines);
  const kept = outcome === 'refused' || lines.keptMissing === 0 ? '' : `; ${own.keptMissing(lines.keptMissing)}`;
  return {
    title: own.approvedLines,
    value: formatCount(goOn, language),
    note: `${own.of(lines.read)}${kept}`,
  };
}

function withheldFigure({ result, language, own }: Page): Figure {
  const { lines, outcome } = result;
  const refused = outcome === 'refused';
  return {
    title: own.withheldLines,
    value: formatCount(refused ? lines.read : lines.withheld, language),
    note: refused ? '' : own.otherLines(lines.corrected, lines.keptPrevious),
  };
}

/** What prices above the agreed ones make in a year. */
function effectFigure({ result, language, words }: Page): Figure {
  const { title, above, note } = yearlyFigure(result, language);
  if (above === undefined) return { title, value: capital(words.effect.notReckoned), note, unknown: true };
  return {
    title,
    value: formatMoney(above.amount, language, 'prose'),
    currency: currencySign(above.currency, language),
    note,
  };
}

function coverageFigure({ result, language, own }: Page): Figure {
  const title = own.labelCoverage;
  const { labelCoverage } = result;
  if (labelCoverage === undefined || labelCoverage.lines === 0)
    return { title, value: own.notKnown, note: own.noLabels, unknown: true };
  const { recognised, lines, previous } = labelCoverage;
  const before = previous === undefined ? '' : `; ${own.previously(shareInWords(previous, language))}`;
  return {
    title,
    value: shareInWords(labelCoverage, language),
    note: `${own.recognisedOf(recognised, lines)}${before}`,
  };
}

/** Why nothing goes on, where that is so, and the next steps. */
export function todo(page: Page, found: GroupedFindings): Markup {
  const { run, result, language, words } = page;
  if (result.outcome !== 'refused') {
    return html`<section aria-labelledby="todo">
<h2 id="todo">${words.whatToDo}</h2>
<ol class="todo">
${steps(page, found).map((step) => html`<li>${step}</li>\n`)}</ol>
</section>
`;
  }
  const parts = refusalParts(run, found.groups, language);
  return html`<section aria-labelledby="why">
<h2 id="why">${words.whyRefused}</h2>
<ul class="todo">
${parts.why.map((why) => html`<li>${why}</li>\n`)}</ul>
</section>
<section aria-labelledby="todo">
<h2 id="todo">${words.whatToDo}</h2>
<ol class="todo">
${parts.todo.map((step) => html`<li>${step}</li>\n`)}</ol>
</section>
`;
}

function steps(page: Page, { counts }: GroupedFindings): readonly Markup[] {
  const { result, own } = page;
  const { lines, diff, outcome } = result;
  const approved = result.files.find((file) => file.startsWith('approved.'));
  const whole = outcome === 'approved' ? own.useApproved : own.useApprovedPart;
  const use = result.agreement === undefined ? own.useWithoutAgreement : whole;
  const withheld = fileLink(page, 'withheld.csv');
  const rises = diff === undefined ? 0 : diff.priceUp - diff.priceUpStopped;
  return [
    ...(approved === undefined ? [] : [html`${use} ${fileLink(page, approved)}.`]),
    ...(counts.error > 0
      ? [
          html`${own.sendErrors(counts.error)} ${fileLink(page, 'findings.csv')}; ${own.letterBy} <code>--report deviation-notice</code>.`,
        ]
      : []),
    ...(lines.withheld > 0 ? [html`${own.seeWithheld(lines.withheld)} ${withheld}.`] : []),
    ...(lines.corrected > 0 ? [html`${own.tellCorrected(lines.corrected)} ${withheld}.`] : []),
    ...(lines.keptPrevious > 0 ? [html`${own.knowKept(lines.keptPrevious)} ${withheld}.`] : []),
    ...(rises > 0 ? [html`${own.seeRises(rises)} <a href="#diff">${own.changesShort.toLowerCase()}</a>.`] : []),
    ...(counts.warning > 0
      ? [html`${own.seeWarnings(counts.warning)} <a href="#findings">${own.findings.toLowerCase()}</a>.`]
      : []),
    ...(rulesLacking(result) > 0
      ? [html`${own.seeNotChecked(rulesLacking(result))} <a href="#checked">${own.checked.toLowerCase()}</a>.`]
      : []),
  ];
}

/** What stands on the page, in its order. */
export function contents({ result, own, words }: Page, coverage: string): Markup {
  const links: readonly (readonly [string, string])[] = [
    ['overview', own.overview],
    ['findings', own.findings],
    ['diff', own.changesShort],
    ...(hasCoverage(result) ? [['labels', coverage] as const] : []),
    ...(result.waivers === undefined || result.waivers.all === 0 ? [] : [['waivers', own.waived] as const]),
    ['checked', words.notChecked],
    ['inputs', own.inputs],
  ];
  return html`<nav class="contents" aria-label="${own.contents}"><ul>${links.map(
    ([id, title]) => html`<li><a href="#${id}">${title}</a></li>`,
  )}</ul></nav>
`;
}

function hasCoverage({ labelCoverage }: Result): boolean {
  return labelCoverage !== undefined && labelCoverage.lines > 0;
}
