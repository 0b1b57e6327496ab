/** What becomes of rows of a workbook that do not go out as sent. Plain data, so that any thread can do it. */
import type { Aside } from '../../catalogue/catalogue.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import type { Ledger } from '../../decision/ledger.ts';
import type { Mapping } from '../../mapping/map-rows.ts';
import type { RawRow } from '../../readers/reader.ts';
import type { WrittenCell, WrittenRow } from '../../writers/writer.ts';
import { correctedCells, previousRow, withCells } from './changed-cells.ts';

export interface RowEdit {
  readonly row: number;
  /** Where the row begins in the file its like were set aside in. */
  readonly start: number;
  /** Cells put right, by column. */
  readonly cells?: ReadonlyMap<number, WrittenCell>;
  /** Another row in its place. Neither this nor cells: it is left out. */
  readonly instead?: WrittenRow;
}

export function leavesOut({ cells, instead }: RowEdit): boolean {
  return cells === undefined && instead === undefined;
}

/**
 * Ascending.
 * @param former a line of the previous version, by position
 */
export function* rowEdits(
  ledger: Ledger,
  asides: readonly Aside[],
  mapping: Mapping,
  former: (position: number) => CatalogueLine,
): Generator<RowEdit> {
  let next = 0;
  const asidesBefore = function* (row: number): Generator<RowEdit> {
    for (let aside = asides[next]; aside !== undefined && aside.row < row; aside = asides[++next])
      yield { row: aside.row, start: aside.start ?? 0 };
  };
  for (let ordinal = 0; ordinal < ledger.size; ordinal++) {
    const disposition = ledger.disposition(ordinal);
    if (disposition === 'approve') continue;
    const [row, start] = [ledger.row(ordinal), ledger.start(ordinal)];
    yield* asidesBefore(row);
    const stand = disposition === 'keepPrevious' ? ledger.stand.get(ordinal) : undefined;
    const correction = disposition === 'correct' ? (ledger.corrections.get(ordinal) ?? {}) : undefined;
    yield {
      row,
      start,
      ...(correction === undefined ? {} : { cells: correctedCells(correction, mapping) }),
      ...(stand === undefined ? {} : { instead: previousRow(former(stand), mapping) }),
    };
  }
  yield* asidesBefore(Number.POSITIVE_INFINITY);
}

/** @returns nothing when the row is left out */
export function editedRow(row: RawRow, edit: RowEdit | undefined): WrittenRow | undefined {
  if (edit === undefined) return row;
  const { cells, instead } = edit;
  if (cells !== undefined) return withCells(row, cells);
  if (instead === undefined) return undefined;
  return row.formats === undefined ? instead : { ...instead, formats: row.formats };
}
