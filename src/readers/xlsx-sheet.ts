/** The rows of one sheet, as they come. */
import { UnusableFile } from '../catalogue/catalogue.ts';
import { damaged } from '../catalogue/damage.ts';
import { allowed, beyond, type Limits } from '../catalogue/limits.ts';
import type { CellKind, RawRow } from './reader.ts';
import { type CellContext, cellValue, formatOf } from './xlsx-cell.ts';
import { type RowTaker, readPlainRow } from './xlsx-plain-row.ts';
import { textCollector } from './xlsx-strings.ts';
import { unescapeText } from './xlsx-values.ts';
import { type XmlAttributes, type XmlHandlers, xmlParser } from './xml.ts';
import { elementReading } from './xml-elements.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext extends CellContext {
  readonly part: string;
  /** Whether rows carry number formats. */
  readonly withFormats: boolean;
  /** Whether rows carry the numbers of the texts that their cells name. */
  readonly withNames: boolean;
  readonly limits: Limits | undefined;
  /** Gets the columns nobody sees, from 0, before the first row comes. */
  readonly hiddenColumns?: Set<number>;
}

const BATCH_ROWS = 256;
const BATCH_CELLS = 65_536;
/** As in every spreadsheet program. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
/** Of a cell that names no shared text. */
const NO_NAME = -1;
/** Rows of this many cells are no catalogue's; a few happen, with a note far to the right. */
const WIDE_ROW = 500;

/**
 * Batches of rows, without the rows in which no cell holds anything.
 * @param batchRows how many rows are waited for before a batch is handed on
 * @throws UnusableFile when the sheet is damaged, with the row where that is known
 */
export async function* sheetRows(
  bytes: AsyncIterable<Uint8Array>,
  context: SheetContext,
  batchRows: number = BATCH_ROWS,
): AsyncGenerator<readonly RawRow[]> {
  let batch: RawRow[] = [];
  let batchCells = 0;
  let cells = 0;
  let empty = 0;
  const mostEmpty = allowed(context.limits, 'empty');
  const mostCells = allowed(context.limits, 'cells');
  const sheet = sheetHandlers(context, (row) => {
    batch.push(row);
    batchCells += row.cells.length;
    cells += row.cells.length;
    if (row.cells.length > WIDE_ROW) empty += row.cells.filter((cell) => cell === '').length;
    // Each takes memory until its batch is handed on.
    if (empty > mostEmpty) throw beyond('empty', mostEmpty, { part: context.part });
    // The empty cells left of a full one count: they are handed on too, up to 16,384 a row.
    if (cells > mostCells) throw beyond('cells', mostCells, { part: context.part });
  });
  const reading = elementReading(xmlParser(sheet, context.part, context.limits), {
    name: 'row',
    isThere: sheet.isAmongRows,
    take: sheet.takeRow,
  });
  const atRow = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      if (!(error instanceof UnusableFile) || sheet.row() === 0) throw error;
      const detail = error.detail === undefined ? {} : { detail: error.detail };
      throw new UnusableFile(error.problem, { ...detail, row: sheet.row(), cause: error });
    }
  };
  for await (const chunk of bytes) {
    atRow(() => reading.write(chunk));
    if (batch.length < batchRows && batchCells < BATCH_CELLS) continue;
    yield batch;
    batch = [];
    batchCells = 0;
  }
  atRow(() => reading.end());
  if (batch.length > 0) yield batch;
}

/** Collects the cells of the row being read. */
function rowCollector({ withFormats, withNames }: SheetContext) {
  let cells: string[] = [];
  let names: number[] = [];
  let kinds: CellKind[] = [];
  let formats: (string | undefined)[] = [];
  let allText = true;
  // Most rows have the kinds and formats of the row above: then they are the same list.
  let kindsAbove: readonly CellKind[] = [];
  let formatsAbove: readonly (string | undefined)[] = [];
  const putCell = (text: string, kind: CellKind, format: string | undefined, name: number): void => {
    cells.push(text);
    kinds.push(kind);
    if (withFormats) formats.push(format);
    if (withNames) names.push(name);
  };
  return {
    has: (index: number): boolean => (cells[index] ?? '') !== '',
    /** @param name the number of the shared text that it names; {@link NO_NAME} */
    put(index: number, text: string, kind: CellKind, format: string | undefined, name: number): void {
      if (kind !== 'text') allText = false;
      while (cells.length < index) putCell('', 'text', undefined, NO_NAME);
      if (index === cells.length) {
        putCell(text, kind, format, name);
        return;
      }
      cells[index] = text;
      kinds[index] = kind;
      if (withFormats) formats[index] = format;
      if (withNames) names[index] = name;
    },
    /** Forgets the row so far. */
    drop(): void {
      cells = [];
      kinds = [];
      formats = [];
      names = [];
      allText = true;
    },
    /** The row, or `undefined` when nothing stands in it; the next one begins. */
    take(row: number, hidden: boolean): RawRow | undefined {
      if (cells.length === 0) return undefined;
      if (!isSameList(kinds, kindsAbove)) kindsAbove = kinds;
      if (!isSameList(formats, formatsAbove)) formatsAbove = formats;
      const taken: RawRow = {
        row,
        cells,
        ...(allText ? {} : { kinds: kindsAbove }),
        ...(hidden ? { hidden } : {}),
        ...(withFormats ? { formats: formatsAbove } : {}),
        ...(withNames ? { named: { cells, numbers: names } } : {}),
      };
      this.drop();
      return taken;
    },
  };
}

function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

/** Turns the events of a sheet's XML into rows. */
interface SheetReading extends XmlHandlers {
  /** The row it is at, 0 before the first. */
  row(): number;
  /** Whether a row could come next. */
  isAmongRows(): boolean;
  /** A row from its text. @see RepeatedElement.take */
  takeRow(text: string, from: number, to: number): boolean;
}

function sheetHandlers(context: SheetContext, emit: (row: RawRow) => void): SheetReading {
  const collected = rowCollector(context);
  const inline = textCollector(() => context.part, context.limits);
  const mostCharacters = allowed(context.limits, 'text');
  /** Where in the sheet: elements with the same names stand in other places too. */
  let within: 'sheet' | 'data' | 'row' | 'cell' | 'value' | 'formula' | 'inline' = 'sheet';
  let row = 0;
  let hidden = false;
  let column = 0;
  let type: string | undefined;
  let style: string | undefined;
  let value: string | undefined;
  let formula: string | undefined;
  let inlineText: string | undefined;

  const openRow = (attributes: XmlAttributes): void => {
    within = 'row';
    const number = attributes.r === undefined ? row + 1 : Number(attributes.r);
    if (!(Number.isInteger(number) && number >= 1 && number <= MAX_ROWS))
      throw damaged('row', String(attributes.r ?? number));
    row = number;
    hidden = isTrue(attributes.hidden);
    column = 0;
  };

  const openColumns = ({ min, max, hidden }: XmlAttributes): void => {
    const { hiddenColumns } = context;
    if (hiddenColumns === undefined || !isTrue(hidden)) return;
    const last = Math.min(Number(max), MAX_COLUMNS);
    for (let number = Math.max(Number(min), 1); number <= last; number++) hiddenColumns.add(number - 1);
  };

  const openCell = (attributes: XmlAttributes): void => {
    within = 'cell';
    const reference = attributes.r;
    column = reference === undefined ? column + 1 : columnNumber(reference);
    if (!(column >= 1 && column <= MAX_COLUMNS)) throw damaged('cell', String(reference ?? column));
    type = attributes.t;
    style = attributes.s;
    value = undefined;
    formula = undefined;
    inlineText = undefined;
  };

  const openInCell = (name: string): void => {
    if (name === 'v') {
      within = 'value';
      value = '';
    } else if (name === 'f') {
      within = 'formula';
      formula = '';
    } else if (name === 'is') {
      within = 'inline';
    }
  };

  const closeCell = (): void => {
    within = 'row';
    if (value === undefined && inlineText === undefined && formula === undefined) return;
    const found = cellValue({ type, style, value, formula, inlineText }, context);
    if (found === undefined) throw damaged('string', `${columnLetters(column)}${row}`);
    if (found.text === '') return;
    // Which of the two a person sees depends on the program.
    if (collected.has(column - 1)) throw damaged('cellTwice', `${columnLetters(column)}${row}`);
    const name = type === 's' && context.strings[Number(value)] === found.text ? Number(value) : NO_NAME;
    collected.put(column - 1, found.text, found.kind, formatCode(style), name);
  };

  const closeRow = (): void => {
    within = 'data';
    const taken = collected.take(row, hidden);
    if (taken !== undefined) emit(taken);
  };

  const plain: RowTaker = {
    begin(number, isHidden) {
      const next = number ?? row + 1;
      if (!(Number.isInteger(next) && next >= 1 && next <= MAX_ROWS)) return false;
      row = next;
      hidden = isHidden;
      column = 0;
      return true;
    },
    skip(at) {
      column = at === 0 ? column + 1 : at;
      return column <= MAX_COLUMNS;
    },
    shared(at, number, style) {
      column = at === 0 ? column + 1 : at;
      return column <= MAX_COLUMNS && putPlain(context.strings[number], 'text', style, number);
    },
    cell(at, cell) {
      column = at === 0 ? column + 1 : at;
      if (column > MAX_COLUMNS) return false;
      const { inlineText: stored } = cell;
      const found = cellValue(stored === undefined ? cell : { ...cell, inlineText: unescapeText(stored) }, context);
      return putPlain(found?.text, found?.kind ?? 'text', cell.style, NO_NAME);
    },
  };

  const formatCode = (style: string | undefined): string | undefined =>
    context.withFormats ? formatOf(style, context).code : undefined;

  const putPlain = (text: string | undefined, kind: CellKind, style: string | undefined, name: number): boolean => {
    if (text === undefined || text.length > mostCharacters) return false;
    if (text === '') return true;
    if (collected.has(column - 1)) return false;
    collected.put(column - 1, text, kind, formatCode(style), name);
    return true;
  };

  const bounded = (text: string): string => {
    if (text.length > mostCharacters) throw beyond('text', mostCharacters, { part: context.part });
    return text;
  };

  return {
    row: () => row,
    isAmongRows: () => within === 'data',
    takeRow(text, from, to) {
      const before = row;
      if (to - from <= mostCharacters && readPlainRow(text, from, to, plain)) {
        closeRow();
        return true;
      }
      row = before;
      collected.drop();
      return false;
    },
    open(name, attributes) {
      if (within === 'cell') openInCell(name);
      else if (within === 'row') {
        if (name === 'c') openCell(attributes);
      } else if (within === 'data') {
        if (name === 'row') openRow(attributes);
      } else if (within === 'inline') inline.open(name);
      else if (name === 'sheetData') within = 'data';
      else if (name === 'col') openColumns(attributes);
    },
    close(name) {
      if (within === 'value' || within === 'formula') within = 'cell';
      else if (within === 'cell') {
        if (name === 'c') closeCell();
      } else if (within === 'row') {
        if (name === 'row') closeRow();
      } else if (within === 'inline') {
        if (name === 'is') {
          within = 'cell';
          inlineText = inline.take();
        } else inline.close(name);
      } else if (name === 'sheetData') within = 'sheet';
    },
    text(text) {
      if (within === 'value') value = bounded((value ?? '') + text);
      else if (within === 'formula') formula = bounded((formula ?? '') + text);
      else if (within === 'inline') inline.text(text);
    },
  };
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

/** From 1; 0 when the reference, such as `AB12`, does not begin with letters. */
function columnNumber(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length && index < 4; index += 1) {
    const code = reference.charCodeAt(index);
    // Small letters have the codes of capitals but for one bit.
    const letter = (code & ~32) - 64;
    if (code < 65 || letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}

function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
