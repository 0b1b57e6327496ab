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
}

/** @returns `undefined` for workbooks, which are no text */
export function recordWriterFor({ dialect }: RowFile): RecordWriter | undefined {
  return dialect === undefined ? undefined : csvRecords(dialect);
}
