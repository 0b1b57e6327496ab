/** Some rows of a sheet, packed: what a thread makes of its share of a workbook. Plain data. */
import { type PackedPiece, packed, packedHere } from './packed-piece.ts';
import type { PlaceInSheet, SheetRows } from './xlsx-rows.ts';
import type { SharedTexts } from './xlsx-texts.ts';

export interface SheetPiece extends Pick<SheetRows, 'rows' | 'textCells' | 'named'> {
  /** How many rows must stand above it. */
  readonly above: number;
  readonly sheet: PackedPiece;
}

export function pieceOf(rows: SheetRows, place: PlaceInSheet): SheetPiece {
  return withSheet(rows, place, packedHere(rows.xml(place)));
}

/** The same, packed in the background. */
export async function pieceSoon(
  rows: SheetRows,
  place: PlaceInSheet,
  isBold?: (row: number) => boolean,
): Promise<SheetPiece> {
  return withSheet(rows, place, await packed(rows.xml(place, isBold)));
}

function withSheet({ rows, textCells, named }: SheetRows, { above }: PlaceInSheet, sheet: PackedPiece): SheetPiece {
  return { rows, textCells, named, above, sheet };
}

/** A sheet that pieces are put into, one below the other. */
export interface Filling {
  readonly texts: SharedTexts;
  rows: number;
}

/** Where the next rows come. */
export function nextPlace(filling: Filling, { rows, texts }: Pick<SheetRows, 'rows' | 'texts'>): PlaceInSheet {
  const above = filling.rows;
  filling.rows += rows;
  return { above, numbers: filling.texts.add(texts) };
}
