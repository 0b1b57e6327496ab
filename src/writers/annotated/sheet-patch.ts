/** The sheet of the catalogue with its guilty cells coloured and a column of what is wrong, row by row as it is read. */
import { DEVIATION_HEADING } from '../../catalogue/own-marks.ts';
import type { CellAnnotation, CommentRoom, RowAnnotation } from './annotation.ts';
import type { CellComment } from './comments.ts';
import type { MarkedStyles } from './marked-styles.ts';
import { cellText } from './own-sheet.ts';
import { type CellChange, patchedRow, type RowText, readRow, rowNumber } from './row-patch.ts';
import {
  columnStyles,
  commentDrawing,
  lastMergedColumn,
  MAX_COLUMNS,
  patchedHead,
  patchedTail,
} from './sheet-frame.ts';
import { sheetPieces } from './sheet-pieces.ts';
import { attributeIn } from './tag-text.ts';

export interface SheetAnnotations {
  /** Where the headings stand, from 1. */
  readonly headingRow: number;
  /** The column of deviations that an earlier run put in, from 0: it is written anew. */
  readonly earlierColumn?: number;
  /** Rows ascending. */
  readonly rows: AsyncIterable<RowAnnotation>;
  /** The row an annotation names for a row of the sheet; absent: they are the same. */
  readonly rowOf?: (sheetRow: number) => number;
  readonly room: CommentRoom;
}

/** What must be known of a sheet before its first row is written. */
export interface SheetFacts {
  /** Where the deviations go, from 0; absent: every column is taken. */
  readonly column: number | undefined;
  /** Whether the sheet was annotated before. */
  readonly isSecondTime: boolean;
  /** The relation of the drawing that its comments have. */
  readonly drawing: string | undefined;
}

/** Reads the sheet once. @param part its name, for messages */
export async function sheetFacts(
  bytes: AsyncIterable<Uint8Array>,
  part: string,
  { headingRow, earlierColumn }: Pick<SheetAnnotations, 'headingRow' | 'earlierColumn'>,
): Promise<SheetFacts> {
  let prefix = '';
  let last = -1;
  let drawing: string | undefined;
  for await (const pieces of sheetPieces(bytes, part)) {
    for (const piece of pieces) {
      if (piece.kind === 'head') prefix = piece.prefix;
      else if (piece.kind === 'row') last = Math.max(last, lastColumn(piece.text, prefix));
      else if (piece.kind === 'tail') {
        last = Math.max(last, lastMergedColumn(piece.text, prefix, headingRow));
        drawing = commentDrawing(piece.text, prefix);
      }
    }
  }
  const column = earlierColumn ?? last + 1;
  return {
    column: column < MAX_COLUMNS ? column : undefined,
    isSecondTime: earlierColumn !== undefined,
    drawing,
  };
}

/** From 0, of the last cell that holds something; -1 where none does. Most rows tell it by their end. */
function lastColumn(row: string, prefix: string): number {
  if (!row.includes('<!')) {
    const end = Math.max(...['v', 'is', 'f'].map((name) => row.lastIndexOf(`</${prefix}${name}>`)));
    if (end < 0 && !row.includes(`<${prefix}f`)) return -1;
    const start = row.lastIndexOf(`<${prefix}c `, end);
    const reference = start < 0 ? undefined : attributeIn(row.slice(start, row.indexOf('>', start) + 1), 'r');
    const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0];
    if (end >= 0 && letters !== undefined && row.lastIndexOf(`<${prefix}f`) < end) return columnOf(letters);
  }
  return readRow(row, prefix, 0).cells.findLast(({ holdsSomething }) => holdsSomething)?.column ?? -1;
}

function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

export interface SheetPatch extends SheetAnnotations {
  readonly facts: SheetFacts;
  readonly styles: MarkedStyles;
  /** Relation of a drawing for the comments that the sheet does not name yet. */
  readonly newDrawing: string | undefined;
  /** Of relations, in this workbook. */
  readonly namespace: string;
  readonly comment: (comment: CellComment) => void;
  /** There was no room for the comment of a cell. */
  readonly leaveOut: () => void;
}

export async function* patchedSheet(
  bytes: AsyncIterable<Uint8Array>,
  part: string,
  patch: SheetPatch,
): AsyncGenerator<string> {
  const { facts, newDrawing, namespace } = patch;
  const annotated = cursor(patch.rows);
  const rowOf = patch.rowOf ?? ((row: number) => row);
  let rows: RowPatcher | undefined;
  let number = 0;
  let prefix = '';
  for await (const pieces of sheetPieces(bytes, part)) {
    let text = '';
    for (const piece of pieces) {
      if (piece.kind === 'head') {
        prefix = piece.prefix;
        rows = rowPatcher(patch, columnStyles(piece.text, prefix));
        text += patchedHead(piece.text, prefix, facts.column);
      } else if (piece.kind === 'row' && rows !== undefined) {
        number = rowNumber(piece.text, number);
        const annotation = await annotated.at(rowOf(number));
        text += rows(piece.text, prefix, number, annotation);
      } else if (piece.kind === 'tail' && newDrawing !== undefined)
        text += patchedTail(piece.text, prefix, newDrawing, namespace);
      else text += piece.text;
    }
    yield text;
  }
}

/** What is said of one row after the other. */
function cursor(rows: AsyncIterable<RowAnnotation>) {
  const iterator = rows[Symbol.asyncIterator]();
  let next: RowAnnotation | undefined;
  let begun = false;
  const advance = async (): Promise<void> => {
    const { done, value } = await iterator.next();
    next = done === true ? undefined : value;
  };
  return {
    async at(row: number): Promise<RowAnnotation | undefined> {
      if (!begun) await advance();
      begun = true;
      while (next !== undefined && next.row < row) await advance();
      return next?.row === row ? next : undefined;
    },
  };
}

type RowPatcher = (text: string, prefix: string, number: number, annotation: RowAnnotation | undefined) => string;

function rowPatcher(patch: SheetPatch, columnStyle: (column: number) => number | undefined): RowPatcher {
  const { facts, styles, headingRow } = patch;
  const left = { ...patch.room };

  const styleAt = (row: RowText, column: number): number | undefined =>
    row.cells.find((cell) => cell.column === column)?.style ?? row.style ?? columnStyle(column);

  const tell = ({ column, severity, comment }: CellAnnotation, row: number): void => {
    if (left[severity] === 0) {
      patch.leaveOut();
      return;
    }
    left[severity] -= 1;
    patch.comment({ column, row, text: comment });
  };

  const coloured = (row: RowText, annotation: RowAnnotation): readonly CellChange[] =>
    annotation.cells.flatMap((cell) => {
      const { column, severity } = cell;
      if (column === facts.column) return [];
      tell(cell, row.number);
      return [{ column, style: styles.marked(styleAt(row, column), severity) }];
    });

  /** Colours of an earlier run are taken off what is right now, and its words are taken away. */
  const cleaned = (row: RowText, changed: ReadonlySet<number>): readonly CellChange[] =>
    row.cells.flatMap(({ column, style }): CellChange[] => {
      if (changed.has(column)) return [];
      if (column === facts.column) return [{ column, style: undefined, text: '' }];
      const plain = styles.unmarked(style);
      return plain === undefined ? [] : [{ column, style: plain }];
    });

  /** What goes into the column of deviations. */
  const deviation = (row: RowText, annotation: RowAnnotation | undefined): readonly CellChange[] => {
    const { column } = facts;
    if (column === undefined) return [];
    if (row.number === headingRow) {
      const neighbour = row.cells.findLast((cell) => cell.column < column && cell.holdsSomething)?.style;
      return [{ column, style: neighbour, text: cellText(DEVIATION_HEADING) }];
    }
    if (annotation === undefined) return [];
    return [{ column, style: styles.marked(undefined, annotation.severity), text: cellText(annotation.text) }];
  };

  return (text, prefix, number, annotation) => {
    if (annotation === undefined && number !== headingRow && !facts.isSecondTime) return text;
    const row = readRow(text, prefix, number);
    const changes = [...(annotation === undefined ? [] : coloured(row, annotation)), ...deviation(row, annotation)];
    if (facts.isSecondTime) changes.push(...cleaned(row, new Set(changes.map(({ column }) => column))));
    return patchedRow(row, changes);
  };
}
