/** A workbook that this tool has annotated and that comes back: what it put in beside the catalogue is not read. */
import type { CatalogueHeader } from '../catalogue/catalogue.ts';
import { DEVIATION_HEADING, ownSheetNames } from '../catalogue/own-marks.ts';
import type { RawRow, RowFile, RowOptions } from '../readers/reader.ts';
import type { Mapping } from './mapping.ts';

interface Opened {
  readonly file: RowFile;
  readonly mapping: Mapping;
}

/** Other columns keep their letters. */
export function withoutOwnColumn<O extends Opened>(opened: O): O {
  const { file, mapping } = opened;
  const { columns } = mapping.header;
  const index = ownColumn(columns.map(({ heading }) => heading));
  if (index === undefined) return opened;
  const extras = mapping.extras.filter((extra) => extra.index !== index);
  // Saved as text, its cells stay where they are: the approved file has the bytes of the one sent.
  if (file.format !== 'xlsx') return { ...opened, mapping: { ...mapping, extras } };
  const isLast = index === columns.length - 1;
  const header: CatalogueHeader = {
    ...mapping.header,
    columns: isLast ? columns.slice(0, index) : columns.with(index, { index, heading: '' }),
  };
  const { otherSheets = [] } = file;
  return {
    ...opened,
    file: {
      ...file,
      otherSheets: otherSheets.filter((name) => ownSheetNames(name) === undefined),
      rows: (options?: RowOptions) => rowsWithout(index, file.rows(options)),
    },
    mapping: {
      ...mapping,
      header,
      styles: isLast ? mapping.styles.slice(0, index) : mapping.styles,
      extras,
    },
  };
}

/** @param headings or the cells of the row that holds them @returns from 0 */
export function ownColumn(headings: readonly string[]): number | undefined {
  const index = headings.findLastIndex((heading) => heading.trim() === DEVIATION_HEADING);
  return index < 0 ? undefined : index;
}

async function* rowsWithout(
  index: number,
  batches: AsyncIterable<readonly RawRow[]>,
): AsyncGenerator<readonly RawRow[]> {
  for await (const batch of batches)
    yield batch.map((row) => (row.cells.length > index ? rowWithout(index, row) : row));
}

function rowWithout(index: number, row: RawRow): RawRow {
  const cells = row.cells.with(index, '');
  const length = cells.findLastIndex((cell) => cell !== '') + 1;
  return {
    ...row,
    cells: cells.slice(0, length),
    ...(row.kinds === undefined ? {} : { kinds: row.kinds.slice(0, length) }),
    ...(row.formats === undefined ? {} : { formats: row.formats.slice(0, length) }),
  };
}
