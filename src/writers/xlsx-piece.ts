/** Some rows of a sheet and their texts, packed: what a thread makes of its share of a workbook. Plain data. */
import { type PackedPiece, packed, packedHere } from './packed-piece.ts';
import type { SheetRows } from './xlsx-rows.ts';

export interface SheetPiece extends Pick<SheetRows, 'rows' | 'textCells' | 'texts'> {
  readonly sheet: PackedPiece;
  readonly strings: PackedPiece;
}

/** What stands in a workbook before some rows of it. */
export interface Standing {
  readonly rows: number;
  readonly texts: number;
}

type Bold = Parameters<SheetRows['xml']>[2];

export function pieceOf(rows: SheetRows, before: Standing): SheetPiece {
  return { ...counts(rows), sheet: packedHere(xmlOf(rows, before)), strings: packedHere(rows.textsXml()) };
}

/** The same, packed in the background. */
export async function pieceSoon(rows: SheetRows, before: Standing, isBold?: Bold): Promise<SheetPiece> {
  const [sheet, strings] = await Promise.all([packed(xmlOf(rows, before, isBold)), packed(rows.textsXml())]);
  return { ...counts(rows), sheet, strings };
}

function xmlOf(rows: SheetRows, before: Standing, isBold?: Bold): Uint8Array {
  return rows.xml(before.rows, before.texts, isBold);
}

function counts({ rows, textCells, texts }: SheetRows): Pick<SheetPiece, 'rows' | 'textCells' | 'texts'> {
  return { rows, textCells, texts };
}

export function standingBehind(before: Standing, { rows, texts }: Standing): Standing {
  return { rows: before.rows + rows, texts: before.texts + texts };
}
