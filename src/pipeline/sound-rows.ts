/** Files that may turn out cut off or damaged only when their last rows are read. */
import { UnusableFile } from '../catalogue/catalogue.ts';
import type { RawRow, RowFile } from '../readers/reader.ts';

/** The same file, with another error in place of `UnusableFile`: for files that are the operator's to put right. */
export function soundRows(file: RowFile, refusal: (error: UnusableFile) => Error): RowFile {
  async function* rows(options?: Parameters<RowFile['rows']>[0]): AsyncGenerator<readonly RawRow[]> {
    try {
      yield* file.rows(options);
    } catch (error) {
      throw error instanceof UnusableFile ? refusal(error) : error;
    }
  }
  return { ...file, rows };
}
