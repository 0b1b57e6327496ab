/** Cells of a line that does not go out as sent: put right from the agreement, or the line approved last. */
import type { Column } from '../../catalogue/catalogue.ts';
import type { Field } from '../../catalogue/field.ts';
import type { CatalogueLine, LineValues } from '../../catalogue/line.ts';
import { type Mapping, writeValue, writtenKind } from '../../mapping/map-rows.ts';
import type { CellKind } from '../../readers/reader.ts';
import type { WrittenCell, WrittenRow } from '../../writers/writer.ts';

/** The row with other texts in some of its cells, by column. */
export function withCells(row: WrittenRow, changed: ReadonlyMap<number, WrittenCell>): WrittenRow {
  const cells = [...row.cells];
  const kinds = row.kinds === undefined ? undefined : [...row.kinds];
  for (const [index, { text, kind }] of changed) {
    cells[index] = text;
    if (kinds !== undefined) kinds[index] = kind;
  }
  return { ...row, cells, ...(kinds === undefined ? {} : { kinds }) };
}

/** The corrected fields written the way their columns write, by column. */
export function correctedCells(correction: LineValues, mapping: Mapping): ReadonlyMap<number, WrittenCell> {
  const cells = new Map<number, WrittenCell>();
  for (const column of mapping.header.columns) {
    const { field, index, shared } = column;
    if (field === undefined || shared === true || !(field in correction)) continue;
    cells.set(index, writtenCell(field, correction as CatalogueLine, column, mapping));
  }
  return cells;
}

/** A line of the previous version in this file's columns. */
export function previousRow(line: CatalogueLine, mapping: Mapping): WrittenRow {
  const cells: string[] = [];
  const kinds: CellKind[] = [];
  const names = new Map(mapping.extras.map(({ index, name }) => [index, name]));
  for (const column of mapping.header.columns) {
    const { field, index } = column;
    const cell =
      field === undefined
        ? { text: line.extra?.[names.get(index) ?? ''] ?? '', kind: 'text' as const }
        : writtenCell(field, line, column, mapping);
    cells[index] = cell.text;
    kinds[index] = cell.kind;
  }
  for (let i = 0; i < cells.length; i++) {
    cells[i] ??= '';
    kinds[i] ??= 'text';
  }
  return { cells, kinds };
}

/** Written and stored as the column's other cells are. */
function writtenCell(field: Field, line: CatalogueLine, column: Column, mapping: Mapping): WrittenCell {
  const text = writeValue(field, line, column, mapping);
  return { text, kind: writtenKind(text, column, mapping) };
}

/** Whether the file has a column for each of these values, so that they can be written. */
export function canWrite(values: LineValues, mapping: Mapping): boolean {
  const fields = new Set(mapping.header.columns.flatMap(({ field, shared }) => (shared === true ? [] : [field])));
  return Object.keys(values).every((field) => fields.has(field as Field));
}
