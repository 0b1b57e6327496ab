/** Records of a CIF file: those of CSV, and the count in the header with them. */
import type { CifDocument } from '../readers/reader.ts';
import { writeRecord } from './csv.ts';
import type { RecordWriter } from './record-writer.ts';

export function cifRecords({ dialect, fields, itemCount }: CifDocument, raw: RecordCells): RecordWriter {
  return {
    corrected(record, cells) {
      // The cells of the row were filled up from the header; what was not corrected stays as it was written.
      const all = [...raw(record.row, record.start ?? 0, record.end ?? 0)];
      for (const [index, { text }] of cells) all[index] = text;
      return writeRecord(
        Array.from(all, (cell) => cell ?? ''),
        dialect,
      );
    },
    written: (cells) => writeRecord(cells.slice(0, fields), dialect),
    behindLast: new Uint8Array(),
    counted: (records) =>
      itemCount === undefined || itemCount.count === records
        ? []
        : [{ start: itemCount.start, end: itemCount.end, replacement: Buffer.from(String(records)) }],
  };
}

/** The cells of a record as they stand. */
type RecordCells = (row: number, start: number, end: number) => readonly string[];
