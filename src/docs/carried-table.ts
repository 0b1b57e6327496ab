/** The tables of which format carries which field, read and written; the rest of their pages is written by hand. */
import { FIELD_NAMES, type Field } from '../catalogue/field.ts';
import { CARRIED_STATUSES, type Carried, carriedFields } from '../readers/carried-fields.ts';
import { type FileFormat, FORMATS } from '../readers/reader.ts';
import { DOCUMENT_FORMATS, type DocumentFormat, WRITTEN_STATUSES, writtenFields } from '../writers/written-fields.ts';
import { table } from './markdown-table.ts';

const BEGIN = '<!-- Written by `npm run generate`, to the next such line. -->';
const END = '<!-- Written by `npm run generate` until here. -->';

const READ: Readonly<Record<FileFormat, string>> = {
  csv: 'CSV',
  xlsx: 'XLSX',
  ubl: 'UBL',
  bmecat: 'BMEcat',
  cif: 'CIF',
  jsonl: 'Lines of JSON',
};
const WRITTEN: Readonly<Record<DocumentFormat, string>> = {
  peppol: 'Peppol, EHF',
  bmecat: 'BMEcat 2005',
  cif: 'CIF 3.0',
};
const MARKS: Readonly<Record<Carried, string>> = { line: 'yes', once: 'once', some: 'some' };

/** @param page `docs/formats.md` as it stands. @throws Error when it lacks the two lines that the table goes between */
export function withCarriedTable(page: string): string {
  return withTable(page, carriedTable(FORMATS, READ, carriedFields, CARRIED_STATUSES));
}

/** @param page `docs/writing-formats.md` as it stands. @throws Error likewise */
export function withWrittenTable(page: string): string {
  return withTable(page, carriedTable(DOCUMENT_FORMATS, WRITTEN, writtenFields, WRITTEN_STATUSES));
}

function withTable(page: string, text: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`a page lacks the lines ${BEGIN} and ${END}`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${page.slice(end)}`;
}

function carriedTable<F extends string>(
  formats: readonly F[],
  titles: Readonly<Record<F, string>>,
  fieldsOf: (format: F) => ReadonlyMap<Field, Carried>,
  statuses: Readonly<Partial<Record<F, readonly string[]>>>,
): string {
  const carried = formats.map(fieldsOf);
  const rows = FIELD_NAMES.map((field) => [
    `\`${field}\``,
    ...carried.map((fields) => {
      const how = fields.get(field);
      return how === undefined ? '–' : MARKS[how];
    }),
  ]);
  const some = formats.flatMap((format) => {
    const known = statuses[format];
    return known === undefined ? [] : [`${titles[format]} ${known.map((status) => `\`${status}\``).join(', ')}`];
  });
  return [
    table(['Field', ...formats.map((format) => titles[format])], rows).trimEnd(),
    `"once": one value for the whole catalogue. "some": of \`status\`, ${some.join('; ')}.`,
  ].join('\n\n');
}
