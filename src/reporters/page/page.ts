/** What the parts of the page are made from, and the bits they share. */
import type { Language } from '../../catalogue/text.ts';
import type { Run } from '../reporter.ts';
import type { Result } from '../result.ts';
import type { Words } from '../words.ts';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './words.ts';

export interface Page {
  readonly run: Run;
  readonly result: Result;
  readonly language: Language;
  /** ISO 4217, of the agreement. */
  readonly currency: string | undefined;
  readonly words: Words;
  readonly own: PageWords;
}

/** A file of the same run; its name alone when the run did not write it. */
export function fileLink({ result }: Page, file: string): Markup {
  if (!result.files.includes(file)) return html`${file}`;
  const address = file.split('/').map(encodeURIComponent).join('/');
  return html`<a href="./${address}">${file}</a>`;
}

/** A table that may be wider than the page: it scrolls by itself, with the keyboard too. */
export function wideTable(caption: Markup, headings: readonly Markup[], rows: readonly Markup[]): Markup {
  return html`<div class="wide" tabindex="0">
<table>
<caption>${caption}</caption>
<thead><tr>${headings}</tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
`;
}

export function heading(text: string): Markup {
  return html`<th scope="col">${text}</th>`;
}

export function amountHeading(text: string): Markup {
  return html`<th scope="col" class="amount">${text}</th>`;
}

/** Longer texts may be broken anywhere; shorter ones stand on one line. */
const SHORT = 24;

export function textCell(text: string): Markup {
  return html`<td class="${text.length > SHORT ? 'long' : 'short'}">${text}</td>`;
}

export function amountCell(text: string): Markup {
  return html`<td class="amount">${text}</td>`;
}

/** A part of the page with its title, that the list of contents leads to. */
export function section(id: string, title: string, parts: Markup | readonly Markup[]): Markup {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${parts}</section>
`;
}

/** What folds out. @param summary its one line */
export function fold(summary: Markup, content: Markup | readonly Markup[], look = ''): Markup {
  return html`<details class="${look}"><summary>${summary}</summary>
<div>
${content}</div>
</details>
`;
}
