/** Small tables of the buyer's own beside the agreement, such as aliases and volumes: which column is what, row by row. */
import { UnusableFile } from '../catalogue/catalogue.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { Field } from '../catalogue/field.ts';
import type { Text } from '../catalogue/text.ts';
import { headingKey, recogniseHeading } from '../mapping/headings.ts';
import { allRows } from '../readers/all-rows.ts';
import type { CellKind, RawRow, RowFile, Source } from '../readers/reader.ts';

/** How a column is known. */
export interface TableColumn {
  readonly title: Text;
  /** Headings by `|`; they go before the fields. */
  readonly words?: string;
  /** Fields of a catalogue whose headings it may have. */
  readonly fields?: readonly Field[];
}

export interface TableRow<C extends string> {
  readonly row: number;
  /** Trimmed; absent where nothing stands. */
  readonly cells: { readonly [N in C]?: string };
  /** How a workbook stores them. */
  readonly kinds: { readonly [N in C]?: CellKind };
}

export interface BuyerTable<C extends string> {
  /** Positions from 0. */
  readonly columns: { readonly [N in C]?: number };
  readonly rows: readonly TableRow<C>[];
}

/** The heading row is looked for among as many. */
const ROWS_ABOVE = 20;

/**
 * @param what completes "the ... cannot be used"
 * @param needed at least one column of each of these sets
 * @throws OperationalError when it cannot be read, or lacks a column: the buyer's own file, so the buyer puts it right
 */
export async function readBuyerTable<const C extends string>(
  source: Source,
  open: (source: Source) => Promise<RowFile>,
  known: Readonly<Record<C, TableColumn>>,
  needed: readonly (readonly C[])[],
): Promise<BuyerTable<C>> {
  try {
    const file = await open(source);
    if (file.format !== 'csv' && file.format !== 'xlsx') throw new UnusableFile('notACatalogue');
    const { raws, found } = await sheetWith(source, file, known, needed);
    const rows = raws.flatMap((raw) => (raw.row > found.row ? (rowOf(raw, found.columns) ?? []) : []));
    return { columns: found.columns, rows };
  } catch (error) {
    throw error instanceof UnusableFile ? unusable(source, error) : error;
  }
}

type Columns<C extends string> = BuyerTable<C>['columns'];

interface Sheet<C extends string> {
  readonly raws: readonly RawRow[];
  readonly found: Headings<C>;
}

/**
 * The first sheet with what is needed, of those that anybody sees.
 * @throws OperationalError when none has, or several others than the first have
 */
async function sheetWith<C extends string>(
  source: Source,
  file: RowFile,
  known: Readonly<Record<C, TableColumn>>,
  needed: readonly (readonly C[])[],
): Promise<Sheet<C>> {
  const raws = await allRows(file);
  const first = headings(raws, known, needed);
  if ('row' in first) return { raws, found: first };
  const others: (Sheet<C> & { readonly name: string })[] = [];
  for (const name of file.otherSheets ?? []) {
    const sheet = await file.openSheet?.(name);
    const below = sheet === undefined ? [] : await allRows(sheet);
    const found = headings(below, known, needed);
    if ('row' in found) others.push({ name, raws: below, found });
  }
  const [only, another] = others;
  if (only === undefined) throw withoutColumns(source, first.missing);
  if (another !== undefined) throw severalSheets(source, [only.name, another.name]);
  return only;
}

interface Headings<C extends string> {
  readonly row: number;
  readonly columns: Columns<C>;
}

/** The first row that has what is needed; else the titles of what the best one lacks. */
function headings<C extends string>(
  raws: readonly RawRow[],
  known: Readonly<Record<C, TableColumn>>,
  needed: readonly (readonly C[])[],
): Headings<C> | { readonly missing: readonly (readonly Text[])[] } {
  let fewest = needed;
  for (const { row, cells } of raws.slice(0, ROWS_ABOVE)) {
    const columns = columnsOf(cells, known);
    const missing = needed.filter((some) => some.every((name) => columns[name] === undefined));
    if (missing.length === 0) return { row, columns };
    if (missing.length < fewest.length) fewest = missing;
  }
  return { missing: fewest.map((some) => some.map((name) => known[name].title)) };
}

function columnsOf<C extends string>(
  headings: readonly string[],
  known: Readonly<Record<C, TableColumn>>,
): { readonly [N in C]?: number } {
  const found: { [N in C]?: number } = {};
  const taken = new Set<number>();
  const names = Object.keys(known) as C[];
  const take = (name: C, isMeant: (heading: string) => boolean): void => {
    if (found[name] !== undefined) return;
    const index = headings.findIndex((heading, at) => !taken.has(at) && isMeant(heading));
    if (index < 0) return;
    found[name] = index;
    taken.add(index);
  };
  for (const name of names) {
    const words = new Set((known[name].words ?? '').split('|').map(headingKey));
    take(name, (heading) => heading.trim() !== '' && words.has(headingKey(heading)));
  }
  for (const name of names)
    for (const field of known[name].fields ?? []) take(name, (heading) => recogniseHeading(heading)?.field === field);
  return found;
}

function rowOf<C extends string>(raw: RawRow, columns: { readonly [N in C]?: number }): TableRow<C> | undefined {
  const cells: { [N in C]?: string } = {};
  const kinds: { [N in C]?: CellKind } = {};
  let given = false;
  for (const [name, index] of Object.entries(columns) as [C, number][]) {
    const text = raw.cells[index]?.trim() ?? '';
    if (text === '') continue;
    cells[name] = text;
    const kind = raw.kinds?.[index];
    if (kind !== undefined) kinds[name] = kind;
    given = true;
  }
  return given ? { row: raw.row, cells, kinds } : undefined;
}

function unusable({ name }: Source, error: UnusableFile): OperationalError {
  return new OperationalError(
    {
      nb: `${name} kan ikke brukes: filen er tom, skadet eller verken CSV eller Excel. Oppgi en tabell med overskrifter i første rad.`,
      en: `${name} cannot be used: it is empty, damaged, or neither CSV nor Excel. Name a table with headings in its first row.`,
    },
    { cause: error },
  );
}

function severalSheets({ name }: Source, sheets: readonly string[]): OperationalError {
  const all = sheets.join(', ');
  return new OperationalError({
    nb: `${name} har flere ark som kan være tabellen: ${all}. Behold ett av dem, eller flytt det fremst.`,
    en: `${name} has several sheets that may be the table: ${all}. Keep one of them, or move it to the front.`,
  });
}

function withoutColumns({ name }: Source, missing: readonly (readonly Text[])[]): OperationalError {
  const listed = (language: keyof Text, or: string): string =>
    missing.map((some) => some.map((title) => `«${title[language]}»`).join(or)).join(', ');
  return new OperationalError({
    nb: `${name} mangler kolonnen ${listed('nb', ' eller ')}. Skriv overskriften slik i første rad.`,
    en: `${name} lacks the column ${listed('en', ' or ').replaceAll('«', '"').replaceAll('»', '"')}. Write that heading in the first row.`,
  });
}
