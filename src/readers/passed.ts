/** A pass over the rows of a file: what is made of each batch of them is plain data, so that any thread can make it. */
import type { RawRow, RowFile } from './reader.ts';

/** Makes something of some rows, whatever rows came before. */
export type Pass<R> = (rows: readonly RawRow[]) => R;

export interface Passed<R> {
  readonly result: R;
  /** To be added to every row number in the result: whoever reads a piece of a file does not know how far down it is. */
  readonly shift: number;
}

/** The whole file, in this thread. @throws UnusableFile when the file turns out cut off or damaged */
export async function* passHere<R>(file: RowFile, pass: Pass<R>): AsyncGenerator<Passed<R>> {
  for await (const rows of file.rows()) yield { result: pass(rows), shift: 0 };
}
