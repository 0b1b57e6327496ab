/** What csv-parse, which no file is read by any more, makes of a text: the one that readings are held against. */
import { type Info, parse } from 'csv-parse/sync';
import type { CsvDialect, RawRow } from '../../src/readers/reader.ts';
import { fromLatin1 } from '../../src/readers/text-code.ts';

/** @returns rows that are not blank, or nothing for a text whose last quote is not closed */
export function rowsByCsvParse(bytes: Uint8Array, { delimiter, encoding }: CsvDialect): readonly RawRow[] | undefined {
  let row = 1;
  let start = 0;
  const rows: RawRow[] = [];
  const take = (record: readonly string[], { bytes: end }: Info): null => {
    const cells = encoding === 'utf-8' ? record : record.map(fromLatin1);
    if (cells.length > 1 || cells[0] !== '') rows.push({ row, cells, start, end });
    row += 1;
    for (const cell of record) row += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
    start = end;
    return null;
  };
  try {
    parse(Buffer.from(bytes), {
      delimiter,
      encoding: encoding === 'utf-8' ? 'utf8' : 'latin1',
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      on_record: take as (record: string[], info: Info) => null,
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED') return undefined;
    throw error;
  }
  return rows;
}
