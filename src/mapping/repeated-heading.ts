/** Long price lists repeat their headings on every page. */
import type { Column } from '../catalogue/catalogue.ts';
import type { RawRow } from '../readers/reader.ts';

/** Whether every cell says what its column is headed with; two at least, so that no article is taken for it. */
export function isHeadingRow({ cells }: RawRow, columns: readonly Column[]): boolean {
  let equal = 0;
  for (const { index, heading } of columns) {
    const cell = cells[index];
    if (cell === undefined || cell === '') continue;
    if (cell !== heading && cell.trim() !== heading.trim()) return false;
    if (cell.trim() !== '') equal++;
  }
  return equal >= 2;
}
