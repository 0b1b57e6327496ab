/** A table of reference data: the buyer's own file, so that whatever is wrong with it is the buyer's to put right. */
import { UnusableFile } from '../../catalogue/catalogue.ts';
import { OperationalError } from '../../catalogue/error.ts';
import type { Text } from '../../catalogue/text.ts';
import { nearest } from '../../engine/nearest.ts';
import { didYouMean } from '../../engine/schema-problems.ts';
import { allRows } from '../../readers/all-rows.ts';
import type { RawRow, Source } from '../../readers/reader.ts';
import type { OpenTable } from './open-table.ts';
import { unusable } from './unusable.ts';

/** A column of such a table. */
export interface TableColumn {
  /** What its heading may say, in small letters; the first is what errors call it. */
  readonly headings: readonly string[];
  readonly optional?: true;
}

export type TableRow<C extends string> = { readonly [K in C]: string } & {
  /** Row of the sheet or line of the file. */
  readonly row: number;
};

/** Something wrong with a row, as a sentence without file and line. */
export interface TableFault {
  readonly row: number;
  readonly text: Text;
}

/** How many faults one message lists. */
const LISTED = 5;

/**
 * @param make what a row says, or what is wrong with it
 * @returns rows in file order; cells trimmed, absent ones empty, rows without any left out
 * @throws OperationalError with file and line, what stands there and what is allowed
 */
export async function readReferenceTable<C extends string, T>(
  source: Source,
  open: OpenTable,
  columns: Readonly<Record<C, TableColumn>>,
  make: (row: TableRow<C>) => T | Text,
): Promise<readonly T[]> {
  const [heading, ...rows] = await tableRows(source, open);
  const name = source.name;
  if (heading === undefined) throw tableError(name, [{ row: 1, text: withoutHeadings(columns) }]);
  const places = placesOf(heading, columns);
  if (isFaults(places)) throw tableError(name, places);
  const made: T[] = [];
  const faults: TableFault[] = [];
  for (const { row, cells } of rows) {
    const values = Object.fromEntries(
      Object.keys(columns).map((column) => [column, (cells[places.get(column) ?? -1] ?? '').trim()]),
    );
    const one = make({ ...values, row } as TableRow<C>);
    if (isText(one)) faults.push({ row, text: one });
    else made.push(one);
  }
  if (faults.length > 0) throw tableError(name, faults);
  return made;
}

/** @param faults at least one */
export function tableError(name: string, faults: readonly TableFault[]): OperationalError {
  const more = faults.length - LISTED;
  const told = (language: keyof Text, rest: string): string =>
    [
      ...faults.slice(0, LISTED).map(({ row, text }) => `${name}:${row}: ${text[language]}`),
      ...(more > 0 ? [rest] : []),
    ].join('\n');
  return new OperationalError({ nb: told('nb', `… og ${more} til.`), en: told('en', `… and ${more} more.`) });
}

function isFaults(value: object): value is readonly TableFault[] {
  return Array.isArray(value);
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'nb' in value && 'en' in value;
}

/** @throws OperationalError for a file that cannot be read */
export async function tableRows(source: Source, open: OpenTable): Promise<readonly RawRow[]> {
  try {
    return await allRows(await open(source));
  } catch (error) {
    throw error instanceof UnusableFile ? unusable(source.name, error) : error;
  }
}

/** Where each column stands, by name. */
function placesOf(
  { row, cells }: RawRow,
  columns: Readonly<Record<string, TableColumn>>,
): ReadonlyMap<string, number> | readonly TableFault[] {
  const places = new Map<string, number>();
  const faults: TableFault[] = [];
  for (const [index, cell] of cells.entries()) {
    const heading = cell.trim().toLowerCase();
    if (heading === '') continue;
    const column = Object.keys(columns).find((name) => columns[name]?.headings.includes(heading));
    if (column === undefined) faults.push({ row, text: unknownHeading(cell.trim(), columns) });
    else if (places.has(column)) faults.push({ row, text: twice(cell.trim()) });
    else places.set(column, index);
  }
  for (const [name, { headings, optional }] of Object.entries(columns)) {
    if (optional !== true && !places.has(name)) faults.push({ row, text: missing(headings[0] ?? name, columns) });
  }
  return faults.length > 0 ? faults : places;
}

function unknownHeading(heading: string, columns: Readonly<Record<string, TableColumn>>): Text {
  const near = nearest(
    heading,
    Object.values(columns).flatMap(({ headings }) => headings),
  );
  const meant = near.length > 0 ? didYouMean(near) : { nb: '', en: '' };
  const allowed = allowedHeadings(columns);
  return {
    nb: `ukjent kolonne \`${heading}\`. ${meant.nb}${meant.nb === '' ? '' : ' '}${allowed.nb}`,
    en: `unknown column \`${heading}\`. ${meant.en}${meant.en === '' ? '' : ' '}${allowed.en}`,
  };
}

function missing(heading: string, columns: Readonly<Record<string, TableColumn>>): Text {
  const allowed = allowedHeadings(columns);
  return {
    nb: `kolonnen \`${heading}\` mangler. ${allowed.nb}`,
    en: `the column \`${heading}\` is missing. ${allowed.en}`,
  };
}

function twice(heading: string): Text {
  return {
    nb: `kolonnen \`${heading}\` står to ganger. Fjern den ene.`,
    en: `the column \`${heading}\` appears twice. Remove one.`,
  };
}

function withoutHeadings(columns: Readonly<Record<string, TableColumn>>): Text {
  const allowed = allowedHeadings(columns);
  return {
    nb: `filen er tom. Den første raden skal ha overskrifter. ${allowed.nb}`,
    en: `the file is empty. Its first row must hold headings. ${allowed.en}`,
  };
}

function allowedHeadings(columns: Readonly<Record<string, TableColumn>>): Text {
  const names = Object.values(columns).map(({ headings, optional }) => ({ name: `\`${headings[0]}\``, optional }));
  const all = (optional: string): string =>
    names.map((column) => (column.optional === true ? `${column.name} ${optional}` : column.name)).join(', ');
  return { nb: `Kolonnene er ${all('(valgfri)')}.`, en: `The columns are ${all('(optional)')}.` };
}
