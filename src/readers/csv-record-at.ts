/** Single records of a CSV file by where their bytes lie. Whoever asks goes through the file in order, mostly. */
import { isPlain } from './csv-lines.ts';
import { looseCells, looseGrammar } from './csv-loose.ts';
import { splitRecord } from './csv-split.ts';
import { blockReader } from './file-blocks.ts';
import type { CsvDialect, RecordAccess } from './reader.ts';
import { decodeBytes, unitsOf } from './text-code.ts';

export function recordAccess(path: string, dialect: CsvDialect): RecordAccess {
  const grammar = looseGrammar(dialect);
  const plain = isPlain(dialect);
  const bytesAt = blockReader(path);
  const text = (start: number, end: number): string => textOf(bytesAt(start, end), dialect);
  return {
    text,
    at(row, start, end) {
      const record = text(start, end);
      if (plain && !(dialect.nul === true && record.includes('\0'))) {
        const cells = splitRecord(record, dialect.delimiter);
        if (cells !== 'open' && cells !== 'odd') return { row, cells, start, end, text: record };
      }
      const units = unitsOf(bytesAt(start, end), 0, end - start, dialect.encoding);
      const { cells, oddities } = looseCells(units, grammar);
      return { row, cells, start, end, text: record, ...(oddities.length === 0 ? {} : { oddities }) };
    },
  };
}

function textOf(record: Buffer, { encoding }: CsvDialect): string {
  const text = decodeBytes(record, 0, record.length, encoding);
  return text.slice(0, text.length - lineEndLength(text));
}

function lineEndLength(text: string): number {
  if (text.endsWith('\r\n')) return 2;
  return text.endsWith('\n') || text.endsWith('\r') ? 1 : 0;
}
