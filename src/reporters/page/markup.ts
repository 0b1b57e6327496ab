/** Text on its way into a page. */
import { oneLine } from '../one-line.ts';

declare const markupBrand: unique symbol;
/** Markup of ours, with all foreign text in it escaped; made by {@link html} only. */
export type Markup = { readonly [markupBrand]: true; readonly text: string };

type Part = string | number | Markup | readonly Markup[];

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Longer text is cut: the page shows, findings.csv and diff.csv hold it all. Bounds the size of the page.
 */
const LENGTH = 240;

/** A template of markup: whatever is put in is escaped, unless it is markup already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? '';
  for (let i = 0; i < parts.length; i++) text += render(parts[i] ?? '') + (strings[i + 1] ?? '');
  return { text } as Markup;
}

export const NO_MARKUP = html``;

/** Markup that a library made and escaped. */
export function trusted(text: string): Markup {
  return { text } as Markup;
}

function render(part: Part): string {
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  if ('text' in part) return part.text;
  return part.map(({ text }) => text).join('');
}

function escaped(text: string): string {
  return oneLine(text, LENGTH).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
