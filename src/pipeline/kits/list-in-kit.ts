/** An agreed price list as a supplier gets it: the rows at their places, with the columns that decide and no others. */
import { isDeepStrictEqual } from 'node:util';
import type { AgreedArticle } from '../../agreement/agreement.ts';
import type { LoadedAgreement } from '../../agreement/load-agreement.ts';
import {
  articleSource,
  isListColumn,
  type ListUse,
  openPriceList,
  type PriceListFile,
} from '../../agreement/price-list.ts';
import { OperationalError } from '../../catalogue/error.ts';
import { mapRow } from '../../mapping/map-rows.ts';
import type { CsvDialect, RawRow, Source } from '../../readers/reader.ts';
import { writeRecord } from '../../writers/csv.ts';
import type { WrittenRow } from '../../writers/writer.ts';
import { type ListPlaces, openList } from '../inputs/open-list.ts';
import { writeFileFrom } from '../rows/text-file.ts';

export interface ListInKit {
  readonly source: Source;
  readonly sheet: string | undefined;
  readonly use: ListUse;
}

/** Any day of a kit, so that the same list gives the same bytes. */
const DAY = '1980-01-01';

/**
 * @param to path without an ending
 * @returns the ending it was given: `.csv`, `.xlsx`
 * @throws OperationalError for a list that cannot be read, or that would be read otherwise without its other columns
 */
export async function writeListInKit(
  { source, sheet, use }: ListInKit,
  to: string,
  { agreement }: LoadedAgreement,
  where: ListPlaces,
): Promise<string> {
  const terms = { vat: agreement.vat, listPrices: agreement.pricing !== undefined };
  const open = (from: Source, named: string | undefined) =>
    openPriceList(from, (one) => openList(one, named, where), terms);
  const list = await open(source, sheet);
  const { dialect } = list.file;
  if (dialect === undefined && list.file.columns !== undefined) throw otherFormat(source);
  const ending = dialect === undefined ? '.xlsx' : '.csv';
  const path = `${to}${ending}`;
  const articles = (one: PriceListFile): AsyncIterable<AgreedArticle> =>
    articlesOf(one, articleSource(one, agreement, DAY, use).articleOf);
  // Headings may stand in two rows, of which the header names the lower.
  for (const above of [0, 1]) {
    const from = list.mapping.header.headingRow - above;
    if (dialect === undefined) await writeWorkbook(list, from, path);
    else await writeFileFrom(path, csvRows(list, from, dialect));
    const copy = await open({ name: source.name, path }, undefined).catch(notAList);
    if (copy !== undefined && (await isSame(articles(list), articles(copy)))) return ending;
  }
  throw readOtherwise(source);
}

function notAList(error: unknown): undefined {
  if (!(error instanceof OperationalError)) throw error;
  return undefined;
}

async function writeWorkbook(list: PriceListFile, from: number, path: string): Promise<void> {
  const { writeXlsx } = await import('../../writers/xlsx.ts');
  await writeXlsx(workbookRows(list, from), path, { sheet: 'Priser', day: DAY });
}

/** The cells of columns that decide, the others empty, so that letters of columns stay. */
function cellsOf({ cells }: RawRow, shown: ReadonlySet<number>): readonly string[] {
  return cells.map((cell, at) => (shown.has(at) ? cell : ''));
}

function shownColumns({ mapping }: PriceListFile): ReadonlySet<number> {
  return new Set(mapping.header.columns.filter(isListColumn).map(({ index }) => index));
}

/** @param from the headings: what stands above them is a title, or somebody's notes. */
async function* rowsFrom({ file }: PriceListFile, from: number): AsyncGenerator<RawRow> {
  for await (const batch of file.rows({ formats: true })) for (const row of batch) if (row.row >= from) yield row;
}

async function* workbookRows(list: PriceListFile, from: number): AsyncGenerator<readonly WrittenRow[]> {
  const shown = shownColumns(list);
  let written = 0;
  for await (const row of rowsFrom(list, from)) {
    const { kinds, formats } = row;
    const gap = Array.from({ length: row.row - written - 1 }, (): WrittenRow => ({ cells: [] }));
    written = row.row;
    yield [
      ...gap,
      {
        cells: cellsOf(row, shown),
        ...(kinds === undefined ? {} : { kinds }),
        ...(formats === undefined ? {} : { formats }),
      },
    ];
  }
}

async function* csvRows(list: PriceListFile, from: number, { delimiter }: CsvDialect): AsyncGenerator<Uint8Array> {
  const shown = shownColumns(list);
  const dialect: CsvDialect = { encoding: 'utf-8', bom: true, delimiter, lineEnd: '\r\n' };
  let line = 1;
  yield Buffer.from('\ufeff');
  for await (const row of rowsFrom(list, from)) {
    // A record of several lines takes as many here as there, unless its line breaks are in a column that is left out.
    if (row.row > line) yield Buffer.from('\r\n'.repeat(row.row - line));
    const cells = cellsOf(row, shown);
    yield writeRecord(cells, dialect);
    line = Math.max(line, row.row) + 1 + cells.reduce((breaks, cell) => breaks + linesIn(cell), 0);
  }
}

function linesIn(cell: string): number {
  return cell.split(/\r\n|\n|\r/).length - 1;
}

async function* articlesOf(
  { file, mapping }: PriceListFile,
  articleOf: (line: NonNullable<ReturnType<typeof mapRow>>) => AgreedArticle,
): AsyncGenerator<AgreedArticle> {
  for await (const batch of file.rows())
    for (const row of batch) {
      const line = mapRow(row, mapping);
      if (line !== undefined) yield articleOf(line);
    }
}

async function isSame(a: AsyncIterable<AgreedArticle>, b: AsyncIterable<AgreedArticle>): Promise<boolean> {
  const other = b[Symbol.asyncIterator]();
  for await (const one of a) {
    const next = await other.next();
    if (next.done === true || !isDeepStrictEqual({ ...one }, { ...next.value })) return false;
  }
  return (await other.next()).done === true;
}

function otherFormat({ name }: Source): OperationalError {
  return new OperationalError({
    nb: `Prislisten ${name} er verken CSV eller Excel, og kan ikke tas med i et sett til leverandøren. Lagre den som en av dem.`,
    en: `The price list ${name} is neither CSV nor Excel, and cannot go along in a kit. Save it as one of them.`,
  });
}

function readOtherwise({ name }: Source): OperationalError {
  return new OperationalError({
    nb: `Prislisten ${name} ville blitt lest annerledes uten kolonnene som ikke gjelder leverandøren. Ta dem ut av listen, og prøv igjen.`,
    en: `The price list ${name} would be read otherwise without the columns that are none of the supplier's business. Take them out of the list, and try again.`,
  });
}
