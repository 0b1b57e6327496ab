/** Rows of some lines once more, as they stand in the file: by their bytes where the format has them. */
import type { Ledger } from '../decision/ledger.ts';
import type { RawRow, RowFile } from '../readers/reader.ts';

export interface RowAgain {
  readonly ordinal: number;
  readonly row: RawRow;
}

/** @param wanted ordinals, ascending */
export async function* rowsAgain(file: RowFile, ledger: Ledger, wanted: Iterable<number>): AsyncGenerator<RowAgain> {
  const { records } = file;
  if (records === undefined) {
    yield* bySheetRow(file, ledger, wanted);
    return;
  }
  for (const ordinal of wanted) {
    yield { ordinal, row: records.at(ledger.row(ordinal), ledger.start(ordinal), ledger.end(ordinal)) };
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
