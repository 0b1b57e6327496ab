/** Catalogues as CSV, in the ways suppliers' systems write it; none of the project's own code for CSV. */
import { FIELD_NAMES, FIELDS, type Field, fieldKind } from '../../src/catalogue/field.ts';
import { type BuiltLine, LABEL_NAMES } from './built-lines.ts';

export type BuiltEncoding = 'utf-8' | 'utf-8 with BOM' | 'windows-1252' | 'iso-8859-1';

export interface BuiltDialect {
  readonly encoding: BuiltEncoding;
  readonly delimiter: ';' | ',' | '\t' | '|';
  readonly lineEnd: '\r\n' | '\n';
  /** Where they must stand, or around every cell. */
  readonly quotes: 'needed' | 'all';
  readonly decimalSign: ',' | '.';
  /** Between thousands. */
  readonly thousands: '' | ' ' | '.' | ',';
  readonly date: 'YYYY-MM-DD' | 'DD.MM.YYYY' | 'DD/MM/YYYY' | 'YYYYMMDD';
  /** Without it the last record has no line end. */
  readonly endsInLineEnd: boolean;
}

/** Of every field, in the order of the table of fields. */
export function csvCatalogue(lines: readonly BuiltLine[], dialect: BuiltDialect): Uint8Array {
  const rows = [
    FIELD_NAMES.map((field) => FIELDS[field].title.nb),
    ...lines.map((line) => FIELD_NAMES.map((field) => written(field, line[field], dialect))),
  ];
  const { delimiter, lineEnd, quotes, endsInLineEnd } = dialect;
  const text = rows.map((cells) => cells.map((cell) => quoted(cell, delimiter, quotes)).join(delimiter)).join(lineEnd);
  return encoded(endsInLineEnd ? text + lineEnd : text, dialect.encoding);
}

function written(field: Field, value: string | undefined, dialect: BuiltDialect): string {
  if (value === undefined) return '';
  switch (fieldKind(field)) {
    case 'decimal':
    case 'money':
    case 'percent':
      return number(value, dialect);
    case 'date':
      return day(value, dialect.date);
    case 'labels':
      return LABEL_NAMES[value] ?? value;
    case 'boolean':
      return value === 'true' ? 'Ja' : 'Nei';
    case 'status':
      return STATUS_WORDS[value] ?? value;
    default:
      return value;
  }
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  active: 'Aktiv',
  discontinued: 'Utgått',
  temporarilyUnavailable: 'Midlertidig utsolgt',
  new: 'Ny',
};

function number(value: string, { decimalSign, thousands }: BuiltDialect): string {
  const [, minus = '', whole = '', decimals] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, thousands);
  return `${minus}${grouped}${decimals === undefined ? '' : decimalSign + decimals}`;
}

function day(value: string, form: BuiltDialect['date']): string {
  const [year = '', month = '', date = ''] = value.split('-');
  return form.replace('YYYY', year).replace('MM', month).replace('DD', date);
}

function quoted(cell: string, delimiter: string, quotes: BuiltDialect['quotes']): string {
  const needed = cell.includes(delimiter) || /["\r\n]/.test(cell);
  return quotes === 'all' || needed ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function encoded(text: string, encoding: BuiltEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 with BOM':
      return Buffer.from(`\ufeff${text}`);
    case 'iso-8859-1':
      return singleBytes(text, '');
    case 'windows-1252':
      return singleBytes(text, WINDOWS_1252);
  }
}

/** From 0x80 on, a blank where there is no letter. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** @param upper the letters from 0x80 on; what it has none for is as in ISO-8859-1 */
function singleBytes(text: string, upper: string): Uint8Array {
  return Buffer.from(
    Array.from(text, (letter) => {
      const at = letter > '\u007f' ? upper.indexOf(letter) : -1;
      const byte = at >= 0 ? 0x80 + at : letter.charCodeAt(0);
      if (letter.length > 1 || byte > 0xff) throw new RangeError(`no byte for ${letter}`);
      return byte;
    }),
  );
}
