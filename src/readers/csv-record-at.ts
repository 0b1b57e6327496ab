/** Single records of a CSV file by where their bytes lie. Whoever asks goes through the file in order, mostly. */
import { parseRecords } from './csv-parse.ts';
import { splitRecord } from './csv-split.ts';
import { blockReader } from './file-blocks.ts';
import type { CsvDialect, RecordAccess } from './reader.ts';
import { fromLatin1 } from './text-encoding.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;

export function recordAccess(path: string, dialect: CsvDialect): RecordAccess {
  const bytesAt = blockReader(path);
  const text = (start: number, end: number): string => textOf(bytesAt(start, end), dialect);
  return {
    text,
    at(row, start, end) {
      const record = text(start, end);
      const cells = splitRecord(record, dialect.delimiter);
      if (cells !== 'open' && cells !== 'odd') return { row, cells, start, end, text: record };
      const [parsed = []] = parseRecords([bytesAt(start, end)], dialect);
      return { row, cells: parsed, start, end, text: record };
    },
  };
}

function textOf(record: Buffer, { encoding }: CsvDialect): string {
  let end = record.length;
  if (end > 0 && record[end - 1] === NEWLINE) end--;
  if (end > 0 && record[end - 1] === RETURN) end--;
  return encoding === 'utf-8' ? record.toString('utf8', 0, end) : fromLatin1(record.toString('latin1', 0, end));
}
