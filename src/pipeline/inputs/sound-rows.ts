/** Files that may turn out cut off or damaged only when their last rows are read. */
import { UnusableFile } from '../../catalogue/catalogue.ts';
import type { RawRow, RowFile } from '../../readers/reader.ts';

/** The same file, with another error in place of `UnusableFile`: for files that are the operator's to put right. */
export function soundRows(file: RowFile, refusal: (error: UnusableFile) => Error): RowFile {
  async function* sound<R>(rows: AsyncGenerator<readonly RawRow[], R>): AsyncGenerator<readonly RawRow[], R> {
    try {
      return yield* rows;
    } catch (error) {
      throw error instanceof UnusableFile ? refusal(error) : error;
    }
  }
  const { pieces } = file;
  return {
    ...file,
    rows: (options) => sound(file.rows(options)),
    ...(pieces === undefined
      ? {}
      : { pieces: { ...pieces, read: (piece, options) => sound(pieces.read(piece, options)) } }),
  };
}
