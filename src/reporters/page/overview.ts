/** The top of the page: the outcome, four figures, what to do, and what happens with the lines. */

import type { GroupedFindings } from '../finding-groups.ts';
import { formatCount } from '../format-number.ts';
import { formatDate } from '../format-value.ts';
import {
  changesOnly,
  effectParts,
  notCheckedParts,
  putRight,
  refusalParts,
  rulesLacking,
  rulesRun,
  whyNotCompared,
  withoutAgreement,
} from '../outcome-words.ts';
import type { Result } from '../result.ts';
import { sheetNote } from '../sheet-note.ts';
import { linesGoingOn } from '../words.ts';
import { html, type Markup, NO_MARKUP } from './markup.ts';
import { fileLink, type Page } from './page.ts';

/** The outcome in one sentence, which rules could not run, and what was checked. */
export function verdict(page: Page): Markup {
  const { result, language, words, own } = page;
  const { agreement, catalogue, lines } = result;
  const sentence = words.outcomeSentence(result.outcome, lines);
  const notChecked = notCheckedParts(result, language);
  const notice = withoutAgreement(result, language);
  const about = [changesOnly(result, language), putRight(result, language)].filter((part) => part !== undefined);
  const sheet = sheetNote(catalogue, words);
  return html`<div class="verdict ${result.outcome}">
<h1>${sentence} ${rulesRun(result, language)}</h1>
${about.map((part) => html`<p>${part}</p>\n`)}${notice === undefined ? NO_MARKUP : html`<p><strong>${notice}</strong></p>\n`}${
  notChecked.length === 0
    ? NO_MARKUP
    : html`<p>${words.notChecked}:</p>
<ul>${notChecked.map((part) => html`<li>${part}</li>`)}</ul>
`
}</div>
<dl class="about">
<div><dt>${words.catalogue}</dt><dd>${catalogue.file}${sheet}</dd></div>
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

export function figures(page: Page, { counts }: GroupedFindings): Markup {
  const { result, language, words, own } = page;
  const { lines, diff, outcome } = result;
  const refused = outcome === 'refused';
  const number = (count: number): string => formatCount(count, language);
  const approved = refused ? 0 : linesGoingOn(lines);
  return html`<section aria-labelledby="figures">
<h2 id="figures" class="unseen">${own.figures}</h2>
<dl class="figures">
${figure(own.approvedLines, number(approved), own.of(lines.read))}
${figure(
  own.withheldLines,
  number(refused ? lines.read : lines.withheld),
  refused ? '' : own.otherLines(lines.corrected, lines.keptPrevious),
)}
${figure(own.errors, number(counts.error), own.andWarnings(counts.warning))}
${
  diff === undefined
    ? figure(
        own.priceRises,
        '–',
        whyNotCompared(result) === 'noPrevious' ? own.noPrevious : words.notCheckedReason.unusableFile,
      )
    : figure(
        own.priceRises,
        number(diff.priceUp),
        own.andFalls(diff.priceDown, diff.priceUpStopped + diff.priceDownStopped),
      )
}
</dl>
${yearlyEffect(page)}</section>
`;
}

/** What prices off the agreed ones make in a year, or why that is not told. */
function yearlyEffect({ result, language }: Page): Markup {
  const [first, ...rest] = effectParts(result, language);
  if (first === undefined) return NO_MARKUP;
  return html`<p><b>${first}</b>${rest.map((part) => html` ${part}`)}</p>
`;
}

function figure(name: string, number: string, note: string): Markup {
  return html`<div><dt>${name}</dt><dd class="number">${number}</dd><dd class="note">${note}</dd></div>`;
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
  const { result, own, words } = page;
  const { lines, diff, outcome } = result;
  const approved = result.files.find((file) => file.startsWith('approved.'));
  const whole = outcome === 'approved' ? own.useApproved : own.useApprovedPart;
  const use = result.agreement === undefined ? own.useWithoutAgreement : whole;
  const withheld = fileLink(page, 'withheld.csv');
  const rises = diff === undefined ? 0 : diff.priceUp - diff.priceUpStopped;
  return [
    ...(approved === undefined ? [] : [html`${use} ${fileLink(page, approved)}.`]),
    ...(counts.error > 0 ? [html`${own.sendErrors(counts.error)} ${fileLink(page, 'findings.csv')}.`] : []),
    ...(lines.withheld > 0 ? [html`${own.seeWithheld(lines.withheld)} ${withheld}.`] : []),
    ...(lines.corrected > 0 ? [html`${own.tellCorrected(lines.corrected)} ${withheld}.`] : []),
    ...(lines.keptPrevious > 0 ? [html`${own.knowKept(lines.keptPrevious)} ${withheld}.`] : []),
    ...(rises > 0 ? [html`${own.seeRises(rises)} <a href="#diff">${words.diff.toLowerCase()}</a>.`] : []),
    ...(counts.warning > 0 ? [html`${own.seeWarnings(counts.warning)}`] : []),
    ...(rulesLacking(result) > 0
      ? [html`${own.seeNotChecked(rulesLacking(result))} <a href="#checked">${own.checked.toLowerCase()}</a>.`]
      : []),
  ];
}

type Share = 'asSent' | 'corrected' | 'keptPrevious' | 'withheld';
const SHARES: readonly Share[] = ['asSent', 'corrected', 'keptPrevious', 'withheld'];
/** Parts of the bar; what is too little to be seen is made this wide. */
const WHOLE = 1000;
const LEAST = 6;

/** What happens with the lines, as a bar and in figures. */
export function lineShares({ result, language, words }: Page): Markup {
  const { lines } = result;
  if (lines.read === 0) return NO_MARKUP;
  const title = html`<h2 id="lines">${words.lines}</h2>`;
  if (result.outcome === 'refused')
    return html`<section aria-labelledby="lines">\n${title}\n<p>${words.refusedLines}</p>\n</section>\n`;
  const shown = SHARES.filter((share) => lines[share] > 0);
  return html`<section aria-labelledby="lines">
${title}
<svg class="shares" viewBox="0 0 ${WHOLE} 20" preserveAspectRatio="none" aria-hidden="true">${bars(lines, shown)}</svg>
<ul class="legend">
${shown.map(
  (share) => html`<li class="${share}">${swatch}<b>${formatCount(lines[share], language)}</b> ${words[share]}</li>\n`,
)}<li><b>${formatCount(lines.read, language)}</b> ${words.read}</li>
${lines.keptMissing > 0 ? html`<li><b>${formatCount(lines.keptMissing, language)}</b> ${words.keptMissing}</li>\n` : NO_MARKUP}</ul>
</section>
`;
}

const swatch = html`<svg viewBox="0 0 1 1" aria-hidden="true"><rect width="1" height="1"/></svg>`;

function bars(lines: Result['lines'], shown: readonly Share[]): readonly Markup[] {
  const widths = shown.map((share) => Math.max(LEAST, Math.round((WHOLE * lines[share]) / lines.read)));
  const tooMuch = widths.reduce((sum, width) => sum + width, 0) - WHOLE;
  const widest = widths.indexOf(Math.max(...widths));
  let x = 0;
  return shown.map((share, index) => {
    const width = (widths[index] ?? 0) - (index === widest ? tooMuch : 0);
    const bar = html`<rect class="${share}" x="${x}" width="${width}" height="20"/>`;
    x += width;
    return bar;
  });
}
