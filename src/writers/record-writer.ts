/** Records of a text format as bytes: one with some cells put right, and one made anew. */
import { recordAccess } from '../readers/csv-record-at.ts';
import type { RawRow, RowFile } from '../readers/reader.ts';
import { cifRecords } from './cif.ts';
import { csvRecords, type Edit } from './csv.ts';
import { jsonLineRecords } from './jsonl.ts';
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
  /** What must be put right above the records when so many are left. */
  counted?(records: number): readonly Edit[];
}

/**
 * @param path the file as sent
 * @returns `undefined` for workbooks, which are no text
 */
export async function recordWriterFor(file: RowFile, path: string): Promise<RecordWriter | undefined> {
  const { dialect, xml, bmecat, cif, jsonl, columns = [] } = file;
  if (xml !== undefined) return (await import('./ubl.ts')).ublRecords(xml, file.formOfElement);
  if (bmecat !== undefined) return (await import('./bmecat.ts')).bmecatRecords(bmecat, path);
  if (jsonl !== undefined) return jsonLineRecords(jsonl, columns);
  if (cif !== undefined) {
    const { at } = recordAccess(path, cif.dialect);
    return cifRecords(cif, (row, start, end) => at(row, start, end).cells);
  }
  return dialect === undefined ? undefined : csvRecords(dialect);
}
