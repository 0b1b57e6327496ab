/** What stands before and behind the rows of a sheet, with a column more and a place for comments. */
import { columnIndex, columnLetter } from '../../catalogue/column-letter.ts';
import { edited, type TextEdit } from '../xml-patch.ts';
import { withoutComments } from './sheet-pieces.ts';
import { attributeIn, withAttribute } from './tag-text.ts';

/** In the widths of a character. */
const WIDTH = 70;
export const MAX_COLUMNS = 16_384;

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function tagsOf(text: string, name: string): readonly Tag[] {
  const pattern = new RegExp(`<${name}(?=[\\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>`, 'g');
  return [...withoutComments(text).matchAll(pattern)].map(({ 0: tag, index }) => ({
    start: index,
    end: index + tag.length,
    text: tag,
  }));
}

/** The columns' own styles, for cells that are not there yet; by column from 0. */
export function columnStyles(head: string, prefix: string): (column: number) => number | undefined {
  const ranges = tagsOf(head, `${prefix}col`).flatMap(({ text }) => {
    const style = attributeIn(text, 'style');
    return style === undefined ? [] : [{ ...rangeOf(text), style: Number(style) }];
  });
  return (column) => ranges.find(({ min, max }) => min <= column + 1 && column + 1 <= max)?.style;
}

function rangeOf(tag: string): { readonly min: number; readonly max: number } {
  return { min: Number(attributeIn(tag, 'min')), max: Number(attributeIn(tag, 'max')) };
}

/** @param column the new one, from 0; absent: there is none */
export function patchedHead(head: string, prefix: string, column: number | undefined): string {
  const text = asUtf8(head);
  if (column === undefined) return text;
  return edited(text, [...dimension(text, prefix, column), ...columns(text, prefix, column + 1)]);
}

/** It is written anew in UTF-8, whatever it was. */
function asUtf8(head: string): string {
  return head.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
}

function dimension(text: string, prefix: string, column: number): readonly TextEdit[] {
  const [tag] = tagsOf(text, `${prefix}dimension`);
  const range = /^([A-Z]+\d+)(?::([A-Z]+)(\d+))?$/.exec(tag === undefined ? '' : (attributeIn(tag.text, 'ref') ?? ''));
  if (tag === undefined || range === null) return [];
  const [, first = '', letters = '', row = ''] = range;
  const last = letters === '' ? -1 : (columnIndex(letters) ?? -1);
  if (last >= column) return [];
  const lastRow = row === '' ? first.replace(/\D/g, '') : row;
  return [{ ...tag, text: withAttribute(tag.text, 'ref', `${first}:${columnLetter(column)}${lastRow}`) }];
}

/** A width for the new column, out of whatever range it stood in: all columns to the right are often hidden in one. */
function columns(text: string, prefix: string, number: number): readonly TextEdit[] {
  const own = `<${prefix}col min="${number}" max="${number}" width="${WIDTH}" customWidth="1"/>`;
  const tags = tagsOf(text, `${prefix}col`);
  if (tags.length === 0) {
    const [empty] = tagsOf(text, `${prefix}cols`);
    if (empty !== undefined) return [{ ...empty, text: `<${prefix}cols>${own}</${prefix}cols>` }];
    const at = text.lastIndexOf('<');
    return [{ start: at, end: at, text: `<${prefix}cols>${own}</${prefix}cols>` }];
  }
  const around = tags.find(({ text: tag }) => rangeOf(tag).min <= number && number <= rangeOf(tag).max);
  if (around === undefined) {
    const next = tags.find(({ text: tag }) => rangeOf(tag).min > number);
    const at = next?.start ?? tags.at(-1)?.end ?? 0;
    return [{ start: at, end: at, text: own }];
  }
  const { min, max } = rangeOf(around.text);
  const part = (from: number, to: number): string =>
    from > to ? '' : withAttribute(withAttribute(around.text, 'min', String(from)), 'max', String(to));
  return [{ ...around, text: part(min, number - 1) + own + part(number + 1, max) }];
}

/** Of the elements that come behind the one that names the drawing of the comments. */
const BEHIND_DRAWING = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

/** The relation of the drawing that the sheet's comments have already. */
export function commentDrawing(tail: string, prefix: string): string | undefined {
  const [tag] = tagsOf(tail, `${prefix}legacyDrawing`);
  return tag === undefined ? undefined : /\s(?:[\w.-]+:)?id\s*=\s*["']([^"']*)["']/.exec(tag.text)?.[1];
}

/**
 * @param relation of the new drawing of the comments
 * @param namespace of relations in this workbook
 */
export function patchedTail(tail: string, prefix: string, relation: string, namespace: string): string {
  const at = behindDrawing(tail, prefix);
  const element = `<${prefix}legacyDrawing xmlns:r="${namespace}" r:id="${relation}"/>`;
  return edited(tail, [{ start: at, end: at, text: element }]);
}

const ANY_TAG = /<(\/?)([\w.:-]+)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/g;

/** Where the drawing belongs among the children of the sheet. */
function behindDrawing(tail: string, prefix: string): number {
  const visible = withoutComments(tail);
  // The end of the rows is the first tag of it.
  let depth = 1;
  for (const { 0: tag, 1: closing, 2: name = '', 3: closed, index } of visible.matchAll(ANY_TAG)) {
    if (closing === '/') {
      depth -= 1;
      if (depth < 0) return index;
      continue;
    }
    if (depth === 0 && isBehind(name, prefix, visible.slice(index + tag.length, index + tag.length + 400)))
      return index;
    if (closed !== '/') depth += 1;
  }
  return tail.lastIndexOf('<');
}

/** Controls come in a choice between an older and a newer form. */
function isBehind(name: string, prefix: string, content: string): boolean {
  if (name.endsWith(':AlternateContent')) return /<(?:[\w.-]+:)?(?:controls|oleObjects)[\s>]/.test(content);
  return name.startsWith(prefix) && BEHIND_DRAWING.has(name.slice(prefix.length));
}

/** The columns that merged cells reach, where one of them is in the row: from 0, -1 where none is. */
export function lastMergedColumn(tail: string, prefix: string, row: number): number {
  let last = -1;
  for (const { text } of tagsOf(tail, `${prefix}mergeCell`)) {
    const range = /^[A-Z]+(\d+):([A-Z]+)(\d+)$/.exec(attributeIn(text, 'ref') ?? '');
    if (range === null || Number(range[1]) > row || Number(range[3]) < row) continue;
    last = Math.max(last, columnIndex(range[2] ?? '') ?? -1);
  }
  return last;
}
