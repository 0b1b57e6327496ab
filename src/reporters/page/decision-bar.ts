/** Where the reader decides on what is ticked; the script makes it work and shows it when something is. */
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';

export function decisionBar({ own: { decide }, result }: Page): Markup {
  const { accept, keepPrevious, drop } = decide;
  const choices = [
    ['accept', accept],
    ['keepPrevious', keepPrevious],
    ['drop', drop],
  ] as const;
  return html`<section class="decide js" aria-label="${decide.title}" hidden="">
<form hidden="">
<p class="chosen" role="status"></p>
<fieldset><legend class="unseen">${decide.what}</legend>${choices.map(
    ([word, title]) =>
      html`<label><input type="radio" name="do" value="${word}"${word === 'accept' ? html` checked=""` : html``}/> ${title}</label>`,
  )}</fieldset>
<label class="reason">${decide.reason} <input name="reason" required="" maxlength="300" pattern=".*\\S.*" autocomplete="off"/></label>
<label class="until">${decide.until} <input type="date" name="until" min="${result.asOf}" required=""/></label>
<button class="primary">${decide.add}</button>
<button type="button" name="clear">${decide.clear}</button>
</form>
<div class="made" hidden="">
<details><summary></summary><ul></ul></details>
<button type="button" class="primary" name="download">${decide.download}</button>
<p class="soft">${decide.note} <span class="said" role="status"></span></p>
</div>
</section>
`;
}
