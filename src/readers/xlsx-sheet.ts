/** The rows of one sheet, as they come. */
import { UnusableFile } from '../catalogue/catalogue.ts';
import type { CellKind, RawRow } from './reader.ts';
import { type CellContext, cellValue, formatOf } from './xlsx-cell.ts';
import { MAX_CELL_CHARACTERS, textCollector, tooLong } from './xlsx-strings.ts';
import { type XmlAttributes, type XmlHandlers, xmlParser } from './xml.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext extends CellContext {
  readonly part: string;
  /** Whether rows carry number formats. */
  readonly withFormats: boolean;
}

const BATCH_ROWS = 256;
const BATCH_CELLS = 65_536;
/** As in every spreadsheet program. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
/** A million rows of 95 columns. The empty cells left of a full one count: they are handed on too, up to 16,384 a row. */
const MAX_CELLS = 100_000_000;

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
  const sheet = sheetHandlers(context, (row) => {
    batch.push(row);
    batchCells += row.cells.length;
    cells += row.cells.length;
    if (cells > MAX_CELLS)
      throw new UnusableFile('damaged', { detail: `${context.part}: more than ${MAX_CELLS} cells` });
  });
  const parser = xmlParser(sheet, context.part);
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
    atRow(() => parser.write(chunk));
    if (batch.length < batchRows && batchCells < BATCH_CELLS) continue;
    yield batch;
    batch = [];
    batchCells = 0;
  }
  atRow(() => parser.end());
  if (batch.length > 0) yield batch;
}

/** Collects the cells of the row being read. */
function rowCollector(withFormats: boolean) {
  let cells: string[] = [];
  let kinds: CellKind[] = [];
  let formats: (string | undefined)[] = [];
  let allText = true;
  return {
    has: (index: number): boolean => (cells[index] ?? '') !== '',
    put(index: number, text: string, kind: CellKind, format: string | undefined): void {
      while (cells.length < index) {
        cells.push('');
        kinds.push('text');
      }
      cells[index] = text;
      kinds[index] = kind;
      if (kind !== 'text') allText = false;
      if (withFormats) formats[index] = format;
    },
    /** The row, or `undefined` when nothing stands in it; the next one begins. */
    take(row: number): RawRow | undefined {
      if (cells.length === 0) return undefined;
      const taken: RawRow = {
        row,
        cells,
        ...(allText ? {} : { kinds }),
        ...(withFormats ? { formats: Array.from(cells, (_, index) => formats[index]) } : {}),
      };
      cells = [];
      kinds = [];
      formats = [];
      allText = true;
      return taken;
    },
  };
}

/** Turns the events of a sheet's XML into rows; `row()` is the row it is at, 0 before the first. */
function sheetHandlers(context: SheetContext, emit: (row: RawRow) => void): XmlHandlers & { row(): number } {
  const collected = rowCollector(context.withFormats);
  const inline = textCollector(() => context.part);
  /** Where in the sheet: elements with the same names stand in other places too. */
  let within: 'sheet' | 'data' | 'row' | 'cell' | 'value' | 'formula' | 'inline' = 'sheet';
  let row = 0;
  let column = 0;
  let type: string | undefined;
  let style: string | undefined;
  let value: string | undefined;
  let formula: string | undefined;
  let inlineText: string | undefined;

  const damaged = (detail: string): UnusableFile =>
    new UnusableFile('damaged', { detail: `${context.part}: ${detail}` });

  const openRow = (attributes: XmlAttributes): void => {
    within = 'row';
    const number = attributes.r === undefined ? row + 1 : Number(attributes.r);
    if (!(Number.isInteger(number) && number >= 1 && number <= MAX_ROWS))
      throw damaged(`row ${attributes.r ?? number}`);
    row = number;
    column = 0;
  };

  const openCell = (attributes: XmlAttributes): void => {
    within = 'cell';
    const reference = attributes.r;
    column = reference === undefined ? column + 1 : columnNumber(reference);
    if (!(column >= 1 && column <= MAX_COLUMNS)) throw damaged(`cell ${reference ?? column}`);
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
    if (found === undefined) throw damaged(`${columnLetters(column)}${row}: no shared string ${value}`);
    if (found.text === '') return;
    // Which of the two a person sees depends on the program.
    if (collected.has(column - 1)) throw damaged(`${columnLetters(column)}${row}: twice`);
    collected.put(column - 1, found.text, found.kind, context.withFormats ? formatOf(style, context).code : undefined);
  };

  const closeRow = (): void => {
    within = 'data';
    const taken = collected.take(row);
    if (taken !== undefined) emit(taken);
  };

  const bounded = (text: string): string => {
    if (text.length > MAX_CELL_CHARACTERS) throw tooLong(context.part);
    return text;
  };

  return {
    row: () => row,
    open(name, attributes) {
      if (within === 'cell') openInCell(name);
      else if (within === 'row') {
        if (name === 'c') openCell(attributes);
      } else if (within === 'data') {
        if (name === 'row') openRow(attributes);
      } else if (within === 'inline') inline.open(name);
      else if (name === 'sheetData') within = 'data';
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
