/** The table in docs/formats.md of which format carries which field; the rest of that page is written by hand. */
import { FIELD_NAMES } from '../catalogue/field.ts';
import { CARRIED_STATUSES, type Carried, carriedFields } from '../readers/carried-fields.ts';
import { type FileFormat, FORMATS } from '../readers/reader.ts';
import { table } from './markdown-table.ts';

const BEGIN = '<!-- Written by `npm run generate`, to the next such line. -->';
const END = '<!-- Written by `npm run generate` until here. -->';

const TITLES: Readonly<Record<FileFormat, string>> = {
  csv: 'CSV',
  xlsx: 'XLSX',
  ubl: 'UBL',
  bmecat: 'BMEcat',
  cif: 'CIF',
  jsonl: 'Lines of JSON',
};
const MARKS: Readonly<Record<Carried, string>> = { line: 'yes', once: 'once', some: 'some' };

/** @param page the page as it stands. @throws Error when it lacks the two lines that the table goes between */
export function withCarriedTable(page: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/formats.md lacks the lines ${BEGIN} and ${END}`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${carriedTable()}\n\n${page.slice(end)}`;
}

function carriedTable(): string {
  const carried = FORMATS.map(carriedFields);
  const rows = FIELD_NAMES.map((field) => [
    `\`${field}\``,
    ...carried.map((fields) => {
      const how = fields.get(field);
      return how === undefined ? '–' : MARKS[how];
    }),
  ]);
  const statuses = Object.entries(CARRIED_STATUSES).map(
    ([format, known]) => `${TITLES[format as FileFormat]} ${known.map((status) => `\`${status}\``).join(', ')}`,
  );
  return [
    table(['Field', ...FORMATS.map((format) => TITLES[format])], rows).trimEnd(),
    `"once": one value for the whole catalogue. "some": of \`status\`, ${statuses.join('; ')}.`,
  ].join('\n\n');
}
