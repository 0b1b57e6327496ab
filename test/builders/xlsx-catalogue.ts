/** Catalogues as workbooks: numbers in number cells, days as days, all else as text. */
import { strToU8 } from 'fflate';
import { FIELD_NAMES, FIELDS, type Field, fieldKind } from '../../src/catalogue/field.ts';
import { type BuiltLine, LABEL_NAMES } from './built-lines.ts';
import { type CellSpec, sheetParts, sheetWorkbook, type WorkbookSpec } from './workbook.ts';

export function xlsxCatalogue(lines: readonly BuiltLine[]): Uint8Array {
  return sheetWorkbook(specOf(lines));
}

/** The parts of the archive by their names. */
export function xlsxParts(lines: readonly BuiltLine[]): Record<string, Uint8Array> {
  const parts = Object.entries(sheetParts(specOf(lines)));
  return Object.fromEntries(parts.map(([name, content]) => [name, strToU8(content)]));
}

function specOf(lines: readonly BuiltLine[]): WorkbookSpec {
  const rows = [
    FIELD_NAMES.map((field) => FIELDS[field].title.nb),
    ...lines.map((line) => FIELD_NAMES.map((field) => cell(field, line[field]))),
  ];
  return { sheets: [{ name: 'Katalog', rows }] };
}

/** A double holds no more. */
const MOST_DIGITS = 15;
const DAY = 86_400_000;
/** Day 0 of a spreadsheet, for days since March 1900. */
const EPOCH = Date.UTC(1899, 11, 30);

function cell(field: Field, value: string | undefined): CellSpec {
  if (value === undefined) return null;
  switch (fieldKind(field)) {
    case 'decimal':
    case 'money':
    case 'percent':
      return value.replace(/\D/g, '').length > MOST_DIGITS ? text(value) : { xml: `<v>${value}</v>` };
    case 'date':
      return { xml: `<v>${(Date.parse(`${value}T00:00:00Z`) - EPOCH) / DAY}</v>`, format: 14 };
    case 'boolean':
      return value === 'true';
    case 'labels':
      return text(LABEL_NAMES[value] ?? value);
    default:
      return text(value);
  }
}

/** As spreadsheet programs do it: what looks like an escaped letter gets its underscore escaped, and so does CR. */
function text(value: string): string {
  return value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\r', '_x000D_');
}
