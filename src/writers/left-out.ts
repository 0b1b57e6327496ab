/** Which values of a line a format has no room for. */
import { FIELD_NAMES, type Field } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { canonicalText } from '../mapping/map-rows.ts';
import type { LeftOutNotes } from './catalogue-content.ts';

/**
 * @param isTold whether the format tells this value
 * @param extras headings that it has room for
 */
export function noteUntold(
  line: CatalogueLine,
  isTold: (field: Field, text: string) => boolean,
  extras: ReadonlySet<string>,
  leftOut: LeftOutNotes,
): void {
  for (const field of FIELD_NAMES) {
    if (field === 'action') continue;
    if (line.unreadable?.[field] !== undefined) leftOut.note(field, line);
    else if (
      line[field] !== undefined &&
      canonicalText(line, field) !== '' &&
      !isTold(field, canonicalText(line, field))
    )
      leftOut.note(field, line);
  }
  for (const heading in line.extra) if (!extras.has(heading)) leftOut.note(heading, line);
}
