/** Records of a text format as bytes: one with some cells put right, and one made anew. */
import type { RawRow, RowFile } from '../readers/reader.ts';
import { csvRecords } from './csv.ts';
import type { WrittenCell } from './writer.ts';

export interface RecordWriter {
  /**
   * The record with other texts in some of its cells; all else of it stays as it stands.
   * @param cells by index of the column
   * @throws OperationalError when the file's encoding lacks a letter
   */
  corrected(record: RawRow, cells: ReadonlyMap<number, WrittenCell>): Uint8Array;
  /**
   * A record of these cells, one per column of the file.
   * @throws OperationalError when the file's encoding lacks a letter
   */
  written(cells: readonly string[]): Uint8Array;
  /**
   * Formats whose records lie inside something: what goes between the last record and those put behind it. Absent:
   * records are added at the end of the file.
   */
  readonly behindLast?: Uint8Array;
}

/** @returns `undefined` for workbooks, which are no text */
export async function recordWriterFor({ dialect, xml }: RowFile): Promise<RecordWriter | undefined> {
  if (xml !== undefined) return (await import('./ubl.ts')).ublRecords(xml);
  return dialect === undefined ? undefined : csvRecords(dialect);
}
