import type { CatalogueHeader } from '../catalogue/catalogue.ts';
import type { RawRow } from '../readers/reader.ts';

/** Whether the row has all its cells, empty ones at its end too: one of a workbook ends with the last that is filled. */
export function isWholeRecord({ start }: RawRow, { format }: Pick<CatalogueHeader, 'format'>): boolean {
  return start !== undefined && format !== 'xlsx';
}
