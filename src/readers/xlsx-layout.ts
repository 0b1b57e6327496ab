/** How a sheet looks above its lines: widths, what stays in sight when scrolling, and which rows are bold. */
import { damaged } from '../catalogue/damage.ts';
import type { SheetLayout } from './reader.ts';
import { parseXml, type XmlAttributes, type XmlHandlers, xmlParser } from './xml.ts';

/** As in every spreadsheet program. */
const MAX_WIDTH = 255;
const MAX_COLUMNS = 16_384;
const MAX_STYLES = 100_000;

/**
 * Reads no further than the last of the rows asked for.
 * @param lastRow of those that may be bold
 * @throws UnusableFile when the sheet is damaged above that
 */
export async function readLayout(
  bytes: AsyncIterable<Uint8Array>,
  part: string,
  boldStyles: ReadonlySet<string>,
  lastRow: number,
): Promise<SheetLayout> {
  const reading = layoutHandlers(boldStyles, lastRow);
  const parser = xmlParser(reading.handlers, part);
  for await (const chunk of bytes) {
    parser.write(chunk);
    if (reading.isDone()) break;
  }
  return reading.layout;
}

interface LayoutReading {
  readonly handlers: XmlHandlers;
  readonly layout: SheetLayout;
  isDone(): boolean;
}

function layoutHandlers(boldStyles: ReadonlySet<string>, lastRow: number): LayoutReading {
  const widths: (number | undefined)[] = [];
  const boldRows = new Set<number>();
  const frozen = { rows: 0, columns: 0 };
  let done = false;
  let row = 0;
  /** Of the cells of the row that hold something, whether one is bold and whether one is not. */
  let bold = false;
  let plain = false;
  let style = '0';

  const openPane = ({ state, xSplit, ySplit }: XmlAttributes): void => {
    if (state !== 'frozen' && state !== 'frozenSplit') return;
    frozen.columns = splitAt(xSplit);
    frozen.rows = splitAt(ySplit);
  };
  const openColumns = ({ min, max, width, hidden }: XmlAttributes): void => {
    const value = Number(width);
    const [from, to] = [Number(min), Math.min(Number(max), MAX_COLUMNS)];
    if (isTrue(hidden) || !(value > 0 && value <= MAX_WIDTH) || !(Number.isInteger(from) && from >= 1)) return;
    for (let column = from; column <= to; column++) widths[column - 1] = value;
  };
  const openRow = ({ r }: XmlAttributes): void => {
    row = r === undefined ? row + 1 : Number(r);
    bold = false;
    plain = false;
    if (row > lastRow) done = true;
  };
  return {
    layout: { widths, frozen, boldRows },
    isDone: () => done,
    handlers: {
      open(name, attributes) {
        if (done) return;
        if (name === 'pane') openPane(attributes);
        else if (name === 'col') openColumns(attributes);
        else if (name === 'row') openRow(attributes);
        else if (name === 'c') style = attributes.s ?? '0';
        else if (name === 'v' || name === 'is') {
          if (boldStyles.has(style)) bold = true;
          else plain = true;
        }
      },
      close(name) {
        if (name === 'sheetData') done = true;
        if (!done && name === 'row' && bold && !plain) boldRows.add(row);
      },
      text: () => {},
    },
  };
}

function splitAt(attribute: string | undefined): number {
  const split = Number(attribute ?? 0);
  return Number.isInteger(split) && split > 0 && split <= MAX_COLUMNS ? split : 0;
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

/**
 * Reads the styles part.
 * @returns the style numbers of cells whose font is bold, as written in their attribute `s`
 * @throws UnusableFile when it is damaged
 */
export async function readBoldStyles(bytes: AsyncIterable<Uint8Array>, part: string): Promise<ReadonlySet<string>> {
  const boldFonts = new Set<number>();
  const bold = new Set<string>();
  const parents: string[] = [];
  let fonts = 0;
  let styles = 0;
  await parseXml(
    bytes,
    {
      open(name, attributes) {
        const parent = parents.at(-1);
        // Formats for single conditions and named styles use the same elements elsewhere in the part.
        if (name === 'font' && parent === 'fonts') fonts++;
        else if (name === 'b' && parent === 'font' && parents.at(-2) === 'fonts') {
          if (attributes.val !== '0' && attributes.val !== 'false') boldFonts.add(fonts - 1);
        } else if (name === 'xf' && parent === 'cellXfs') {
          if (boldFonts.has(Number(attributes.fontId ?? 0))) bold.add(String(styles));
          if (++styles > MAX_STYLES) throw damaged('styles', part);
        }
        parents.push(name);
      },
      close: () => void parents.pop(),
      text: () => {},
    },
    part,
  );
  return bold;
}
