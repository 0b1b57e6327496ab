/** The styles of a workbook's cells: a number format, bold or not. */
import { escaped } from '../catalogue/xml-text.ts';

export interface CellStyle {
  /** As XML has it. */
  readonly format: string | undefined;
  readonly bold: boolean;
}

export interface CellStyles {
  /** In the order of their numbers. */
  readonly all: readonly CellStyle[];
  /** What stands in a cell's tag behind its place: the quote that ends that, and the style. */
  attribute(format: string | undefined, bold: boolean): string;
}

export const PERCENT_FORMAT = '0.00%';
export const DATE_FORMAT = 'yyyy-mm-dd';
export const DATE_TIME_FORMAT = 'yyyy-mm-dd hh:mm:ss';
/** What cells get whose own format would not do. */
const OWN_FORMATS = [undefined, PERCENT_FORMAT, DATE_FORMAT, DATE_TIME_FORMAT];

/**
 * The same numbers in every thread that is given the same formats.
 * @param formats further ones that cells have; what is asked for beside them is numbered as it comes
 */
export function cellStyles(formats: readonly string[]): CellStyles {
  const all: CellStyle[] = [];
  const plain = new Map<string | undefined, string>();
  const heavy = new Map<string | undefined, string>();
  const add = (format: string | undefined): void => {
    const inXml = format === undefined ? undefined : escaped(format);
    plain.set(format, styleAttribute(all.push({ format: inXml, bold: false }) - 1));
    heavy.set(format, styleAttribute(all.push({ format: inXml, bold: true }) - 1));
  };
  for (const format of new Set([...OWN_FORMATS, ...formats])) add(format);
  return {
    all,
    attribute(format, bold) {
      const known = bold ? heavy : plain;
      if (!known.has(format)) add(format);
      return known.get(format) ?? '"';
    },
  };
}

function styleAttribute(number: number): string {
  return `" s="${number}"`;
}
