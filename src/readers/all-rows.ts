/** All rows of a small table that say anything; a catalogue goes batch by batch instead. */
import type { RawRow, RowFile } from './reader.ts';

export async function allRows(file: RowFile): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of file.rows())
    for (const row of batch) if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
  return rows;
}
