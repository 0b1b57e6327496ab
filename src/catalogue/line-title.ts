/** By what a person knows a line who does not know its number: what it is called, and what kind of goods it is. */

import type { Finding } from './finding.ts';
import { isWithinLetter } from './letters.ts';
import type { CatalogueLine } from './line.ts';
import type { Mutable } from './mutable.ts';

const FAMILY_DIGITS = 4;
/** Longer ones are cut: they stand on every finding and change of the line. */
const MOST_LETTERS = 80;

export type LineTitle = Pick<Finding, 'name' | 'group'>;

/** The line's name as given; absent where it has none. */
export function nameOf({ name }: Pick<CatalogueLine, 'name'>): string | undefined {
  return name === undefined ? undefined : shortened(name);
}

/**
 * The supplier's own product group, else the UNSPSC family.
 * @returns `Papir`, `UNSPSC 4412`; nothing for a line that says neither
 */
export function productGroupOf({
  productGroup,
  unspsc,
}: Pick<CatalogueLine, 'productGroup' | 'unspsc'>): string | undefined {
  if (productGroup !== undefined) return shortened(productGroup);
  if (unspsc === undefined || unspsc.length < FAMILY_DIGITS) return undefined;
  return `UNSPSC ${unspsc.slice(0, FAMILY_DIGITS)}`;
}

/** Both, as they stand on the findings of the line. */
export function titleOf(line: CatalogueLine): LineTitle {
  const title: Mutable<LineTitle> = {};
  const name = nameOf(line);
  if (name !== undefined) title.name = name;
  const group = productGroupOf(line);
  if (group !== undefined) title.group = group;
  return title;
}

/** Never within a letter: the last one may be half of two. */
function shortened(text: string): string {
  if (text.length <= MOST_LETTERS) return text;
  const end = MOST_LETTERS - 1;
  return `${text.slice(0, isWithinLetter(text, end) ? end - 1 : end)}…`;
}
