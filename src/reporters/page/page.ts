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

/**
 * The first rows that take no more room than there is.
 * @param room in bytes of UTF-8
 */
export function rowsThatFit(
  rows: readonly Markup[],
  room: number,
): { readonly rows: readonly Markup[]; readonly used: number } {
  let used = 0;
  const fitting: Markup[] = [];
  for (const row of rows) {
    const size = Buffer.byteLength(row.text);
    if (used + size > room) break;
    used += size;
    fitting.push(row);
  }
  return { rows: fitting, used };
}
