/** Rows of some lines once more, as they stand in the file: by their bytes. */
import type { Ledger } from '../../decision/ledger.ts';
import type { RawRow, RowFile } from '../../readers/reader.ts';

export interface RowAgain {
  readonly ordinal: number;
  readonly row: RawRow;
}

/** @param wanted ordinals, ascending */
export function* rowsAgain({ records }: RowFile, ledger: Ledger, wanted: Iterable<number>): Generator<RowAgain> {
  if (records === undefined) throw new RangeError('the rows of a workbook must be set aside first');
  for (const ordinal of wanted)
    yield { ordinal, row: records.at(ledger.row(ordinal), ledger.start(ordinal), ledger.end(ordinal)) };
}
