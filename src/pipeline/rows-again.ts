/** Rows of some lines once more, as they stand in the file: by their bytes where the format has them. */
import { open } from 'node:fs/promises';
import type { Ledger } from '../decision/ledger.ts';
import { parseRecords } from '../readers/csv-parse.ts';
import type { CsvDialect, RawRow, RowFile, Source } from '../readers/reader.ts';

export interface RowAgain {
  readonly ordinal: number;
  readonly row: RawRow;
}

const RECORDS_AT_ONCE = 256;

/** @param wanted ordinals, ascending */
export function rowsAgain(source: Source, file: RowFile, ledger: Ledger, wanted: Iterable<number>): AsyncIterable<RowAgain> {
  return file.dialect === undefined ? bySheetRow(file, ledger, wanted) : byBytes(source, file.dialect, ledger, wanted);
}

async function* byBytes(
  source: Source,
  dialect: CsvDialect,
  ledger: Ledger,
  wanted: Iterable<number>,
): AsyncGenerator<RowAgain> {
  const file = await open(source.path);
  try {
    let ordinals: number[] = [];
    let records: Uint8Array[] = [];
    const parsed = function* (): Generator<RowAgain> {
      const rows = parseRecords(records, dialect);
      for (const [i, ordinal] of ordinals.entries()) yield { ordinal, row: { row: ledger.row(ordinal), cells: rows[i] ?? [] } };
      ordinals = [];
      records = [];
    };
    for (const ordinal of wanted) {
      const start = ledger.start(ordinal);
      const bytes = Buffer.alloc(ledger.end(ordinal) - start);
      await file.read(bytes, 0, bytes.length, start);
      ordinals.push(ordinal);
      records.push(bytes);
      if (ordinals.length === RECORDS_AT_ONCE) yield* parsed();
    }
    yield* parsed();
  } finally {
    await file.close();
  }
}

async function* bySheetRow(file: RowFile, ledger: Ledger, wanted: Iterable<number>): AsyncGenerator<RowAgain> {
  const remaining = wanted[Symbol.iterator]();
  let next = remaining.next();
  for await (const batch of file.rows({ formats: true })) {
    for (const row of batch) {
      if (next.done === true) return;
      if (row.row !== ledger.row(next.value)) continue;
      yield { ordinal: next.value, row };
      next = remaining.next();
    }
  }
}
