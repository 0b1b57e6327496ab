/** The end of the page: what was not checked, what was read, and with which rules and tool. */
import { agreementRemarks } from '../agreement-remarks.ts';
import { formatCount } from '../format-number.ts';
import { formatDate } from '../format-value.ts';
import { reasonInWords, rulesRun } from '../outcome-words.ts';
import type { InputFile } from '../result.ts';
import { sheetNote } from '../sheet-note.ts';
import { waiverStateInWords } from '../waiver-words.ts';
import { html, type Markup, NO_MARKUP } from './markup.ts';
import { amountHeading, heading, type Page, wideTable } from './page.ts';

export function notChecked(page: Page): Markup {
  const { result, language, own, run } = page;
  const rows = result.notChecked.map(
    (entry) =>
      html`<tr><th scope="row"><code>${entry.rule}</code></th><td class="words">${
        run.rule(entry.rule)?.title[language] ?? ''
      }</td><td class="words">${reasonInWords(entry, language)}</td></tr>\n`,
  );
  return html`<section aria-labelledby="checked">
<h2 id="checked">${own.checked}</h2>
${
  rows.length === 0
    ? html`<p>${rulesRun(result, language)}</p>\n`
    : wideTable(html`${own.rulesNotRun}`, [heading(own.rule), heading(own.what), heading(own.reason)], rows)
}${partlyChecked(page)}</section>
`;
}

function partlyChecked({ result, language, own }: Page): Markup {
  const skipping = result.rules.filter(({ skipped }) => skipped > 0);
  if (skipping.length === 0) return NO_MARKUP;
  const rows = skipping.map(
    ({ rule, checked, skipped }) =>
      html`<tr><th scope="row"><code>${rule}</code></th><td class="amount">${formatCount(
        checked,
        language,
      )}</td><td class="amount">${formatCount(skipped, language)}</td></tr>\n`,
  );
  return html`<details>
<summary><b>${own.partlyChecked(skipping.length)}</b></summary>
<div>
${wideTable(
  html`${own.partlyCheckedNote}`,
  [heading(own.rule), amountHeading(own.linesChecked), amountHeading(own.linesSkipped)],
  rows,
)}</div>
</details>
`;
}

/** Every accepted deviation with what became of it, those that want a look first. */
export function waivers({ result, language, own }: Page): Markup {
  const { waivers } = result;
  if (waivers === undefined || waivers.all === 0) return NO_MARKUP;
  const { told, all } = waivers;
  const rows = told.map(
    ({ rules, items, covers, reason, by, until, state, findings }) =>
      html`<tr><th scope="row">${rules.map((rule, at) => html`${at === 0 ? '' : ', '}<code>${rule}</code>`)}</th><td class="words">${own.covered(
        items,
        covers,
      )}</td><td class="words">${reason}</td><td>${by}</td><td>${formatDate(until, language)}</td><td class="words">${waiverStateInWords(
        state,
        language,
      )}</td><td class="amount">${formatCount(findings, language)}</td></tr>\n`,
  );
  const titles = [own.rule, own.item, own.reason, own.waivedBy, own.waivedUntil, own.waiverState];
  return html`<section aria-labelledby="waivers">
<h2 id="waivers">${own.waived}</h2>
${wideTable(
  html`${own.waiversIn(told.length, all)} ${waivers.file}`,
  [...titles.map(heading), amountHeading(own.findings)],
  rows,
)}</section>
`;
}

/** What the buyer should put right in files of their own. */
export function ownFiles({ result, language }: Page): Markup {
  const found = agreementRemarks(result, language, Number.POSITIVE_INFINITY);
  if (found === undefined) return NO_MARKUP;
  return html`<section aria-labelledby="own-files">
<h2 id="own-files">${found.title}</h2>
<ul>
${[...found.remarks, ...found.notes].map((line) => html`<li>${line}</li>\n`)}</ul>
</section>
`;
}

export function inputs({ result, words, own }: Page): Markup {
  const {
    catalogue,
    agreement,
    prices,
    termFiles = [],
    mapping,
    waivers: accepted,
    previous,
    ruleSet,
    tool,
    references = [],
  } = result;
  const rows = [
    inputRow(words.catalogue, catalogue, own.bytes),
    ...(agreement === undefined ? [] : [inputRow(words.agreement, agreement, own.bytes)]),
    ...(prices === undefined
      ? []
      : [inputRow(words.prices, { ...prices, file: `${prices.file}${sheetNote(prices, words)}` }, own.bytes)]),
    ...termFiles.map((file) => inputRow(own.termFile, file, own.bytes)),
    ...(mapping === undefined ? [] : [inputRow(own.mapping, mapping, own.bytes)]),
    ...(accepted === undefined ? [] : [inputRow(own.waived, accepted, own.bytes)]),
    ...(previous === undefined ? [] : [inputRow(words.previous, previous, own.bytes)]),
    ...ruleSet.files.map((file) => inputRow(words.ruleSet, file, own.bytes)),
    ...references.map((file) => inputRow(words.references, file, own.bytes)),
  ];
  return html`<section aria-labelledby="inputs">
<h2 id="inputs">${own.inputs}</h2>
${wideTable(
  html`${own.inputsCaption}`,
  [heading(own.what), heading(own.file), amountHeading(own.size), heading('SHA-256')],
  rows,
)}<p>${own.madeBy(tool.version, ruleSet.name)}</p>
</section>
`;
}

function inputRow(what: string, { file, bytes, sha256 }: InputFile, inBytes: (bytes: number) => string): Markup {
  return html`<tr><th scope="row">${what}</th><td>${file}</td><td class="amount">${inBytes(
    bytes,
  )}</td><td><code class="hash">${sha256}</code></td></tr>\n`;
}
