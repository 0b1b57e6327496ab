/** A sheet of ours as XML: text within its cells, so that no part of the file's own has to hold it. */
import { columnLetter } from '../../catalogue/column-letter.ts';
import { escaped } from '../../catalogue/xml-text.ts';
import { escapeText } from '../../readers/xlsx-values.ts';
import type { OwnCell, OwnSheet } from './annotation.ts';
import type { MarkedStyles } from './marked-styles.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** @param namespace of workbooks, as in the file's other parts */
export function ownSheetXml({ rows, widths }: OwnSheet, namespace: string, styles: MarkedStyles): string {
  const columns = widths.map((width, index) => {
    const column = index + 1;
    return `<col min="${column}" max="${column}" width="${width}" customWidth="1"/>`;
  });
  const written = rows.map((cells, index) => {
    const row = index + 1;
    return `<row r="${row}"${heightOf(cells, widths)}>${cells.map((cell, at) => cellXml(cell, `${columnLetter(at)}${row}`, styles)).join('')}</row>`;
  });
  return (
    `${XML}<worksheet xmlns="${namespace}"><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>` +
    `${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${written.join('')}</sheetData></worksheet>`
  );
}

/** In points, of one line of text. */
const LINE_HEIGHT = 15;
const MOST_LINES = 25;

/** Not every program makes rows as high as their text. */
function heightOf(cells: readonly OwnCell[], widths: readonly number[]): string {
  const lines = cells.map(({ value, style }, at) =>
    typeof value === 'number' || style === undefined || style === 'title' || style === 'bold'
      ? 1
      : linesOf(value, widths[at] ?? 1),
  );
  const most = Math.min(Math.max(1, ...lines), MOST_LINES);
  return most === 1 ? '' : ` ht="${most * LINE_HEIGHT}" customHeight="1"`;
}

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
}

function cellXml({ value, style }: OwnCell, reference: string, styles: MarkedStyles): string {
  if (value === '') return '';
  const tag = `<c r="${reference}"${style === undefined ? '' : ` s="${styles.own(style)}"`}`;
  return typeof value === 'number' ? `${tag}><v>${value}</v></c>` : `${tag} t="inlineStr">${inlineText(value)}</c>`;
}

function inlineText(text: string): string {
  return `<is><t xml:space="preserve">${cellText(text)}</t></is>`;
}

/** Text as it may stand in a cell. */
export function cellText(text: string): string {
  return escaped(escapeText(text));
}
