/** Two versions of a text with the words marked that differ. */
import { diffWordsWithSpace } from 'diff';
import { oneLine } from '../one-line.ts';
import { html, type Markup, NO_MARKUP } from './markup.ts';

/** What stands behind this is not compared, and not shown either. */
const LENGTH = 240;
/** Texts with less in common than this many marks are two texts, not two versions of one. */
const MOST_MARKS = 12;

export interface MarkedPair {
  readonly before: Markup;
  readonly after: Markup;
}

export function markedPair(before: string, after: string): MarkedPair {
  const parts = diffWordsWithSpace(oneLine(before, LENGTH), oneLine(after, LENGTH));
  const isTwoTexts = parts.length > MOST_MARKS || !parts.some(({ added, removed }) => !added && !removed);
  if (isTwoTexts) return { before: html`<del>${before}</del>`, after: html`<ins>${after}</ins>` };
  return {
    before: html`${parts.map(({ value, added, removed }) =>
      added ? NO_MARKUP : removed ? html`<del>${value}</del>` : html`${value}`,
    )}`,
    after: html`${parts.map(({ value, added, removed }) =>
      removed ? NO_MARKUP : added ? html`<ins>${value}</ins>` : html`${value}`,
    )}`,
  };
}
