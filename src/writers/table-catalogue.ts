/** A whole catalogue, or changes to one, as a table: the rows of a CSV file or a workbook. */
import { decimal, multiply } from '../catalogue/decimal.ts';
import { FIELDS, type Field, fieldKind } from '../catalogue/field.ts';
import type { CatalogueLine, LineAction, LineStatus } from '../catalogue/line.ts';
import type { Language } from '../catalogue/text.ts';
import { labelName } from '../code-lists/labels.ts';
import { unitText, unitWord } from '../code-lists/units.ts';
import { type DateForm, writeDate } from '../mapping/dates.ts';
import type { CellKind, CsvDialect } from '../readers/reader.ts';
import {
  type CatalogueContent,
  type LeftOutNotes,
  newLeftOutNotes,
  type WrittenCatalogue,
  withPack,
} from './catalogue-content.ts';
import { writeRecord } from './csv.ts';
import { noteUntold } from './left-out.ts';
import type { WrittenRow } from './writer.ts';

/** One column: of a field, or of a column that the catalogue itself brought. */
export interface TableColumn {
  readonly field?: Field;
  readonly heading: string;
}

export interface TableForm {
  /** Absent: every field and every column that some line has. */
  readonly columns?: readonly TableColumn[];
  readonly decimalSign: ',' | '.';
  readonly dateForm: DateForm;
  /** In the language of the table, where a word is clear; or as UN/ECE codes. */
  readonly units: 'word' | 'code';
  /** Words to use instead, by code. */
  readonly unitWords?: ReadonlyMap<string, string>;
}

/** @returns the heading row, then the lines; texts are as a text file has them, kinds and canonical values for a workbook */
export async function* tableRows(
  content: CatalogueContent,
  form: TableForm,
  cells: 'text' | 'typed',
): AsyncGenerator<readonly WrittenRow[], WrittenCatalogue> {
  const columns = columnsOf(content, form);
  yield [{ cells: columns.map(({ heading }) => heading) }];
  const leftOut = newLeftOutNotes();
  const untold = untoldBy(columns, leftOut);
  const kinds = columns.map(({ field }) => (field === undefined ? 'text' : (KINDS[fieldKind(field)] ?? 'text')));
  let lines = 0;
  for await (const batch of content.lines()) {
    lines += batch.length;
    yield batch.map((line): WrittenRow => {
      const whole = withPack(line);
      untold(line);
      if (cells === 'text') return { cells: columns.map((column) => cellText(whole, column, content.language, form)) };
      return typedRow(whole, columns, kinds, content.language, form);
    });
  }
  return { lines, leftOut: leftOut.all() };
}

/** The same as the bytes of a CSV file. */
export async function* csvParts(
  content: CatalogueContent,
  form: TableForm,
  dialect: CsvDialect,
): AsyncGenerator<Uint8Array, WrittenCatalogue> {
  if (dialect.bom) yield Buffer.from('\ufeff', dialect.encoding === 'utf-16le' ? 'utf16le' : 'utf8');
  const rows = tableRows(content, form, 'text');
  for (;;) {
    const next = await rows.next();
    if (next.done === true) return next.value;
    yield Buffer.concat(next.value.map(({ cells }) => writeRecord(cells, dialect)));
  }
}

function columnsOf({ survey, kind, language }: CatalogueContent, { columns }: TableForm): readonly TableColumn[] {
  const action: TableColumn = { field: 'action', heading: FIELDS.action.title[language] };
  const isChanges = kind === 'changes';
  if (columns !== undefined)
    return isChanges && !columns.some(({ field }) => field === 'action') ? [action, ...columns] : columns;
  const fields = survey.fields.filter((field) => field !== 'action');
  return [
    ...(isChanges ? [action] : []),
    ...fields.map((field): TableColumn => ({ field, heading: FIELDS[field].title[language] })),
    ...survey.extras.map((heading): TableColumn => ({ heading })),
  ];
}

function untoldBy(columns: readonly TableColumn[], leftOut: LeftOutNotes): (line: CatalogueLine) => void {
  const fields = new Set(columns.flatMap(({ field }) => field ?? []));
  const extras = new Set(columns.flatMap(({ field, heading }) => (field === undefined ? [heading] : [])));
  return (line) => {
    // What is not understood stands as it stood.
    const { unreadable: _, ...read } = line;
    noteUntold(read, (field) => fields.has(field), extras, leftOut);
    for (const field in line.unreadable) if (!fields.has(field as Field)) leftOut.note(field, line);
  };
}

const KINDS: Readonly<Record<string, CellKind>> = {
  decimal: 'number',
  money: 'number',
  percent: 'percent',
  date: 'date',
};

function typedRow(
  line: CatalogueLine,
  columns: readonly TableColumn[],
  kinds: readonly CellKind[],
  language: Language,
  form: TableForm,
): WrittenRow {
  const typed: CellKind[] = [];
  const cells = columns.map((column, at) => {
    const { field } = column;
    const kind = kinds[at] ?? 'text';
    const value = field === undefined || kind === 'text' ? undefined : line[field];
    typed.push(typeof value === 'string' ? kind : 'text');
    if (typeof value !== 'string') return cellText(line, column, language, form);
    return kind === 'percent' ? multiply(decimal(value), HUNDREDTH) : value;
  });
  return { cells, kinds: typed };
}

const HUNDREDTH = decimal('0.01');

function cellText(line: CatalogueLine, { field, heading }: TableColumn, language: Language, form: TableForm): string {
  if (field === undefined) return line.extra?.[heading] ?? '';
  const unreadable = line.unreadable?.[field];
  if (unreadable !== undefined) return unreadable;
  switch (field) {
    case 'ecoLabel':
      return labelText(line);
    case 'orderable':
      return line.orderable === undefined ? '' : YES_OR_NO[language][line.orderable ? 0 : 1];
    case 'status':
      return line.status === undefined ? '' : STATUS_WORDS[language][line.status];
    case 'action':
      return line.action === undefined ? '' : ACTION_WORDS[language][line.action];
    default: {
      const value = line[field];
      return value === undefined ? '' : valueText(field, value, language, form);
    }
  }
}

const YES_OR_NO = { nb: ['Ja', 'Nei'], en: ['Yes', 'No'] } as const;

const STATUS_WORDS: Readonly<Record<Language, Readonly<Record<LineStatus, string>>>> = {
  nb: { active: 'Aktiv', discontinued: 'Utgått', temporarilyUnavailable: 'Midlertidig utsolgt', new: 'Ny' },
  en: { active: 'Active', discontinued: 'Discontinued', temporarilyUnavailable: 'Temporarily unavailable', new: 'New' },
};

const ACTION_WORDS: Readonly<Record<Language, Readonly<Record<LineAction, string>>>> = {
  nb: { add: 'Ny', update: 'Endret', delete: 'Slettet' },
  en: { add: 'New', update: 'Changed', delete: 'Deleted' },
};

/** What nobody reads as a label or a list of labels is the supplier's to say; the usual names are read by all. */
function labelText({ ecoLabel, ecoLicence = '' }: CatalogueLine): string {
  if (ecoLabel === undefined) return '';
  if (ecoLabel.length === 0) return 'Nei';
  return ecoLabel
    .map(({ key, text, licence }) => {
      const name = key === undefined ? text : labelName(key, 'nb');
      return licence === undefined || ecoLicence.includes(licence) ? name : `${name} (${licence})`;
    })
    .join(', ');
}

function valueText(field: Field, value: string, language: Language, form: TableForm): string {
  const { decimalSign, dateForm, units, unitWords } = form;
  switch (fieldKind(field)) {
    case 'decimal':
    case 'money':
    case 'percent':
      return numberText(value, decimalSign);
    case 'date':
      return writeDate(value, dateForm);
    case 'unit':
      return unitWords?.get(value) ?? (units === 'word' ? unitWord(value, language) : unitText(value));
    default:
      return value;
  }
}

const THOUSANDS = 3;

/** Three decimals would read as thousands: they become four. */
function numberText(value: string, sign: ',' | '.'): string {
  const [whole = '', fraction = ''] = decimal(value).split('.');
  if (fraction === '') return whole;
  return `${whole}${sign}${fraction.length === THOUSANDS ? fraction.padEnd(THOUSANDS + 1, '0') : fraction}`;
}
